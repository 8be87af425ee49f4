"""What happened by year: how many breaches, in time or late, told, mended; what came back; exercises apart."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence

from gemeentedossier.documents.engine.blocks import Block, Section, Text
from gemeentedossier.documents.engine.composition.breached import clocks, of_breach
from gemeentedossier.documents.engine.composition.material import FEW, Desk
from gemeentedossier.documents.engine.composition.wordings import in_the_netherlands
from gemeentedossier.dossier.breaches.engine.clock import ClockState
from gemeentedossier.dossier.breaches.engine.repeats import repeats_of
from gemeentedossier.dossier.breaches.engine.words import word
from gemeentedossier.dossier.breaches.enums import BreachTermKind
from gemeentedossier.dossier.breaches.facts import PersonalDataBreach

Breaches = Sequence[PersonalDataBreach]
LATE = (ClockState.LATE, ClockState.OVERDUE)
UNDECIDED = (ClockState.UNDECIDED,)
UNTOLD = (ClockState.UNTOLD,)


def overview(desk: Desk) -> Section:
    """The yearly overview."""
    return desk.section("d.year.heading", "year", _overview(desk))


def _overview(desk: Desk) -> Iterator[Block]:
    w = desk.w
    held = [each for each in w.dossier.breaches if not each.is_exercise and each.is_breach is not False]
    real = [each for each in held if each.is_breach]
    if real:
        years = sorted({_year(each) for each in real}, reverse=True)
        columns = (
            "column.year", "column.breaches", "column.in-time", "column.late", "column.told", "column.measures-done",
        )  # fmt: skip
        yield w.table("d.year.caption", columns, [_row(desk, year, real) for year in years])
        yield w.table("d.year.kinds-caption", ("column.incident", "column.how-often"), _kinds(desk, real))
    else:
        yield w.paragraph("d.year.none", *w.origins.organisation("breaches"))
    yield from _named(desk, "d.year.late", real, lambda each: _authority(desk, each) in LATE, "notifications")
    yield from _named(desk, "d.year.open", real, _has_open_measure, "measures")
    yield from _named(desk, "d.year.repeats", real, lambda each: bool(repeats_of(each, real)), "nature")
    yield from _named(desk, "d.year.unjudged", held, lambda each: each.is_breach is None, "triage")
    yield from _named(desk, "d.year.undecided", real, lambda each: _authority(desk, each) in UNDECIDED, "decisions")
    yield from _named(desk, "d.year.untold", real, lambda each: _authority(desk, each) in UNTOLD, "moments")
    yield from _named(desk, "d.year.for-another", real, lambda each: each.is_for_another, "triage")
    exercises = [each for each in w.dossier.breaches if each.is_exercise]
    yield from _named(desk, "d.year.exercises", exercises, lambda each: True, "is_exercise")


def _has_open_measure(breach: PersonalDataBreach) -> bool:
    return any(each.done_on is None for each in breach.measures)


def _year(breach: PersonalDataBreach) -> int:
    return in_the_netherlands(breach.reported_at).year


def _authority(desk: Desk, breach: PersonalDataBreach) -> ClockState | None:
    """How the clock of the notification stands; None where nothing is to be notified."""
    return next((each.state for each in clocks(desk, breach) if each.kind is BreachTermKind.AUTHORITY), None)


def _row(desk: Desk, year: int, breaches: Iterable[PersonalDataBreach]) -> tuple[Text, ...]:
    w, those = desk.w, [each for each in breaches if _year(each) == year]
    because = [origin for each in those for origin in of_breach(desk, each).origins("name")]
    states = [_authority(desk, each) for each in those]
    done = [measure.done_on is not None for each in those for measure in each.measures]
    counts = (
        len(those),
        sum(each is ClockState.MET for each in states),
        sum(each in LATE for each in states),
        sum(bool(each.messages) for each in those),
    )
    cells = (str(year), *map(str, counts), f"{sum(done)}/{len(done)}")
    return tuple(w.value(text, because=because, slot=f"{year}.{at}") for at, text in enumerate(cells))


def _kinds(desk: Desk, breaches: Breaches) -> list[tuple[Text, ...]]:
    w = desk.w
    kinds = Counter(each.nature.kind for each in breaches)
    rows: list[tuple[Text, ...]] = []
    for kind, count in sorted(kinds.items(), key=lambda each: (-each[1], each[0] or "")):
        because = [
            origin
            for each in breaches
            if each.nature.kind is kind
            for origin in of_breach(desk, each).origins("nature")
        ]
        name = w.said(word(kind, w.language), *because, slot=kind) if kind else w.say("d.year.kind-unknown", *because)
        rows.append((name, w.value(str(count), because=because, slot=f"{kind or 'unknown'}.count")))
    return rows


def _named(
    desk: Desk, clause: str, breaches: Breaches, holds: Callable[[PersonalDataBreach], bool], field: str
) -> Iterator[Block]:
    """A clause about the breaches for which something holds, by number; nothing where there are none."""
    those = [each for each in breaches if holds(each)]
    if those:
        because = [origin for each in those for origin in of_breach(desk, each).origins(field)]
        names = desk.w.listed(each.number if len(those) > FEW else f"{each.number} {each.title}" for each in those)
        yield desk.w.paragraph(clause, *because, names=names)
