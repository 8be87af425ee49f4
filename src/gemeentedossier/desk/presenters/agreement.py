"""The parts of which the page of a record is made, and an agreement with what is needed to show it."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

from django.forms import Form

from gemeentedossier.design.parts import Comparison, Definition, Link, Table, safe_url
from gemeentedossier.desk.presenters.activity.wording import Words
from gemeentedossier.desk.presenters.findings import Shown
from gemeentedossier.dossier.agreements.facts import Agreement
from gemeentedossier.dossier.snapshot.facts import Dossier


@dataclass(frozen=True, slots=True, kw_only=True)
class Fold:
    """A form that opens where it belongs."""

    title: str
    button: str
    url: str
    form: Form
    anchor: str
    id: str = ""
    opened: bool = False
    """Whether somebody came for it."""

    @property
    def is_open(self) -> bool:
        """Whether somebody came for it, or filled it in and something needs attention."""
        return self.opened or self.form.is_bound


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A section of the page."""

    anchor: str
    title: str
    about: str
    definitions: tuple[Definition, ...] = ()
    table: Table | None = None
    comparisons: tuple[Comparison, ...] = ()
    """Two texts beside each other."""
    more: tuple[Definition, ...] = ()
    """What is known besides, folded away until somebody asks for it."""
    more_title: str = ""
    edit_url: str = ""
    add_url: str = ""
    """Where something is added to it."""
    folds: tuple[Fold, ...] = ()
    cases: tuple[Shown, ...] = ()
    """What is open, beside what it is about."""
    names_cases: bool = False
    """Whether the cases are about several records, so that each says which."""
    links: tuple[Link, ...] = ()
    wide: bool = False
    """Whether it has a table that needs the margin too."""
    empty: str = ""
    """What belongs here, where nothing is recorded."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementSight:
    """An agreement with what is needed to show it."""

    slug: str
    agreement: Agreement
    dossier: Dossier
    today: dt.date
    words: Words
    may_edit: bool
    may_tell: bool = False
    """Whether they may record leaflets."""
    folds: Mapping[str, tuple[Fold, ...]] = field(default_factory=dict)
    cases: Mapping[str, tuple[Shown, ...]] = field(default_factory=dict)


def said(term: str, *texts: str, missing: str = "") -> Definition:
    """What is known of something."""
    return Definition(term=term, texts=tuple(text for text in texts if text), missing=missing)


def web_page(term: str, url: str | None, *, label: str = "") -> Definition:
    """A page as a link; an address that a browser could take for something else stands there as text."""
    if url and safe_url(url):
        return Definition(term=term, links=(Link(label=label or url, url=url),))
    return said(term, label, url or "")
