"""What the findings amount to month by month: per Part what was met, what was not, and what was unknown."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from gemeentedossier.assessment.engine.lots import Lot
from gemeentedossier.assessment.enums import Outcome
from gemeentedossier.catalogue.facts.rules import Part
from gemeentedossier.method.enums import CountedOutcome
from gemeentedossier.method.facts import PartCount

MONTHS = 12
"""How many months that are over are looked back on (our own choice)."""
COUNTED: Mapping[Outcome, CountedOutcome] = {
    Outcome.MET: CountedOutcome.MET,
    Outcome.CONTRADICTS: CountedOutcome.NOT_MET,
    Outcome.NOT_MET: CountedOutcome.NOT_MET,
    Outcome.EXPIRED: CountedOutcome.NOT_MET,
    Outcome.PARTLY: CountedOutcome.NOT_MET,
    Outcome.GAP: CountedOutcome.UNKNOWN,
    Outcome.UNDECIDED: CountedOutcome.UNKNOWN,
}
"""As what each outcome counts; the others are not counted. Wherever it is told how much is in order and how much is
not, it is by this."""


def months_over(today: dt.date, *, since: dt.date) -> tuple[dt.date, ...]:
    """Return the last days of the months that are over, the oldest first; none that ended before ``since``."""
    return tuple(reversed([each for each in _last_days(today) if each >= since]))


def _last_days(today: dt.date) -> Iterator[dt.date]:
    day = today
    for _number in range(MONTHS):
        day = day.replace(day=1) - dt.timedelta(days=1)
        yield day


def count_parts(lots: Iterable[Lot]) -> Mapping[Part, PartCount]:
    """Return what was found of every Part."""
    found: dict[Part, Counter[CountedOutcome]] = {each: Counter() for each in Part}
    for lot in lots:
        if lot.outcome in COUNTED:
            found[lot.rule.part][COUNTED[lot.outcome]] += lot.count
    return {part: _part_count(counts) for part, counts in found.items()}


def _part_count(counts: Mapping[CountedOutcome, int]) -> PartCount:
    return PartCount(
        met=counts[CountedOutcome.MET],
        not_met=counts[CountedOutcome.NOT_MET],
        unknown=counts[CountedOutcome.UNKNOWN],
    )


def counted_lots(lots: Iterable[Lot], *, part: Part | None, outcome: CountedOutcome | None) -> Iterator[Lot]:
    """Yield the lots that are counted as this; None is any."""
    for lot in lots:
        if part in (None, lot.rule.part) and counts_as(lot, outcome):
            yield lot


def counts_as(lot: Lot, outcome: CountedOutcome | None) -> bool:
    """Return whether the lot is counted as this; None is any."""
    return lot.outcome in COUNTED and outcome in (None, COUNTED[lot.outcome])
