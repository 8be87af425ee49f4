"""From draft to adopted: advice of the officer, the answer to it, the decision of the controller (GDPR 35(2), 36)."""

import datetime as dt
from uuid import UUID

from django.utils.translation import gettext as _

from gemeentedossier.catalogue.engine.lint import Lint
from gemeentedossier.catalogue.facts.risks import RiskScale
from gemeentedossier.catalogue.facts.sources import Text
from gemeentedossier.dossier.governance.enums import AdviceAnswer
from gemeentedossier.dossier.risks import models
from gemeentedossier.dossier.risks.actions.locked import locked_assessment, next_revision
from gemeentedossier.dossier.risks.engine.approval import BEFORE_ADVICE, obstacles_of
from gemeentedossier.dossier.risks.engine.residual import highest_residual
from gemeentedossier.dossier.risks.enums import AssessmentState
from gemeentedossier.dossier.risks.facts import ImpactAssessment, PriorConsultation
from gemeentedossier.dossier.risks.policies import (
    check_adoption,
    check_advice,
    check_advice_answer,
    check_consultation,
    check_consultation_fits,
    check_is_written,
    check_nothing_stops,
    check_summary,
)
from gemeentedossier.foundation import clock
from gemeentedossier.foundation.errors import Refused
from gemeentedossier.foundation.identifiers import new_id
from gemeentedossier.foundation.shaping import stored_values
from gemeentedossier.foundation.trail import Actor, verb
from gemeentedossier.organisation.permissions import check_permitted


def put_to_officer(assessment_id: UUID, *, lint: Lint, stale: tuple[int, ...], revision: int, by: Actor) -> None:
    """Put the assessment to the data protection officer: from now on its text stands still.

    ``stale`` are numbers of points whose facts changed. Refused while it is not finished.
    """
    check_permitted(by, "risks.put_to_officer")
    with verb("risks.put_to_officer", by=by):
        stored = locked_assessment(assessment_id, "risks.put_to_officer", read=revision, by=by)
        check_is_written(stored)
        check_nothing_stops(_sentences(stored, lint, stale, before_advice=True))
        next_revision(stored, state=AssessmentState.UNDER_ADVICE.value, asked_at=clock.now())


def take_back(assessment_id: UUID, *, reason: str, revision: int, by: Actor) -> None:
    """Take the assessment back from advice, to change its text; advice that was given stays."""
    check_permitted(by, "risks.put_to_officer")
    if not reason.strip():
        raise Refused(_("Say why it is taken back, so that the officer knows."))
    with verb("risks.take_back", by=by, reason=reason):
        stored = locked_assessment(assessment_id, "risks.put_to_officer", read=revision, by=by)
        if stored.state is not AssessmentState.UNDER_ADVICE:
            raise Refused(_("This assessment does not lie with the officer."))
        state = AssessmentState.UNDER_REVISION if stored.version else AssessmentState.DRAFT
        next_revision(stored, state=state.value)


def advise(assessment_id: UUID, *, text: str, revision: int, by: Actor) -> None:
    """Advise as data protection officer on the text as it was read; nobody can change the advice."""
    check_permitted(by, "risks.advise")
    with verb("risks.advise", by=by):
        stored = locked_assessment(assessment_id, "risks.advise", read=revision, by=by)
        check_advice(stored, text=text, by=by)
        models.OfficerAdvice.objects.create(
            id=new_id(),
            assessment_id=assessment_id,
            version=stored.upcoming_version,
            text=text.strip(),
            advised_by_id=by.person_id,
            advised_at=clock.now(),
        )
        next_revision(stored)


def answer_advice(assessment_id: UUID, answer: AdviceAnswer, *, reason: str, revision: int, by: Actor) -> None:
    """Say what was done with the officer's advice, and why; by who decides."""
    check_permitted(by, "risks.answer_advice")
    with verb("risks.answer_advice", by=by, reason=reason):
        stored = locked_assessment(assessment_id, "risks.answer_advice", read=revision, by=by)
        advice = stored.current_advice
        check_advice_answer(advice, reason=reason, by=by)
        models.OfficerAdvice.objects.filter(pk=advice.id if advice else None).update(
            answer=answer.value,
            answer_reason=reason.strip(),
            answered_by_id=by.person_id,
            answered_at=clock.now(),
        )
        next_revision(stored)


