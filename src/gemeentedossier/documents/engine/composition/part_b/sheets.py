"""Chapter 15: the security sheet of each activity that has something to show, with a section per purpose."""

from collections.abc import Iterator

from gemeentedossier.assessment.engine.subjects.secured import Secured, secured_in
from gemeentedossier.catalogue.facts.security import SecurityAspect
from gemeentedossier.documents.engine.blocks import Block, Section, Text
from gemeentedossier.documents.engine.composition.material import Desk
from gemeentedossier.documents.engine.composition.part_b.access import line_of
from gemeentedossier.documents.engine.composition.part_b.means import counts
from gemeentedossier.documents.engine.composition.records import (
    Record,
    level_of,
    level_words,
    of_measure,
    record,
)
from gemeentedossier.documents.engine.composition.wordings import anchor_of
from gemeentedossier.dossier.assets.enums import Effect
from gemeentedossier.dossier.register.facts import Activity, Purpose
from gemeentedossier.dossier.security.facts import Classification


def sheets(desk: Desk) -> Section:
    """A sheet per activity that is classified, has measures, or has lines of the access matrix."""
    secured, matrix = secured_in(desk.w.dossier, day=desk.w.day), {e.activity_id for e in desk.w.dossier.access_rules}
    chosen = [e for e in desk.activities if secured[e.id].classification or e.measure_ids or e.id in matrix]
    children = []
    for done, each in enumerate(chosen):
        desk.told(done, len(chosen))
        children.append(_sheet(desk, each, secured[each.id]))
    intro = [desk.w.paragraph("b.sheets.intro")] if children else []
    return desk.section("b.sheets.heading", "sheets", intro, children)


def _sheet(desk: Desk, activity: Activity, secured: Secured) -> Section:
    under = anchor_of("sheet", str(activity.id))
    purposes = [_purpose(desk, activity, each, f"{under}-{number}") for number, each in enumerate(activity.purposes, 1)]
    return Section(
        heading=desk.w.value(activity.name, because=desk.w.origins.field(activity, "name"))[0],
        anchor=under,
        blocks=(*levels_on(desk, activity, secured), *_measures(desk, activity)),
        children=tuple(each for each in purposes if each.blocks),
    )


def levels_on(desk: Desk, activity: Activity, secured: Secured) -> Iterator[Block]:
    """The levels of an activity with what they do to people, and which of what they ask is there."""
    w, found = desk.w, secured.classification
    if found is None:
        yield w.paragraph("b.sheet.unclassified", *w.origins.field(activity, "name"))
    else:
        kept = record(w, "security_classification", found, activity.name)
        columns = ("column.aspect", "column.level", "column.harm", "column.reasoning")
        rows = [_level(desk, kept, found, aspect) for aspect in SecurityAspect]
        yield w.table("b.sheet.levels", columns, rows)
        asked = [_effect(desk, kept, secured, each) for each in _asked(desk, found)]
        if asked:
            yield w.table("b.sheet.asked", ("column.asked", "column.counts"), asked)


def _measures(desk: Desk, activity: Activity) -> Iterator[Block]:
    w = desk.w
    measures = [each for each in w.dossier.measures if each.id in activity.measure_ids]
    if measures:
        rows = [(of_measure(w, each).cell(each.name, "name"), counts(desk, each)) for each in measures]
        yield w.table("b.sheet.measures", ("column.measure", "column.counts"), rows)


def _level(desk: Desk, kept: Record, found: Classification, aspect: SecurityAspect) -> tuple[Text, ...]:
    w, number = desk.w, found.levels[aspect]
    known = level_of(w, aspect, number)
    return (
        kept.said(w.word(f"aspect.{aspect.value}"), aspect.value),
        kept.cell(level_words(w, aspect, number), aspect.value),
        w.value(known.harm.in_language(w.language), because=kept.origins(aspect.value), slot="harm") if known else (),
        kept.words(found.reasons[aspect], f"{aspect.value}_reason"),
    )


def _asked(desk: Desk, found: Classification) -> tuple[Effect, ...]:
    known = [level_of(desk.w, aspect, number) for aspect, number in found.levels.items()]
    return tuple(dict.fromkeys(Effect(each) for level in known if level for each in level.asks))


def _effect(desk: Desk, kept: Record, secured: Secured, effect: Effect) -> tuple[Text, ...]:
    w = desk.w
    answers = {True: "b.effect.yes", False: "b.effect.no", None: "b.effect.unknown"}
    asked = w.said(w.word(f"effect.{effect.value}"), *kept.origins("levels"), slot=effect.value)
    return asked, w.say(answers[secured.has(effect)], *kept.origins("levels"))


def _purpose(desk: Desk, activity: Activity, purpose: Purpose, anchor: str) -> Section:
    w = desk.w
    because = w.origins.row(activity, "purposes", purpose, "text")
    heading = w.one("b.sheet.purpose", *because, purpose=purpose.text or "–")
    return Section(heading=heading, anchor=anchor, blocks=(access_for(desk, activity, purpose),))


def access_for(desk: Desk, activity: Activity, purpose: Purpose) -> Block:
    """Who may see what for the purpose, or that nobody recorded it."""
    w = desk.w
    lines = [
        line
        for line in w.dossier.access_rules
        if line.activity_id == activity.id and line.purpose_id in (None, purpose.id)
    ]
    if not lines:
        return w.paragraph("b.sheet.no-access", *w.origins.row(activity, "purposes", purpose, "text"))
    columns = ("column.function", "column.data", "column.change", "column.why")
    rows = [tuple(cell for place, cell in enumerate(line_of(desk, activity, each)) if place != 1) for each in lines]
    return w.table("b.sheet.access", columns, rows)
