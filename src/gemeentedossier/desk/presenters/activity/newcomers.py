"""Reference activities to start from, by policy domain, with what is doubtful in each."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import ngettext

from gemeentedossier.catalogue.facts import Catalogue, ReferenceActivity
from gemeentedossier.desk.presenters.activity.vocabulary import name_of


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferenceShown:
    """A reference activity in the list."""

    id: str
    name: str
    purpose: str
    controller: str
    doubts_summary: str
    doubts: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DomainShown:
    """A policy domain with its reference activities."""

    name: str
    references: tuple[ReferenceShown, ...]


def references_found(catalogue: Catalogue, *, query: str, language: str) -> tuple[DomainShown, ...]:
    """The reference activities in whose words the query stands, by domain; all of them without a query."""
    domains: dict[str, list[ReferenceShown]] = defaultdict(list)
    for reference in catalogue.reference_activities.values():
        if _says(reference, query.casefold()):
            domains[name_of(reference.domain)].append(_shown(reference, language))
    return tuple(DomainShown(name=name, references=tuple(found)) for name, found in sorted(domains.items()))


def _says(reference: ReferenceActivity, query: str) -> bool:
    words = " ".join(_words(reference)).casefold()
    return all(word in words for word in query.split())


def _words(reference: ReferenceActivity) -> Iterator[str]:
    texts = (reference.name, *(purpose.text for purpose in reference.prefill.purposes))
    for text in texts:
        yield from filter(None, (text.nl, text.en))
    yield name_of(reference.domain)


def _shown(reference: ReferenceActivity, language: str) -> ReferenceShown:
    count = len(reference.doubts)
    return ReferenceShown(
        id=reference.id,
        name=reference.name.in_language(language),
        purpose="; ".join(purpose.text.in_language(language) for purpose in reference.prefill.purposes),
        controller=reference.controller_words.in_language(language),
        doubts_summary=ngettext("%(count)s doubt", "%(count)s doubts", count) % {"count": count},
        doubts=tuple(doubt.reason.in_language(language) for doubt in reference.doubts),
    )
