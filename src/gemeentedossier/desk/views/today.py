"""Today: what is mine to do first."""

import datetime as dt
from collections.abc import Collection, Iterable
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import pgettext

from gemeentedossier.assessment.engine.lots import Lot, lots_in, lots_of, open_records
from gemeentedossier.assessment.enums import Outcome
from gemeentedossier.assessment.facts import Judged
from gemeentedossier.catalogue.facts.rules import Part
from gemeentedossier.catalogue.queries import catalogue_at
from gemeentedossier.design.parts import Crumb
from gemeentedossier.desk.forms.findings import beside_the_register
from gemeentedossier.desk.presenters.activity.wording import language
from gemeentedossier.desk.presenters.agenda import Agenda
from gemeentedossier.desk.presenters.charts import findings_chart
from gemeentedossier.desk.presenters.findings import counts_of
from gemeentedossier.desk.presenters.frame import frame_for
from gemeentedossier.desk.presenters.leavers import leavers_waiting
from gemeentedossier.desk.presenters.news import arrived, latest_import, urgency
from gemeentedossier.desk.presenters.today import (
    ADOPTION,
    CHANGES,
    CONFIRMATION,
    FIRST,
    Matter,
    Scope,
    Waiting,
    changes,
    first_of,
    lead,
    nothing_to_do,
    numbers,
    under_review,
    untold,
    waiting,
)
from gemeentedossier.desk.presenters.today_assessments import assessments_waiting
from gemeentedossier.desk.presenters.today_decisions import decisions
from gemeentedossier.desk.presenters.today_method import ambitions_to_come, ambitions_waiting, steps_waiting
from gemeentedossier.desk.presenters.today_own import own_of, own_records
from gemeentedossier.desk.presenters.today_requests import places_to_look
from gemeentedossier.desk.presenters.today_roles import blocks_for, security_lots
from gemeentedossier.desk.presenters.today_terms import Running, breach_terms, request_terms
from gemeentedossier.desk.presenters.waiting import (
    changes_told,
    lead_of,
    not_sent_to,
    records_returned,
    title_of,
    told_of,
    waiting_table,
)
from gemeentedossier.desk.queries import News, latest_changes
from gemeentedossier.desk.rules import Visit, staff
from gemeentedossier.desk.views.breach_pages import sight_of
from gemeentedossier.desk.views.judged import judged_by
from gemeentedossier.desk.views.mending import reader_of
from gemeentedossier.dossier.register.engine.freshness import unconfirmed
from gemeentedossier.dossier.register.facts import Activity
from gemeentedossier.dossier.register.queries.steps import returned_records
from gemeentedossier.dossier.register.queries.told import told_changes
from gemeentedossier.dossier.requests.engine.clock import RequestLaw
from gemeentedossier.dossier.snapshot.facts import Dossier
from gemeentedossier.exchange.rules import VIEW_IMPORTS
from gemeentedossier.foundation import clock
from gemeentedossier.foundation.addresses import reverse
from gemeentedossier.method.actions.visits import note_visit
from gemeentedossier.method.engine.duties import Seen, duties_of
from gemeentedossier.method.queries import asked_on
from gemeentedossier.method.reminders import remind_owners
from gemeentedossier.organisation.enums import Role
from gemeentedossier.organisation.permissions import can

ON_THE_CLOCK = ("breaches.edit_breach", "breaches.decide_breach", "breaches.advise")
"""Who has something to do while the clock of a breach runs: it stands on their page alone."""
WHOLE = frozenset(Role) - {Role.PROCESS_OWNER}
"""Roles that answer for the whole register; who is only a process owner sees their own records."""


