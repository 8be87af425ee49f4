"""One activity of the record: everything that GDPR 30 asks, and what lacks said as lacking."""

from collections.abc import Iterator, Sequence

from gemeentedossier.documents.engine.blocks import (
    Block,
    Definition,
    DefinitionList,
    Note,
    NoteKind,
    Paragraph,
    Section,
    Text,
)
from gemeentedossier.documents.engine.composition import describing
from gemeentedossier.documents.engine.composition.extract import front
from gemeentedossier.documents.engine.composition.extract.purposes import data_table, purposes_table
from gemeentedossier.documents.engine.composition.material import Desk
from gemeentedossier.documents.engine.composition.origins import SETTLED
from gemeentedossier.documents.engine.composition.tables import PROTECTED, Tables
from gemeentedossier.documents.engine.composition.wordings import anchor_of, long_date
from gemeentedossier.documents.engine.composition.writer import quoted
from gemeentedossier.documents.engine.provenance import Origin
from gemeentedossier.dossier.register.enums import ActivityRole, PartyRole
from gemeentedossier.dossier.register.facts import Activity


def controller_records(desk: Desk) -> Section:
    """GDPR 30(1): what the municipality is responsible for, and what names no role."""
    mine = desk.where(lambda each: each.role is not ActivityRole.PROCESSOR)
    if not mine:
        nothing = desk.w.paragraph("x.controller.none", *desk.fields(desk.activities, "role"))
        return desk.section("x.controller.heading", "controller", [nothing])
    intro = [desk.w.paragraph("x.controller.intro")]
    return desk.section("x.controller.heading", "controller", intro, _records(desk, mine))


def processor_records(desk: Desk) -> Section:
    """GDPR 30(2): what the municipality does for others."""
    w = desk.w
    theirs = desk.where(lambda each: each.role is ActivityRole.PROCESSOR)
    if theirs:
        intro = [w.paragraph("x.processor.intro")]
        return desk.section(
            "x.processor.heading", "processor", intro, _records(desk, theirs, before=len(desk.activities) - len(theirs))
        )
    denied = w.dossier.organisation.acts_as_processor is False
    clause = "x.processor.none" if denied else "x.processor.none-recorded"
    nothing = w.paragraph(clause, *w.origins.organisation("acts_as_processor"))
    return desk.section("x.processor.heading", "processor", [nothing])


def _records(desk: Desk, activities: Sequence[Activity], *, before: int = 0) -> Iterator[Section]:
    for done, each in enumerate(activities, before):
        desk.told(done, len(desk.activities))
        yield _record(desk, each)


def _record(desk: Desk, activity: Activity) -> Section:
    return Section(
        heading=desk.w.value(activity.name, because=desk.w.origins.field(activity, "name"))[0],
        anchor=anchor_of("activity", str(activity.id)),
        blocks=tuple(_blocks(desk, activity)),
    )


def _blocks(desk: Desk, activity: Activity) -> Iterator[Block]:
    yield from _notes(desk, activity)
    yield Paragraph(_prose(desk, activity))
    yield DefinitionList(tuple(_particulars(desk, activity)))
    tables = Tables(w=desk.w, activities=(activity,), named=False)
    yield from purposes_table(desk, activity)
    yield from data_table(desk, activity)
    yield from tables.protected("x.record.exceptions", PROTECTED)
    yield from _table_or(desk, activity, tables.recipients("x.record.recipients"), "no-recipients", "recipients")
    yield from tables.parties("x.record.parties")
    yield from _table_or(desk, activity, tables.transfers("x.record.transfers"), _transfer_clause(activity),
                         "characteristics.transfer_outside_eea")  # fmt: skip
    yield from _table_or(desk, activity, tables.retention("x.record.retention"), "no-retention", "retention")


def _table_or(desk: Desk, activity: Activity, table: Iterator[Block], clause: str, field: str) -> Iterator[Block]:
    made = list(table)
    yield from made or [desk.w.paragraph(f"x.record.{clause}", *desk.w.origins.field(activity, field))]


def _transfer_clause(activity: Activity) -> str:
    said = activity.characteristics.transfer_outside_eea
    return {True: "transfer-yes", False: "transfer-no", None: "transfer-unknown"}[said]


def _notes(desk: Desk, activity: Activity) -> Iterator[Note]:
    w = desk.w
    if activity.record_state not in SETTLED:
        yield Note(NoteKind.ATTENTION, w.say("x.record.concept", *w.origins.field(activity, "record_state")))
    if activity.role is None:
        yield Note(NoteKind.ATTENTION, w.say("x.record.role-unknown", *w.origins.field(activity, "role")))


