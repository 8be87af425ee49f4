"""What a benchmark hands over, and the table in which a person reads it."""

import sys
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured number. ``limit`` is what was promised (at most), ``beside`` what it is compared with, and
    ``ratio_limit`` what was promised of that ratio."""

    what: str
    value: float | None
    unit: str
    limit: float | None = None
    beside: str = ""
    ratio: float | None = None
    note: str = ""
    ratio_limit: float | None = None

    @property
    def verdict(self) -> str:
        """Whether the promise is kept; empty where none was made."""
        promised = [(self.value, self.limit), (self.ratio, self.ratio_limit)]
        kept = [found <= most for found, most in promised if found is not None and most is not None]
        return "" if not kept else "ok" if all(kept) else "MISSED"


def not_measured(what: str, unit: str, *, why: str) -> Figure:
    """A figure that this machine cannot give, and why."""
    return Figure(what, None, unit, note=f"not measured: {why}")


def number(value: float | None) -> str:
    """Three significant digits, thousands apart."""
    if value is None:
        return "–"
    return f"{value:,.0f}" if abs(value) >= 100 else f"{value:.3g}"


def print_table(subject: str, figures: Iterable[Figure]) -> None:
    """The figures of one subject, promises and ratios in columns."""
    print(f"\n{subject}")
    for figure in figures:
        limit = f"≤ {number(figure.limit)}" if figure.limit is not None else ""
        ratio = f"{number(figure.ratio)} × {figure.beside}" if figure.ratio is not None else figure.beside
        ratio += f" (≤ {number(figure.ratio_limit)} ×)" if figure.ratio_limit is not None else ""
        value = f"{number(figure.value)} {figure.unit}" if figure.value is not None else "–"
        tail = "  ".join(part for part in (ratio, figure.note) if part)
        print(f"  {figure.what:<58}{value:>16}{limit:>10}  {figure.verdict:<7}{tail}".rstrip())
    sys.stdout.flush()
