"""Chapter 6: what the pre-scan gives for each activity and why, what was decided, and what changed since."""

from collections.abc import Iterator, Mapping
from uuid import UUID

from gemeentedossier.assessment.engine.subjects.assessed import around_of
from gemeentedossier.documents.engine.blocks import Block, BulletList, Section, Text
from gemeentedossier.documents.engine.composition import describing
from gemeentedossier.documents.engine.composition.assessing import of_prescan
from gemeentedossier.documents.engine.composition.material import Desk
from gemeentedossier.documents.engine.composition.prescanned import decided, origins_of, shortly, standing_of
from gemeentedossier.dossier.register.facts import Activity
from gemeentedossier.dossier.risks.engine.prescan import PrescanResult, prescan_result, reopened
from gemeentedossier.dossier.risks.engine.statements import NAMES, Around, Statement
from gemeentedossier.dossier.risks.enums import PrescanVerdict
from gemeentedossier.dossier.risks.facts import Prescan

Results = Mapping[UUID, PrescanResult]


def prescans(desk: Desk) -> Section:
    """The outcome per activity, activities that lack what the outcome asks, and outcomes that facts overtook."""
    around = around_of(desk.w.dossier, desk.w.catalogue)
    results = {each.id: prescan_result(each, around.prescans.get(each.id), around) for each in desk.activities}
    children = [desk.section("c.reopened.heading", "prescans-reopened", _reopened(desk, around, results))]
    shown = [each for each in children if each.blocks]
    return desk.section("c.prescans.heading", "prescans", _prescans(desk, around, results), shown)


def _prescans(desk: Desk, around: Around, results: Results) -> Iterator[Block]:
    w = desk.w
    yield w.paragraph("c.prescans.intro")
    columns = ("column.activity", "column.assessment", "column.why", "column.decision")
    rows = [_row(desk, each, around.prescans.get(each.id), results[each.id]) for each in desk.activities]
    yield w.table("c.prescans.caption", columns, rows)
    assessed = {key for each in w.dossier.impact_assessments for key in each.activity_ids}
    asked = desk.where(lambda each: results[each.id].verdict is PrescanVerdict.REQUIRED and each.id not in assessed)
    guided = tuple(each for each in asked if results[each.id].rests_on_guidance)
    bound = tuple(each for each in asked if each not in guided)
    yield from desk.about("c.prescans.unassessed", bound, "characteristics")
    yield from desk.about("c.prescans.unassessed-as-a-rule", guided, "characteristics")
    yield from desk.about("c.prescans.open", desk.where(lambda each: results[each.id].verdict is None),
                          "characteristics")  # fmt: skip


def _row(desk: Desk, activity: Activity, prescan: Prescan | None, result: PrescanResult) -> tuple[Text, ...]:
    w, because = desk.w, origins_of(desk.w, activity, prescan)
    why = shortly(w, result, *because)
    if not why and result.awaited:
        names = w.listed(each.in_language(w.language) for each in result.awaited)
        why = w.say("c.prescans.asks", *because, questions=names)
    return (
        describing.name(w, activity),
        w.said(w.word(f"need.{standing_of(result)}"), *because, slot="outcome"),
        why or w.say("c.prescans.nothing", *because),
        decided(w, activity, prescan),
    )


def _reopened(desk: Desk, around: Around, results: Results) -> Iterator[Block]:
    w, told = desk.w, []
    for activity in desk.activities:
        prescan = around.prescans.get(activity.id)
        found = reopened(prescan, results[activity.id]) if prescan else None
        if prescan is None or found is None:
            continue
        because = of_prescan(w, prescan, activity).origins("decision")
        told.append(
            w.say("c.reopened.changed", *because, activity=activity.name, gone=_words(desk, found.gone),
                  new=_words(desk, found.new))
            + (w.say("c.reopened.flips", *because) if found.flips else ())
        )  # fmt: skip
    if told:
        yield w.paragraph("c.reopened.intro")
        yield BulletList(tuple(told))


def _words(desk: Desk, statements: tuple[Statement, ...]) -> str:
    """Statements with what they are about; a dash where there are none."""
    language = desk.w.language
    named = (f"{NAMES[name].in_language(language) if name in NAMES else name} “{words}”" for name, words in statements)
    return desk.w.listed(named) or "–"
