"""What a search found, by kind of record: a name, where it stands, and the words around what was asked."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from gemeentedossier.catalogue.facts.citations import CitationForm
from gemeentedossier.design.numbers import counted
from gemeentedossier.design.parts import Action, EmptyState, Link
from gemeentedossier.dossier.snapshot.search import Found, folded, pattern_of
from gemeentedossier.foundation.addresses import reverse

if TYPE_CHECKING:
    from gemeentedossier.catalogue.facts import LegalBasis
    from gemeentedossier.catalogue.facts.catalogue import Catalogue
    from gemeentedossier.catalogue.facts.rules import Rule

FEW = 5
"""How many of a kind are shown where every kind is."""
NEAREST = 10
"""Records that the list of the keyboard offers."""
PAGES: Mapping[str, str] = {"evidence": "evidence-piece"}
"""The page of a record, where it is not called as its kind."""
CRITERION, FIELD, PAGE = "criterion", "field", "page"


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a text; ``is_asked`` where it is what somebody looked for."""

    text: str
    is_asked: bool = False


@dataclass(frozen=True, slots=True)
class Hit:
    """One record that was found: its page, its name and the words around the place, in pieces."""

    url: str
    name: tuple[Piece, ...]
    said: tuple[Piece, ...] = ()


@dataclass(frozen=True, slots=True)
class Group:
    """What was found of one kind; ``more`` leads to all of them where not all are shown."""

    identifier: str
    title: str
    hits: tuple[Hit, ...]
    more: Link | None = None


def names_of(catalogue: Catalogue, language: str) -> Mapping[str, str]:
    """How the keys are called that records hold of the catalogue."""
    categories = (catalogue.data_categories, catalogue.subject_categories, catalogue.recipient_categories)
    named = {each.id: each.name.in_language(language) for kind in categories for each in kind.values()}
    return {**named, **{each.id: _provision(each, catalogue, language) for each in catalogue.legal_bases.values()}}


def _provision(basis: LegalBasis, catalogue: Catalogue, language: str) -> str:
    return f"{catalogue.reference(basis).citation(language)}: {basis.summary.in_language(language)}"


def pages_found(places: Iterable[Link], stems: Sequence[str]) -> tuple[Found, ...]:
    """The pages of the desk that are called so."""
    patterns = [pattern_of(each) for each in stems]
    called = [each for each in places if patterns and all(one.search(folded(str(each.label))) for one in patterns)]
    return tuple(Found(PAGE, each.url, str(each.label)) for each in called)


def criteria_found(rules: Iterable[Rule], stems: Sequence[str], language: str) -> tuple[Found, ...]:
    """The criteria that ask about every word, those that are called so first; their id is told apart as a text."""
    patterns = [pattern_of(each) for each in stems]
    found = []
    for rule in rules:
        label, question = rule.label.in_language(language), rule.question.in_language(language)
        cited = (each.citation(language, form=form) for each in rule.law for form in CitationForm)
        called, whole = folded(label), folded(" ".join((rule.id, label, question, *cited)))
        if patterns and all(each.search(whole) for each in patterns):
            weight = 1 if all(each.search(called) for each in patterns) else 2
            found.append(Found(CRITERION, rule.id, label, "" if weight == 1 else question, weight))
    return tuple(sorted(found, key=lambda each: (each.weight, folded(each.name), str(each.id))))


def groups_of(found: Sequence[Found], stems: Sequence[str], *, slug: str, query: str, only: str) -> tuple[Group, ...]:
    """What was found by kind, the kind with the nearest first; of each kind a few, of an ``only`` kind all."""
    by_kind: dict[str, list[Found]] = {}
    for each in found:
        by_kind.setdefault(each.kind, []).append(each)
    order = sorted(by_kind, key=lambda kind: (by_kind[kind][0].weight, list(kinds()).index(kind)))
    shown = [kind for kind in order if not only or kind == only]
    return tuple(_group(kind, by_kind[kind], stems, slug=slug, query=query, is_whole=bool(only)) for kind in shown)


