"""What a page's frame shows: where I am, who I am, which moment I look at."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from gemeentedossier.design.parts import Alert, Crumb, Link, Search

if TYPE_CHECKING:
    from datetime import datetime

    from django_stubs_ext import StrOrPromise


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place in the rail: `letter` before the label, `count` of what waits there, said by `count_label`."""

    label: StrOrPromise
    url: str
    letter: str = ""
    current: bool = False
    count: int | None = None
    count_label: StrOrPromise = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """The moment selector; `at` none is now. It posts `moment` (local date and time) or `now`, and `next_url`.

    Where what was `typed` could not be taken it is open, with that and with why it was `refused`.
    """

    url: str
    next_url: str
    at: datetime | None = None
    typed: str = ""
    refused: StrOrPromise = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    name: str
    sign_out_url: str
    role: StrOrPromise = ""
    account_url: str = ""
    places_url: str = ""
    """Where somebody chooses another municipality."""
    links: tuple[Link, ...] = ()
    """What else is theirs alone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Drafts:
    """Where forms keep what is typed in them, where they ask for it, and where they throw it away."""

    keep_url: str
    found_url: str
    drop_url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """Everything `frame.html` shows around a page of the staff; `theme` is the static path of a token file.

    `way_back` leads to what somebody is in the middle of, and went away from to do a part of it.
    """

    municipality: str
    home_url: str
    places: tuple[Place, ...] = ()
    crumbs: tuple[Crumb, ...] = ()
    search: Search | None = None
    moment: Moment | None = None
    person: Person | None = None
    drafts: Drafts | None = None
    way_back: Link | None = None
    presence_url: str = ""
    """Where the page of a record says that it is open, and hears who else has it open; empty for other pages."""
    language_url: str = ""
    next_url: str = ""
    theme: str = ""
    notice: StrOrPromise = ""
    alert: Alert | None = None
    """What is wrong with the program itself, on every page until it is mended."""
    day: str = ""
    """Today in words: the day on which a page is printed."""

    @property
    def here(self) -> StrOrPromise:
        """What the page is called: its last crumb, else its place in the rail."""
        names = [*(each.label for each in self.places if each.current), *(each.label for each in self.crumbs)]
        return names[-1] if names else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicFrame:
    """Everything `public.html` shows around a page for everyone."""

    municipality: str
    home_url: str
    crumbs: tuple[Crumb, ...] = ()
    links: tuple[Link, ...] = ()
    footer: tuple[Link, ...] = ()
    search: Search | None = None
    language_url: str = ""
    next_url: str = ""
    theme: str = ""
    notice: StrOrPromise = ""
    person: Person | None = None
    """Who is in, on pages that are for somebody from outside."""
