"""The implementation method as data: phases and steps, when a step is done, and how maturity is told."""

from dataclasses import dataclass
from enum import StrEnum

from gemeentedossier.catalogue.facts.citations import LawReference
from gemeentedossier.catalogue.facts.entries import Entry
from gemeentedossier.catalogue.facts.rules import Part
from gemeentedossier.catalogue.facts.sources import Source, Status, Text


class MethodCount(StrEnum):
    """What of the dossier is counted to tell whether a step is done; the room ``method`` says how."""

    BODIES = "bodies"
    CONTACT_POINT = "contact_point"
    UNITS = "units"
    OFFICERS = "officers"
    PRIVACY_OFFICERS = "privacy_officers"
    SECURITY_OFFICERS = "security_officers"
    EXECUTIVES = "executives"
    STEPS_PLANNED = "steps_planned"
    ACTIVITIES = "activities"
    ACTIVITIES_OWNED = "activities_owned"
    ACTIVITIES_ADOPTED = "activities_adopted"
    ACTIVITIES_CONFIRMED = "activities_confirmed"
    ACTIVITIES_PUBLISHED = "activities_published"
    ACTIVITIES_CLASSIFIED = "activities_classified"
    ACTIVITIES_WITH_MEASURES = "activities_with_measures"
    ACTIVITIES_WITH_ACCESS = "activities_with_access"
    ACTIVITIES_ASSESSED = "activities_assessed"
    ACTIVITIES_CONSISTENT = "activities_consistent"
    SYSTEMS = "systems"
    LOG_REVIEW_PLANS = "log_review_plans"
    APPETITES = "appetites"
    POLICY_CLAUSES = "policy_clauses"
    EXERCISES = "exercises"


class MethodProduct(StrEnum):
    """What a step brings forth: a document or a page that everybody it concerns can read."""

    REGISTER = "register"
    PART_A = "part_a"
    PART_B = "part_b"
    PART_C = "part_c"
    PART_D = "part_d"
    AGREEMENTS = "agreements"
    ASSESSMENTS = "assessments"
    PUBLIC_REGISTER = "public_register"
    PLAN = "plan"
    COVERAGE = "coverage"


@dataclass(frozen=True, slots=True, kw_only=True)
class DoneWhen:
    """One condition of a step: either something is counted, or rules must be met.

    ``every`` asks it of each record that is there; otherwise one is enough. Rules are always asked of every case.
    """

    text: Text
    count: MethodCount | None = None
    every: bool = False
    rules: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class MethodPhase(Entry):
    """A stretch of the path, with what it is for."""

    number: int
    name: Text
    aim: Text
    status: Status
    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class MethodStep(Entry):
    """A step of the path: why, how, who leads and who helps, what it brings forth, and when it is done."""

    number: int
    phase: str
    name: Text
    why: Text
    how: Text
    lead: str
    supports: tuple[str, ...]
    law: tuple[LawReference, ...]
    produces: tuple[MethodProduct, ...]
    done_when: tuple[DoneWhen, ...]
    status: Status
    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class MaturityTheme(Entry):
    """A main question of the self-evaluation. ``articles`` are the places in the law whose rules belong to it.

    ``parts`` are the Parts of which every rule belongs to it, ``rest_of`` those of which it takes what no theme claims
    by its article.
    """

    number: int
    name: Text
    question: Text
    articles: tuple[LawReference, ...]
    parts: tuple[Part, ...]
    rest_of: tuple[Part, ...]
    status: Status
    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class MaturityLevel(Entry):
    """A level of maturity: what it means, and when a theme reaches it by the findings."""

    number: int
    name: Text
    meaning: Text
    reached: Text
    status: Status
    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class QuickscanQuestion(Entry):
    """A question that somebody without knowledge of the law can ask; ``step`` is where it is worked on."""

    number: int
    question: Text
    part: Part
    step: str
    status: Status
    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class MethodInstrument(Entry):
    """An instrument of the tradition: for whom it is, what it gives, and what stands in its place here."""

    number: int
    name: Text
    tradition: Text
    users: Text
    gives: Text
    here: Text
    status: Status
    source: Source
