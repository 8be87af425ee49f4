"""Quarters of a year, by which lists of what came in are counted and narrowed."""

import datetime as dt
from dataclasses import dataclass

SHOWN = 8


@dataclass(frozen=True, slots=True, order=True)
class Quarter:
    """A quarter of a year; ``number`` is 1 to 4."""

    year: int
    number: int

    @classmethod
    def of(cls, day: dt.date) -> "Quarter":
        """The quarter in which a day lies."""
        return cls(day.year, (day.month + 2) // 3)

    @property
    def before(self) -> "Quarter":
        """The one before it."""
        return Quarter(self.year - 1, 4) if self.number == 1 else Quarter(self.year, self.number - 1)


def quarters_until(day: dt.date) -> tuple[Quarter, ...]:
    """The last quarters up to and with that of a day, the oldest first."""
    found = [Quarter.of(day)]
    while len(found) < SHOWN:
        found.append(found[-1].before)
    return tuple(reversed(found))
