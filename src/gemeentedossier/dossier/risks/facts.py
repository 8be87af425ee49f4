"""What is recorded of the risks to people as immutable values. None is unknown; an empty text was never written."""

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from gemeentedossier.catalogue.facts.risks import RiskLevel
from gemeentedossier.dossier.governance.enums import AdviceAnswer
from gemeentedossier.dossier.risks.enums import (
    AssessmentState,
    Conclusion,
    ConsultationPiece,
    PrescanVerdict,
    ProposalAnswer,
    TreatmentKind,
)


@dataclass(frozen=True, slots=True)
class PrescanAnswer:
    """What somebody answered to a question of the pre-scan that the register cannot answer.

    ``question`` is an id of the catalogue; ``values`` are ids of its options, or one number. Several values are several
    options that hold; ``none`` says that none does.
    """

    id: UUID
    question: str
    values: tuple[str, ...]
    position: int = 0


@dataclass(frozen=True, slots=True)
class AnsweredProposal:
    """Something that Part C said of an activity and the register did not, with what its owner did with it.

    ``name`` is the field or kind of statement, ``words`` what was proposed.
    What was refused is not proposed again.
    """

    id: UUID
    name: str
    words: str
    answer: ProposalAnswer
    answered_at: dt.datetime
    reason: str = ""
    answered_by_id: UUID | None = None
    answered_by: str = ""


@dataclass(frozen=True, slots=True)
class Prescan:
    """Whether an activity needs an impact assessment (GDPR 35(1), (3), (4)): answers, and what was decided.

    ``basis_names`` and ``basis_words`` stand side by side: the statements about the activity that the decision rested
    on, see ``engine.statements``. ``found`` is the verdict that these gave at that time.
    """

    id: UUID
    activity_id: UUID
    answers: tuple[PrescanAnswer, ...] = ()
    decision: PrescanVerdict | None = None
    found: PrescanVerdict | None = None
    decided_because: str = ""
    decided_by_id: UUID | None = None
    decided_by: str = ""
    decided_at: dt.datetime | None = None
    basis_names: tuple[str, ...] = ()
    basis_words: tuple[str, ...] = ()
    revision: int = 0
    proposals: tuple[AnsweredProposal, ...] = ()

    @property
    def basis(self) -> tuple[tuple[str, str], ...]:
        """What the decision rested on: names of facts with what they said."""
        return tuple(zip(self.basis_names, self.basis_words, strict=False))

    @property
    def departs(self) -> bool:
        """Whether somebody decided otherwise than the pre-scan found."""
        return self.decision is not None and self.decision is not self.found


@dataclass(frozen=True, slots=True)
class AssessmentParagraph:
    """One of the seventeen points of an assessment: own words, beside the statements of the register they rest on.

    ``noted_at`` is when somebody last said that the words fit those statements.
    """

    id: UUID
    number: int
    text: str = ""
    basis_names: tuple[str, ...] = ()
    basis_words: tuple[str, ...] = ()
    noted_by_id: UUID | None = None
    noted_by: str = ""
    noted_at: dt.datetime | None = None

    @property
    def basis(self) -> tuple[tuple[str, str], ...]:
        """The statements it rests on: names of facts with what they said."""
        return tuple(zip(self.basis_names, self.basis_words, strict=False))


@dataclass(frozen=True, slots=True)
class RiskTreatment:
    """What makes a risk smaller: a measure of the municipality or one in own words, with who does it and when."""

    id: UUID
    position: int = 0
    measure_id: UUID | None = None
    text: str = ""
    kind: TreatmentKind | None = None
    owner_id: UUID | None = None
    owner: str = ""
    due_on: dt.date | None = None
    done_on: dt.date | None = None


@dataclass(frozen=True, slots=True)
class AssessedRisk:
    """A risk to people (GDPR 35(7)(c)): what can happen, how it comes, what people suffer, and what remains.

    ``likelihood`` and ``impact`` are without the measures, ``residual_…`` with these; the level follows from the scale
    of the catalogue, and ``level_reason`` says why it fits.
    """

    id: UUID
    threat: str
    position: int = 0
    origin: str = ""
    consequence: str = ""
    likelihood: RiskLevel | None = None
    likelihood_reason: str = ""
    impact: RiskLevel | None = None
    impact_reason: str = ""
    level_reason: str = ""
    residual_likelihood: RiskLevel | None = None
    residual_impact: RiskLevel | None = None
    residual_reason: str = ""
    treatments: tuple[RiskTreatment, ...] = ()


