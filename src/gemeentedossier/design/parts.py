"""What presenters hand to the component templates: small values without behaviour.

Texts may be lazy translations. A text is escaped when it is shown; nothing here accepts ready HTML.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from gemeentedossier.design.enums import Density, Order, Shape, Stage, Tone, Weight

if TYPE_CHECKING:
    from datetime import datetime

    from django_stubs_ext import StrOrPromise


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    label: StrOrPromise
    url: str
    note: StrOrPromise = ""


def safe_url(url: str) -> str:
    """The address where it leads to a web page; empty where it is anything else (a script, a file)."""
    return url if url.startswith(("https://", "http://")) else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Crumb:
    """A step of the path to this page; the last one, this page itself, has no url."""

    label: StrOrPromise
    url: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """A button: a link, or when `posts` a form of its own that sends `name`, `value` and `next` to the url."""

    label: StrOrPromise
    url: str
    weight: Weight = Weight.SECONDARY
    posts: bool = False
    name: str = ""
    value: str = ""
    next_url: str = ""
    hint: StrOrPromise = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Badge:
    """A state: a word, a shape and a colour, never a colour alone."""

    word: StrOrPromise
    tone: Tone
    shape: Shape


@dataclass(frozen=True, slots=True, kw_only=True)
class Alert:
    title: StrOrPromise
    text: StrOrPromise = ""
    tone: Tone = Tone.NOTE
    shape: Shape = Shape.INFORMATION
    action: Action | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One judgement beside the text it concerns; `statements` holds two texts that contradict each other."""

    outcome: Badge
    title: StrOrPromise
    reason: StrOrPromise = ""
    nature: StrOrPromise = ""
    source: StrOrPromise = ""
    reference: Link | None = None
    statements: tuple[Quotation, ...] = ()
    repair: Action | None = None
    advice: StrOrPromise = ""
    """What mends it, where that is done outside this program or by somebody else."""
    also: Link | None = None
    """What can be done besides mending it, as a quiet link."""
    anchor: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """What a record says, and where."""

    text: StrOrPromise
    where: Link


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column; with `sort_url` its heading is a link that sorts, `order` is how it is sorted now."""

    label: StrOrPromise
    sort_url: str = ""
    order: Order | None = None
    numeric: bool = False
    unbroken: bool = False
    """What stands in it, such as a date of figures, stays on one line."""
    shape: Shape | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A piece of a bar, in hundredths of its length; what is hollow is drawn as an outline."""

    start: str
    length: str
    tone: Tone
    hollow: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """What stands in a table; `pieces` draw a bar, which only repeats what the text and the other cells say."""

    text: StrOrPromise = ""
    url: str = ""
    badge: Badge | None = None
    note: StrOrPromise = ""
    pieces: tuple[Piece, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick:
    """A box before the name of a row, which belongs to a form elsewhere on the page."""

    name: str
    value: str
    label: StrOrPromise
    form: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """As many cells as the table has columns; the first one names the row."""

    cells: tuple[Cell, ...]
    current: bool = False
    tick: Tick | None = None

    def labelled(self, columns: tuple[Column, ...]) -> list[tuple[Column, Cell]]:
        """Its cells beside their columns: on a phone every cell repeats its heading."""
        return list(zip(columns, self.cells, strict=True))


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    caption: StrOrPromise
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    density: Density = Density.CALM
    densities: tuple[Tab, ...] = ()
    caption_hidden: bool = False
    empty: EmptyState | None = None

    @property
    def leads(self) -> bool:
        """Whether something in it takes the focus; else the table itself does: who has no mouse scrolls it too."""
        return any(each.sort_url for each in self.columns) or any(
            row.tick or any(cell.url for cell in row.cells) for row in self.rows
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Tab:
    label: StrOrPromise
    url: str
    current: bool = False
    count: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PageLink:
    """A page of a long list; without url it stands for the pages left out."""

    number: int
    url: str = ""
    current: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Pagination:
    pages: tuple[PageLink, ...]
    summary: StrOrPromise = ""
    previous_url: str = ""
    next_url: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Search:
    """A search field; `shortcut` lets the key / jump to it and belongs to one field on a page."""

    url: str
    label: StrOrPromise
    name: str = "q"
    query: str = ""
    shortcut: bool = False
    identifier: str = "search"


@dataclass(frozen=True, slots=True, kw_only=True)
class Definition:
    """A term with what is known of it; without a value it is shown as missing, with the action that mends it."""

    term: StrOrPromise
    texts: tuple[StrOrPromise, ...] = ()
    links: tuple[Link, ...] = ()
    badge: Badge | None = None
    missing: StrOrPromise = ""
    action: Action | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EmptyState:
    """What belongs here, why the law asks for it, and the one next step."""

    title: StrOrPromise
    belongs: StrOrPromise
    reason: StrOrPromise = ""
    reference: Link | None = None
    step: Action | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """Work under way; `total` zero means that its length is not known."""

    label: StrOrPromise
    done: int
    total: int
    note: StrOrPromise = ""
    identifier: str = "progress"


@dataclass(frozen=True, slots=True)
class Words:
    """Words of two texts that were put together; `gone` stand in the first only, `come` in the second only."""

    text: str
    gone: bool = False
    come: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Two texts as one, word by word, with why they differ; without words of the first there is nothing to compare."""

    title: StrOrPromise
    words: tuple[Words, ...]
    reason: StrOrPromise
    note: StrOrPromise = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A field before and after; an empty text means that there was, or is, nothing.

    Where most of a text stayed, ``words`` holds both as one with what differs marked.
    """

    label: StrOrPromise
    before: StrOrPromise = ""
    after: StrOrPromise = ""
    words: tuple[Words, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """Something that happened: when, who, what and why, with what it changed; ``note`` says where it is kept."""

    at: datetime
    title: StrOrPromise
    by: StrOrPromise
    reason: StrOrPromise = ""
    note: StrOrPromise = ""
    changes: tuple[Change, ...] = ()
    link: Link | None = None
    action: Action | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    label: StrOrPromise
    stage: Stage
    url: str = ""
    note: StrOrPromise = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """Help beside a field: what it asks, what the answer is for, where the law asks it, and how it is written.

    ``because`` says what is wrong with the bad example; what is empty is not shown.
    """

    label: str
    asks: str
    used: tuple[str, ...] = ()
    law: tuple[Link, ...] = ()
    good: str = ""
    bad: str = ""
    because: str = ""
