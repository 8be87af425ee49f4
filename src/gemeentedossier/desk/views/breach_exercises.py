"""Exercises: choose an invented case, work on it with a running clock, and see what was missed."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from gemeentedossier.catalogue.queries import catalogue_at
from gemeentedossier.design.parts import Link
from gemeentedossier.desk.presenters.activity.wording import language
from gemeentedossier.desk.presenters.breach_exercises import cases_shown, review_sections
from gemeentedossier.desk.presenters.breaches import breaches_table
from gemeentedossier.desk.rules import Visit, staff
from gemeentedossier.desk.views.breach_pages import VIEW, breach_frame, breach_in, sight_of, url_of
from gemeentedossier.desk.views.judged import judged_by
from gemeentedossier.dossier.breaches.actions.breaches import report_breach
from gemeentedossier.dossier.breaches.facts import BreachMoments, PersonalDataBreach
from gemeentedossier.foundation import clock
from gemeentedossier.foundation.identifiers import new_id
from gemeentedossier.organisation.permissions import can

EXERCISE = "breaches.exercise"


@staff(VIEW)
def exercises(visit: Visit) -> HttpResponse:
    """The invented cases, and the exercises that were held."""
    judged = judged_by(visit)
    held = [each for each in judged.dossier.breaches if each.is_exercise]
    title = _("Exercise")
    shown = {
        "frame": breach_frame(visit, title),
        "title": title,
        "lead": _("Choose a case. The clock runs as if it were real; nothing of it counts or stands in the register."),
        "cases": cases_shown(catalogue_at(visit.moment), visit.municipality.slug),
        "may_start": visit.moment is None and can(visit.actor, EXERCISE),
        "table": breaches_table(sight_of(visit, judged), held),
    }
    return render(visit.request, "desk/breach_exercises.html", shown)


@staff(EXERCISE)
def start(visit: Visit, case: str) -> HttpResponse:
    """Begin an exercise with this case; only asked by POST."""
    chosen = catalogue_at(visit.moment).exercise_cases.get(case)
    if chosen is None:
        raise Http404
    if visit.request.method != "POST":
        return redirect(url_of(visit, "breach-exercises"))
    now = clock.now()
    draft = PersonalDataBreach(
        id=new_id(),
        number="",
        title=chosen.title.in_language(language()),
        reported_at=now,
        first_account=chosen.events[0].told.in_language(language()),
        is_exercise=True,
        exercise_case=chosen.id,
        lead_id=visit.actor.person_id,
        moments=BreachMoments(discovered_at=now),
    )
    made = report_breach(draft, by=visit.actor)
    messages.success(visit.request, _("The exercise began: the clock runs."))
    return redirect(url_of(visit, "breach", made.id))


@staff(VIEW)
def ended(visit: Visit, key: UUID) -> HttpResponse:
    """What became known, and what was missed or late so far."""
    judged, found = breach_in(visit, key)
    sight, back = sight_of(visit, judged), url_of(visit, "breach", key)
    title = _("What the exercise shows")
    shown = {
        "frame": breach_frame(visit, found.number, back, title),
        "title": title,
        "lead": found.title,
        "lead_url": back,
        "links": (Link(label=_("Back to the exercise"), url=back),),
        "sections": review_sections(sight, found),
    }
    return render(visit.request, "desk/security_list.html", shown)
