"""What Part C asks on which day: reviews, answers to the officer, measures, the authority's terms."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from uuid import UUID

from gemeentedossier.catalogue.facts.catalogue import Catalogue
from gemeentedossier.dossier.risks.engine.clock import ConsultationStanding, after, clock_of, term_on
from gemeentedossier.dossier.risks.enums import AssessmentTermKind
from gemeentedossier.dossier.risks.facts import ImpactAssessment, OfficerAdvice
from gemeentedossier.foundation.clock import AMSTERDAM

REVIEW, ANSWER = "review", "advice-answer"


@dataclass(frozen=True, slots=True, order=True)
class AssessmentTermDue:
    """Something that is to be done on a day at the latest; ``record_id`` is the assessment that asks it."""

    on: dt.date
    kind: AssessmentTermKind
    record_id: UUID
    name: str


def terms_for(
    assessments: Iterable[ImpactAssessment], catalogue: Catalogue, *, on: dt.date
) -> tuple[AssessmentTermDue, ...]:
    """Return what these assessments ask, as known on a day, in the order of days; also what is past and not done."""
    return tuple(sorted(term for each in assessments for term in _of(each, catalogue, on)))


def review_due(assessment: ImpactAssessment, catalogue: Catalogue) -> dt.date | None:
    """Return the day of review: the one that was chosen, three years after adoption at most; None before adoption."""
    if assessment.adopted_at is None:
        return None
    adopted = assessment.adopted_at.astimezone(AMSTERDAM).date()
    term = term_on(catalogue, REVIEW, on=adopted)
    latest = after(adopted, term) if term else None
    days = [day for day in (assessment.review_on, latest) if day]
    return min(days, default=None)


def answer_due(advice: OfficerAdvice, catalogue: Catalogue) -> dt.date | None:
    """Return the day by which the officer's advice is to be answered; None where no term is set."""
    given = advice.advised_at.astimezone(AMSTERDAM).date()
    term = term_on(catalogue, ANSWER, on=given)
    return after(given, term) if term else None


def _of(assessment: ImpactAssessment, catalogue: Catalogue, on: dt.date) -> Iterator[AssessmentTermDue]:
    def due(day: dt.date | None, kind: AssessmentTermKind, name: str = "") -> Iterator[AssessmentTermDue]:
        if day:
            yield AssessmentTermDue(day, kind, assessment.id, name or assessment.name)

    yield from due(review_due(assessment, catalogue), AssessmentTermKind.REVIEW)
    advice = assessment.latest_advice
    if advice and advice.answered_at is None:
        yield from due(answer_due(advice, catalogue), AssessmentTermKind.ADVICE_ANSWER)
    for risk in assessment.risks if assessment.version else ():
        for each in risk.treatments:
            if each.due_on and each.done_on is None:
                yield from due(each.due_on, AssessmentTermKind.MEASURE, each.text)
    for consultation in assessment.consultations:
        clock = clock_of(consultation, catalogue, on=on)
        if clock.standing is ConsultationStanding.ANSWERED:
            continue
        yield from due(clock.due, AssessmentTermKind.CONSULTATION)
        if consultation.extended_on is None:
            yield from due(clock.notice_due, AssessmentTermKind.EXTENSION_NOTICE)
