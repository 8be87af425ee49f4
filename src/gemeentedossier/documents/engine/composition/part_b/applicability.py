"""Chapter 14: the statement of applicability, with what was decided not to apply."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from gemeentedossier.catalogue.facts.security import ControlMeasure, ControlState, ControlTheme, SecurityControl
from gemeentedossier.documents.engine.blocks import Block, Section, Text
from gemeentedossier.documents.engine.composition.material import Desk
from gemeentedossier.documents.engine.composition.part_b.means import counts
from gemeentedossier.documents.engine.composition.records import Record, of_measure, record
from gemeentedossier.documents.engine.composition.wordings import in_the_netherlands, long_date
from gemeentedossier.dossier.assets.facts import Measure
from gemeentedossier.dossier.security.engine.exclusions import excluded_among
from gemeentedossier.dossier.security.facts import ControlExclusion


def applicability(desk: Desk) -> Section:
    """What the baseline asks per theme with the measures for it, and the exclusions with their reasons."""
    children = [
        desk.section(f"b.applicability.{theme.value}.heading", f"applicability-{theme.value}", _theme(desk, theme))
        for theme in ControlTheme
    ]
    exclusions = desk.w.dossier.exclusions
    if exclusions:
        columns = ("column.number", "column.reason", "column.decision")
        table = desk.w.table("b.exclusions.caption", columns, [_exclusion(desk, each) for each in exclusions])
        children.append(desk.section("b.exclusions.heading", "exclusions", [table]))
    shown = [each for each in children if each.blocks]
    intro = [desk.w.paragraph("b.applicability.intro")] if shown else []
    return desk.section("b.applicability.heading", "applicability", intro, shown)


def _theme(desk: Desk, theme: ControlTheme) -> Iterator[Block]:
    own = _by_number(desk)
    controls = sorted(desk.w.catalogue.security_controls.values(), key=lambda each: each.number)
    rows = [
        _asked(desk, control, asked, [*own[asked.number], *own[control.number]])
        for control in controls
        if control.theme is theme
        for asked in control.measures
        if asked.is_asked
    ]
    if rows:
        columns = ("column.number", "column.asked", "column.measures", "column.counts")
        yield desk.w.table("b.applicability.caption", columns, rows)


def _by_number(desk: Desk) -> Mapping[str, list[Measure]]:
    found: defaultdict[str, list[Measure]] = defaultdict(list)
    for measure in desk.w.dossier.measures:
        for number in measure.baseline:
            found[number].append(measure)
    return found


def _asked(desk: Desk, control: SecurityControl, asked: ControlMeasure, own: list[Measure]) -> tuple[Text, ...]:
    w = desk.w
    number = asked.number if asked.state is ControlState.ACTIVE else control.number
    because = w.say("b.applicability.norm")[0].provenance.origins
    told = f"{control.name.in_language(w.language)}. {asked.text.in_language(w.language) if asked.text else ''}".strip()
    return (
        w.value(number, because=because, slot=f"{asked.number}-number"),
        w.value(told, because=because, slot=f"{asked.number}-asked"),
        *_answered(desk, asked.number, own),
    )


def _answered(desk: Desk, number: str, own: list[Measure]) -> tuple[Text, Text]:
    """The measures for a number and whether one counts; that it does not apply, or that nothing is recorded."""
    w = desk.w
    if own:
        pieces = {piece.id: piece for piece in w.dossier.evidence}
        best = next((each for each in own if each.is_in_effect_on(w.day, pieces)), own[0])
        because = [origin for each in own for origin in of_measure(w, each).origins("baseline")]
        return w.value(w.listed(each.name for each in own), because=because, slot=f"{number}-own"), counts(desk, best)
    if excluded_among([number], w.dossier.exclusions):
        because = [o for each in w.dossier.exclusions if excluded_among([number], [each])
                   for o in _kept(desk, each).origins("granted")]  # fmt: skip
        return (), w.say("b.applicability.excluded", *because)
    return (), w.say("b.applicability.nothing", *w.origins.organisation("measures"))


def _kept(desk: Desk, exclusion: ControlExclusion) -> Record:
    return record(desk.w, "control_exclusion", exclusion, exclusion.number)


def _exclusion(desk: Desk, exclusion: ControlExclusion) -> tuple[Text, ...]:
    kept = _kept(desk, exclusion)
    return kept.cell(exclusion.number, "number"), kept.words(exclusion.reason, "reason"), _decision(desk, exclusion)


def _decision(desk: Desk, exclusion: ControlExclusion) -> Text:
    w, because = desk.w, _kept(desk, exclusion).origins("granted")
    if exclusion.granted is None:
        return w.say("b.exclusion.proposed", *because, who=exclusion.proposed_by)
    day = (
        long_date(in_the_netherlands(exclusion.decided_at).date(), language=w.language) if exclusion.decided_at else ""
    )
    clause = "b.exclusion.granted" if exclusion.granted else "b.exclusion.refused"
    return w.say(clause, *because, who=exclusion.decided_by, day=day)
