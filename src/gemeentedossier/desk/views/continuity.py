"""Plans for an outage, per activity and system, and what stands still when systems are down."""

import datetime as dt
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from gemeentedossier.design.parts import Link
from gemeentedossier.desk.forms.aims import aimed
from gemeentedossier.desk.forms.weighed import ContinuityForm, OutageForm
from gemeentedossier.desk.presenters.agreement import Section
from gemeentedossier.desk.presenters.continuity import (
    down_systems,
    plan_said,
    planned_table,
    plans_by_activity,
    recovery_table,
    standstills,
    unplanned,
)
from gemeentedossier.desk.rules import Visit, staff
from gemeentedossier.desk.views.judged import judged_by
from gemeentedossier.desk.views.security_pages import VIEW, form_page, security_frame, sheet_of
from gemeentedossier.desk.views.security_sheet import activity_in
from gemeentedossier.desk.views.weighed_pages import history_link, history_page, record_page, url_of
from gemeentedossier.desk.views.weighed_sections import outage_cases
from gemeentedossier.desk.views.writing import done
from gemeentedossier.dossier.register.queries.history import Whole
from gemeentedossier.dossier.security import models
from gemeentedossier.dossier.security.actions.continuity import plan_continuity
from gemeentedossier.dossier.security.facts import Continuity
from gemeentedossier.foundation import clock
from gemeentedossier.foundation.identifiers import new_id
from gemeentedossier.organisation.permissions import can_for, check_permitted_for

PLAN = "security.plan_continuity"
WHOLE = Whole(None, (models.Continuity,), "activity_id")


@staff(VIEW)
def continuities(visit: Visit) -> HttpResponse:
    """Which activities can wait how long, and within when their systems are back."""
    sheet = sheet_of(visit, judged_by(visit))
    waiting, planned = unplanned(sheet), len(sheet.dossier.continuities)
    shown = {
        "frame": security_frame(visit, continuity_title()),
        "planned": planned_table(sheet),
        "unplanned": waiting,
        "others": len(sheet.dossier.activities) - planned - len(waiting),
        "recovery": recovery_table(sheet, sheet.dossier.systems),
        "outage_url": url_of(visit, "outage"),
        "register_url": url_of(visit, "register"),
    }
    return render(visit.request, "desk/continuities.html", shown)


@staff(VIEW)
def continuity(visit: Visit, activity_id: UUID) -> HttpResponse:
    """The plan of one activity, the systems that it runs on, and what was found."""
    judged = judged_by(visit)
    sheet, activity = sheet_of(visit, judged), activity_in(judged, activity_id)
    systems = [each for each in sheet.dossier.systems if each.id in activity.system_ids]
    may = visit.moment is None and can_for(visit.actor, PLAN, owner_id=activity.owner_id)
    asked = "&".join(f"system={each.id}" for each in systems)
    sections = (
        Section(
            anchor="plan",
            title=_("Plan for an outage"),
            about="",
            definitions=tuple(plan_said(plans_by_activity(sheet).get(activity.id))),
            edit_url=url_of(visit, "continuity-edit", activity.id) if may else "",
            cases=outage_cases(visit, judged, activity),
        ),
        Section(
            anchor="systems",
            title=_("Runs on"),
            about=_("An activity stands still as soon as one of its systems does."),
            table=recovery_table(sheet, systems),
        ),
    )
    down = Link(label=_("When these systems are down"), url=f"{url_of(visit, 'outage')}?{asked}")
    security = Link(label=_("Security sheet"), url=url_of(visit, "activity-security", activity.id))
    history = history_link(url_of(visit, "continuity-history", activity.id))
    links = (security, *((down,) if systems else ()), history)
    return record_page(visit, every=_every(visit), title=activity.name, sections=sections, links=links)


@staff(PLAN, only_now=True)
def edit(visit: Visit, activity_id: UUID) -> HttpResponse:
    """The plan of an activity, opened for editing."""
    judged = judged_by(visit)
    activity = activity_in(judged, activity_id)
    check_permitted_for(visit.actor, PLAN, owner_id=activity.owner_id)
    found = plans_by_activity(sheet_of(visit, judged)).get(activity.id)
    form = aimed(ContinuityForm(visit.request.POST or None, record=found), visit.request.GET.get("field", ""))
    back = url_of(visit, "continuity", activity.id)

    def write() -> None:
        plan_continuity(Continuity(new_id(), activity.id, **form.cleaned_data), by=visit.actor)

    if done(visit, form, write):
        return redirect(back)
    return form_page(visit, title=_("Plan for an outage"), lead=activity.name, form=form, back=back)


@staff(VIEW)
def history(visit: Visit, activity_id: UUID) -> HttpResponse:
    """What happened to the plan of an activity."""
    activity = activity_in(judged_by(visit), activity_id)
    back = Link(label=activity.name, url=url_of(visit, "continuity", activity.id))
    return history_page(visit, WHOLE, activity.id, title=activity.name, back=back, every=_every(visit))


@staff(VIEW)
def outage(visit: Visit) -> HttpResponse:
    """What stands still when systems are down, from when that is too long, and how people are helped meanwhile."""
    sheet = sheet_of(visit, judged_by(visit))
    form = OutageForm(visit.request.GET or None, dossier=sheet.dossier)
    form.is_valid()
    known = {str(each.id): each.id for each in sheet.dossier.systems}
    keys = frozenset(known[each] for each in visit.request.GET.getlist("system") if each in known)
    since: dt.datetime | None = form.cleaned_data.get("since") if form.is_bound else None
    now = visit.moment or clock.now()
    stopped = standstills(sheet, keys, since=since, now=now)
    shown = {
        "frame": security_frame(visit, continuity_title(), back=url_of(visit, "continuities"), last=outage_title()),
        "title": outage_title(),
        "form": form,
        "url": url_of(visit, "outage"),
        "since": since,
        "down": down_systems(sheet, keys, since=since, now=now),
        "stopped": len(stopped),
        "told": [each for each in stopped if each.is_told],
        "untold": sorted((each for each in stopped if not each.is_told), key=lambda each: not each.asks_plan),
    }
    return render(visit.request, "desk/outage.html", shown)


def _every(visit: Visit) -> Link:
    return Link(label=continuity_title(), url=url_of(visit, "continuities"))


def continuity_title() -> str:
    """What the list is called."""
    return _("Outages and recovery")


def outage_title() -> str:
    """What the page is called that is read when something is down."""
    return pgettext("page", "When it is down")
