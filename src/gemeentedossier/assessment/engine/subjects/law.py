"""What the catalogue says on the day of the snapshot, looked up for the makers of subjects."""

import datetime as dt
import re
from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import TypeVar, cast

from gemeentedossier.catalogue.engine.lint import Lint
from gemeentedossier.catalogue.engine.word_lists import CovenantWords, WordList, found_in, pattern_of
from gemeentedossier.catalogue.facts.catalogue import Catalogue
from gemeentedossier.catalogue.facts.categories import DataKind
from gemeentedossier.catalogue.facts.citations import CitationForm
from gemeentedossier.catalogue.facts.law import LegalBasis, ProvisionNature
from gemeentedossier.catalogue.facts.retention import RetentionRule
from gemeentedossier.catalogue.facts.security import SecurityAspect
from gemeentedossier.catalogue.facts.sources import Status, Text
from gemeentedossier.foundation.engine.remembering import Remembered

T = TypeVar("T")
REMEMBERED = 10_000
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Law:
    """The catalogue on one day, with its word lists made ready."""

    catalogue: Catalogue
    day: dt.date
    kinds: Mapping[str, DataKind] = field(init=False)
    provisions: Mapping[str, LegalBasis] = field(init=False)
    retention_rules: Mapping[str, RetentionRule] = field(init=False)
    data_names: Mapping[str, Mapping[str, str]] = field(init=False)
    """By language."""
    broader_data: Mapping[str, frozenset[str]] = field(init=False)
    subject_names: Mapping[str, str] = field(init=False)
    recipient_names: Mapping[str, str] = field(init=False)
    eea: frozenset[str] = field(init=False)
    children: frozenset[str] = field(init=False)
    social_domain: frozenset[str] = field(init=False)
    lint: Lint = field(init=False)
    asked: Mapping[tuple[SecurityAspect, int], tuple[str, ...]] = field(init=False)
    """What a level of security asks of measures, by aspect and level."""
    _vague: WordList = field(init=False)
    _general: frozenset[str] = field(init=False)
    _covenants: CovenantWords = field(init=False)
    _registry: re.Pattern[str] | None = field(init=False)
    _too_short: frozenset[str] = field(init=False)
    _citations: Remembered[tuple[str, str], str] = field(init=False)
    _in_force: Remembered[tuple[str, dt.date], bool | None] = field(init=False)
    """Both by the provision: a register cites few, and often."""
    _made: dict[Hashable, object] = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        catalogue = self.catalogue
        for name, value in {
            "kinds": {each.id: each.kind for each in catalogue.data_categories.values()},
            "broader_data": {each: _with_broader(each, catalogue) for each in catalogue.data_categories},
            "provisions": catalogue.legal_bases,
            "retention_rules": catalogue.retention_rules,
            "data_names": {
                language: {each.id: each.name.in_language(language) for each in catalogue.data_categories.values()}
                for language in ("nl", "en")
            },
            "subject_names": {each.id: each.name.nl for each in catalogue.subject_categories.values()},
            "recipient_names": {each.id: each.name.nl for each in catalogue.recipient_categories.values()},
            "eea": frozenset(catalogue.words("eea")),
            "children": frozenset(catalogue.words("children")),
            "social_domain": frozenset(catalogue.words("social-domain")),
            "lint": Lint(catalogue),
            "asked": {(each.aspect, each.level): each.asks for each in catalogue.security_levels.values()},
            "_vague": WordList(catalogue.words("vague-purposes"), catalogue.patterns("vague-purposes")),
            "_general": frozenset(word.casefold() for word in catalogue.words("words-without-object")),
            "_covenants": CovenantWords(catalogue),
            "_registry": pattern_of(catalogue.words("base-registries")),
            "_too_short": frozenset(word.casefold() for word in catalogue.words("purposes-too-short")),
            "_citations": Remembered(self._citation, most=REMEMBERED),
            "_in_force": Remembered(self._whether_in_force, most=REMEMBERED),
            "_made": {},
        }.items():
            object.__setattr__(self, name, value)

    def once(self, facts: Hashable, made: Callable[[], T]) -> T:
        """Return what is made of these facts, their kind first: of equal facts the same. ``made`` sees nothing else."""
        found = self._made.get(facts)
        if found is None:
            if len(self._made) >= REMEMBERED:
                self._made.clear()
            found = self._made[facts] = made()
        return cast(T, found)

    def vague_words(self, text: str) -> tuple[str, ...]:
        """The vague words in a purpose, in order; the whole text where it is too short, or names no object at all."""
        plain = text.strip().strip(".").casefold()
        if plain in self._too_short:
            return (plain,)
        return self._vague.found_in(text) or ((plain,) if self._names_no_object(plain) else ())

    def _names_no_object(self, plain: str) -> bool:
        """Whether every word could stand in the purpose of any processing whatever."""
        words = _WORD.findall(plain)
        return bool(words) and all(map(self._general.__contains__, words))

    def names_covenant(self, text: str) -> bool:
        """Whether the text names an agreement between parties, and no law beside it."""
        return self._covenants.are_in(text)

    def names_base_registry(self, text: str) -> bool:
        """Whether the text names a base registry."""
        return bool(found_in(self._registry, text))

    def in_eea(self, country: str | None) -> bool | None:
        """Whether a country lies in the EEA; unknown without a country or where the list is not loaded."""
        return country.upper() in self.eea if country and self.eea else None

    def in_social_domain(self, domain: str) -> bool | None:
        """Whether a policy domain belongs to the social domain; unknown without a domain."""
        return domain in self.social_domain if domain and self.social_domain else None

    def citation(self, provision: LegalBasis, language: str) -> str:
        """Return the place in the law as running text cites it."""
        return self._citations[provision.id, language]

    def _citation(self, asked: tuple[str, str]) -> str:
        provision_id, language = asked
        return self.catalogue.reference(self.provisions[provision_id]).citation(language, form=CitationForm.LONG)

    def provision(self, provision_id: str) -> LegalBasis | None:
        """The provision of the catalogue, or None."""
        return self.provisions.get(provision_id)

    def in_force(self, provision_id: str, *, on: dt.date | None = None) -> bool | None:
        """Whether a provision is in force on a day, that of the law without another; unknown where its dates are.

        A bill never is, and nothing is outside the life of its statute.
        """
        return self._in_force[provision_id, on or self.day] if provision_id else None

    def _whether_in_force(self, asked: tuple[str, dt.date]) -> bool | None:
        provision_id, day = asked
        found = self.provision(provision_id)
        if found is None:
            return None
        statute = self.catalogue.statutes.get(found.statute)
        if found.nature is ProvisionNature.BILL or (statute and statute.validity.holds_on(day) is False):
            return False
        return found.validity.holds_on(day)

    def statute_name(self, statute_id: str) -> Text:
        """What a statute of the catalogue is called; the id itself where the catalogue does not know it."""
        found = self.catalogue.statutes.get(statute_id)
        return found.name if found else Text(statute_id)

    def retention_rule(self, rule_id: str) -> RetentionRule | None:
        """The retention rule of the catalogue, or None."""
        return self.retention_rules.get(rule_id)

    def names_of_data(self, ids: Iterable[str], language: str = "nl") -> list[str]:
        """The categories of data in words; an id that the catalogue does not know stays as it is."""
        names = self.data_names[language]
        return [names.get(each, each) for each in ids]

    def names_of_subjects(self, ids: Iterable[str]) -> list[str]:
        """The categories of people in Dutch words."""
        return [self.subject_names.get(each, each) for each in ids]

    def name_of_recipient(self, category: str) -> str:
        """A category of recipients in Dutch words."""
        return self.recipient_names.get(category, category)


def is_verified(status: Status) -> bool:
    """Whether a fact of the catalogue was read in the text in force."""
    return status is Status.VERIFIED


def _with_broader(category: str, catalogue: Catalogue) -> frozenset[str]:
    chain: list[str] = []
    current: str | None = category
    while current is not None and current not in chain:
        chain.append(current)
        found = catalogue.data_categories.get(current)
        current = found.broader if found else None
    return frozenset(chain)
