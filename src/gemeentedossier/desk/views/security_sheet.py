"""The security sheets of one activity: their index, the sheet of one purpose, and its levels."""

from uuid import UUID

from django.contrib import messages
from django.forms import Form
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from gemeentedossier.assessment.engine.assess import whole_in
from gemeentedossier.assessment.facts import Judged
from gemeentedossier.design.parts import Link
from gemeentedossier.desk.forms.aims import aimed
from gemeentedossier.desk.forms.security import LevelsForm
from gemeentedossier.desk.presenters.purpose_sheet import paper_url, purpose_url
from gemeentedossier.desk.rules import Visit, staff
from gemeentedossier.desk.views.judged import judged_by
from gemeentedossier.desk.views.security_pages import VIEW, form_page, security_frame
from gemeentedossier.desk.views.security_sections import CLASSIFY, no_purpose, purpose_sections, sections_of
from gemeentedossier.desk.views.writing import done
from gemeentedossier.dossier.register.facts import Activity, Purpose
from gemeentedossier.dossier.security.actions.classification import approve_classification, classify_activity
from gemeentedossier.dossier.security.facts import Classification
from gemeentedossier.foundation.addresses import reverse
from gemeentedossier.foundation.identifiers import new_id
from gemeentedossier.organisation.permissions import can_for, check_permitted_for

APPROVE = "security.approve_classification"


@staff(VIEW)
def sheet(visit: Visit, activity_id: UUID) -> HttpResponse:
    """How one activity is secured: its levels, a sheet for each purpose, who may see what, and what was found."""
    judged = judged_by(visit)
    return sheet_page(visit, judged, activity_in(judged, activity_id))


@staff(VIEW)
def purpose(visit: Visit, activity_id: UUID, purpose_id: UUID) -> HttpResponse:
    """The security sheet of one purpose; without that purpose there is none, and the index says why."""
    judged = judged_by(visit)
    activity = activity_in(judged, activity_id)
    found = next((each for each in activity.purposes if each.id == purpose_id), None)
    if found is None:
        return redirect(no_such_purpose(visit, activity))
    return purpose_page(visit, judged, activity, found)


def no_such_purpose(visit: Visit, activity: Activity) -> str:
    """Say that the activity does not have the purpose, and return where its purposes are."""
    missing = _("This activity has no such purpose; choose the sheet of one that it has.")
    messages.error(visit.request, missing if activity.purposes else no_purpose())
    return sheet_url(visit, activity, "purposes")


@staff(CLASSIFY, only_now=True)
def classify(visit: Visit, activity_id: UUID) -> HttpResponse:
    """The levels of an activity, opened for editing."""
    judged = judged_by(visit)
    activity = activity_in(judged, activity_id)
    check_permitted_for(visit.actor, CLASSIFY, owner_id=activity.owner_id)
    found = next((each for each in judged.dossier.classifications if each.activity_id == activity.id), None)
    form = aimed(LevelsForm(visit.request.POST or None, found=found), visit.request.GET.get("field", ""))
    if visit.request.method == "POST" and form.is_valid():
        wanted = Classification(id=new_id(), activity_id=activity.id, **form.cleaned_data)
        told = _("The levels were recorded.")
        if done(visit, form, lambda: classify_activity(wanted, by=visit.actor), said=told):
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


def page_of(
    visit: Visit, judged: Judged, activity: Activity, purpose_id: UUID | None, *, bound: Form | None = None
) -> HttpResponse:
    """The sheet of the purpose, or the index where there is no such purpose."""
    found = next((each for each in activity.purposes if each.id == purpose_id), None)
    if found is None:
        return sheet_page(visit, judged, activity, bound=bound)
    return purpose_page(visit, judged, activity, found, bound=bound)


def place_of(visit: Visit, activity: Activity, purpose_id: UUID | None) -> str:
    """The address of the sheet of the purpose, or of the index where there is no such purpose."""
    found = next((each for each in activity.purposes if each.id == purpose_id), None)
    slug = visit.municipality.slug
    if found is None:
        return reverse("desk:activity-security", args=[slug, activity.id])
    return purpose_url(slug, activity, found)


def sheet_page(visit: Visit, judged: Judged, activity: Activity, *, bound: Form | None = None) -> HttpResponse:
    """The index of the security sheets; ``bound`` is the form of a line that needs attention."""
    slug = visit.municipality.slug
    record = Link(label=_("The record in the register"), url=reverse("desk:activity", args=[slug, activity.id]))
    shown = {
        "frame": security_frame(visit, activity.name),
        "title": activity.name,
        "lead": _("Security of this activity"),
        "links": (record, history_link(visit, activity)),
        "sections": sections_of(visit, judged, activity, bound),
    }
    return _rendered(visit, judged, activity, shown)


def purpose_page(
    visit: Visit, judged: Judged, activity: Activity, found: Purpose, *, bound: Form | None = None
) -> HttpResponse:
    """The security sheet of a purpose; ``bound`` is the form of a line that needs attention."""
    index = reverse("desk:activity-security", args=[visit.municipality.slug, activity.id])
    shown = {
        "frame": security_frame(visit, activity.name, back=index, last=_("Security sheet")),
        "title": found.text,
        "lead": _("Security sheet of a purpose of %(activity)s") % {"activity": activity.name},
        "lead_url": index,
        "links": (
            Link(label=_("The sheet on paper"), url=paper_url(visit.municipality.slug, activity, found)),
            history_link(visit, activity),
        ),
        "sections": purpose_sections(visit, judged, activity, found, bound),
    }
    return _rendered(visit, judged, activity, shown)


def history_link(visit: Visit, activity: Activity) -> Link:
    """The way to what happened to the levels and the access of an activity."""
    url = reverse("desk:activity-security-history", args=[visit.municipality.slug, activity.id])
    return Link(label=pgettext("tab", "History"), url=url)


def activity_in(judged: Judged, key: UUID) -> Activity:
    """The activity of that key; Http404 where the dossier has none."""
    found = judged.activities.get(key)
    if found is None:
        raise Http404
    return found


def sheet_url(visit: Visit, activity: Activity, anchor: str) -> str:
    """The index of the security sheets of an activity, at one of its sections."""
    return f"{reverse('desk:activity-security', args=[visit.municipality.slug, activity.id])}#{anchor}"


def _rendered(visit: Visit, judged: Judged, activity: Activity, shown: dict[str, object]) -> HttpResponse:
    """The page, with who approved the levels, or the button for who may."""
    found = whole_in(judged.dossier).secured_of(activity).classification
    waits = bool(found and found.is_whole and not found.approved_at)
    may_approve = visit.moment is None and can_for(visit.actor, APPROVE, owner_id=activity.owner_id)
    url = reverse("desk:activity-levels-approve", args=[visit.municipality.slug, activity.id])
    more = {
        "levels": found,
        "approved": found if found and found.approved_at else None,
        "approve_url": url if waits and may_approve else "",
    }
    return render(visit.request, "desk/security_record.html", {**shown, **more})
