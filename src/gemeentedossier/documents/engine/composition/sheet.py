"""The security sheet of one purpose as a paper of its own: what protects its data, who sees them, what is open."""

from collections.abc import Iterable, Iterator
from uuid import UUID

from gemeentedossier.assessment.engine.sheets import of_means, of_part_b
from gemeentedossier.assessment.engine.subjects.secured import secured_in
from gemeentedossier.assessment.facts import Finding
from gemeentedossier.documents.engine.blocks import Block, BulletList, DefinitionList, Document, Note, NoteKind, Text
from gemeentedossier.documents.engine.composition import describing
from gemeentedossier.documents.engine.composition.annexes import rows_of
from gemeentedossier.documents.engine.composition.document import finished
from gemeentedossier.documents.engine.composition.material import Desk, Material, desk_for
from gemeentedossier.documents.engine.composition.part_b.continuity import plan_of
from gemeentedossier.documents.engine.composition.part_b.levels import approval
from gemeentedossier.documents.engine.composition.part_b.means import departures, measures_table, systems_table
from gemeentedossier.documents.engine.composition.part_b.sheets import access_for, levels_on
from gemeentedossier.documents.engine.composition.part_b.weighing import RISK_COLUMNS, risk_of
from gemeentedossier.documents.engine.composition.writer import quoted
from gemeentedossier.dossier.register.facts import Activity, Purpose
from gemeentedossier.dossier.snapshot.facts import Dossier


def purpose_of(dossier: Dossier, activity_id: UUID, purpose_id: UUID) -> tuple[Activity, Purpose] | None:
    """The purpose with the activity that it is of; None where the dossier has no such purpose."""
    activity = next((each for each in dossier.activities if each.id == activity_id), None)
    purpose = next((each for each in activity.purposes if each.id == purpose_id), None) if activity else None
    return (activity, purpose) if activity and purpose else None


def compose_sheet(material: Material, activity: Activity, purpose: Purpose, *, language: str = "nl") -> Document:
    """The security sheet of a purpose (GDPR 32(1), 32(4)), tailored: nothing is said about what does not occur."""
    desk = desk_for(material, language=language)
    sections = (
        desk.section("s.opening.heading", "opening", _opening(desk, activity, purpose)),
        desk.section("s.levels.heading", "levels", _levels(desk, activity)),
        desk.section("s.systems.heading", "systems", _systems(desk, activity)),
        desk.section("s.measures.heading", "measures", _measures(desk, activity)),
        desk.section("s.access.heading", "access", _access(desk, activity, purpose)),
        desk.section("s.outage.heading", "outage", _outage(desk, activity)),
        desk.section("s.risks.heading", "risks", _risks(desk, activity)),
        desk.section("s.found.heading", "found", _found(desk, activity, purpose)),
    )
    name = activity.name
    return finished(desk, "s", [each for each in sections if each.blocks], about=name)


def _opening(desk: Desk, activity: Activity, purpose: Purpose) -> Iterator[Block]:
    w = desk.w
    because = (*w.origins.field(activity, "name"), *w.origins.row(activity, "purposes", purpose, "text"))
    if w.dossier.organisation.is_example:
        yield Note(NoteKind.ATTENTION, w.say("example", *w.origins.organisation("is_example")))
    yield w.paragraph("s.opening.what", *because, activity=activity.name, purpose=quoted(purpose.text or "–"))
    yield w.paragraph("s.opening.how")
    uses = [each for each in activity.data_uses if not each.purpose_ids or purpose.id in each.purpose_ids]
    sources = [origin for each in uses for origin in w.origins.row(activity, "data_uses", each, "data_categories")]
    whom = [origin for each in uses for origin in w.origins.row(activity, "data_uses", each, "subject_categories")]
    lacking = w.origins.row(activity, "purposes", purpose, "text")
    data = w.listed(name for each in uses for name in describing.data(w, each))
    people = w.listed(name for each in uses for name in describing.people(w, each))
    yield DefinitionList(
        (
            w.definition("label.data", w.value_or_unknown(data, *(sources or lacking), slot="data")),
            w.definition("label.people", w.value_or_unknown(people, *(whom or lacking), slot="people")),
            w.definition("label.owner", w.value_or_unknown(activity.owner, *w.origins.field(activity, "owner"))),
        )
    )


