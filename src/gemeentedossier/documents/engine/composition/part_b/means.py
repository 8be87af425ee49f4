"""Chapters 5 and 6: the systems with what they inherit, and the measures with whether they count."""

from collections.abc import Iterable, Iterator

from gemeentedossier.documents.engine.blocks import Block, BulletList, Section, Text
from gemeentedossier.documents.engine.composition.material import Desk
from gemeentedossier.documents.engine.composition.records import (
    about_records,
    level_words,
    named_or_counted,
    of_measure,
    of_system,
    record,
)
from gemeentedossier.documents.engine.composition.wordings import long_date
from gemeentedossier.documents.engine.composition.writer import quoted
from gemeentedossier.dossier.assets.enums import MeasureState
from gemeentedossier.dossier.assets.facts import Measure, System
from gemeentedossier.dossier.security.engine.inherited import InheritedLevel, inherited_levels


def systems(desk: Desk) -> Section:
    """The systems, what they inherit of their activities, and which run on although nobody maintains them."""
    return desk.section("b.systems.heading", "systems", _systems(desk))


def _systems(desk: Desk) -> Iterator[Block]:
    w, found = desk.w, desk.w.dossier.systems
    yield w.paragraph("b.systems.intro")
    if not found:
        yield w.paragraph("b.systems.none", *w.origins.organisation("systems"))
        return
    yield systems_table(desk, found)
    outlived = [of_system(w, each) for each in found if each.is_outlived_on(w.day)]
    yield from about_records(desk, "b.systems.outlived", outlived, "state", "supported_until")
    told = [*_reasons(desk), *_oldest(desk), *departures(desk, found)]
    if told:
        yield BulletList(tuple(told))
    yield from desk.about("b.systems.unlinked", desk.where(lambda each: not each.system_ids), "system_ids")


def systems_table(desk: Desk, systems: Iterable[System]) -> Block:
    """Systems with where they are, what they inherit, and what uses them."""
    columns = ("column.system", "column.supplier", "column.location", "column.state", "column.levels", "column.used-by")
    return desk.w.table("b.systems.caption", columns, [_system(desk, each) for each in systems])


def _system(desk: Desk, system: System) -> tuple[Text, ...]:
    w, kept = desk.w, of_system(desk.w, system)
    suppliers = {each.id: each.name for each in w.dossier.parties}
    using = desk.where(lambda each: system.id in each.system_ids)
    state = w.word(f"system.{system.state.value}") if system.state else ""
    levels = "; ".join(_told(desk, each) for each in levels_of(desk, system) if each.level is not None)
    return (
        kept.cell(system.name, "name"),
        kept.cell(suppliers.get(system.supplier_id, "") if system.supplier_id else "", "supplier_id"),
        kept.cell(system.location, "location"),
        kept.said(state, "state") if state else w.unknown(*kept.origins("state")),
        kept.cell(levels, "levels"),
        w.value(
            named_or_counted(desk, using),
            because=(*kept.origins("name"), *desk.fields(using, "system_ids")),
            slot="use",
        ),
    )


def levels_of(desk: Desk, system: System) -> tuple[InheritedLevel, ...]:
    """The levels of a system: of its activities the highest, unless somebody decided otherwise."""
    recorded = desk.w.dossier
    using = (each.id for each in desk.by_id.values() if system.id in each.system_ids)
    found = {each.activity_id: each for each in recorded.classifications}
    return inherited_levels(using, found, (each for each in recorded.system_levels if each.system_id == system.id))


def _told(desk: Desk, level: InheritedLevel) -> str:
    return f"{desk.w.word(f'aspect.{level.aspect.value}')} {level_words(desk.w, level.aspect, level.level)}"


def _reasons(desk: Desk) -> Iterator[Text]:
    for each in desk.w.dossier.systems:
        if each.is_outlived_on(desk.w.day) and each.legacy_reason.strip():
            because = of_system(desk.w, each).origins("legacy_reason")
            yield desk.w.say("b.systems.legacy", *because, system=each.name, words=quoted(each.legacy_reason))


