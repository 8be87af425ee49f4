"""Looking at logs: how often, by whom, what was found and what became of it (GDPR 32(1)(d))."""

import datetime as dt
from dataclasses import replace
from uuid import UUID

from django.utils.translation import gettext as _

from gemeentedossier.dossier.evidence.models import Evidence
from gemeentedossier.dossier.security import models
from gemeentedossier.dossier.security.actions.writing import check_system_is_here
from gemeentedossier.dossier.security.facts import LogReview, LogReviewPlan, follow_up_mark
from gemeentedossier.dossier.security.policies import (
    check_end_of_plan,
    check_follow_up,
    check_log_review,
    check_log_review_plan,
)
from gemeentedossier.foundation import clock
from gemeentedossier.foundation.edits import check_unchanged, write_difference_of
from gemeentedossier.foundation.errors import Refused
from gemeentedossier.foundation.shaping import shaped, stored_values
from gemeentedossier.foundation.trail import Actor, verb
from gemeentedossier.organisation.permissions import check_permitted


def plan_log_review(plan: LogReviewPlan, *, by: Actor) -> LogReviewPlan:
    """Record how often the log of a system is looked at, and for what."""
    check_permitted(by, "security.plan_log_review")
    check_log_review_plan(plan)
    wanted = replace(plan, revision=0, ended_on=None, reviews=())
    with verb("security.plan_log_review", by=by):
        check_system_is_here(plan.system_id)
        models.LogReviewPlan.objects.create(**stored_values(models.LogReviewPlan, wanted))
    return wanted


def change_log_review(plan: LogReviewPlan, *, by: Actor) -> LogReviewPlan:
    """Write the plan as it must become, but for its system, its end and its reviews."""
    check_permitted(by, "security.plan_log_review")
    check_log_review_plan(plan)
    with verb("security.change_log_review", by=by):
        stored = _locked(plan.id)
        check_unchanged(stored.revision, read=plan.revision)
        wanted = replace(
            plan, system_id=stored.system_id, ended_on=stored.ended_on, revision=stored.revision + 1, reviews=()
        )
        write_difference_of(models.LogReviewPlan, before=stored, after=wanted)
    return wanted


def end_log_review(plan_id: UUID, *, ended_on: dt.date, reason: str, by: Actor) -> None:
    """From that day on the log is no longer looked at by this plan; its reviews stay."""
    check_permitted(by, "security.plan_log_review")
    with verb("security.end_log_review", by=by, reason=reason):
        check_end_of_plan(_locked(plan_id), ended_on=ended_on, reason=reason)
        models.LogReviewPlan.objects.filter(pk=plan_id).update(ended_on=ended_on)


def review_log(plan_id: UUID, review: LogReview, *, by: Actor) -> LogReview:
    """Record that this person looked at the log, and what was found; `findings` also says that nothing was."""
    check_permitted(by, "security.review_log")
    if by.person_id is None:
        raise Refused(_("Only a person can look at a log."))
    wanted = replace(review, done_by_id=by.person_id, done_by=by.name)
    with verb("security.review_log", by=by):
        check_log_review(wanted, _locked(plan_id), today=clock.today())
        _check_evidence(wanted.evidence_id)
        models.LogReview.objects.create(plan_id=plan_id, **stored_values(models.LogReview, wanted))
    return wanted


def follow_up_review(review_id: UUID, *, follow_up: str, followed_up_on: dt.date | None, read: str, by: Actor) -> None:
    """Record what is done about what a review found, and on which day that was done; None is not done yet.

    ``read`` is the mark of what was followed up as it was read.
    """
    check_permitted(by, "security.review_log")
    with verb("security.follow_up_review", by=by):
        row = models.LogReview.objects.select_for_update().get(pk=review_id)
        check_unchanged(follow_up_mark(row.follow_up, row.followed_up_on), read=read)
        check_follow_up(row.done_on, follow_up=follow_up, followed_up_on=followed_up_on, today=clock.today())
        row.follow_up, row.followed_up_on = follow_up.strip(), followed_up_on
        row.save(update_fields=["follow_up", "followed_up_on"])


def _check_evidence(evidence_id: UUID | None) -> None:
    if evidence_id and not Evidence.objects.filter(pk=evidence_id).exists():
        raise Refused(_("This evidence is not here. Choose it from the list."))


def _locked(plan_id: UUID) -> LogReviewPlan:
    models.LogReviewPlan.objects.select_for_update().get(pk=plan_id)
    return shaped(LogReviewPlan, models.LogReviewPlan.objects.filter(pk=plan_id).values().get())
