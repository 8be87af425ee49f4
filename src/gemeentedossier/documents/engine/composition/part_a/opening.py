"""Chapters 1 and 2: what this document is, and who is responsible."""

from collections.abc import Iterator
from uuid import UUID

from gemeentedossier.catalogue.facts.rules import Part
from gemeentedossier.documents.engine.blocks import Block, BulletList, Note, NoteKind, Paragraph, Section, Text
from gemeentedossier.documents.engine.composition.material import Desk
from gemeentedossier.documents.engine.composition.origins import SETTLED
from gemeentedossier.documents.engine.composition.outcome import outcome
from gemeentedossier.documents.engine.composition.writer import quoted
from gemeentedossier.dossier.register.enums import ActivityRole, PartyRole
from gemeentedossier.dossier.register.facts import Activity


def about(desk: Desk) -> Section:
    """What this document is and what it rests on."""
    return desk.section("a.about.heading", "about", _about(desk))


def _about(desk: Desk) -> Iterator[Block]:
    w = desk.w
    municipality = w.origins.organisation("name")
    yield w.paragraph("a.about.intro", *municipality, municipality=w.dossier.organisation.name)
    if w.dossier.organisation.is_example:
        yield Note(NoteKind.ATTENTION, w.say("example", *w.origins.organisation("is_example")))
    yield w.paragraph("a.about.how", *w.origins.organisation("activities"), day=w.today())
    if not desk.activities:
        yield Note(NoteKind.ATTENTION, w.say("no-activities", *w.origins.organisation("activities")))
        return
    settled = desk.where(lambda each: each.record_state in SETTLED)
    because = desk.fields(desk.activities, "record_state")
    count = w.say("a.about.count", *because, count=desk.counted(len(desk.activities)))
    states = {"adopted": len(settled), "draft": len(desk.activities) - len(settled)}
    yield Paragraph(count + w.say("a.about.states", *because, **states) + _elsewhere(desk))
    yield outcome(desk, Part.A)


def _elsewhere(desk: Desk) -> Text:
    """What stands in the record but not here: so that nobody counts one short."""
    others = desk.where(lambda each: each.role is ActivityRole.PROCESSOR, everywhere=True)
    if not others:
        return ()
    because = desk.fields(others, "role")
    return desk.w.say("a.about.elsewhere", *because, count=desk.counted(len(others)))


def responsible(desk: Desk) -> Section:
    """The bodies, the data protection officer, who does what, and joint controllers."""
    joint = tuple(_joint(desk))
    children = [
        desk.section("a.who.officer.heading", "officer", [Paragraph(_officer(desk))]),
        desk.section("a.who.roles.heading", "roles", _roles(desk)),
    ]
    others = desk.where(lambda each: each.role is ActivityRole.PROCESSOR, everywhere=True)
    if others:
        said = desk.about("a.who.processor", others, "role")
        children.append(desk.section("a.who.processor.heading", "processor", said))
    if joint:
        children.append(desk.section("a.who.joint.heading", "joint-controllers", joint))
    return desk.section("a.who.heading", "responsible", _bodies(desk), children)


def _bodies(desk: Desk) -> Iterator[Block]:
    w = desk.w
    yield w.paragraph("a.who.intro")
    controllers = w.dossier.organisation.controllers
    if not controllers:
        yield w.paragraph("a.who.none", *w.origins.organisation("controllers"))
    else:
        columns = ("column.body", "column.contact", "column.responsible-for")
        yield w.table("a.who.caption", columns, [_body(desk, each.id) for each in controllers])
    nobody = desk.where(lambda each: not each.controller_ids and not each.controllers_own)
    yield from desk.about("a.who.missing", nobody, "controllers")


def _body(desk: Desk, controller_id: UUID) -> tuple[Text, ...]:
    w = desk.w
    body = next(each for each in w.dossier.organisation.controllers if each.id == controller_id)
    name, contact = w.origins.organisation(f"controllers.{body.id}.name", f"controllers.{body.id}.contact")
    theirs = desk.where(lambda each: body.id in each.controller_ids)
    if theirs:
        because = desk.fields(theirs, "controllers")
        used = w.say("a.who.body-of", *because, activities=desk.names(theirs))
    else:
        used = w.say("a.who.body-of-none", name)
    reached = w.value(body.contact, because=(contact,)) if body.contact else w.say("unknown.contact", contact)
    return w.value(body.name, because=(name,)), reached, used


def _officer(desk: Desk) -> Text:
    w, recorded = desk.w, desk.w.dossier.organisation
    designated, contact = w.origins.organisation(
        "data_protection_officer_designated", "data_protection_officer_contact"
    )
    answers = {True: "yes", False: "no", None: "unknown"}
    said = w.say("a.who.officer.intro") + w.say(
        f"a.who.officer.{answers[recorded.data_protection_officer_designated]}", designated
    )
    if recorded.data_protection_officer_contact:
        return said + w.say("a.who.officer.contact", contact, contact=recorded.data_protection_officer_contact)
    return said + w.say("a.who.officer.no-contact", contact)


def _roles(desk: Desk) -> Iterator[Block]:
    w = desk.w
    yield w.paragraph("a.who.roles.intro")
    owned = desk.where(lambda each: bool(each.owner))
    if owned:
        yield w.paragraph("a.who.roles.owned", *desk.fields(owned, "owner"), count=desk.counted(len(owned)))
    yield from desk.about("a.who.roles.unowned", desk.where(lambda each: not each.owner), "owner")


def _joint(desk: Desk) -> Iterator[Block]:
    items = [_arrangement(desk, each) for each in desk.activities if _is_joint(each)]
    if items:
        yield desk.w.paragraph("a.who.joint.intro")
        yield BulletList(tuple(items))


def _partners(activity: Activity) -> list[str]:
    return [each.party_name for each in activity.parties if each.role is PartyRole.JOINT_CONTROLLER]


def _is_joint(activity: Activity) -> bool:
    return activity.role is ActivityRole.JOINT_CONTROLLER or bool(_partners(activity))


def _arrangement(desk: Desk, activity: Activity) -> Text:
    w, partners = desk.w, _partners(activity)
    role = w.origins.field(activity, "name", "role")
    written = w.origins.field(activity, "account.joint_arrangement")
    joint = [each for each in activity.parties if each.role is PartyRole.JOINT_CONTROLLER]
    rows = [origin for each in joint for origin in w.origins.row(activity, "parties", each, "party_id", "role")]
    if partners:
        said = w.say("a.who.joint.item", *role, *rows, activity=activity.name, parties=w.listed(partners))
    else:
        said = w.say("a.who.joint.nobody", *role, activity=activity.name)
    if activity.account.joint_arrangement.strip():
        return said + w.say("a.who.joint.arrangement", *written, words=quoted(activity.account.joint_arrangement))
    return said + w.say("a.who.joint.no-arrangement", *written)