@staff("desk.view_home")
def home(visit: Visit) -> HttpResponse:
    """What to do first, what waits, and what changed."""
    judged, slug = judged_by(visit), visit.municipality.slug
    scope = _scope(visit, judged.dossier)
    found = security_lots(_found(judged, scope)) if scope.part else _found(judged, scope)
    todo = [lot for lot in found if lot.is_open]
    day = visit.today()
    first = first_of(found, judged, scope, reader_of(visit, judged))
    agenda = today_agenda(visit, judged)
    running = _running(visit, judged, day)
    told = frozenset[Matter]().union(*(each.about for each in running))
    own = own_of(agenda, told=told)
    told |= own.about
    lines = untold(_waiting(visit, judged, scope, day, counts_of(todo)[Outcome.EXPIRED]), told)
    blocks = blocks_for(agenda, lines, told=told)
    told = told.union(*(line.about for block in blocks for line in block.lines))
    shown = {
        "frame": frame_for(visit, place="desk:home"),
        "lead": lead(day, sum(lot.count for lot in todo), scope, records=open_records(found).records),
        "urgency": urgency(todo, scope, slug) if scope.activities else None,
        "arrived": arrived(latest_import(before=visit.moment or clock.now()), slug) if _reads_reports(visit) else None,
        "running": running,
        "own": own,
        "blocks": blocks,
        "first": first,
        "all_url": scope.findings_url(slug) if _are_many(todo) else "",
        "empty": nothing_to_do(
            scope, slug, may_import=visit.moment is None and can(visit.actor, "exchange.import_register")
        ),
        "numbers": numbers(found, scope, slug) if scope.activities else (),
        "chart": findings_chart(found, slug) if _is_only(visit, Role.EXECUTIVE) and scope.activities else None,
        "waiting": () if Role.EXECUTIVE in visit.actor.roles else untold(lines, told),
        **_news(visit, judged.dossier, scope, slug),
        "register_url": reverse("desk:register", args=[slug]),
    }
    return render(visit.request, "desk/today.html", shown)


def _waiting(visit: Visit, judged: Judged, scope: Scope, day: dt.date, expired: int) -> tuple[Waiting, ...]:
    """What waits for the reader, the gravest first."""
    slug = visit.municipality.slug
    return (
        *_decisions(visit, judged.dossier, day),
        *assessments_waiting(
            judged.dossier,
            catalogue_at(visit.moment),
            actor=visit.actor,
            owner=scope.owner,
            today=day,
            slug=slug,
        ),
        *leavers_waiting(judged.dossier, actor=visit.actor, today=day, slug=slug),
        *places_to_look(judged.dossier, actor=visit.actor, slug=slug),
        *steps_waiting(judged, catalogue_at(visit.moment), actor=visit.actor, today=day, slug=slug),
        *ambitions_waiting(judged, catalogue_at(visit.moment), actor=visit.actor, today=day, slug=slug),
        *(records_returned(returned_records(), scope.activities, slug) if _may_mend(visit) else ()),
        *(changes_told(told_changes(), slug) if _may_ask(visit, CONFIRMATION) else ()),
        *waiting(
            scope,
            slug,
            today=day,
            expired=expired,
            actor=visit.actor,
        ),
    )


def today_agenda(visit: Visit, judged: Judged) -> Agenda:
    """The terms; of the plan only the ambitions that are near, for the rest of it stands among what waits."""
    catalogue = catalogue_at(visit.moment)
    near = ambitions_to_come(judged, catalogue, actor=visit.actor, today=visit.today())
    seen = Seen(judged.dossier, catalogue, near, language=language())
    return Agenda(slug=visit.municipality.slug, seen=seen, duties=duties_of(seen), actor=visit.actor)


def _news(visit: Visit, dossier: Dossier, scope: Scope, slug: str) -> dict[str, object]:
    """What others changed since the visit before this one; to who was never here, what changed last."""
    before = None
    if visit.moment is None and visit.actor.person_id:
        before = note_visit(visit.actor.person_id)
    news = News(
        since=before,
        records=own_records(dossier, scope.owner) if scope.owner else None,
        but_not_by=visit.actor.person_id if before else None,
    )
    found = latest_changes(count=CHANGES, moment=visit.moment, news=news)
    return {"changes": changes(found, slug), "since": before}


def _is_only(visit: Visit, role: Role) -> bool:
    return frozenset(visit.actor.roles) == {role}


