"""Requests of data subjects: the list with their terms, a new one, and the page of one from receipt to closing."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from uuid import UUID

from django.forms import Form
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from gemeentedossier.assessment.facts import Judged
from gemeentedossier.design.enums import Shape, Tone
from gemeentedossier.design.parts import Action, Alert, Link
from gemeentedossier.desk.forms.request_filter import RequestFilter
from gemeentedossier.desk.forms.requests import NewRequestForm, RequestForm
from gemeentedossier.desk.presenters.charts import requests_chart
from gemeentedossier.desk.presenters.findings import Shown
from gemeentedossier.desk.presenters.request_next import next_step
from gemeentedossier.desk.presenters.request_overview import overview_table, requests_book
from gemeentedossier.desk.presenters.request_page import RequestPage, sections_of
from gemeentedossier.desk.presenters.request_places import request_section
from gemeentedossier.desk.presenters.requests import (
    RequestSight,
    days_left,
    no_requests,
    requests_table,
    stage_badge,
)
from gemeentedossier.desk.rules import Visit, staff
from gemeentedossier.desk.views.judged import judged_by
from gemeentedossier.desk.views.papers import answer_with
from gemeentedossier.desk.views.request_folds import folds_of, links_of
from gemeentedossier.desk.views.request_pages import (
    EDIT,
    VIEW,
    check_own,
    may,
    may_on,
    request_form_page,
    request_frame,
    request_sight,
)
from gemeentedossier.desk.views.security_pages import beside
from gemeentedossier.desk.views.weighed_pages import history_link, url_of
from gemeentedossier.desk.views.writing import done, found_in
from gemeentedossier.dossier.register.enums import DataSubjectRight
from gemeentedossier.dossier.requests.actions.requests import edit_request, record_request
from gemeentedossier.dossier.requests.engine.entitlement import may_ask
from gemeentedossier.dossier.requests.enums import Channel
from gemeentedossier.dossier.requests.facts import DataSubjectRequest
from gemeentedossier.exchange.engine.writing.files import LIST_FORMS, write_list
from gemeentedossier.foundation import clock
from gemeentedossier.foundation.envelopes.queries import standing_of
from gemeentedossier.foundation.identifiers import new_id

RECORD = "requests.record_request"


@staff(VIEW)
def requests(visit: Visit) -> HttpResponse:
    """The requests that fit the filters with their last day, those that ask most first; and each year in figures."""
    judged = judged_by(visit)
    sight = request_sight(visit, judged)
    every, chosen = sight.dossier.requests, visit.request.GET
    filters = _filters(visit, every)
    new_url = url_of(visit, "request-new") if may(visit, RECORD) else ""
    step = Action(label=pgettext("button", "Record a request"), url=new_url) if new_url else None
    asked = f"?{chosen.urlencode()}" if chosen else ""
    shown = {
        "frame": request_frame(visit),
        "title": pgettext("place in the rail", "Requests"),
        "lead": _("What people ask about their own data, each with the last day for the answer."),
        "links": (Link(label=_("Consents"), url=url_of(visit, "consents")),),
        "filters": filters,
        "url": url_of(visit, "requests"),
        "table": requests_table(sight, filters.found_in(sight, every)),
        "overview": overview_table(sight, every),
        "chart": requests_chart(sight, url_of(visit, "requests")),
        "files": tuple(
            Link(
                label=_("Export as %(form)s") % {"form": form.upper()},
                url=f"{url_of(visit, 'requests-file', form)}{asked}",
            )
            for form in LIST_FORMS
        ),
        "step": step if every else None,
        "empty": no_requests(url=new_url),
    }
    return render(visit.request, "desk/requests.html", shown)


@staff(VIEW)
def requests_file(visit: Visit, form: str) -> HttpResponse:
    """The requests that fit the filters as a file, without anything that tells who asked."""
    if form not in LIST_FORMS:
        raise Http404
    sight = request_sight(visit, judged_by(visit))
    found = _filters(visit, sight.dossier.requests).found_in(sight, sight.dossier.requests)
    content, media_type = write_list(requests_book(sight, found), form)
    name = f"{visit.municipality.slug}-{_('requests')}-{sight.today.isoformat()}.{form}"
    return answer_with(content, name=name, media_type=media_type)


def _filters(visit: Visit, every: Iterable[DataSubjectRequest]) -> RequestFilter:
    return RequestFilter(visit.request.GET, years={each.received_on.year for each in every})


@staff(RECORD, only_now=True)
def new(visit: Visit) -> HttpResponse:
    """Record a request that came in; name and address go into the envelope."""
    blank = DataSubjectRequest(new_id(), "", DataSubjectRight.ACCESS, clock.today(), Channel.LETTER)
    known = {"right": "", "channel": "", "handler_id": visit.actor.person_id}
    form = NewRequestForm(visit.request.POST or None, record=blank, dossier=judged_by(visit).dossier, initial=known)

    def write() -> None:
        said, requester, mark = form.parted()
        record_request(replace(blank, **said), requester=requester, mark=mark, by=visit.actor)

    if done(visit, form, write, said=_("The request was recorded; its last day stands below.")):
        return redirect(url_of(visit, "request", blank.id))
    title = pgettext("button", "Record a request")
    return request_form_page(visit, title=title, lead="", form=form, back=url_of(visit, "requests"))


@staff(VIEW)
def request(visit: Visit, key: UUID) -> HttpResponse:
    """One request, in the order of the work."""
    judged = judged_by(visit)
    return request_page(visit, judged, found_in(judged.dossier.requests, key))


@staff(EDIT, only_now=True)
def edit(visit: Visit, key: UUID) -> HttpResponse:
    """What was said of a request, opened for correcting it."""
    judged = judged_by(visit)
    found, back = found_in(judged.dossier.requests, key), url_of(visit, "request", key)
    check_own(visit, found)
    form = RequestForm(visit.request.POST or None, record=found, dossier=judged.dossier)
    if done(visit, form, lambda: edit_request(replace(found, **form.cleaned_data), by=visit.actor)):
        return redirect(back)
    return request_form_page(visit, title=_("Correct the receipt"), lead=found.number, form=form, back=back)


def request_page(visit: Visit, judged: Judged, found: DataSubjectRequest, *, bound: Form | None = None) -> HttpResponse:
    """The page of a request; ``bound`` is the form that needs attention."""
    sight = request_sight(visit, judged)
    edits = may_on(visit, EDIT, found) and found.is_open
    reckoned = sight.clock(found)
    page = RequestPage(
        sight=sight,
        request=found,
        envelope=standing_of(found.id),
        folds=folds_of(visit, found, bound, told_by=reckoned.told_by if reckoned else None),
        links=links_of(visit, found),
        cases=_beside(visit, judged, found.id),
        edit_url=url_of(visit, "request-edit", found.id) if edits and not found.decided_at else "",
        part_url=url_of(visit, "request-part-new", found.id) if edits and not found.decided_at else "",
        ticks=may(visit, "requests.tick_line") and found.is_open,
    )
    list_url = url_of(visit, "requests")
    shown = {
        "frame": request_frame(visit, (found.number, "")),
        "title": _("Request %(number)s") % {"number": found.number},
        "lead": pgettext("place in the rail", "Requests"),
        "lead_url": list_url,
        "sections": sections_of(page),
        "links": (history_link(url_of(visit, "request-history", found.id)),),
        "badge": stage_badge(found, sight.clock(found), sight.today),
        "alert": _last_day(sight, found),
    }
    return render(visit.request, "desk/weighed_record.html", shown)


def _beside(visit: Visit, judged: Judged, key: UUID) -> Mapping[str, tuple[Shown, ...]]:
    """What is open, by the section beside which it stands."""
    own = (finding for each in judged.assessment.cases if each.case.id == key for finding in each)
    return beside(visit, judged, own, lambda each: request_section(each.rule_id))


def _last_day(sight: RequestSight, found: DataSubjectRequest) -> Alert | None:
    """The last day while it is not answered, red once it has passed; and what to do now."""
    if not found.is_open:
        return None
    reckoned, text = sight.clock(found), next_step(found, may_ask=may_ask(sight.entitlement(found), found.asked_by))
    if reckoned is None or found.told_on:
        return Alert(title=text, text="", tone=Tone.NOTE, shape=Shape.HALF)
    late = reckoned.days_overdue(on=sight.today) > 0
    return Alert(
        title=_("Answer by %(day)s: %(left)s")
        % {"day": f"{reckoned.due:%d-%m-%Y}", "left": days_left(reckoned.due, sight.today)},
        text=text,
        tone=Tone.ALARM if late else Tone.NOTE,
        shape=Shape.CLOCK,
    )
