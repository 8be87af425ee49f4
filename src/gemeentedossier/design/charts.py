"""Charts: what a presenter hands over, and where on the canvas everything comes. The table beside it says the same.

Coordinates are units of the drawing, of which ``WIDTH`` go in its width: wide enough for twelve months, and narrow
enough to be read on a phone.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from gemeentedossier.design.enums import Density, Fill, Tone
from gemeentedossier.design.numbers import counted
from gemeentedossier.design.parts import Cell, Column, Row, Table

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

WIDTH, EDGE = 400, 4
PLOT, HEAD, FOOT = 132, 20, 38
"""Of columns: the height of the highest one, the room above it for its number, and below it for its name."""
ROW, BAR, BAR_AT = 46, 16, 24
LETTERS = 46
"""How many letters of a name fit above a bar; the table has it whole."""
TALL = 2 * (HEAD + PLOT + FOOT)
"""From this height on two charts in columns stand beside it, so that it leaves no hole below another."""
NO_FIGURE = "–"
"""Stands where a figure would."""
LEAST = 2.0
"""What anything that was counted takes at least, so that it can be seen."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """What is counted in each bar, with the look of its piece: a fill besides a colour."""

    label: StrOrPromise
    tone: Tone
    fill: Fill


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """A bar: as many values as the chart has series. ``url`` leads to its cases, ``urls`` to those of each value.

    ``mark`` is where a mark stands on it; ``told`` says in words what a number alone does not. Without values a bar has
    no figure, which is something else than none; ``told`` then says why.
    """

    label: StrOrPromise
    values: tuple[int, ...]
    url: str = ""
    urls: tuple[str, ...] = ()
    short: StrOrPromise = ""
    below: StrOrPromise = ""
    mark: int | None = None
    told: StrOrPromise = ""

    @property
    def total(self) -> int:
        """All that is counted in it."""
        return sum(self.values)


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A rectangle of the drawing."""

    x: str
    y: str
    width: str
    height: str
    tone: Tone
    fill: Fill


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """A word of the drawing; ``anchor`` is start, middle or end."""

    x: str
    y: str
    text: StrOrPromise
    anchor: str = "middle"
    strong: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """A bar on the canvas: the field that can be pressed, its pieces and words, and the corners of its mark."""

    said: str
    url: str
    field: tuple[str, str, str, str]
    pieces: tuple[Piece, ...]
    words: tuple[Word, ...]
    mark: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """Bars of counts: columns where time goes on, rows where each bar has a name of its own.

    ``top`` is the length of the scale, where that is not the highest bar; ``steps`` draws its steps.
    """

    identifier: str
    title: StrOrPromise
    says: StrOrPromise
    about: StrOrPromise
    series: tuple[Series, ...]
    bars: tuple[Bar, ...]
    rows: bool = False
    top: int = 0
    steps: bool = False
    mark_label: StrOrPromise = ""

    @property
    def scale(self) -> int:
        """How much goes in the whole length."""
        return max(self.top, 1, *(each.total for each in self.bars))

    @property
    def height(self) -> int:
        """Of the canvas, in its units."""
        if self.rows:
            return ROW * len(self.bars) + (FOOT // 2 if self.steps else EDGE)
        return HEAD + PLOT + FOOT

    @property
    def is_tall(self) -> bool:
        """Whether two others, one below the other, stand beside it."""
        return self.height > TALL

    @property
    def base(self) -> int:
        """Where columns stand on."""
        return HEAD + PLOT

    @property
    def drawn(self) -> tuple[Drawn, ...]:
        """Every bar on the canvas."""
        draw = self._row if self.rows else self._column
        return tuple(draw(number, each) for number, each in enumerate(self.bars))

    @property
    def ticks(self) -> tuple[Word, ...]:
        """The steps of the scale below rows, where it has them."""
        if not self.steps:
            return ()
        y = _told(ROW * len(self.bars) + 12)
        return tuple(Word(x=_told(self._along(each)), y=y, text=str(each)) for each in range(1, self.scale + 1))

    @property
    def table(self) -> Table:
        """The same counts as a table, each leading to its cases."""
        marked = (Column(label=self.mark_label, numeric=True),) if self.mark_label else ()
        named = tuple(Column(label=each.label, numeric=True) for each in self.series)
        return Table(
            caption=self.title,
            caption_hidden=True,
            columns=(Column(label=self.about), *named, *marked),
            rows=tuple(self._cells(each) for each in self.bars),
            density=Density.DENSE,
        )

    def _cells(self, bar: Bar) -> Row:
        urls = bar.urls or ("",) * len(bar.values)
        noted = next((number for number, value in enumerate(bar.values) if value), 0)
        counts = [
            Cell(text=counted(value), url=url if value else "", note=bar.told if number == noted else "")
            for number, (value, url) in enumerate(zip(bar.values, urls, strict=True))
        ] or [Cell(text=NO_FIGURE, note="" if number else bar.told) for number, _ in enumerate(self.series)]
        marked = (Cell(text="" if bar.mark is None else str(bar.mark)),) if self.mark_label else ()
        return Row(cells=(Cell(text=bar.label, url=bar.url), *counts, *marked))

    def _along(self, value: float) -> float:
        return EDGE + value * (WIDTH - 2 * EDGE) / self.scale

    def _said(self, bar: Bar) -> str:
        counts = (
            f"{each.label} {counted(value)}" for each, value in zip(self.series, bar.values, strict=bool(bar.values))
        )
        marked = (f"{self.mark_label} {bar.mark}",) if self.mark_label and bar.mark is not None else ()
        told = (str(bar.told),) if bar.told else tuple(counts)
        return f"{bar.label}: {', '.join((*told, *marked))}"

    def _column(self, number: int, bar: Bar) -> Drawn:
        pace = (WIDTH - 2 * EDGE) / len(self.bars)
        wide = min(pace * 0.7, 48.0)
        left = EDGE + pace * number
        x, top = left + (pace - wide) / 2, float(self.base)
        pieces = []
        for series, length in self._lengths(bar, PLOT):
            top -= length
            pieces.append(_piece(series, x, top, wide, length))
        middle = _told(left + pace / 2)
        above = NO_FIGURE if not bar.values else counted(bar.total) if bar.total else ""
        words = [Word(x=middle, y=_told(top - 5), text=above, strong=True)] if above else []
        words.append(Word(x=middle, y=_told(self.base + 16), text=bar.short or bar.label))
        if bar.below:
            words.append(Word(x=middle, y=_told(self.base + 32), text=bar.below))
        field = (_told(left), "0", _told(pace), _told(self.height))
        return Drawn(said=self._said(bar), url=bar.url, field=field, pieces=tuple(pieces), words=tuple(words))

    def _row(self, number: int, bar: Bar) -> Drawn:
        y, x = ROW * number, float(EDGE)
        pieces = []
        for series, length in self._lengths(bar, WIDTH - 2 * EDGE):
            pieces.append(_piece(series, x, y + BAR_AT, length, BAR))
            x += length
        count = bar.told or counted(bar.total)
        words = (
            Word(x=_told(EDGE), y=_told(y + 17), text=_shortened(str(bar.label)), anchor="start"),
            Word(x=_told(WIDTH - EDGE), y=_told(y + 17), text=count, anchor="end", strong=True),
        )
        return Drawn(
            said=self._said(bar),
            url=bar.url,
            field=("0", _told(y), _told(WIDTH), _told(ROW)),
            pieces=tuple(pieces),
            words=words,
            mark="" if bar.mark is None else _diamond(self._along(bar.mark), y + BAR_AT + BAR / 2),
        )

    def _lengths(self, bar: Bar, room: float) -> Iterator[tuple[Series, float]]:
        """The length of each piece; what is there is seen, and together they do not leave the canvas."""
        lengths = [max(room * value / self.scale, LEAST) if value else 0.0 for value in bar.values]
        fit = min(1.0, room / (sum(lengths) or 1.0))
        for series, length in zip(self.series, lengths, strict=bool(lengths)):
            if length:
                yield series, length * fit


def table_label() -> str:
    """What unfolds the table of a chart."""
    return _("The figures as a table")


def nothing_counted() -> str:
    """What stands in a place of a chart in which nothing is counted."""
    return pgettext("chart", "Nothing to count yet.")


def _piece(series: Series, x: float, y: float, width: float, height: float) -> Piece:
    return Piece(x=_told(x), y=_told(y), width=_told(width), height=_told(height), tone=series.tone, fill=series.fill)


def _diamond(x: float, y: float, half: float = 9.0) -> str:
    corners = ((x, y - half), (x + half * 0.7, y), (x, y + half), (x - half * 0.7, y))
    return " ".join(f"{_told(across)},{_told(down)}" for across, down in corners)


def _shortened(text: str) -> str:
    return text if len(text) <= LETTERS else f"{text[: LETTERS - 1].rstrip()}…"


def _told(number: float) -> str:
    """A coordinate without a comma, whatever the language of the reader."""
    return f"{number:.1f}".removesuffix(".0")