@staff("desk.view_home")
def waiting_records(visit: Visit, what: str) -> HttpResponse:
    """The records that wait for adoption or confirmation: all, or those of who is only a process owner."""
    if what not in (ADOPTION, CONFIRMATION):
        raise Http404
    slug, scope = visit.municipality.slug, _scope(visit, visit.dossier())
    told = told_changes() if what == CONFIRMATION and visit.moment is None else {}
    found = under_review(scope) if what == ADOPTION else _unconfirmed(scope, visit.today(), told)
    title = title_of(what)
    crumbs = (Crumb(label=pgettext("place in the rail", "Today"), url=reverse("desk:home", args=[slug])),)
    shown = {
        "frame": frame_for(visit, place="desk:home", crumbs=(*crumbs, Crumb(label=title))),
        "title": title,
        "lead": lead_of(what),
        "table": waiting_table(found, slug=slug, told=told, asked=asked_on(a.owner_id for a in found if a.owner_id)),
        "ask_url": reverse("desk:ask-owners", args=[slug]) if _may_ask(visit, what) and found else "",
    }
    return render(visit.request, "desk/waiting.html", shown)


@staff("method.remind_owners")
def ask_owners(visit: Visit) -> HttpResponse:
    """Write to each owner of what was not confirmed for over a year; only asked by POST."""
    slug = visit.municipality.slug
    if visit.request.method == "POST":
        told = remind_owners(unconfirmed(_scope(visit, visit.dossier()).activities, clock.today()), visit.municipality)
        messages.success(visit.request, told_of(told))
        if told.not_sent:
            messages.error(visit.request, not_sent_to(told))
    return redirect("desk:waiting", slug, CONFIRMATION)


def _unconfirmed(scope: Scope, day: dt.date, told: Collection[UUID]) -> tuple[Activity, ...]:
    """What was not confirmed for over a year, and what its owner told of a change."""
    old = unconfirmed(scope.activities, day)
    known = {each.id for each in old}
    return (*old, *(each for each in scope.activities if each.id in told and each.id not in known))


def _may_ask(visit: Visit, what: str) -> bool:
    return what == CONFIRMATION and visit.moment is None and can(visit.actor, "method.remind_owners")


def _may_mend(visit: Visit) -> bool:
    return visit.moment is None and can(visit.actor, "register.submit_activity")


def _running(visit: Visit, judged: Judged, day: dt.date) -> tuple[Running, ...]:
    """The terms of the law that run: of breaches for who may see them, of requests for who answers them."""
    found: tuple[Running, ...] = ()
    if any(can(visit.actor, each) for each in ON_THE_CLOCK):
        found += breach_terms(sight_of(visit, judged))
    if can(visit.actor, "requests.close_request"):
        law = RequestLaw.of(catalogue_at(visit.moment))
        found += request_terms(judged.dossier.requests, law, today=day, slug=visit.municipality.slug)
    return tuple(sorted(found, key=lambda each: not each.is_late))


def _decisions(visit: Visit, dossier: Dossier, day: dt.date) -> tuple[Waiting, ...]:
    scale = catalogue_at(visit.moment).risk_scale
    return decisions(dossier, scale, actor=visit.actor, today=day, slug=visit.municipality.slug)


def _found(judged: Judged, scope: Scope) -> tuple[Lot, ...]:
    """What was found of the records in scope; of the municipality itself too where that is the scope."""
    if scope.owner is None:
        return lots_in(judged.assessment)
    mine = {activity.id for activity in scope.activities}
    agreed = {each.id for each in beside_the_register(judged.dossier) if each.owner_id == scope.owner}
    cases = judged.assessment.cases
    return lots_of(each for each in cases if each.case.activity_id in mine or each.case.id in agreed)


def _are_many(todo: Iterable[Lot]) -> bool:
    """Whether more records ask for attention than stand on the page."""
    different: set[UUID | None] = set()
    for lot in todo:
        for case in lot.cases():
            different.add(case.activity_id)
            if len(different) > FIRST:
                return True
    return False


def _reads_reports(visit: Visit) -> bool:
    return can(visit.actor, VIEW_IMPORTS)


def _scope(visit: Visit, dossier: Dossier) -> Scope:
    activities = dossier.activities
    if WHOLE & visit.actor.roles:
        return Scope(activities=activities, part=Part.B.value if _is_only(visit, Role.CISO) else "")
    owner = visit.actor.person_id
    return Scope(activities=tuple(a for a in activities if a.owner_id == owner), owner=owner)
