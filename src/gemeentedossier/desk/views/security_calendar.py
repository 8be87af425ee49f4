"""One calendar of the whole dossier, as a page and for a calendar of one's own."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from gemeentedossier.assessment.facts import Judged
from gemeentedossier.catalogue.queries import catalogue_at
from gemeentedossier.design.parts import Link
from gemeentedossier.desk.presenters.activity.wording import language
from gemeentedossier.desk.presenters.agreement import Section
from gemeentedossier.desk.presenters.calendar import every_term, terms_table
from gemeentedossier.desk.rules import Visit, staff
from gemeentedossier.desk.views.breach_pages import sight_of
from gemeentedossier.desk.views.findings import judged_by
from gemeentedossier.desk.views.security_pages import VIEW, security_frame
from gemeentedossier.exchange.engine.calendar_file import CalendarOf, calendar_file
from gemeentedossier.method.engine.progress import path_of, plan_terms
from gemeentedossier.method.facts import PlanTerm


@staff(VIEW)
def calendar(visit: Visit) -> HttpResponse:
    """What is past and not yet done, and what is asked within a year."""
    judged, slug = judged_by(visit), visit.municipality.slug
    sight, plan = sight_of(visit, judged), _plan(visit, judged)
    title = _("Calendar of the dossier")
    shown = {
        "frame": security_frame(visit, title),
        "title": title,
        "lead": _(
            "Agreements, security, breaches, DPIAs, requests and the plan: each day that something ends or is asked."
        ),
        "links": (
            Link(label=_("Looking at logs"), url=reverse("desk:log-reviews", args=[slug])),
            Link(
                label=_("Every day that the dossier asks, for your own calendar (iCalendar)"),
                url=reverse("desk:security-calendar-file", args=[slug]),
            ),
        ),
        "sections": (
            Section(
                anchor="past",
                title=_("Past and not yet done"),
                about="",
                table=terms_table(sight, plan, past=True),
                empty=_("Nothing is past."),
            ),
            Section(
                anchor="ahead",
                title=_("From today on, within a year"),
                about="",
                table=terms_table(sight, plan, past=False),
                empty=_("Nothing is asked within a year."),
            ),
        ),
    }
    return render(visit.request, "desk/security_list.html", shown)


@staff(VIEW)
def calendar_download(visit: Visit) -> HttpResponse:
    """Every day that the dossier asks, for a calendar of one's own."""
    return whole_calendar(visit)


def whole_calendar(visit: Visit) -> HttpResponse:
    """One file with what all records ask, in the order of days."""
    judged = judged_by(visit)
    sight = sight_of(visit, judged)
    about = CalendarOf(sight.dossier.organisation.name, sight.now, language())
    content = calendar_file(every_term(sight, _plan(visit, judged)), about)
    answer = HttpResponse(content, content_type="text/calendar; charset=utf-8")
    kind = pgettext("name of a file", "calendar")
    file_name = f"{visit.municipality.slug}-{kind}.ics"
    answer["Content-Disposition"] = str(content_disposition_header(as_attachment=True, filename=file_name))
    return answer


def _plan(visit: Visit, judged: Judged) -> tuple[PlanTerm, ...]:
    """What the plan of the method asks; nothing is reckoned where nobody planned a step."""
    if not judged.dossier.planned_steps:
        return ()
    return plan_terms(path_of(judged, catalogue_at(visit.moment)), language())
