"""The documents that can be had, and the ways to have them."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from gemeentedossier.design.enums import Weight
from gemeentedossier.design.parts import Action, Definition, Tab
from gemeentedossier.documents.engine.rendering import Format
from gemeentedossier.documents.enums import DocumentKind
from gemeentedossier.foundation.addresses import reverse

if TYPE_CHECKING:
    from collections.abc import Collection

    from django_stubs_ext import StrOrPromise

LANGUAGES = {"nl": "Nederlands", "en": "English"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Offered:
    """A document: what it is, what it is for, and the buttons to read or take it."""

    kind: DocumentKind
    title: StrOrPromise
    about: StrOrPromise
    why: StrOrPromise
    read: Action
    files: tuple[Action, ...]


def title_of(kind: DocumentKind) -> str:
    """What the document is called on screen."""
    return {
        DocumentKind.PART_A: _("Part A: guidelines for data processing"),
        DocumentKind.PART_B: _("Part B: security for each purpose"),
        DocumentKind.PART_C: _("Part C: risks to people"),
        DocumentKind.PART_D: _("Part D: personal data breaches"),
        DocumentKind.REGISTER_EXTRACT: _("Record of processing activities"),
        DocumentKind.ACCOUNTABILITY: _("Account of every criterion"),
    }[kind]


def offered(kind: DocumentKind, *, slug: str, language: str, directly: Collection[Format]) -> Offered:
    """One document with its buttons."""
    about, why = _ABOUT[kind]()
    return Offered(
        kind=kind,
        title=title_of(kind),
        about=about,
        why=why,
        read=Action(label=_("Read"), url=_page(slug, kind, language), weight=Weight.SECONDARY),
        files=file_actions(kind, slug=slug, language=language, directly=directly),
    )


def file_actions(kind: DocumentKind, *, slug: str, language: str, directly: Collection[Format]) -> tuple[Action, ...]:
    """A button per form in which the document can be taken: a link where it comes at once, else one that asks."""
    return tuple(
        Action(
            label=form.value.upper(),
            url=_place("document-file" if form in directly else "document-ask", slug, kind, form, language),
            weight=Weight.SUBTLE,
            posts=form not in directly,
        )
        for form in (Format.PDF, Format.DOCX, Format.ODT, Format.HTML)
    )


def language_tabs(chosen: str) -> tuple[Tab, ...]:
    """In which language the documents are written."""
    return tuple(
        Tab(label=label, url=f"?language={language}", current=language == chosen)
        for language, label in LANGUAGES.items()
    )


def made_from(moment: dt.datetime | None, *, catalogue: str, records: int | None = None) -> tuple[Definition, ...]:
    """From which moment and with which catalogue the documents are composed."""
    then = date_format(localtime(moment), "j F Y, H:i") if moment else pgettext("moment in time", "Now")
    counted = () if records is None else (Definition(term=_("Processing activities"), texts=(str(records),)),)
    return (
        Definition(term=_("State of the dossier"), texts=(then,)),
        *counted,
        Definition(term=_("Law and method"), texts=(catalogue,)),
    )


def _page(slug: str, kind: DocumentKind, language: str) -> str:
    return reverse("desk:document", args=[slug, kind.value]) + f"?language={language}"


def _place(name: str, slug: str, kind: DocumentKind, form: Format, language: str) -> str:
    return reverse(f"desk:{name}", args=[slug, kind.value, form.value]) + f"?language={language}"


_ABOUT = {
    DocumentKind.PART_A: lambda: (
        _("The policy of the municipality for the processing of personal data, tailored to what it really does."),
        _("Shows how the principles are lived up to (Articles 5(2) and 24), to college, council and auditor."),
    ),
    DocumentKind.PART_B: lambda: (
        _("How what the municipality processes is secured: levels, systems, measures, access, continuity and risks."),
        _("Shows that security fits the risk to people (Article 32), to the CISO, process owners and auditor."),
    ),
    DocumentKind.PART_C: lambda: (
        _("Where an impact assessment is needed, which there are, the risks to people and what makes them smaller."),
        _("Shows that risks to people were weighed before processing (Articles 35 and 36), to college and auditor."),
    ),
    DocumentKind.PART_D: lambda: (
        _("Who does what within which term when data leak, and what happened in a year."),
        _("Shows that breaches are found, weighed, notified and mended (Articles 33 and 34), to college and auditor."),
    ),
    DocumentKind.REGISTER_EXTRACT: lambda: (
        _("Every processing activity with its purposes, legal bases, data, recipients and retention."),
        _("The record that the supervisory authority may ask for (Article 30(4))."),
    ),
    DocumentKind.ACCOUNTABILITY: lambda: (
        _("Every criterion of every Part with the answer of the municipality, its source, and what is still missing."),
        _("Shows auditor and supervisory authority that nothing was left out (Articles 5(2) and 24(1))."),
    ),
}
