"""The bar beside a heading: what is met, what is unlawful, what asks attention, what is unknown."""

from collections.abc import Iterator

from gemeentedossier.assessment.engine.glance import Tally
from gemeentedossier.assessment.engine.lots import Lot
from gemeentedossier.assessment.enums import Outcome
from gemeentedossier.design.enums import Tone
from gemeentedossier.design.parts import Piece
from gemeentedossier.desk.presenters.activity.margin import breaks_law

_GRAVE = (Outcome.CONTRADICTS, Outcome.NOT_MET, Outcome.EXPIRED)
_ORDER = (Tone.GOOD, Tone.ALARM, Tone.ATTENTION, Tone.OPEN, Tone.QUIET)
_TONES = {
    Outcome.MET: Tone.GOOD,
    Outcome.PARTLY: Tone.ATTENTION,
    Outcome.GAP: Tone.OPEN,
    Outcome.UNDECIDED: Tone.QUIET,
    Outcome.SUPPRESSED: Tone.QUIET,
}
LEAST = 1.5
"""Hundredths of the bar that anything found takes at least, so that it can be seen."""


def pieces_of(tally: Tally) -> tuple[Piece, ...]:
    """The pieces in their order; nothing of what does not apply. Red is only what the law does not allow."""
    counts = dict.fromkeys(_ORDER, 0)
    for lot in tally.lots:
        if lot.outcome is not Outcome.NOT_APPLICABLE:
            counts[_tone(lot)] += lot.count
    found = {tone: count for tone, count in counts.items() if count}
    return tuple(_drawn(found)) if found else ()


def _tone(lot: Lot) -> Tone:
    if lot.outcome in _GRAVE:
        return Tone.ALARM if breaks_law(lot.rule) else Tone.ATTENTION
    return _TONES[lot.outcome]


def _drawn(found: dict[Tone, int]) -> Iterator[Piece]:
    total = sum(found.values())
    lengths = {tone: max(100 * count / total, LEAST) for tone, count in found.items()}
    scale, start = 100 / sum(lengths.values()), 0.0
    for tone, length in lengths.items():
        yield Piece(start=f"{start:.2f}", length=f"{length * scale:.2f}", tone=tone, hollow=tone is Tone.OPEN)
        start += length * scale