@dataclass(frozen=True, slots=True)
class OfficerAdvice:
    """What the data protection officer advised (GDPR 35(2), 39(1)(c)), and the answer of who decides.

    Nobody can change the advice; ``version`` is the one of the assessment that was to be adopted.
    """

    id: UUID
    text: str
    advised_by_id: UUID
    advised_at: dt.datetime
    advised_by: str = ""
    version: int = 1
    answer: AdviceAnswer | None = None
    answer_reason: str = ""
    answered_by_id: UUID | None = None
    answered_by: str = ""
    answered_at: dt.datetime | None = None


@dataclass(frozen=True, slots=True)
class PriorConsultation:
    """A request to the authority before the processing begins (GDPR 36), on the clock of 36(2).

    ``received_on`` is when the authority received it; ``extended_on`` when it told that it takes longer. A suspension
    runs from ``suspended_on`` until ``resumed_on``, when the authority had what it asked.
    """

    id: UUID
    requested_on: dt.date
    pieces: tuple[ConsultationPiece, ...] = ()
    received_on: dt.date | None = None
    extended_on: dt.date | None = None
    suspended_on: dt.date | None = None
    resumed_on: dt.date | None = None
    answered_on: dt.date | None = None
    outcome: str = ""
    position: int = 0

    @property
    def is_running(self) -> bool:
        """Whether the advice of the authority is still awaited."""
        return self.answered_on is None


@dataclass(frozen=True, slots=True)
class ImportRemark:
    """What of a saved file was not taken over as it stood, with its place; kept until somebody dealt with it.

    ``told`` and ``told_en`` say it in Dutch and in English.
    """

    id: UUID
    place: str
    told: str
    told_en: str = ""
    position: int = 0
    settled_by_id: UUID | None = None
    settled_by: str = ""
    settled_at: dt.datetime | None = None


@dataclass(frozen=True, slots=True)
class ImpactAssessment:
    """A data protection impact assessment (GDPR 35) of one activity, or of several that are alike (35(1)).

    ``version`` counts what was adopted; the decision that stands is ``adopted_…``. ``copied_from_id`` is the assessment
    that it began as a copy of. ``exempt_under`` names the law of which the legislator assessed exactly this processing
    (35(10)). ``views_sought`` False asks ``views_reason`` (35(9)).
    """

    id: UUID
    name: str
    reference: str = ""
    state: AssessmentState = AssessmentState.DRAFT
    version: int = 0
    summary: str = ""
    activity_ids: tuple[UUID, ...] = ()
    drawn_up_by_id: UUID | None = None
    drawn_up_by: str = ""
    paragraphs: tuple[AssessmentParagraph, ...] = ()
    risks: tuple[AssessedRisk, ...] = ()
    views_sought: bool | None = None
    views: str = ""
    views_reason: str = ""
    conclusion: Conclusion | None = None
    conclusion_reason: str = ""
    advice: tuple[OfficerAdvice, ...] = ()
    asked_at: dt.datetime | None = None
    adopted_by_id: UUID | None = None
    adopted_by: str = ""
    adopted_at: dt.datetime | None = None
    adopted_because: str = ""
    review_on: dt.date | None = None
    consultations: tuple[PriorConsultation, ...] = ()
    exempt_under: str = ""
    exempt_reason: str = ""
    copied_from_id: UUID | None = None
    copy_confirmed_by_id: UUID | None = None
    copy_confirmed_at: dt.datetime | None = None
    public_summary: str = ""
    published_at: dt.datetime | None = None
    revision: int = 0
    remarks: tuple[ImportRemark, ...] = ()

    def paragraph(self, number: int) -> AssessmentParagraph | None:
        """The paragraph with that number; None where nobody wrote it."""
        return next((each for each in self.paragraphs if each.number == number), None)

    @property
    def upcoming_version(self) -> int:
        """The version that is being written, or that was adopted last."""
        return self.version if self.state is AssessmentState.ADOPTED else self.version + 1

    @property
    def latest_advice(self) -> OfficerAdvice | None:
        """The last that the officer advised, on whatever version."""
        return self.advice[-1] if self.advice else None

    @property
    def current_advice(self) -> OfficerAdvice | None:
        """What the officer advised on the text that is to be adopted, or was: not what came before it was put anew."""
        latest = self.latest_advice
        if latest is None or latest.version != self.upcoming_version:
            return None
        return latest if self.asked_at is None or latest.advised_at >= self.asked_at else None

    @property
    def open_remarks(self) -> tuple[ImportRemark, ...]:
        """What of the file that it came from nobody dealt with yet."""
        return tuple(each for each in self.remarks if each.settled_at is None)

    @property
    def rests_on_a_file(self) -> bool:
        """Whether it is still the draft of a file, of which the facts were never those of the register."""
        return bool(self.remarks) and self.version == 0

    @property
    def is_written(self) -> bool:
        """Whether its text may be changed: it is neither under advice nor adopted."""
        return self.state in {AssessmentState.DRAFT, AssessmentState.UNDER_REVISION}
