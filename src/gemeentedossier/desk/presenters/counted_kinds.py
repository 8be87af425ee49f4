"""What charts count, by kind: how each is called and drawn, and how much of it came in quarter by quarter."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from gemeentedossier.design.charts import Bar, Series
from gemeentedossier.design.enums import Fill, Tone
from gemeentedossier.desk.presenters.quarters import Quarter, quarters_until

K = TypeVar("K", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class Look:
    """How a kind is drawn."""

    tone: Tone
    fill: Fill


def series_of(words: Mapping[K, str], looks: Mapping[K, Look]) -> tuple[Series, ...]:
    """One for each kind that has words, in their order."""
    return tuple(Series(label=word, tone=looks[kind].tone, fill=looks[kind].fill) for kind, word in words.items())


def values_of(counts: Mapping[K, int], kinds: Iterable[K]) -> tuple[int, ...]:
    """How much there is of each kind, in the order of the kinds."""
    return tuple(counts.get(kind, 0) for kind in kinds)


@dataclass(frozen=True, slots=True)
class ByQuarter(Generic[K]):
    """How much of each kind came in during the last quarters, the oldest first."""

    found: Mapping[Quarter, Mapping[K, int]]

    @classmethod
    def of(cls, came: Iterable[tuple[dt.date, K]], *, until: dt.date) -> "ByQuarter[K]":
        """Counted from what came in on which day; what came before the first quarter is left out."""
        found: dict[Quarter, Counter[K]] = {each: Counter() for each in quarters_until(until)}
        for day, kind in came:
            if (quarter := Quarter.of(day)) in found:
                found[quarter][kind] += 1
        return cls(found)

    def count(self, kinds: Iterable[K]) -> int:
        """How much there is of these kinds, in all quarters together."""
        wanted = frozenset(kinds)
        return sum(number for counts in self.found.values() for kind, number in counts.items() if kind in wanted)

    def bars(self, kinds: Iterable[K], *, url: str = "") -> tuple[Bar, ...]:
        """One for each quarter; none where nothing came in. ``url`` is that of a list, up to the kind."""
        if not any(self.found.values()):
            return ()
        named = tuple(kinds)
        return tuple(
            Bar(
                label=_("quarter %(quarter)s of %(year)s") % {"quarter": each.number, "year": each.year},
                short=pgettext("a quarter of a year, in two letters", "Q%(quarter)s") % {"quarter": each.number},
                below=str(each.year),
                values=values_of(counts, named),
                url=f"{url}{_during(each)}" if url and counts else "",
                urls=tuple(f"{url}{kind.value}{_during(each)}" for kind in named) if url else (),
            )
            for each, counts in self.found.items()
        )


def _during(quarter: Quarter) -> str:
    return f"&year={quarter.year}&quarter={quarter.number}"