def _oldest(desk: Desk) -> Iterator[Text]:
    for each in desk.w.dossier.systems:
        if each.oldest_record_on:
            because = of_system(desk.w, each).origins("oldest_record_on")
            day = long_date(each.oldest_record_on, language=desk.w.language)
            yield desk.w.say("b.systems.oldest", *because, system=each.name, day=day)


def departures(desk: Desk, systems: Iterable[System]) -> Iterator[Text]:
    """Where somebody decided otherwise on a level of these systems, and why."""
    w = desk.w
    for system in systems:
        for level in levels_of(desk, system):
            if level.departure is None:
                continue
            because = record(w, "system_level", level.departure, system.name).origins("level", "reason")
            yield w.say(
                "b.systems.departed" if level.inherited else "b.systems.decided",
                *because,
                system=system.name,
                aspect=w.word(f"aspect.{level.aspect.value}"),
                who=level.departure.decided_by,
                level=level_words(w, level.aspect, level.level),
                **({"inherited": level_words(w, level.aspect, level.inherited)} if level.inherited else {}),
                words=quoted(level.departure.reason),
            )


def measures(desk: Desk) -> Section:
    """The measures with what they bring about, and whether they count on the day."""
    return desk.section("b.measures.heading", "measures", _measures(desk))


def _measures(desk: Desk) -> Iterator[Block]:
    w, found = desk.w, desk.w.dossier.measures
    yield w.paragraph("b.measures.intro")
    if not found:
        yield w.paragraph("b.measures.none", *w.origins.organisation("measures"))
        return
    yield measures_table(desk, found)
    unseen = [of_measure(w, each) for each in found if not each.indicator.strip()]
    yield from about_records(desk, "b.measures.unindicated", unseen, "indicator")
    yield from desk.about("b.measures.unlinked", desk.where(lambda each: not each.measure_ids), "measure_ids")


def measures_table(desk: Desk, measures: Iterable[Measure]) -> Block:
    """Measures with what they bring about, and whether they count."""
    columns = ("column.measure", "column.baseline", "column.effects", "column.counts", "column.owner")
    return desk.w.table("b.measures.caption", columns, [_measure(desk, each) for each in measures])


def _measure(desk: Desk, measure: Measure) -> tuple[Text, ...]:
    w, kept = desk.w, of_measure(desk.w, measure)
    effects = w.listed(w.word(f"effect.{each.value}") for each in measure.effects)
    return (
        kept.cell(measure.name, "name"),
        kept.cell(", ".join(measure.baseline), "baseline"),
        kept.said(effects, "effects") if effects else w.unknown(*kept.origins("effects")),
        counts(desk, measure),
        kept.cell(measure.owner, "owner"),
    )


def counts(desk: Desk, measure: Measure) -> Text:
    """Whether a measure counts on the day, until when evidence shows it, and else why not."""
    w, kept = desk.w, of_measure(desk.w, measure)
    pieces = {piece.id: piece for piece in w.dossier.evidence}
    truth = measure.is_in_effect_on(w.day, pieces)
    if truth is None:
        return w.say("b.counts.unknown", *kept.origins("state"))
    if not truth:
        return w.say(*_why_not(measure), *kept.origins("state", "evidence_ids"), **_again(desk, measure))
    standing = [pieces[key] for key in measure.evidence_ids if key in pieces and pieces[key].stands_on(w.day)]
    shown = [origin for each in standing for origin in record(w, "evidence", each, each.title).origins("valid_until")]
    days = [each.valid_until for each in standing if each.valid_until]
    if len(days) < len(standing):
        return w.say("b.counts.yes", *kept.origins("state"), *shown)
    return w.say("b.counts.until", *kept.origins("state"), *shown, day=long_date(max(days), language=w.language))


def _why_not(measure: Measure) -> tuple[str]:
    if measure.state is not MeasureState.DONE:
        return ("b.counts.not-done",)
    return ("b.counts.again",) if measure.repeated_incident_on else ("b.counts.unshown",)


def _again(desk: Desk, measure: Measure) -> dict[str, str]:
    if measure.state is MeasureState.DONE and measure.repeated_incident_on:
        return {"day": long_date(measure.repeated_incident_on, language=desk.w.language)}
    return {}
