"""What the portal's own templates show: a text in sections, of which each says plainly what nobody recorded."""

from dataclasses import dataclass

from gemeentedossier.design.parts import Alert, Badge, Link


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A line. ``own`` marks the municipality's own words, which are Dutch on an English page too."""

    text: str
    url: str = ""
    note: str = ""
    note_url: str = ""
    own: bool = False
    note_own: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """A term with its lines; without lines ``missing`` says that nobody recorded it."""

    label: str
    items: tuple[Item, ...] = ()
    missing: str = ""
    explained: bool = False
    """The notes of the lines are long: they open on request."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """A part of a section: one purpose, one use of data, one right."""

    title: Item | None = None
    paragraphs: tuple[Item, ...] = ()
    facts: tuple[Fact, ...] = ()
    callouts: tuple[Alert, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    identifier: str
    title: str
    paragraphs: tuple[Item, ...] = ()
    items: tuple[Item, ...] = ()
    groups: tuple[Group, ...] = ()
    missing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ActivityPage:
    """One version of an activity, for everyone."""

    name: str
    description: str
    badges: tuple[Badge, ...]
    alerts: tuple[Alert, ...]
    summary: tuple[Fact, ...]
    sections: tuple[Section, ...]
    address: str
    json_address: str
    canonical: str
    indexed: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """An activity in the list."""

    name: str
    url: str
    purpose: str
    domain: str = ""
    state: Badge | None = None
    why: str = ""
    """Why it was found, where its name does not say so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entrance:
    """A municipality on the front page."""

    name: str
    register: Link
    desk: Link
    home_url: str
    is_example: bool
