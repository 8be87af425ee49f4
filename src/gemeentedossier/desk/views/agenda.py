"""The agenda: every clock of the dossier as a page, as an iCalendar file and as a list for programs."""

from dataclasses import replace

from django.conf import settings
from django.core.paginator import Paginator
from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from gemeentedossier.design.parts import Link
from gemeentedossier.desk.forms.agenda import AgendaFilter
from gemeentedossier.desk.presenters.activity.wording import language
from gemeentedossier.desk.presenters.agenda import Agenda, about_more, as_data, groups_of, pagination_of
from gemeentedossier.desk.presenters.charts import agenda_chart
from gemeentedossier.desk.presenters.frame import frame_for
from gemeentedossier.desk.rules import Visit, staff
from gemeentedossier.desk.views.weighed_pages import url_of
from gemeentedossier.exchange.engine.calendar_file import CalendarOf, calendar_file
from gemeentedossier.foundation import clock
from gemeentedossier.method.engine.duties import duties_of
from gemeentedossier.method.queries import seen_of
from gemeentedossier.organisation.enums import Role

VIEW = "desk.view_home"
PAGE = 60


@staff(VIEW)
def agenda(visit: Visit) -> HttpResponse:
    """What is past and not yet done, and what is asked from today on, month by month."""
    found = agenda_of(visit)
    filters = filter_of(visit)
    page = Paginator(filters.found_in(found), PAGE).get_page(visit.request.GET.get("page"))
    query = visit.request.GET.urlencode()
    shown = {
        "frame": frame_for(visit, place="desk:agenda"),
        "title": agenda_title(),
        "lead": _("Every day and hour on which the dossier asks something, with who it is for and by which law."),
        "links": (
            Link(label=reminders_title(), url=url_of(visit, "reminders")),
            Link(
                label=_("These terms as a file for a calendar (iCalendar)"),
                url=f"{url_of(visit, 'agenda-file')}?{query}",
            ),
            Link(label=_("These terms for programs (JSON)"), url=f"{url_of(visit, 'agenda-list')}?{query}"),
        ),
        "filters": filters,
        "url": url_of(visit, "agenda"),
        "chart": agenda_chart(found, url_of(visit, "agenda")) if not query else None,
        "groups": tuple(groups_of(found, page.object_list)),
        "pagination": pagination_of(page, visit.request.GET),
    }
    return render(visit.request, "desk/agenda.html", shown)


@staff(VIEW)
def of_security(visit: Visit) -> HttpResponse:
    """Where the terms of Part B stood before the agenda held them all: who kept the address finds them there."""
    return redirect(f"{url_of(visit, 'agenda')}?part=security")


@staff(VIEW)
def agenda_file(visit: Visit) -> HttpResponse:
    """The terms that fit the filters, for a calendar of one's own."""
    return file_of(visit)


def file_of(visit: Visit) -> HttpResponse:
    """One iCalendar file with what fits the filters, in the order of moments."""
    found = agenda_of(visit)
    about = CalendarOf(found.seen.dossier.organisation.name, clock.now(), language())
    told = [replace(each, detail=about_more(found, each)) for each in filter_of(visit).found_in(found)]
    content = calendar_file(told, about)
    answer = HttpResponse(content, content_type="text/calendar; charset=utf-8")
    kind = pgettext("name of a file", "calendar")
    file_name = f"{visit.municipality.slug}-{kind}.ics"
    answer["Content-Disposition"] = str(content_disposition_header(as_attachment=True, filename=file_name))
    return answer


@staff(VIEW)
def agenda_list(visit: Visit) -> HttpResponse:
    """The terms that fit the filters, for programs."""
    found = agenda_of(visit)
    terms = as_data(found, filter_of(visit).found_in(found), home=settings.GEMEENTEDOSSIER_URL)
    told = {
        "municipality": visit.municipality.slug,
        "moment": found.now.isoformat(),
        "ledger_number": found.seen.dossier.ledger_number,
        "terms": terms,
    }
    return JsonResponse(told, json_dumps_params={"ensure_ascii": False, "indent": 1})


def agenda_title() -> str:
    """What the page is called."""
    return pgettext("place in the rail", "Agenda")


def reminders_title() -> str:
    """What the page of one's own messages and calendar is called."""
    return _("Messages and your own calendar")


def filter_of(visit: Visit) -> AgendaFilter:
    """What was chosen; who only answers for records of their own begins with what is theirs."""
    return AgendaFilter(
        visit.request.GET,
        only_own=frozenset(visit.actor.roles) == {Role.PROCESS_OWNER},
        today=visit.today(),
    )


def agenda_of(visit: Visit) -> Agenda:
    """Every term as the visit sees it."""
    seen = seen_of(visit.municipality, language(), moment=visit.moment)
    return Agenda(slug=visit.municipality.slug, seen=seen, duties=duties_of(seen), actor=visit.actor)
