"""Today: what is mine to do first."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from gemeentedossier.assessment.enums import Outcome
from gemeentedossier.desk.presenters.findings import Judged, worst_first
from gemeentedossier.desk.presenters.frame import frame_for
from gemeentedossier.desk.presenters.today import (
    CHANGES,
    FIRST,
    Scope,
    changes,
    first_of,
    lead,
    nothing_to_do,
    numbers,
    waiting,
)
from gemeentedossier.desk.queries import latest_changes
from gemeentedossier.desk.rules import Visit, staff
from gemeentedossier.desk.views.findings import judged_by, reader_of
from gemeentedossier.foundation import clock
from gemeentedossier.organisation.enums import Role
from gemeentedossier.organisation.permissions import can

WHOLE = frozenset(Role) - {Role.PROCESS_OWNER}
"""Roles that answer for the whole register; who is only a process owner sees their own records."""


@staff("desk.view_home")
def home(visit: Visit) -> HttpResponse:
    """What to do first, what waits, and what changed."""
    judged, slug = judged_by(visit), visit.municipality.slug
    scope = _scope(visit, judged)
    mine = {activity.id for activity in scope.activities} | (set() if scope.owner else {None})
    found = [f for f in worst_first(judged.assessment.findings()) if f.activity_id in mine]
    todo = [f for f in found if f.is_open]
    day = visit.moment.astimezone(clock.AMSTERDAM).date() if visit.moment else clock.today()
    first = first_of(todo, judged, scope, reader_of(visit))
    shown = {
        "frame": frame_for(visit, place="desk:home"),
        "lead": lead(day, len(todo), scope),
        "first": first,
        "all_url": scope.findings_url(slug) if len({f.activity_id for f in todo}) > FIRST else "",
        "empty": nothing_to_do(scope, slug),
        "numbers": numbers(found, scope, slug) if scope.activities else (),
        "waiting": waiting(
            scope,
            slug,
            today=day,
            expired=sum(f.outcome is Outcome.EXPIRED for f in todo),
            may_adopt=can(visit.actor, "register.adopt_activity"),
        ),
        "changes": changes(latest_changes(count=CHANGES, moment=visit.moment), slug),
        "register_url": reverse("desk:register", args=[slug]),
    }
    return render(visit.request, "desk/today.html", shown)


def _scope(visit: Visit, judged: Judged) -> Scope:
    activities = judged.dossier.activities
    if WHOLE & visit.actor.roles:
        return Scope(activities=activities)
    owner = visit.actor.person_id
    return Scope(activities=tuple(a for a in activities if a.owner_id == owner), owner=owner)
