"""When something may be recorded of the security of an activity or system. Each refusal is a sentence."""

import datetime as dt
from collections.abc import Collection
from uuid import UUID

from django.utils.translation import gettext as _

from gemeentedossier.catalogue.facts.security import SecurityAspect
from gemeentedossier.dossier.security.enums import RiskDecision
from gemeentedossier.dossier.security.facts import (
    AccessRule,
    Classification,
    Continuity,
    ControlExclusion,
    LogReview,
    LogReviewPlan,
    SecurityRisk,
)
from gemeentedossier.foundation.errors import Refused

SCALE = range(1, 5)


def check_classification(classification: Classification) -> None:
    """Raises Refused for a level outside the scale, or one without its reason."""
    for aspect in SecurityAspect:
        level = classification.levels[aspect]
        if level is None:
            continue
        check_level(level)
        if not classification.reasons[aspect].strip():
            raise Refused(_("Say for each level why it fits: what can go wrong for people?"))


def check_departure(level: int, *, reason: str) -> None:
    """Raises Refused for a departure without a reason, or outside the scale."""
    check_level(level)
    if not reason.strip():
        raise Refused(_("Say why this system has another level than the activities that use it."))


def check_level(level: int) -> None:
    """Raises Refused for a level outside the scale."""
    if level not in SCALE:
        raise Refused(_("A level is 1, 2, 3 or 4."))


def check_access_rule(rule: AccessRule) -> None:
    """Raises Refused for a line of the access matrix without its function, or without why the task needs it."""
    if not rule.function.strip() or not rule.reason.strip():
        raise Refused(_("Name the function, and say why its task needs these data."))


def check_log_review_plan(plan: LogReviewPlan) -> None:
    """Raises Refused for a plan that says too little to be kept."""
    if not plan.looks_at.strip():
        raise Refused(_("Say what is looked at in this log: without that, looking finds nothing."))
    if plan.every_months < 1:
        raise Refused(_("Give a number of months of at least 1."))


def check_end_of_plan(plan: LogReviewPlan, *, ended_on: dt.date, reason: str) -> None:
    """Raises Refused without a reason, for a plan that ended, and for an end before its beginning."""
    if not reason.strip():
        raise Refused(_("Say why this log is no longer looked at."))
    if plan.ended_on:
        raise Refused(_("This plan was ended already."))
    if ended_on < plan.starts_on:
        raise Refused(_("A plan cannot end before it begins. Give a later day."))


def check_log_review(review: LogReview, plan: LogReviewPlan, *, today: dt.date) -> None:
    """Raises Refused for a review that is still to come, says nothing, or falls outside its plan."""
    if not review.findings.strip():
        raise Refused(_("Write down what was found; also that nothing was."))
    if review.done_on > today:
        raise Refused(_("That day is still to come. Give the day on which somebody looked."))
    if not plan.holds_on(review.done_on):
        raise Refused(_("The plan did not hold on that day. Correct the day, or the plan."))
    check_follow_up(review.done_on, follow_up=review.follow_up, followed_up_on=review.followed_up_on, today=today)


def check_follow_up(done_on: dt.date, *, follow_up: str, followed_up_on: dt.date | None, today: dt.date) -> None:
    """Raises Refused where something is called done without saying what, or on a day on which it cannot have been."""
    if followed_up_on is None:
        return
    if not follow_up.strip():
        raise Refused(_("Say what was done about what was found."))
    if followed_up_on < done_on or followed_up_on > today:
        raise Refused(_("Give a day between the review and today."))


def check_risk(risk: SecurityRisk) -> None:
    """Raises Refused for a risk that does not say what can go wrong, or that grows by its measures."""
    if not risk.threat.strip():
        raise Refused(_("Say what can go wrong."))
    pairs = ((risk.likelihood, risk.residual_likelihood), (risk.impact, risk.residual_impact))
    if any(before and after and after.is_above(before) for before, after in pairs):
        raise Refused(_("What remains cannot be more than what there was without measures. Correct one of the levels."))
    if any(risk.levels) and not risk.reason.strip():
        raise Refused(_("Say why these levels fit: what did you look at?"))


def check_risk_decision(
    risk: SecurityRisk, decision: RiskDecision, *, because: str, accepted_until: dt.date | None, today: dt.date
) -> None:
    """Raises Refused for a decision without a reason, and for accepting what nobody weighed or without a last day."""
    if not because.strip():
        raise Refused(_("Say why it is decided so: people bear this risk."))
    if decision is not RiskDecision.ACCEPT:
        if accepted_until:
            raise Refused(_("Only what is accepted has a last day. Leave the day out, or accept the risk."))
        return
    if risk.residual_likelihood is None or risk.residual_impact is None:
        raise Refused(_("First record what remains of this risk: nobody can accept what was not weighed."))
    if accepted_until is None or accepted_until <= today:
        raise Refused(_("Give a later day until which this is accepted, so that somebody looks at it again."))


def check_exclusion(
    number: str, *, reason: str, review_on: dt.date | None, known: Collection[str], today: dt.date
) -> None:
    """Raises Refused for a number outside the baseline, without a reason, or to be looked at again in the past."""
    if number not in known:
        raise Refused(
            _("“%(number)s” is no control or measure of BIO2 1.3. Choose a number from the list.") % {"number": number}
        )
    if not reason.strip():
        raise Refused(_("Say why this does not apply; without a reason nobody can decide on it."))
    if review_on and review_on <= today:
        raise Refused(_("Choose a later day on which to look at this again."))


def check_not_carried_out(number: str, *, by: Collection[str]) -> None:
    """Raises Refused where measures, given by name, carry out what is said not to apply."""
    if by:
        raise Refused(
            _(
                "“%(measure)s” carries out %(number)s, so it applies. "
                "Take the number away from that measure first, or keep both as they are."
            )
            % {"measure": next(iter(by)), "number": number}
        )


def check_exclusion_decision(exclusion: ControlExclusion, *, because: str, decided_by_id: UUID) -> None:
    """Raises Refused without a reason, where it was decided already, and where one person would do both."""
    if not because.strip():
        raise Refused(_("Say why it is decided so."))
    if exclusion.granted is not None:
        raise Refused(_("This was decided already. Withdraw it, or propose it again."))
    if exclusion.proposed_by_id == decided_by_id:
        raise Refused(_("You proposed this yourself. Let another executive decide."))


def check_continuity(continuity: Continuity, *, today: dt.date) -> None:
    """Raises Refused for a plan that says nothing, and for a trial without its day or its outcome."""
    if continuity.outage_hours is None and not continuity.fallback.strip():
        raise Refused(_("Say how long people can do without it, or how they are helped meanwhile."))
    if (continuity.tried_on is None) == bool(continuity.outcome.strip()):
        raise Refused(_("Write down both the day on which the fallback was tried and what was seen."))
    if continuity.tried_on and continuity.tried_on > today:
        raise Refused(_("That day is still to come. Give the day on which it was tried."))
