"""Front matter: what the extract is, who is responsible, and all activities in one table."""

from collections.abc import Iterator

from gemeentedossier.documents.engine.blocks import Block, Definition, DefinitionList, Note, NoteKind, Section, Text
from gemeentedossier.documents.engine.composition import describing
from gemeentedossier.documents.engine.composition.material import Desk
from gemeentedossier.documents.engine.composition.origins import SETTLED
from gemeentedossier.documents.engine.composition.part_a.domains import KNOWN
from gemeentedossier.documents.engine.composition.wordings import first_capital
from gemeentedossier.documents.engine.composition.writer import quoted
from gemeentedossier.dossier.register.facts import Activity
from gemeentedossier.organisation.facts import Controller


def about(desk: Desk) -> Section:
    """What the extract is, as of when, and how much in it is a draft."""
    return desk.section("x.front.heading", "about", _about(desk))


def _about(desk: Desk) -> Iterator[Block]:
    w = desk.w
    register = w.origins.organisation("activities")
    yield w.paragraph("x.front.intro", *register, day=w.today())
    if w.dossier.organisation.is_example:
        yield Note(NoteKind.ATTENTION, w.say("example", *w.origins.organisation("is_example")))
    if not desk.activities:
        yield Note(NoteKind.ATTENTION, w.say("no-activities", *register))
        return
    yield w.paragraph("x.front.count", *register, count=desk.counted(len(desk.activities)))
    drafts = desk.where(lambda each: each.record_state not in SETTLED)
    if drafts:
        because = desk.fields(drafts, "record_state")
        yield w.paragraph("x.front.concepts", *because, count=desk.counted(len(drafts)))
    replaced = len(w.dossier.activities) - len(desk.activities)
    if replaced:
        yield w.paragraph("x.front.replaced", *register, count=desk.counted(replaced))


def contacts(desk: Desk) -> Section:
    """Controllers, contact point and data protection officer (GDPR 30(1)(a))."""
    return desk.section("x.contact.heading", "contacts", _contacts(desk))


def _contacts(desk: Desk) -> Iterator[Block]:
    w, recorded = desk.w, desk.w.dossier.organisation
    point, officer = w.origins.organisation("contact_point", "data_protection_officer_contact")
    name = w.value(recorded.name, because=w.origins.organisation("name"))
    entries: list[Definition] = [
        w.definition("label.municipality", name),
        w.definition("label.contact-point", w.value_or_unknown(recorded.contact_point or "", point)),
        w.definition("label.officer", w.value_or_unknown(recorded.data_protection_officer_contact or "", officer)),
    ]
    yield DefinitionList(tuple(entries))
    if recorded.controllers:
        rows = [_controller(desk, each) for each in recorded.controllers]
        yield w.table("x.contact.caption", ("column.body", "column.contact"), rows)
    else:
        yield w.paragraph("x.contact.none", *w.origins.organisation("controllers"))


def _controller(desk: Desk, body: Controller) -> tuple[Text, Text]:
    w = desk.w
    name, contact = w.origins.organisation(f"controllers.{body.id}.name", f"controllers.{body.id}.contact")
    reached = w.value(body.contact, because=(contact,)) if body.contact else w.say("unknown.contact", contact)
    return w.value(body.name, because=(name,)), reached


def overview(desk: Desk) -> Section:
    """All activities: name, domain, purposes, role and states."""
    columns = ("column.activity", "column.domain", "column.purpose", "column.role", "column.state")
    table = desk.w.table("x.overview.caption", columns, [_line(desk, each) for each in desk.activities])
    return desk.section("x.overview.heading", "overview", [table])


def _line(desk: Desk, activity: Activity) -> tuple[Text, ...]:
    w = desk.w
    return (
        describing.name(w, activity),
        domain(desk, activity),
        purposes(desk, activity),
        role(desk, activity),
        state(desk, activity),
    )


def domain(desk: Desk, activity: Activity) -> Text:
    """The policy domain in words, or that none is recorded."""
    w = desk.w
    because = w.origins.field(activity, "policy_domain")
    known = activity.policy_domain in KNOWN
    words = w.word(f"domain.{activity.policy_domain}") if known else activity.policy_domain
    return w.value_or_unknown(first_capital(words), *because, slot="domain")


def purposes(desk: Desk, activity: Activity) -> Text:
    """The purposes in the municipality's words."""
    w = desk.w
    written = [each for each in activity.purposes if each.text.strip()]
    if not written:
        return w.say("x.record.no-purposes", *w.origins.field(activity, "purposes"))
    because = [origin for each in written for origin in w.origins.row(activity, "purposes", each, "text")]
    return w.value(w.listed(quoted(each.text).text for each in written), because=because, slot="purposes")


def role(desk: Desk, activity: Activity) -> Text:
    """What the municipality is in the activity."""
    because = desk.w.origins.field(activity, "role")
    return desk.w.said(desk.w.word(f"role.{activity.role or 'unknown'}"), *because, slot="role")


def state(desk: Desk, activity: Activity) -> Text:
    """The state of the record, with its version when it has one."""
    w = desk.w
    because = w.origins.field(activity, "record_state", "version")
    word = w.word(f"state.{activity.record_state.value}")
    if not activity.version:
        return w.said(word, *because, slot="state")
    return w.said(w.one("x.record.state", state=word, version=activity.version).text, *because, slot="state")