def _levels(desk: Desk, activity: Activity) -> Iterator[Block]:
    secured = secured_in(desk.w.dossier, day=desk.w.day)[activity.id]
    yield from levels_on(desk, activity, secured)
    if secured.classification:
        yield DefinitionList((desk.w.definition("column.approved", approval(desk, activity, secured.classification)),))


def _systems(desk: Desk, activity: Activity) -> Iterator[Block]:
    w, found = desk.w, [each for each in desk.w.dossier.systems if each.id in activity.system_ids]
    if not found:
        yield w.paragraph("s.systems.none", *w.origins.field(activity, "system_ids"))
        return
    yield systems_table(desk, found)
    told: tuple[Text, ...] = tuple(departures(desk, found))
    if told:
        yield BulletList(told)


def _measures(desk: Desk, activity: Activity) -> Iterator[Block]:
    w, found = desk.w, [each for each in desk.w.dossier.measures if each.id in activity.measure_ids]
    if found:
        yield measures_table(desk, found)
    else:
        yield w.paragraph("s.measures.none", *w.origins.field(activity, "measure_ids"))


def _access(desk: Desk, activity: Activity, purpose: Purpose) -> Iterator[Block]:
    yield desk.w.paragraph("s.access.intro")
    yield access_for(desk, activity, purpose)


def _outage(desk: Desk, activity: Activity) -> Iterator[Block]:
    w, plans = desk.w, [each for each in desk.w.dossier.continuities if each.activity_id == activity.id]
    if not plans:
        yield w.paragraph("s.outage.none", *w.origins.field(activity, "name"))
        return
    columns = ("column.outage", "column.fallback", "column.tried")
    yield w.table("b.continuity.caption", columns, [plan_of(desk, activity, each) for each in plans])


def _risks(desk: Desk, activity: Activity) -> Iterator[Block]:
    w, risks = desk.w, [each for each in desk.w.dossier.security_risks if each.activity_id == activity.id]
    if risks:
        yield w.table("b.risks.caption", RISK_COLUMNS, [risk_of(desk, activity, each) for each in risks])
    else:
        yield w.paragraph("s.risks.none", *w.origins.field(activity, "name"))


def _found(desk: Desk, activity: Activity, purpose: Purpose) -> Iterator[Block]:
    """What is open by rule; without assessment nothing is said, and where nothing is open that."""
    w, assessment = desk.w, desk.material.assessment
    if assessment is None:
        return
    every = (*of_part_b(assessment, w.dossier, activity, purpose), *of_means(assessment, activity))
    waiting = [each for each in every if each.is_open]
    if not waiting:
        yield w.paragraph("s.found.none", *w.origins.field(activity, "name"))
        return
    columns = ("column.criterion", "column.finding", "column.repair", "column.responsible")
    yield w.table("s.found.caption", columns, _open_rows(desk, waiting))


def _open_rows(desk: Desk, findings: Iterable[Finding]) -> Iterator[tuple[Text, ...]]:
    """A row for each rule and reason, what weighs most first."""
    w = desk.w
    by_rule: dict[str, list[Finding]] = {}
    for each in sorted(findings, key=lambda found: found.weight):
        by_rule.setdefault(each.rule_id, []).append(each)
    for rule_id, own in by_rule.items():
        label = own[0].rule.label.in_language(w.language)
        told = w.value(label, because=(w.origins.rule(rule_id),), slot="criterion")
        for _who, *rest in rows_of(desk, own):
            yield (told, *rest)
