"""Answering a criterion in the margin, where no recorded fact can tell."""

import dataclasses
from uuid import UUID

from django.contrib import messages
from django.forms import Form
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from gemeentedossier.assessment.facts import Finding
from gemeentedossier.desk.forms.activity.steps import AnswerForm
from gemeentedossier.desk.presenters.activity.page import Sight, sections_shown
from gemeentedossier.desk.presenters.activity.sections import section_of
from gemeentedossier.desk.rules import Visit, staff
from gemeentedossier.desk.views.activity import activity_page
from gemeentedossier.desk.views.activity_sight import answer_address, sight_of
from gemeentedossier.desk.views.answers import review_day
from gemeentedossier.dossier.evidence.actions.attestations import attest_criterion
from gemeentedossier.dossier.evidence.enums import Answer
from gemeentedossier.foundation.errors import NotPermitted, Refused
from gemeentedossier.organisation.permissions import check_permitted_for

ATTEST = "evidence.attest_criterion"


@staff(ATTEST)
def attest(visit: Visit, activity_id: UUID, criterion: str, kind: str, subject_id: UUID) -> HttpResponse:
    """Record the person's answer for one criterion and one record of the activity."""
    if visit.request.method != "POST":
        return redirect("desk:answer", visit.municipality.slug, kind, subject_id, criterion)
    sight = sight_of(visit, activity_id)
    check_permitted_for(visit.actor, ATTEST, owner_id=sight.activity.owner_id)
    finding = _asked(sight, criterion, kind, subject_id)
    if not finding.rule.is_attested:
        return redirect("desk:answer", visit.municipality.slug, kind, subject_id, criterion)
    section = section_of(finding.rule)
    form = AnswerForm(visit.request.POST, auto_id=f"answer-{criterion}-{subject_id}-%s")
    if not _answered(visit, finding, form):
        return _margin(visit, _with_form(visit, sight, finding, form), section)
    if not visit.request.headers.get("HX-Request"):
        messages.success(visit.request, _("Your answer was recorded."))
        return redirect(f"{sight.url}#{section}")
    return _margin(visit, sight_of(visit, activity_id), section)


def _asked(sight: Sight, criterion: str, kind: str, subject_id: UUID) -> Finding:
    for finding in sight.assessment.findings(activity_id=sight.activity.id):
        if (finding.rule_id, finding.subject_kind.value, finding.subject_id) == (criterion, kind, subject_id):
            return finding
    raise Http404


def _answered(visit: Visit, finding: Finding, form: AnswerForm) -> bool:
    """Whether the answer could be recorded; else the form says why not."""
    if not form.is_valid():
        return False
    try:
        attest_criterion(
            finding.rule_id,
            subject_kind=finding.subject_kind.value,
            subject_id=finding.subject_id,
            answer=Answer(form.cleaned_data["answer"]),
            explanation=form.cleaned_data["explanation"],
            review_on=form.cleaned_data["review_on"] or review_day(finding.rule.review),
            by=visit.actor,
        )
    except NotPermitted:
        raise
    except Refused as refusal:
        form.add_error(None, str(refusal))
        return False
    return True


def _with_form(visit: Visit, sight: Sight, asked: Finding, form: AnswerForm) -> Sight:
    """The same sight, in which the finding that was asked carries the form as it was filled in."""

    def answers(finding: Finding) -> tuple[str, Form | None] | None:
        if finding == asked:
            return answer_address(visit, sight.activity.id, finding), form
        return sight.answers(finding)

    return dataclasses.replace(sight, answers=answers)


def _margin(visit: Visit, sight: Sight, section: str) -> HttpResponse:
    if not visit.request.headers.get("HX-Request"):
        return activity_page(visit, sight)
    shown = next(iter(sections_shown(sight, only=[section])))
    return render(visit.request, "desk/activity/margin.html", {"margin": shown.margin})
