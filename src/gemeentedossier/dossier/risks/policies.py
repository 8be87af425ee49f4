"""When something may be recorded of the risks to people. Each refusal is a sentence."""

import datetime as dt
from collections.abc import Collection, Iterable

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from gemeentedossier.catalogue.facts.assessments import PrescanQuestion, QuestionKind
from gemeentedossier.catalogue.facts.risks import RiskLevel
from gemeentedossier.catalogue.facts.sources import Text
from gemeentedossier.dossier.risks.engine.prescan import NONE, PrescanResult
from gemeentedossier.dossier.risks.enums import AssessmentState, Conclusion, PrescanVerdict
from gemeentedossier.dossier.risks.facts import AssessedRisk, ImpactAssessment, OfficerAdvice, PriorConsultation
from gemeentedossier.foundation.errors import Refused
from gemeentedossier.foundation.trail import Actor

POINTS = range(1, 18)
TRUTHS = frozenset({"yes", "no"})
MOST_PEOPLE = 2_000_000_000
"""More people than this no answer can count."""
EARLIEST = dt.date(2018, 1, 1)
"""The first day that a measure of an assessment can have been done: that of the year in which the GDPR applied."""
APPLIED = dt.date(2018, 5, 25)
"""From that day the GDPR applied (99(2)), and with it prior consultation."""


def check_answer(question: PrescanQuestion, values: tuple[str, ...]) -> None:
    """Raises Refused for an answer that the question does not know."""
    told = question.name.in_language(get_language() or "nl")
    if question.kind is QuestionKind.NUMBER:
        if len(values) != 1 or not values[0].isdecimal() or int(values[0]) > MOST_PEOPLE:
            raise Refused(_("“%(question)s” asks a whole number. Write digits only.") % {"question": told})
        return
    if question.kind is QuestionKind.YES_NO and (len(values) != 1 or values[0] not in TRUTHS):
        raise Refused(_("“%(question)s” asks yes or no.") % {"question": told})
    if question.kind is QuestionKind.ONE and (len(values) != 1 or values[0] not in {o.id for o in question.options}):
        raise Refused(_("Choose one of the answers to “%(question)s”.") % {"question": told})
    if question.kind is QuestionKind.SEVERAL and NONE in values and len(values) > 1:
        raise Refused(_("“%(question)s” says both that something holds and that nothing does.") % {"question": told})


def check_prescan_decision(decision: PrescanVerdict, *, result: PrescanResult, because: str) -> None:
    """Raises Refused without an outcome to decide on, or for another decision than that without its reason."""
    if result.verdict is None and decision is not PrescanVerdict.REQUIRED:
        raise Refused(
            _("Answers are still open that could ask an assessment. Answer these first, or decide that one is needed.")
        )
    if decision is not result.verdict and not because.strip():
        raise Refused(_("You decide otherwise than the facts give. Say why, so that others can follow it."))


def check_is_written(assessment: ImpactAssessment) -> None:
    """Raises Refused where the text lies with the officer, or was adopted."""
    if assessment.state is AssessmentState.UNDER_ADVICE:
        raise Refused(_("This assessment lies with the data protection officer. Take it back to change it."))
    if assessment.state is AssessmentState.ADOPTED:
        raise Refused(_("This assessment was adopted. Revise it to change it; what was adopted stays readable."))


def check_point(number: int) -> None:
    """Raises Refused for a point that the model does not have."""
    if number not in POINTS:
        raise Refused(_("An assessment has seventeen points; there is no other."))


def check_assessment(assessment: ImpactAssessment) -> None:
    """Raises Refused for an assessment without a name or an activity, and for an exemption without its reason."""
    if not assessment.name.strip():
        raise Refused(_("Give the assessment a name."))
    if not assessment.activity_ids:
        raise Refused(_("Choose the activity that this assessment is about."))
    if bool(assessment.exempt_under.strip()) != bool(assessment.exempt_reason.strip()):
        raise Refused(
            _("Name both the law and why the assessment made for it covers exactly this processing (GDPR 35(10)).")
        )


def check_assessed_risk(risk: AssessedRisk, *, today: dt.date) -> None:
    """Raises Refused for a risk that does not say what can happen, and for a measure that says nothing."""
    if not risk.threat.strip():
        raise Refused(_("Say what can happen to people."))
    if any(each.measure_id is None and not each.text.strip() for each in risk.treatments):
        raise Refused(_("Choose a measure, or write in your own words what is done."))
    for each in risk.treatments:
        check_done(each.done_on, today=today)


def check_what_remains(risk: AssessedRisk) -> None:
    """Raises Refused where less remains of a risk while nothing makes it smaller (GDPR 35(7)(d))."""
    pairs = ((risk.likelihood, risk.residual_likelihood), (risk.impact, risk.residual_impact))
    less = any(before and left and left.rank < before.rank for before, left in pairs)
    if less and not risk.treatments:
        raise Refused(
            _("Less remains of this risk than there was, and no measure makes it smaller. Add one, or weigh anew.")
        )


def check_done(day: dt.date | None, *, today: dt.date) -> None:
    """Raises Refused for a day still to come, and for one before any measure of an assessment was carried out."""
    if day and day > today:
        raise Refused(_("That day is still to come. Give the day on which it was done."))
    if day and day < EARLIEST:
        raise Refused(_("No measure was done before %(year)d. Check the year.") % {"year": EARLIEST.year})


