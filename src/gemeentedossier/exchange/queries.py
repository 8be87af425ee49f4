"""What the catalogue tells the reader of files: words of headings and bases, and whom a text stands for."""

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from gemeentedossier.catalogue.facts import AliasKind, Catalogue
from gemeentedossier.catalogue.facts.vocabulary import RegisterField as HeadingField
from gemeentedossier.catalogue.queries import current_catalogue, latest_catalogue
from gemeentedossier.dossier.register.enums import Article6
from gemeentedossier.exchange.engine.kinds import FORMS, field_from
from gemeentedossier.exchange.engine.vocabulary import BasisSynonyms, HeadingSynonyms, Vocabulary
from gemeentedossier.exchange.enums import ListKind, RegisterField, ResolvedKind
from gemeentedossier.foundation.engine.countries import country_code, named_country

FIELDS = {
    HeadingField.ARTICLE_6: RegisterField.LEGAL_BASIS,
    HeadingField.LEGAL_BASES: RegisterField.LEGAL_BASIS,
    HeadingField.SUBJECTS: RegisterField.SUBJECT_CATEGORIES,
    HeadingField.DATA: RegisterField.DATA_CATEGORIES,
    HeadingField.SPECIAL_DATA: RegisterField.SPECIAL_CATEGORIES,
    HeadingField.PROCESSOR_AGREEMENT: RegisterField.AGREEMENT_SIGNED,
    HeadingField.AGREEMENTS: RegisterField.COVENANT,
    HeadingField.TRANSFERS: RegisterField.THIRD_COUNTRY_TRANSFER,
    HeadingField.IMPACT_ASSESSMENT: RegisterField.DPIA_DONE,
    HeadingField.DESCRIPTION: RegisterField.REMARKS,
    HeadingField.MUNICIPALITY: RegisterField.REMARKS,
}
"""Where the reader calls a field otherwise than the catalogue."""
OTHER_HEADINGS = {
    RegisterField.TASK: ("taak", "taak afdeling", "taakveld"),
    RegisterField.PUBLIC_OR_PRIVATE: ("publiek/privaat", "publiek of privaat"),
    RegisterField.ROLE: ("rol", "rol gemeente", "rol van de gemeente"),
    RegisterField.PROCESSING_STATE: ("status", "status verwerking"),
    RegisterField.STARTED_ON: ("startdatum", "in gebruik sinds", "datum ingebruikname"),
    RegisterField.LAST_REVIEWED_ON: ("datum laatste controle", "laatst gecontroleerd", "laatste controle"),
}
"""Headings of fields that are about the record rather than about the law."""
TRIGGERS = {
    "afhandeling": "case_closed",
    "afhandeling zaak": "case_closed",
    "afsluiting": "case_closed",
    "afsluiting dossier": "case_closed",
    "sluiting dossier": "case_closed",
    "einde zaak": "case_closed",
    "beëindiging zaak": "case_closed",
    "laatste wijziging": "last_change_of_data",
    "laatste wijziging gegevens": "last_change_of_data",
    "laatste contact": "last_change_of_file",
    "einde voorziening": "end_of_provision",
    "beëindiging voorziening": "end_of_provision",
    "besluit": "decision_date",
    "beschikking": "decision_date",
    "melding": "report_date",
}
PLACES = {
    ResolvedKind.SUBJECT_CATEGORY: AliasKind.SUBJECT_CATEGORIES,
    ResolvedKind.DATA_CATEGORY: AliasKind.DATA_CATEGORIES,
    ResolvedKind.RECIPIENT: AliasKind.RECIPIENT_CATEGORIES,
    ResolvedKind.SOURCE: AliasKind.RECIPIENT_CATEGORIES,
    ResolvedKind.CONTROLLER: AliasKind.CONTROLLER_KINDS,
}
DOMAINS = {
    "wmo": "social_support",
    "maatschappelijke ondersteuning": "social_support",
    "jeugd": "youth",
    "inkomen": "income",
    "participatie": "income",
    "werk en inkomen": "income",
    "schulden": "debts",
    "schuldhulp": "debts",
    "onderwijs": "education",
    "leerplicht": "education",
    "inburgering": "civic_integration",
    "veiligheid": "safety",
    "zorg en veiligheid": "care_and_safety",
    "volksgezondheid": "public_health",
    "ondersteunend": "support",
    "bedrijfsvoering": "support",
}
EEA = frozenset(re.findall("..", "ATBEBGHRCYCZDKEEFIFRDEGRHUISIEITLVLILTLUMTNLNOPLPTROSKSIESSE"))
"""The member states of the European Union with Iceland, Liechtenstein and Norway, by ISO 3166-1 code."""
CITED = re.compile(r"^art\. (?P<article>[\w.:]+)(?: lid (?P<paragraph>\w+))?(?: onder \S+)? (?P<law>.+)$")


