"""The security sheet of one activity: shown, classified, approved, and its access matrix written."""

from uuid import UUID

from django.contrib import messages
from django.forms import Form
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from gemeentedossier.assessment.engine.assess import whole_in
from gemeentedossier.assessment.facts import Judged
from gemeentedossier.desk.forms.aims import aimed
from gemeentedossier.desk.forms.security import AccessForm, LevelsForm
from gemeentedossier.desk.rules import Visit, staff
from gemeentedossier.desk.views.findings import judged_by
from gemeentedossier.desk.views.security import VIEW
from gemeentedossier.desk.views.security_pages import form_page, security_frame
from gemeentedossier.desk.views.security_sections import ACCESS, CLASSIFY, sections_of
from gemeentedossier.dossier.register.facts import Activity
from gemeentedossier.dossier.security.actions.access import allow_access
from gemeentedossier.dossier.security.actions.classification import approve_classification, classify_activity
from gemeentedossier.dossier.security.facts import AccessRule, Classification
from gemeentedossier.foundation.errors import NotPermitted, Refused
from gemeentedossier.foundation.identifiers import new_id
from gemeentedossier.organisation.permissions import can_for

APPROVE = "security.approve_classification"


@staff(VIEW)
def sheet(visit: Visit, activity_id: UUID) -> HttpResponse:
    """How one activity is secured: levels, what they ask, means, who may see what, and what was found."""
    judged = judged_by(visit)
    return sheet_page(visit, judged, activity_in(judged, activity_id))


@staff(CLASSIFY, only_now=True)
def classify(visit: Visit, activity_id: UUID) -> HttpResponse:
    """The levels of an activity, opened for editing."""
    judged = judged_by(visit)
    activity = activity_in(judged, activity_id)
    found = next((each for each in judged.dossier.classifications if each.activity_id == activity.id), None)
    form = aimed(LevelsForm(visit.request.POST or None, found=found), visit.request.GET.get("field", ""))
    if visit.request.method == "POST" and form.is_valid():
        wanted = Classification(id=new_id(), activity_id=activity.id, **form.cleaned_data)
        try:
            classify_activity(wanted, by=visit.actor)
        except NotPermitted:
            raise
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(visit.request, _("The levels were recorded."))
            return redirect(sheet_url(visit, activity, "levels"))
    return form_page(
        visit, title=_("Classify"), lead=activity.name, form=form, back=sheet_url(visit, activity, "levels")
    )


@staff(APPROVE)
def approve(visit: Visit, activity_id: UUID) -> HttpResponse:
    """Approve the levels as they stand."""
    activity = activity_in(judged_by(visit), activity_id)
    if visit.request.method == "POST":
        approve_classification(activity.id, revision=visit.read_revision(), by=visit.actor)
        messages.success(visit.request, _("The levels were approved."))
    return redirect(sheet_url(visit, activity, "levels"))


@staff(ACCESS)
def allow(visit: Visit, activity_id: UUID) -> HttpResponse:
    """Add a line to the access matrix; what needs attention is shown in its place."""
    judged = judged_by(visit)
    activity = activity_in(judged, activity_id)
    if visit.request.method != "POST":
        return redirect(sheet_url(visit, activity, "access"))
    form = AccessForm(visit.request.POST, activity=activity)
    if form.is_valid():
        try:
            allow_access(AccessRule(id=new_id(), activity_id=activity.id, **form.cleaned_data), by=visit.actor)
        except NotPermitted:
            raise
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(visit.request, _("The line was added to the access matrix."))
            return redirect(sheet_url(visit, activity, "access"))
    return sheet_page(visit, judged, activity, bound=form)


def sheet_page(visit: Visit, judged: Judged, activity: Activity, *, bound: Form | None = None) -> HttpResponse:
    """The security sheet; ``bound`` is the form of a line that needs attention."""
    found = whole_in(judged.dossier).secured_of(activity).classification
    slug, waits = visit.municipality.slug, bool(found and found.is_whole and not found.approved_at)
    may_approve = visit.moment is None and can_for(visit.actor, APPROVE, owner_id=activity.owner_id)
    approve_url = reverse("desk:activity-levels-approve", args=[slug, activity.id])
    shown = {
        "frame": security_frame(visit, activity.name),
        "title": _("Security sheet"),
        "lead": activity.name,
        "lead_url": reverse("desk:activity", args=[slug, activity.id]),
        "sections": sections_of(visit, judged, activity, bound),
        "levels": found,
        "approved": found if found and found.approved_at else None,
        "approve_url": approve_url if waits and may_approve else "",
    }
    return render(visit.request, "desk/security_record.html", shown)


def activity_in(judged: Judged, key: UUID) -> Activity:
    """The activity of that key; Http404 where the dossier has none."""
    found = judged.activities.get(key)
    if found is None:
        raise Http404
    return found


def sheet_url(visit: Visit, activity: Activity, anchor: str) -> str:
    """The security sheet of an activity, at one of its sections."""
    return f"{reverse('desk:activity-security', args=[visit.municipality.slug, activity.id])}#{anchor}"