def nearest_of(found: Sequence[Found], *, slug: str) -> list[dict[str, str]]:
    """The nearest of what was found: what kind, how it is called and where it stands."""
    near = sorted((each for each in found if each.kind != PAGE), key=lambda each: each.weight)[:NEAREST]
    return [{"kind": kinds()[each.kind], "name": each.name, "url": _url(each, slug)} for each in near]


def kinds() -> Mapping[str, str]:
    """What several records of a kind are called, in the order of the rail."""
    return {
        "activity": _("Processing activities"),
        "system": _("Systems"),
        "measure": _("Measures"),
        "tool": _("Digital tools"),
        "risk": _("Security risks"),
        "assessment": _("Impact assessments"),
        "breach": _("Personal data breaches"),
        "agreement": _("Agreements"),
        "party": _("Parties"),
        "leaflet": _("Leaflets"),
        "request": _("Requests of data subjects"),
        "clause": _("Clauses of policy"),
        "matter": _("Contested law"),
        "evidence": _("Evidence"),
        CRITERION: _("Criteria"),
        FIELD: _("Explanation of fields"),
        PAGE: _("Pages"),
    }


def lead(query: str, count: int) -> str:
    """How much was found for what was asked; what can be asked where nothing was."""
    if not query:
        return _("Everything in the dossier: records, numbers, articles and criteria, in whatever form a word stands.")
    told = ngettext("%(count)s place for “%(query)s”.", "%(count)s places for “%(query)s”.", count)
    return told % {"count": counted(count), "query": query}


def nothing_found(query: str, meant: Sequence[str], *, slug: str) -> EmptyState:
    """That nothing was found, what was looked through, and what the asker may have meant."""
    said = _("Every word must occur; with fewer words more is found.")
    near = ", ".join(f"“{each}”" for each in meant)
    first = reverse("desk:search", args=[slug])
    return EmptyState(
        title=_("Nothing was found for “%(query)s”") % {"query": query},
        belongs=_("In names and in everything that is recorded: register, agreements, security, DPIAs, breaches."),
        reason=_("Did you mean %(words)s? %(said)s") % {"words": near, "said": said} if meant else said,
        step=Action(label=_("Look for “%(word)s”") % {"word": meant[0]}, url=f"{first}?{urlencode({'q': meant[0]})}")
        if meant
        else Action(label=_("Look in the register"), url=reverse("desk:register", args=[slug])),
    )


def _group(kind: str, found: Sequence[Found], stems: Sequence[str], *, slug: str, query: str, is_whole: bool) -> Group:
    patterns = [pattern_of(each) for each in stems]
    shown = found if is_whole else found[:FEW]
    more = None
    if len(found) > len(shown):
        address = f"{reverse('desk:search', args=[slug])}?{urlencode({'q': query, 'kind': kind})}"
        label = pgettext("records of a kind that were found", "All %(count)s") % {"count": counted(len(found))}
        more = Link(label=label, url=address)
    return Group(
        identifier=f"found-{kind}",
        title=f"{kinds()[kind]} ({counted(len(found))})",
        hits=tuple(Hit(_url(each, slug), pieces(each.name, patterns), pieces(each.said, patterns)) for each in shown),
        more=more,
    )


def _url(found: Found, slug: str) -> str:
    if found.kind == PAGE:
        return str(found.id)
    if found.kind == CRITERION:
        return reverse("desk:coverage-rule", args=[slug, found.id])
    if found.kind == FIELD:
        record, _dot, field = str(found.id).partition(".")
        return f"{reverse('desk:help-record', args=[slug, record])}#{field}"
    return reverse(f"desk:{PAGES.get(found.kind, found.kind)}", args=[slug, found.id])


def pieces(text: str, patterns: Iterable[re.Pattern[str]]) -> tuple[Piece, ...]:
    """The text cut where something of it was asked."""
    whole = folded(text)
    spans = sorted(match.span() for pattern in patterns for match in pattern.finditer(whole) if match.group())
    made: list[Piece] = []
    at = 0
    for start, end in spans:
        if start < at:
            continue
        made += [Piece(text[at:start])] if start > at else []
        made.append(Piece(text[start:end], is_asked=True))
        at = end
    return (*made, Piece(text[at:])) if text[at:] else tuple(made)
