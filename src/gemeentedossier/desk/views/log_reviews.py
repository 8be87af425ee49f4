"""Looking at logs: what is due, overdue and done, the plan of one log, and what somebody saw."""

from dataclasses import replace
from uuid import UUID

from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from gemeentedossier.assessment.facts import Judged
from gemeentedossier.design.enums import Weight
from gemeentedossier.design.parts import Action, Link
from gemeentedossier.desk.forms.log_reviews import EndPlanForm, FollowUpForm, NewPlanForm, PlanForm, ReviewForm
from gemeentedossier.desk.presenters.agreement import Fold, Section
from gemeentedossier.desk.presenters.log_reviews import done_table, plan_said, plan_url, plans_table, reviews_table
from gemeentedossier.desk.presenters.mending import LOG_OVERDUE
from gemeentedossier.desk.rules import Visit, staff
from gemeentedossier.desk.views.judged import judged_by
from gemeentedossier.desk.views.security_pages import VIEW, beside, form_page, security_frame, sheet_of
from gemeentedossier.desk.views.writing import done, found_in
from gemeentedossier.dossier.security.actions.reviews import (
    change_log_review,
    end_log_review,
    follow_up_review,
    plan_log_review,
    review_log,
)
from gemeentedossier.dossier.security.facts import LogReview, LogReviewPlan
from gemeentedossier.foundation.addresses import reverse
from gemeentedossier.foundation.errors import NotPermitted
from gemeentedossier.foundation.identifiers import new_id
from gemeentedossier.organisation.permissions import can

PLAN, REVIEW = "security.plan_log_review", "security.review_log"


@staff(VIEW)
def log_reviews(visit: Visit) -> HttpResponse:
    """The plans with what is due and overdue, and every review that was done."""
    judged, slug = judged_by(visit), visit.municipality.slug
    about, title = sheet_of(visit, judged), _("Looking at logs")
    plans, url = judged.dossier.log_review_plans, reverse("desk:log-review-new", args=[slug])
    may_plan = visit.moment is None and can(visit.actor, PLAN)
    step = Action(label=_("Plan how often a log is looked at"), url=url, weight=Weight.PRIMARY)
    shown = {
        "frame": security_frame(visit, title),
        "title": title,
        "lead": _("Who looked at what is tested regularly, and what comes of it is written down (Article 32(1)(d))."),
        "links": (Link(label=_("All terms of security"), url=reverse("desk:agenda", args=[slug])),),
        "step": step if may_plan else None,
        "sections": (
            Section(
                anchor="plans",
                title=_("Due and overdue"),
                about="",
                table=plans_table(about, plans),
                empty=_("Nobody planned yet how often a log is looked at."),
            ),
            Section(
                anchor="done",
                title=_("Done"),
                about="",
                table=done_table(about, plans),
                empty=_("No log was looked at yet."),
            ),
        ),
    }
    return render(visit.request, "desk/security_list.html", shown)


@staff(VIEW)
def log_review(visit: Visit, key: UUID) -> HttpResponse:
    """One plan: what it says, what was seen, and the form to record what somebody saw."""
    judged = judged_by(visit)
    return _page(visit, judged, found_in(judged.dossier.log_review_plans, key))


@staff(PLAN, only_now=True)
def new(visit: Visit) -> HttpResponse:
    """Plan how often the log of a system is looked at."""
    asked, dossier = visit.request.GET.get("system", ""), judged_by(visit).dossier
    form = NewPlanForm(visit.request.POST or None, dossier=dossier, initial={"system_id": asked})
    if visit.request.method == "POST" and form.is_valid():
        given = {name: value for name, value in form.cleaned_data.items() if name != "revision"}
        plan = LogReviewPlan(id=new_id(), **given)
        if done(visit, form, lambda: plan_log_review(plan, by=visit.actor), said=_("The plan was recorded.")):
            return redirect(plan_url(visit.municipality.slug, plan))
    back = reverse("desk:log-reviews", args=[visit.municipality.slug])
    return form_page(visit, title=_("Plan how often a log is looked at"), lead="", form=form, back=back)


@staff(PLAN, only_now=True)
def edit(visit: Visit, key: UUID) -> HttpResponse:
    """A plan, opened for editing."""
    dossier = judged_by(visit).dossier
    found = found_in(dossier.log_review_plans, key)
    form, back = (
        PlanForm(visit.request.POST or None, plan=found, dossier=dossier),
        plan_url(visit.municipality.slug, found),
    )
    if visit.request.method == "POST" and form.is_valid():
        wanted = replace(found, **form.cleaned_data)
        if done(visit, form, lambda: change_log_review(wanted, by=visit.actor), said=_("The change was recorded.")):
            return redirect(back)
    return form_page(visit, title=_("Edit the plan"), lead=found.looks_at, form=form, back=back)