def _prose(desk: Desk, activity: Activity) -> Text:
    w, people = desk.w, describing.people_of(desk.w, activity)
    name = w.origins.field(activity, "name")
    uses = [
        origin
        for use in activity.data_uses
        for origin in w.origins.row(activity, "data_uses", use, "subject_categories")
    ]
    shown = quoted(activity.name)
    said: Text = ()
    if activity.role is ActivityRole.PROCESSOR:
        said = _for_whom(desk, activity)
    if not people:
        lacking = w.origins.field(activity, "data_uses")
        return said + w.say("x.record.prose-nobody", *name, *lacking, name=shown)
    return said + w.say("x.record.prose", *name, *uses, name=shown, people=w.listed(people))


def _for_whom(desk: Desk, activity: Activity) -> Text:
    w = desk.w
    clients = [each for each in activity.parties if each.role is PartyRole.CLIENT]
    if not clients:
        return w.say("x.processor.client-unknown", *w.origins.field(activity, "parties"))
    because = [origin for each in clients for origin in w.origins.row(activity, "parties", each, "party_id", "role")]
    names = w.listed(each.party_name for each in clients)
    return w.say("x.record.prose-processor", *w.origins.field(activity, "name"), *because,
                 name=quoted(activity.name), client=names)  # fmt: skip


def _particulars(desk: Desk, activity: Activity) -> Iterator[Definition]:
    w = desk.w

    def own(label: str, field: str, text: str) -> Iterator[Definition]:
        if text.strip():
            yield w.definition(label, w.value(text, because=w.origins.field(activity, field), slot=field))

    yield from own("label.reference", "reference", activity.reference)
    if activity.description.strip():
        because = w.origins.field(activity, "description")
        yield w.definition("label.description", w.value(quoted(activity.description), because=because))
    yield w.definition("label.role", front.role(desk, activity))
    yield w.definition("label.controller", _controllers(desk, activity))
    yield w.definition("label.domain", front.domain(desk, activity))
    statute = w.catalogue.statutes.get(activity.sector_law)
    law = statute.name.in_language(w.language) if statute else activity.sector_law
    yield from own("label.sector-law", "sector_law", law)
    yield from own("label.unit", "unit", activity.unit)
    yield w.definition("label.owner", w.value_or_unknown(activity.owner, *w.origins.field(activity, "owner")))
    yield w.definition("label.record-state", front.state(desk, activity))
    yield w.definition("label.processing-state", _processing_state(desk, activity))
    yield w.definition("label.confirmed", _confirmed(desk, activity))
    yield w.definition("column.source", _sources(desk, activity))
    yield from _means(desk, activity)


def _controllers(desk: Desk, activity: Activity) -> Text:
    names = desk.w.listed([*activity.controllers, *(quoted(each).text for each in activity.controllers_own)])
    return desk.w.value_or_unknown(names, *desk.w.origins.field(activity, "controllers"), slot="controllers")


def _processing_state(desk: Desk, activity: Activity) -> Text:
    w = desk.w
    because = w.origins.field(activity, "processing_state")
    return w.said(w.word(f"processing.{activity.processing_state or 'unknown'}"), *because)


def _confirmed(desk: Desk, activity: Activity) -> Text:
    w, day = desk.w, activity.last_confirmed_on
    words = long_date(day, language=w.language) if day else ""
    return w.value_or_unknown(words, *w.origins.field(activity, "last_confirmed_on"))


def _sources(desk: Desk, activity: Activity) -> Text:
    w = desk.w
    found: list[tuple[str, tuple[Origin, ...]]] = []
    for each in activity.sources:
        because = w.origins.row(activity, "sources", each, "from_data_subject", "recipient_category", "text")
        category = w.catalogue.recipient_categories.get(each.recipient_category)
        words = [w.word("from-person")] if each.from_data_subject else []
        words += [category.name.in_language(w.language)] if category else []
        words += [quoted(each.text).text] if each.text.strip() else []
        found.append((", ".join(words), because))
    named = [entry for entry in found if entry[0]]
    if not named:
        return w.say("x.record.sources-none", *w.origins.field(activity, "sources"))
    origins = tuple(origin for _, each in named for origin in each)
    return w.said("; ".join(words for words, _ in named), *origins, slot="sources")


def _means(desk: Desk, activity: Activity) -> Iterator[Definition]:
    w = desk.w
    systems = [each for each in w.dossier.systems if each.id in activity.system_ids]
    measures = [each for each in w.dossier.measures if each.id in activity.measure_ids]
    linked: list[Origin] = [*w.origins.field(activity, "system_ids")]
    linked += [w.origins.entry("system", each.id, each.name) for each in systems]
    yield w.definition("label.systems", w.value_or_unknown(w.listed(s.name for s in systems), *linked))
    chosen: list[Origin] = [*w.origins.field(activity, "measure_ids")]
    chosen += [w.origins.entry("measure", each.id, each.name) for each in measures]
    names = w.listed(each.name for each in measures)
    taken = w.value(names, because=chosen) if names else w.say("x.record.measures-none", *chosen)
    yield w.definition("label.measures", taken)
    if activity.account.security.strip():
        because = w.origins.field(activity, "account.security")
        yield w.definition("label.security", w.value(quoted(activity.account.security), because=because))