def check_advice(assessment: ImpactAssessment, *, text: str, by: Actor) -> None:
    """Raises Refused where nothing was asked, where nothing is said, and where the officer wrote it (GDPR 38(6))."""
    if by.person_id is None:
        raise Refused(_("Only a person can advise."))
    if not text.strip():
        raise Refused(_("Write the advice."))
    if assessment.state is not AssessmentState.UNDER_ADVICE:
        raise Refused(_("This assessment was not put to you. Advice is given on a text that stands still."))
    if assessment.drawn_up_by_id == by.person_id:
        raise Refused(_("You drew up this assessment, so you cannot advise on it. Let another officer do so."))
    if assessment.current_advice is not None:
        raise Refused(_("Advice was given on this version already; it stands as it was given."))


def check_advice_answer(advice: OfficerAdvice | None, *, reason: str, by: Actor) -> None:
    """Raises Refused without advice or reason, where it was answered, and where the officer would answer."""
    if advice is None:
        raise Refused(_("There is no advice to answer."))
    if advice.answered_at is not None:
        raise Refused(_("This advice was answered already; the answer stands."))
    if not reason.strip():
        raise Refused(_("Say what was done with the advice, and why."))
    if by.person_id is None or by.person_id == advice.advised_by_id:
        raise Refused(_("Who advised cannot answer. Let who decides do so."))


def check_adoption(
    assessment: ImpactAssessment,
    *,
    because: str,
    review_on: dt.date | None,
    today: dt.date,
    obstacles: Iterable[Text],
    by: Actor,
) -> None:
    """Raises Refused with the first thing that stops the adoption; the officer never adopts."""
    if by.person_id is None:
        raise Refused(_("Only a person can adopt an assessment."))
    if any(each.advised_by_id == by.person_id for each in assessment.advice):
        raise Refused(_("You advised on this assessment, so you cannot adopt it (GDPR 38(6))."))
    if assessment.state is not AssessmentState.UNDER_ADVICE:
        raise Refused(_("Put this version to the data protection officer first."))
    check_nothing_stops(obstacles)
    if not because.strip():
        raise Refused(_("Say why the assessment is adopted and what remains is acceptable."))
    if review_on is not None and review_on <= today:
        raise Refused(_("The day of review must be still to come."))


def check_nothing_stops(obstacles: Iterable[Text]) -> None:
    """Raises Refused with everything that stops the next step, each as a sentence."""
    told = [each.in_language(get_language() or "nl") for each in obstacles]
    if told:
        raise Refused(" ".join(told))


def check_consultation_fits(assessment: ImpactAssessment, *, remains: RiskLevel | None) -> None:
    """Raises Refused for a first request on a draft, and where no high risk remains (GDPR 36(1), 36(3)(e))."""
    if assessment.consultations:
        return
    if assessment.state is AssessmentState.DRAFT:
        raise Refused(_("Put the assessment to the officer first: the authority gets it with the request."))
    if remains is not RiskLevel.HIGH and assessment.conclusion is not Conclusion.CONSULT_AUTHORITY:
        raise Refused(_("Prior consultation is for a high risk that remains. Weigh the risks, or conclude so, first."))


def check_consultation(consultation: PriorConsultation, *, today: dt.date) -> None:
    """Raises Refused for days that are still to come, from before the law, or out of order."""
    days = (consultation.requested_on, consultation.received_on, consultation.answered_on, consultation.extended_on)
    others = (consultation.suspended_on, consultation.resumed_on)
    if any(day and day > today for day in (*days, *others)):
        raise Refused(_("A day here is still to come. Record what happened, on the day that it did."))
    if consultation.requested_on < APPLIED:
        raise Refused(_("Prior consultation exists since %(day)s. Check the year.") % {"day": f"{APPLIED:%d-%m-%Y}"})
    if any(day and day < consultation.requested_on for day in (*days, *others)):
        raise Refused(_("A day here lies before the request. Correct one of the two."))
    if consultation.resumed_on and not consultation.suspended_on:
        raise Refused(_("Say from which day it was suspended."))
    if consultation.suspended_on and consultation.resumed_on and consultation.resumed_on < consultation.suspended_on:
        raise Refused(_("A suspension cannot end before it begins."))
    if (consultation.answered_on is None) == bool(consultation.outcome.strip()):
        raise Refused(_("Write both the day of the authority's advice and what it says."))


def check_deletion(assessment: ImpactAssessment, *, reason: str, others: Collection[str] = ()) -> None:
    """Raises Refused without a reason, and for what was adopted, advised on or consulted about: that stays."""
    if not reason.strip():
        raise Refused(_("Say why this draft is removed."))
    if assessment.version or assessment.advice or assessment.consultations:
        raise Refused(_("People advised or decided on this assessment, so it stays. Revise it instead."))


def check_summary(assessment: ImpactAssessment, *, summary: str) -> None:
    """Raises Refused for a summary of what was never adopted, or one that says nothing."""
    if assessment.version == 0:
        raise Refused(_("Only what was adopted can be published."))
    if not summary.strip():
        raise Refused(_("Write the summary that everyone may read."))