def adopt_assessment(
    assessment_id: UUID,
    *,
    because: str,
    review_on: dt.date | None,
    lint: Lint,
    stale: tuple[int, ...],
    revision: int,
    by: Actor,
) -> None:
    """Adopt the assessment as it was read, and accept what remains. Refused while anything stops it."""
    check_permitted(by, "risks.adopt_assessment")
    with verb("risks.adopt_assessment", by=by, reason=because):
        stored = locked_assessment(assessment_id, "risks.adopt_assessment", read=revision, by=by)
        sentences = _sentences(stored, lint, stale, before_advice=False)
        check_adoption(stored, because=because, review_on=review_on, today=clock.today(), obstacles=sentences, by=by)
        next_revision(
            stored,
            state=AssessmentState.ADOPTED.value,
            version=stored.version + 1,
            adopted_by_id=by.person_id,
            adopted_at=clock.now(),
            adopted_because=because.strip(),
            review_on=review_on,
        )


def revise_assessment(assessment_id: UUID, *, reason: str, revision: int, by: Actor) -> None:
    """Open an adopted assessment for a next version; what was adopted stays readable as it was on its day."""
    check_permitted(by, "risks.revise_assessment")
    if not reason.strip():
        raise Refused(_("Say why the assessment is revised."))
    with verb("risks.revise_assessment", by=by, reason=reason):
        stored = locked_assessment(assessment_id, "risks.revise_assessment", read=revision, by=by)
        if stored.state is not AssessmentState.ADOPTED:
            raise Refused(_("Only what was adopted is revised; this text can be changed already."))
        next_revision(stored, state=AssessmentState.UNDER_REVISION.value)


def publish_summary(assessment_id: UUID, *, summary: str, revision: int, by: Actor) -> None:
    """Publish a summary that everyone may read, on the page of its activities."""
    check_permitted(by, "risks.publish_summary")
    with verb("risks.publish_summary", by=by):
        stored = locked_assessment(assessment_id, "risks.publish_summary", read=revision, by=by)
        check_summary(stored, summary=summary)
        next_revision(stored, public_summary=summary.strip(), published_at=clock.now())


def withdraw_summary(assessment_id: UUID, *, reason: str, revision: int, by: Actor) -> None:
    """Take the summary away from everyone; its text stays here."""
    check_permitted(by, "risks.publish_summary")
    if not reason.strip():
        raise Refused(_("Say why the summary is withdrawn."))
    with verb("risks.withdraw_summary", by=by, reason=reason):
        stored = locked_assessment(assessment_id, "risks.publish_summary", read=revision, by=by)
        next_revision(stored, published_at=None)


def record_consultation(
    assessment_id: UUID, consultation: PriorConsultation, *, scale: RiskScale | None, revision: int, by: Actor
) -> None:
    """Record a request to the authority, or what became of one (GDPR 36); ``scale`` says which risk remains."""
    check_permitted(by, "risks.consult_authority")
    check_consultation(consultation, today=clock.today())
    with verb("risks.consult_authority", by=by):
        stored = locked_assessment(assessment_id, "risks.consult_authority", read=revision, by=by)
        check_consultation_fits(stored, remains=highest_residual(stored.risks, scale))
        places = {each.id: each.position for each in stored.consultations}
        values = stored_values(models.PriorConsultation, consultation)
        key = values.pop("id")
        values["position"] = places.get(key, len(places))
        rows = models.PriorConsultation.objects.filter(assessment_id=assessment_id, pk=key)
        if not rows.update(**values):
            models.PriorConsultation.objects.create(id=key, assessment_id=assessment_id, **values)
        next_revision(stored)


def _sentences(
    assessment: ImpactAssessment, lint: Lint, stale: tuple[int, ...], *, before_advice: bool
) -> tuple[Text, ...]:
    found = obstacles_of(assessment, lint, stale=stale)
    return tuple(sentence for kind, sentence in found if not before_advice or kind in BEFORE_ADVICE)
