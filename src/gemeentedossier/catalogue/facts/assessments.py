"""How an impact assessment is decided on and drawn up: questions, list, points, steps and terms (GDPR 35, 36)."""

from dataclasses import dataclass
from enum import StrEnum

from gemeentedossier.catalogue.facts.citations import LawReference
from gemeentedossier.catalogue.facts.entries import Entry
from gemeentedossier.catalogue.facts.sources import Source, Status, Text, Validity


class QuestionKind(StrEnum):
    """How a question of the pre-scan is answered."""

    YES_NO = "yes_no"
    NUMBER = "number"
    ONE = "one"
    """One of its options."""
    SEVERAL = "several"
    """Any of its options, or that none holds."""


class GroundKind(StrEnum):
    """Why an assessment is needed, the weightiest first: law and list go before a score."""

    STATUTORY_CASE = "statutory_case"
    NEW_LEGISLATION = "new_legislation"
    AUTHORITY_LIST = "authority_list"
    EUROPEAN_CRITERIA = "european_criteria"
    SCORE = "score"
    TRANSFER = "transfer"
    ALGORITHM = "algorithm"
    MINORS = "minors"


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoreStep:
    """From which number on an answer scores so much."""

    at_least: int
    score: int


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionOption:
    """An answer that can be chosen, with what it scores."""

    id: str
    name: Text
    score: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class PrescanQuestion(Entry):
    """A question of the pre-scan. ``filled_by`` names what of the register answers it; empty where a person must."""

    number: str
    name: Text
    asks: Text
    kind: QuestionKind
    filled_by: str
    options: tuple[QuestionOption, ...]
    scores: tuple[ScoreStep, ...]
    status: Status
    source: Source

    @property
    def highest_score(self) -> int:
        """The most that an answer can score; what an unknown answer may still prove to be."""
        return max((*(each.score for each in self.options), *(each.score for each in self.scores)), default=0)

    def score_of(self, number: int) -> int:
        """What a number scores."""
        return max((each.score for each in self.scores if number >= each.at_least), default=0)


@dataclass(frozen=True, slots=True, kw_only=True)
class AuthorityListItem(Entry):
    """A kind of processing for which the supervisor's list asks an assessment (GDPR 35(4)), with its threshold."""

    number: int
    name: Text
    threshold: Text
    criteria: tuple[str, ...]
    law: tuple[LawReference, ...]
    status: Status
    source: Source
    validity: Validity


@dataclass(frozen=True, slots=True, kw_only=True)
class PrescanOutcome(Entry):
    """What follows where a ground holds: ``verdict`` for the assessment itself, empty for another examination.

    ``at_least`` is how many must hold, or the lowest score.
    """

    ground: GroundKind
    at_least: int
    verdict: str
    sentence: Text
    law: tuple[LawReference, ...]
    status: Status
    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelPoint(Entry):
    """One of the points of the model for an assessment, with the statements about an activity that it rests on.

    ``part`` is A to D; ``minimum`` whether the law itself asks it (GDPR 35(7)).
    """

    number: int
    part: str
    name: Text
    asks: Text
    rests_on: tuple[str, ...]
    law: tuple[LawReference, ...]
    minimum: bool
    status: Status
    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class AssessmentStep(Entry):
    """A step of the way from pre-scan to review, and the role that takes it."""

    number: int
    name: Text
    role: str
    status: Status
    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class AssessmentTerm(Entry):
    """A term of Part C as an ISO 8601 duration, dated: eight weeks, one month, three years."""

    name: Text
    duration: str
    law: tuple[LawReference, ...]
    status: Status
    source: Source
    validity: Validity