def current_vocabulary() -> Vocabulary:
    """The words of the catalogue in use; those of lists of the latest, as they judge nothing."""
    return _vocabulary(_ByIdentity(current_catalogue()), _ByIdentity(latest_catalogue()))


def current_resolver() -> "CatalogueResolver":
    """Whom a text stands for, by the catalogue in use."""
    catalogue = current_catalogue()
    return CatalogueResolver(catalogue, _provisions(_ByIdentity(catalogue)))


@dataclass(frozen=True, slots=True, eq=False)
class _ByIdentity:
    """A catalogue as a key of a cache."""

    catalogue: Catalogue

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _ByIdentity) and other.catalogue is self.catalogue

    def __hash__(self) -> int:
        return id(self.catalogue)


@dataclass(frozen=True, slots=True)
class CatalogueResolver:
    """Gives an id only where one certainly fits; of several possible ones, none."""

    catalogue: Catalogue
    provisions: Mapping[tuple[str, str], tuple[tuple[str, str], ...]]

    def resolve(self, kind: ResolvedKind, text: str) -> str | None:
        """The id that the text stands for, or None."""
        if kind in PLACES:
            found = self.catalogue.resolve_alias(PLACES[kind], text)
            return found[0] if len(found) == 1 else None
        if kind is ResolvedKind.PROVISION:
            return self._provision(text)
        if kind is ResolvedKind.COUNTRY:
            return country_code(text)
        if kind is ResolvedKind.THIRD_COUNTRY:
            return third_country(text)
        known = {ResolvedKind.RETENTION_TRIGGER: TRIGGERS, ResolvedKind.POLICY_DOMAIN: DOMAINS}[kind]
        return known.get(text.strip().casefold())

    def _provision(self, text: str) -> str | None:
        cited = CITED.match(text)
        statutes = self.catalogue.resolve_alias(AliasKind.STATUTES, cited["law"]) if cited else ()
        if cited is None or len(statutes) != 1:
            return None
        candidates = self.provisions.get((statutes[0], cited["article"]), ())
        if cited["paragraph"]:
            candidates = tuple(c for c in candidates if c[1] == cited["paragraph"])
        return candidates[0][0] if len(candidates) == 1 else None


@cache
def _vocabulary(key: _ByIdentity, latest: _ByIdentity) -> Vocabulary:
    catalogue = key.catalogue
    own = {field.value: field for field in RegisterField}
    headings = [
        HeadingSynonyms(FIELDS[h.field] if h.field in FIELDS else own[h.field.value], h.headings)
        for h in catalogue.headings.values()
    ]
    headings += [HeadingSynonyms(field, words) for field, words in OTHER_HEADINGS.items()]
    lists = [HeadingSynonyms(field_from(h.field.value), h.headings) for h in latest.catalogue.list_headings.values()]
    letters: dict[str, list[str]] = defaultdict(list)
    for words, targets in catalogue.aliases.get(AliasKind.ARTICLE_6, {}).items():
        if len(targets) == 1:
            letters[targets[0]].append(words)
    laws = {name for s in catalogue.statutes.values() for name in (s.abbreviation, s.name.nl)}
    laws |= set(catalogue.aliases.get(AliasKind.STATUTES, {}))
    return Vocabulary(
        headings=tuple(headings),
        others={
            kind: tuple(each for each in lists if each.field in form.fields)
            for kind, form in FORMS.items()
            if kind is not ListKind.REGISTER
        },
        bases=tuple(BasisSynonyms(Article6(letter), tuple(words)) for letter, words in sorted(letters.items())),
        laws=tuple(sorted(laws)),
    )


@cache
def _provisions(key: _ByIdentity) -> Mapping[tuple[str, str], tuple[tuple[str, str], ...]]:
    found: dict[tuple[str, str], list[tuple[str, str]]] = defaultdict(list)
    for basis in key.catalogue.legal_bases.values():
        found[basis.statute, basis.article].append((basis.id, basis.paragraph or ""))
    return {place: tuple(bases) for place, bases in found.items()}


def third_country(text: str) -> str | None:
    """The code of a country outside the EEA that is named; a code alone, such as "no" or "in", is no name in a text."""
    if text.strip().casefold() == "kosovo":
        return "XK"  # not in ISO 3166-1, and outside the EEA all the same
    code = named_country(text)
    return None if code in EEA else code
