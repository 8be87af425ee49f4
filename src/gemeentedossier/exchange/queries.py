"""What the catalogue tells the reader of files: words of headings and bases, and whom a text stands for."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from gemeentedossier.catalogue.facts import AliasKind, Catalogue
from gemeentedossier.catalogue.facts.vocabulary import RegisterField as HeadingField
from gemeentedossier.catalogue.queries import current_catalogue, latest_catalogue
from gemeentedossier.dossier.register.enums import Article6
from gemeentedossier.exchange.engine.kinds import FORMS, field_from
from gemeentedossier.exchange.engine.vocabulary import BasisSynonyms, HeadingSynonyms, Vocabulary
from gemeentedossier.exchange.engine.words import folded
from gemeentedossier.exchange.enums import ListKind, RegisterField, ResolvedKind
from gemeentedossier.foundation.engine.countries import country_names

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
ABBREVIATED = {"vs": "US", "usa": "US", "amerika": "US", "vk": "GB", "uk": "GB", "groot-brittannië": "GB"}
OTHER_NAMES = {
    "holland": "NL",
    "the netherlands": "NL",
    "verenigde staten van amerika": "US",
    "united states of america": "US",
    "engeland": "GB",
    "tsjechische republiek": "CZ",
}
CITED = re.compile(r"^art\. (?P<article>[\w.:]+)(?: lid (?P<paragraph>\w+))?(?: onder \S+)? (?P<law>.+)$")


def current_vocabulary() -> Vocabulary:
    """The words of the catalogue in use; those of lists of the latest, as they judge nothing."""
    return _vocabulary(_ByIdentity(current_catalogue()), _ByIdentity(latest_catalogue()))


def current_resolver() -> "CatalogueResolver":
    """Whom a text stands for, by the catalogue in use."""
    catalogue = current_catalogue()
    return CatalogueResolver(catalogue, _provisions(_ByIdentity(catalogue)), _third_countries(), _countries())


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
    countries: Mapping[str, str]
    """Those outside the EEA."""
    every_country: Mapping[str, str]

    def resolve(self, kind: ResolvedKind, text: str) -> str | None:
        """The id that the text stands for, or None."""
        if kind in PLACES:
            found = self.catalogue.resolve_alias(PLACES[kind], text)
            return found[0] if len(found) == 1 else None
        words = text.strip().casefold()
        if kind is ResolvedKind.PROVISION:
            return self._provision(text)
        known = {
            ResolvedKind.RETENTION_TRIGGER: TRIGGERS,
            ResolvedKind.THIRD_COUNTRY: self.countries,
            ResolvedKind.POLICY_DOMAIN: DOMAINS,
            ResolvedKind.COUNTRY: self.every_country,
        }[kind]
        return known.get(words)

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


@cache
def _third_countries() -> Mapping[str, str]:
    """Countries outside the EEA by their Dutch and English names and usual abbreviations."""
    named = {name: code for name, code in _named_countries() if code not in EEA}
    return {**named, **ABBREVIATED, "kosovo": "XK"}


@cache
def _countries() -> Mapping[str, str]:
    """Every country by its Dutch and English names, its code and usual abbreviations."""
    named = dict(_named_countries())
    codes = {code.casefold(): code for code in named.values()}
    return {**{folded(name): code for name, code in named.items()}, **codes, **named, **ABBREVIATED, **OTHER_NAMES}


def _named_countries() -> Iterator[tuple[str, str]]:
    for language in ("nl", "en"):
        for code, name in country_names(language):
            yield name.casefold(), code
