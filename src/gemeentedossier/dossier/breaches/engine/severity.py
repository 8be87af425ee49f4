"""How serious a breach is by the method of the catalogue, with every factor visible. It advises and decides nothing."""

from collections.abc import Collection
from dataclasses import dataclass
from decimal import Decimal

from gemeentedossier.catalogue.facts.breaches import SeverityBand, SeverityPoints, SeverityScale, SeverityShift
from gemeentedossier.dossier.breaches.enums import BreachType, Circumstance, Loss
from gemeentedossier.dossier.breaches.facts import BreachScore

ASPECTS = ("confidentiality", "integrity", "availability")


@dataclass(frozen=True, slots=True, kw_only=True)
class Severity:
    """The score with its parts, and what the method advises; ``missing`` names the factors that nobody gave.

    ``score``, ``band`` and ``advised`` are None while a factor is missing: unknown never counts as low. ``shifts`` are
    the circumstances by which the advice lies higher or lower than the score.
    """

    context: int | None
    identification: Decimal | None
    circumstances: Decimal | None
    score: Decimal | None
    band: SeverityBand | None
    shifts: tuple[SeverityShift, ...]
    advised: SeverityBand | None
    is_large: bool | None
    missing: tuple[str, ...]


def severity_of(
    score: BreachScore, scale: SeverityScale, *, broken: Collection[BreachType] = (), people: int | None = None
) -> Severity:
    """Return the severity by the scale; ``people`` is the highest number of people that may be concerned.

    ``broken`` is what triage found broken: another aspect counts nothing, so nobody needs to say how much was lost of
    it. Empty is that nobody said so, and then every aspect is asked.
    """
    identified = _points(scale.identification, score.identification)
    around = _circumstances(score, scale, broken)
    missing = _missing(score, broken)
    total = band = advised = None
    shifts = shifts_of(score.circumstances or (), scale)
    if score.context_value is not None and identified is not None and around is not None:
        total = score.context_value * identified + around
        band = band_of(total, scale)
        advised = _advised(band, shifts, scale)
    return Severity(
        context=score.context_value,
        identification=identified,
        circumstances=around,
        score=total,
        band=band,
        shifts=shifts,
        advised=advised,
        is_large=None if people is None else people >= scale.large_from,
        missing=missing,
    )


def band_of(score: Decimal, scale: SeverityScale) -> SeverityBand:
    """The band in which a score falls; a band begins with its own number."""
    return [each for each in scale.bands if each.start <= score][-1]


def shifts_of(circumstances: tuple[Circumstance, ...], scale: SeverityScale) -> tuple[SeverityShift, ...]:
    """What lies behind an advice higher or lower than the score: all that a shift needs is there."""
    return tuple(each for each in scale.shifts if set(each.needs) <= set(circumstances))


def _advised(band: SeverityBand, shifts: tuple[SeverityShift, ...], scale: SeverityScale) -> SeverityBand:
    """At most one band up and one down: circumstances of one direction do not add up."""
    up = any(each.bands > 0 for each in shifts)
    down = any(each.bands < 0 for each in shifts)
    level = min(max(band.level + up - down, 1), len(scale.bands))
    return scale.bands[level - 1]


def is_untouched(aspect: str, broken: Collection[BreachType]) -> bool:
    """Whether triage said what was broken, and this aspect of security is not among it."""
    return bool(broken) and BreachType(aspect) not in broken


def _circumstances(score: BreachScore, scale: SeverityScale, broken: Collection[BreachType]) -> Decimal | None:
    asked = [each for each in ASPECTS if _loss(score, each) is not None or not is_untouched(each, broken)]
    losses = [_points(scale.losses[aspect], _loss(score, aspect)) for aspect in asked]
    known = [each for each in losses if each is not None]
    if len(known) < len(losses) or score.is_malicious is None:
        return None
    return sum(known, scale.malicious if score.is_malicious else Decimal(0))


def _loss(score: BreachScore, aspect: str) -> Loss | None:
    loss: Loss | None = getattr(score, f"{aspect}_loss")
    return loss


def _points(choices: tuple[SeverityPoints, ...], value: str | None) -> Decimal | None:
    return next((each.points for each in choices if each.value == value), None)


def _missing(score: BreachScore, broken: Collection[BreachType]) -> tuple[str, ...]:
    losses = (f"{aspect}_loss" for aspect in ASPECTS if not is_untouched(aspect, broken))
    factors = ("context_value", "identification", *losses, "is_malicious")
    return tuple(name for name in factors if getattr(score, name) is None)


def least_context(*, has_national_number: bool, has_criminal_data: bool) -> int:
    """The context that data ask for at least: 2 with the citizen service number, 4 with data on crimes."""
    return 4 if has_criminal_data else 2 if has_national_number else 1
