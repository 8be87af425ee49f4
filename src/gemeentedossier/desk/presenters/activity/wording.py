"""Values of the register in words: ids of the catalogue by their names, own words as they were written."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar
from uuid import UUID

from django.utils.formats import date_format
from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext as _

from gemeentedossier.catalogue.engine.durations import InvalidDuration, parse_duration
from gemeentedossier.catalogue.facts import (
    Catalogue,
    DataCategory,
    LegalBasis,
    PolicyDomain,
    RecipientCategory,
    RetentionRule,
    RetentionTrigger,
    Status,
    SubjectCategory,
)
from gemeentedossier.catalogue.queries import catalogue_at
from gemeentedossier.design.parts import Link
from gemeentedossier.desk.presenters.activity.vocabulary import name_of
from gemeentedossier.dossier.snapshot.facts import Dossier
from gemeentedossier.foundation.engine.countries import country_name

Named = DataCategory | SubjectCategory | RecipientCategory | RetentionRule
N = TypeVar("N", bound=Named)
E = TypeVar("E", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class Words:
    """What is needed to say a value: the catalogue, the reader's language, and the names behind keys."""

    catalogue: Catalogue
    language: str
    names: Mapping[UUID, str]

    def categories(self, kind: type[Named], ids: Iterable[str]) -> list[str]:
        """The names of categories; an id that the catalogue no longer has stands as it is."""
        known = self.catalogue.entries_of(kind)
        return [known[i].name.in_language(self.language) if i in known else i for i in ids]

    def provision(self, provision_id: str) -> Link | None:
        """The place in the law, linked to its text, with a note where the catalogue is in doubt."""
        if not provision_id:
            return None
        basis = self.catalogue.legal_bases.get(provision_id)
        if basis is None:
            return Link(label=provision_id, url="", note=_("The catalogue does not know this provision."))
        summary = basis.summary.in_language(self.language)
        doubt = doubt_of(basis.status)
        note = f"{summary} ({doubt})" if doubt else summary
        return Link(label=citation(basis, self.catalogue), url=basis.source.url or "", note=note)

    def provision_text(self, provision_id: str) -> str:
        """The place in the law as one text."""
        basis = self.catalogue.legal_bases.get(provision_id)
        return citation(basis, self.catalogue) if basis else provision_id

    def period(self, period: str) -> str:
        """An ISO 8601 duration in words; what is none stands as it was written."""
        try:
            return parse_duration(period).wording(self.language) if period else ""
        except InvalidDuration:
            return period

    def trigger(self, trigger: str) -> str:
        """The event from which a term counts."""
        return vocabulary_word(RetentionTrigger, trigger)

    def domain(self, domain: str) -> str:
        """The policy domain; own words as they are."""
        return vocabulary_word(PolicyDomain, domain)

    def statute(self, statute_id: str) -> str:
        """The short name of a statute of the catalogue."""
        known = self.catalogue.statutes.get(statute_id)
        return known.abbreviation if known else statute_id

    def reference(self, reference_id: str) -> str:
        """The name of a reference activity of the catalogue."""
        known = self.catalogue.reference_activities.get(reference_id)
        return known.name.in_language(self.language) if known else reference_id


def words_of(dossier: Dossier, *, at: dt.datetime | None) -> Words:
    """The words for this dossier in the reader's language, as the catalogue said them ``at`` a moment; None is now."""
    organisation = dossier.organisation
    names: dict[UUID, str] = {}
    for named in (organisation.people, organisation.controllers, organisation.units):
        names.update((each.id, each.name) for each in named)
    for recorded in (dossier.parties, dossier.systems, dossier.measures):
        names.update((each.id, each.name) for each in recorded)
    return Words(catalogue_at(at), language(), names)


def language() -> str:
    """The reader's language, as the catalogue asks for it."""
    return get_language() or "nl"


def country(code: str | None) -> str:
    """The country in the reader's language; empty where none was recorded."""
    return country_name(code, language()) if code else ""


def citation(basis: LegalBasis, catalogue: Catalogue) -> str:
    """The place in the law as lists cite it, in the reader's language."""
    return catalogue.reference(basis).citation(language())


def doubt_of(status: Status) -> str:
    """Why the fact must be checked before it is relied on; empty where it was verified."""
    return name_of(status) if status in {Status.UNVERIFIED, Status.VERIFIED_OLDER_TEXT} else ""


def vocabulary_word(vocabulary: type[E], value: str) -> str:
    """The value of a vocabulary in words; a text outside it stands as it is."""
    return name_of(vocabulary(value)) if value in {member.value for member in vocabulary} else value


def answer(known: bool | None) -> str:  # noqa: FBT001 - the answer is the value itself
    """Yes, no or not known."""
    words = {True: pgettext("answer", "Yes"), False: pgettext("answer", "No")}
    return words[known] if known is not None else pgettext("answer", "Not known yet")


def day(date: dt.date | None) -> str:
    """A date in full; empty for none."""
    return date_format(date, "j F Y") if date else ""


def listing(items: Iterable[str]) -> str:
    """Words after one another: a, b and c."""
    found = list(items)
    if len(found) < 2:
        return "".join(found)
    return _("%(first)s and %(last)s") % {"first": ", ".join(found[:-1]), "last": found[-1]}