@staff(REVIEW)
def look(visit: Visit, key: UUID) -> HttpResponse:
    """Record that somebody looked at the log, and what was found."""
    judged = judged_by(visit)
    found = found_in(judged.dossier.log_review_plans, key)
    url, person = f"{plan_url(visit.municipality.slug, found)}#done", visit.actor.person_id
    if visit.request.method != "POST":
        return redirect(url)
    if person is None:
        raise NotPermitted(_("Only a person can look at a log."))
    form = ReviewForm(visit.request.POST, dossier=judged.dossier)
    if form.is_valid():
        review = LogReview(id=new_id(), done_by_id=person, **form.cleaned_data)
        if done(visit, form, lambda: review_log(key, review, by=visit.actor), said=_("The review was recorded.")):
            return redirect(url)
    return _page(visit, judged, found, bound=form)


@staff(PLAN)
def end(visit: Visit, key: UUID) -> HttpResponse:
    """Record that a log is no longer looked at by this plan."""
    judged = judged_by(visit)
    found = found_in(judged.dossier.log_review_plans, key)
    if visit.request.method != "POST":
        return redirect(plan_url(visit.municipality.slug, found))
    form = EndPlanForm(visit.request.POST)
    told = _("The plan was ended; its reviews stay.")
    if form.is_valid() and done(
        visit, form, lambda: end_log_review(key, by=visit.actor, **form.cleaned_data), said=told
    ):
        return redirect(plan_url(visit.municipality.slug, found))
    return _page(visit, judged, found, bound=form)


@staff(REVIEW, only_now=True)
def follow_up(visit: Visit, key: UUID, review_id: UUID) -> HttpResponse:
    """What became of what a review found."""
    plan = found_in(judged_by(visit).dossier.log_review_plans, key)
    review = found_in(plan.reviews, review_id)
    form = FollowUpForm(visit.request.POST or None, review=review)
    back = f"{plan_url(visit.municipality.slug, plan)}#done"
    if visit.request.method == "POST" and form.is_valid():
        told = _("The change was recorded.")
        if done(visit, form, lambda: follow_up_review(review_id, by=visit.actor, **form.cleaned_data), said=told):
            return redirect(back)
    return form_page(visit, title=_("What became of it"), lead=review.findings, form=form, back=back)


def _page(visit: Visit, judged: Judged, found: LogReviewPlan, *, bound: Form | None = None) -> HttpResponse:
    about, now = sheet_of(visit, judged), visit.moment is None
    name = next((each.name for each in judged.dossier.systems if each.id == found.system_id), "")
    title = _("Looking at the log of %(system)s") % {"system": name}
    may_plan, may_look = now and can(visit.actor, PLAN), now and can(visit.actor, REVIEW)
    overdue = (f for own in judged.assessment.cases if own.case.id == found.system_id for f in own)
    cases = beside(visit, judged, (f for f in overdue if f.rule_id == LOG_OVERDUE), lambda _finding: "what")
    every = reverse("desk:log-reviews", args=[about.slug])
    shown = {
        "frame": security_frame(visit, _("Looking at logs"), back=every, last=name),
        "title": title,
        "lead": pgettext("kind of record", "Plan for looking at a log"),
        "links": (Link(label=_("All logs"), url=every),),
        "sections": (
            Section(
                anchor="what",
                title=_("The plan"),
                about="",
                definitions=tuple(plan_said(about, found)),
                edit_url=reverse("desk:log-review-edit", args=[about.slug, found.id]) if may_plan else "",
                folds=(_end_fold(bound, about.slug, found),) if may_plan and not found.ended_on else (),
                cases=cases.get("what", ()),
            ),
            Section(
                anchor="done",
                title=_("What was seen"),
                about=_("What somebody found when looking, and what became of it."),
                table=reviews_table(about, found, may_follow_up=may_look),
                empty=_("Nobody looked at this log yet."),
                folds=(_look_fold(bound, visit, found, judged),) if may_look else (),
            ),
        ),
    }
    return render(visit.request, "desk/security_record.html", shown)


def _end_fold(bound: Form | None, slug: str, found: LogReviewPlan) -> Fold:
    return Fold(
        title=_("Stop looking at this log"),
        button=_("End the plan"),
        url=reverse("desk:log-review-end", args=[slug, found.id]),
        form=bound if isinstance(bound, EndPlanForm) else EndPlanForm(),
        anchor="what",
    )


def _look_fold(bound: Form | None, visit: Visit, found: LogReviewPlan, judged: Judged) -> Fold:
    return Fold(
        title=_("Record that you looked"),
        button=pgettext("verb", "Record"),
        url=reverse("desk:log-review-look", args=[visit.municipality.slug, found.id]),
        form=bound if isinstance(bound, ReviewForm) else ReviewForm(dossier=judged.dossier),
        anchor="done",
        id="look",
        opened="look" in visit.request.GET,
    )
