"""The catalogue as one immutable value: everything the packs say, looked up by id."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeVar, cast

from gemeentedossier.catalogue.facts.activities import ReferenceActivity
from gemeentedossier.catalogue.facts.breaches import (
    BreachFormField,
    BreachRule,
    BreachRuleFor,
    BreachStep,
    ExerciseCase,
    SeverityScale,
    breach_rule_on,
)
from gemeentedossier.catalogue.facts.categories import DataCategory, RecipientCategory, SubjectCategory
from gemeentedossier.catalogue.facts.citations import LawReference
from gemeentedossier.catalogue.facts.faults import Fault
from gemeentedossier.catalogue.facts.guidance import FieldGuidance
from gemeentedossier.catalogue.facts.holidays import Holiday
from gemeentedossier.catalogue.facts.law import LegalBasis, Statute
from gemeentedossier.catalogue.facts.lint import WordList
from gemeentedossier.catalogue.facts.method import (
    MaturityLevel,
    MaturityTheme,
    MethodInstrument,
    MethodPhase,
    MethodStep,
    QuickscanQuestion,
)
from gemeentedossier.catalogue.facts.norms import LawArticles, OpenNorm, ScreeningCriterion
from gemeentedossier.catalogue.facts.retention import RetentionConflict, RetentionRule
from gemeentedossier.catalogue.facts.risks import RiskScale
from gemeentedossier.catalogue.facts.rules import Rule
from gemeentedossier.catalogue.facts.security import SecurityControl, SecurityLevel
from gemeentedossier.catalogue.facts.sources import Text
from gemeentedossier.catalogue.facts.vocabulary import AliasKind, GlossaryTerm, HeadingSynonyms, ListHeadings

FactT = TypeVar("FactT")


class UnknownEntry(LookupError):
    """The catalogue has no entry of that kind with that id."""

    def __init__(self, kind: str, entry_id: str) -> None:
        super().__init__(f"The catalogue has no {kind} “{entry_id}”.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Pack:
    """A set of catalogue files published as one: the product's own, or a municipality's.

    `law_state` is the day up to which the law was read; `in_use_from` the day from which this version judges, by
    default the same.
    """

    id: str
    name: Text
    version: str
    law_state: date
    licence: str
    in_use_from: date | None = None


def normalised(text: str) -> str:
    """Return the form in which aliases are compared: small letters, single spaces."""
    return re.sub(r"[\s_]+", " ", text).strip(" .;:").casefold()


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Law and method at one moment; built by the loader, never changed.

    ``faults`` are those of packs that were set aside whole: nothing of them stands in the catalogue.
    """

    packs: tuple[Pack, ...]
    entries: Mapping[type, Mapping[str, object]]
    aliases: Mapping[AliasKind, Mapping[str, tuple[str, ...]]]
    faults: tuple[Fault, ...] = ()

    def entries_of(self, fact: type[FactT]) -> Mapping[str, FactT]:
        """Return all entries of a kind by id; empty where no pack has that kind."""
        return cast(Mapping[str, FactT], self.entries.get(fact, {}))

    def entry(self, fact: type[FactT], entry_id: str) -> FactT:
        """Return one entry; raises `UnknownEntry`."""
        try:
            return self.entries_of(fact)[entry_id]
        except KeyError:
            raise UnknownEntry(fact.__name__, entry_id) from None

    def resolve_alias(self, kind: AliasKind, text: str) -> tuple[str, ...]:
        """Return the ids that `text` stands for: itself an id, a name or an alias; empty if none."""
        return self.aliases.get(kind, {}).get(normalised(text), ())

    def reference(self, provision: LegalBasis) -> LawReference:
        """Return the place in the law of a provision, to be cited."""
        return provision.reference(self.statutes.get(provision.statute))

    @property
    def statutes(self) -> Mapping[str, Statute]:
        return self.entries_of(Statute)

    @property
    def legal_bases(self) -> Mapping[str, LegalBasis]:
        return self.entries_of(LegalBasis)

    @property
    def data_categories(self) -> Mapping[str, DataCategory]:
        return self.entries_of(DataCategory)

    @property
    def subject_categories(self) -> Mapping[str, SubjectCategory]:
        return self.entries_of(SubjectCategory)

    @property
    def recipient_categories(self) -> Mapping[str, RecipientCategory]:
        return self.entries_of(RecipientCategory)

    @property
    def retention_rules(self) -> Mapping[str, RetentionRule]:
        return self.entries_of(RetentionRule)

    @property
    def retention_conflicts(self) -> Mapping[str, RetentionConflict]:
        return self.entries_of(RetentionConflict)

    @property
    def reference_activities(self) -> Mapping[str, ReferenceActivity]:
        return self.entries_of(ReferenceActivity)

    @property
    def headings(self) -> Mapping[str, HeadingSynonyms]:
        return self.entries_of(HeadingSynonyms)

    @property
    def list_headings(self) -> Mapping[str, ListHeadings]:
        return self.entries_of(ListHeadings)

    @property
    def glossary(self) -> Mapping[str, GlossaryTerm]:
        return self.entries_of(GlossaryTerm)

    @property
    def rules(self) -> Mapping[str, Rule]:
        return self.entries_of(Rule)

    @property
    def open_norms(self) -> Mapping[str, OpenNorm]:
        return self.entries_of(OpenNorm)

    @property
    def screening_criteria(self) -> Mapping[str, ScreeningCriterion]:
        return self.entries_of(ScreeningCriterion)

    @property
    def security_controls(self) -> Mapping[str, SecurityControl]:
        return self.entries_of(SecurityControl)

    @property
    def security_levels(self) -> Mapping[str, SecurityLevel]:
        return self.entries_of(SecurityLevel)

    @property
    def risk_scale(self) -> RiskScale | None:
        """Return the scale on which risks are weighed, the first where packs bring several; None without one."""
        return next(iter(self.entries_of(RiskScale).values()), None)

    @property
    def severity_scale(self) -> SeverityScale | None:
        """Return how the severity of a breach is reckoned, the first where packs bring several; None without one."""
        return next(iter(self.entries_of(SeverityScale).values()), None)

    def breach_rule(self, about: BreachRuleFor, day: date) -> BreachRule | None:
        """Return the term or threshold for breaches that held on a day; None where none did."""
        return breach_rule_on(self.entries_of(BreachRule).values(), about, day)

    @property
    def breach_form(self) -> tuple[BreachFormField, ...]:
        """Return the questions of the authority's form, in the order of the form."""
        return tuple(self.entries_of(BreachFormField).values())

    @property
    def breach_steps(self) -> tuple[BreachStep, ...]:
        """Return the steps of the procedure for breaches, in their order."""
        return tuple(sorted(self.entries_of(BreachStep).values(), key=lambda each: each.number))

    @property
    def exercise_cases(self) -> Mapping[str, ExerciseCase]:
        return self.entries_of(ExerciseCase)

    @property
    def method_phases(self) -> tuple[MethodPhase, ...]:
        """Return the phases of the implementation method, in their order."""
        return tuple(sorted(self.entries_of(MethodPhase).values(), key=lambda each: each.number))

    @property
    def method_steps(self) -> tuple[MethodStep, ...]:
        """Return the steps of the implementation method, in their order."""
        return tuple(sorted(self.entries_of(MethodStep).values(), key=lambda each: each.number))

    @property
    def maturity_themes(self) -> tuple[MaturityTheme, ...]:
        """Return the themes of maturity, in their order."""
        return tuple(sorted(self.entries_of(MaturityTheme).values(), key=lambda each: each.number))

    @property
    def maturity_levels(self) -> tuple[MaturityLevel, ...]:
        """Return the levels of maturity, the lowest first."""
        return tuple(sorted(self.entries_of(MaturityLevel).values(), key=lambda each: each.number))

    @property
    def quickscan(self) -> tuple[QuickscanQuestion, ...]:
        """Return the questions of the Quickscan, in their order."""
        return tuple(sorted(self.entries_of(QuickscanQuestion).values(), key=lambda each: each.number))

    @property
    def method_instruments(self) -> tuple[MethodInstrument, ...]:
        """Return the instruments of the tradition in which the method stands, in their order."""
        return tuple(sorted(self.entries_of(MethodInstrument).values(), key=lambda each: each.number))

    @property
    def field_guidance(self) -> Mapping[str, FieldGuidance]:
        return self.entries_of(FieldGuidance)

    @property
    def holidays(self) -> Mapping[str, Holiday]:
        return self.entries_of(Holiday)

    @property
    def articles(self) -> Mapping[str, LawArticles]:
        return self.entries_of(LawArticles)

    def words(self, list_id: str) -> tuple[str, ...]:
        """Return the words of a list; empty where no pack has it."""
        found = self.entries_of(WordList).get(list_id)
        return found.words if found else ()

    def patterns(self, list_id: str) -> tuple[str, ...]:
        """Return the patterns of a list; empty where no pack has it."""
        found = self.entries_of(WordList).get(list_id)
        return found.patterns if found else ()
