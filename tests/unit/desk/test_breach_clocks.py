"""Clocks of breaches as pages show them: what was closed stands still."""

import datetime as dt
from dataclasses import replace

from gemeentedossier.catalogue.queries import current_catalogue
from gemeentedossier.desk.presenters.breaches import BreachSight
from gemeentedossier.dossier.breaches.engine.clock import ClockState
from gemeentedossier.dossier.breaches.enums import BreachTermKind
from gemeentedossier.dossier.breaches.facts import BreachClosing, BreachMoments
from tests.unit.assessment.dossiers import dossier_with
from tests.unit.dossier.breaches.recorded import WHO, a_breach, at, law

KNEW = at("2026-04-14T10:00")
EXERCISE = a_breach(is_exercise=True, reported_at=KNEW, moments=BreachMoments(aware_at=KNEW))
CLOSED = replace(EXERCISE, closing=BreachClosing(closed_at=KNEW + dt.timedelta(hours=3), closed_by_id=WHO))


def test_a_closed_exercise_shows_its_state_at_its_end() -> None:
    sight = BreachSight(
        slug="x", dossier=dossier_with(), catalogue=current_catalogue(), law=law(), now=at("2026-11-28T10:00")
    )
    stood = [
        next(clock.state for clock in sight.clocks(each) if clock.kind is BreachTermKind.AUTHORITY)
        for each in (EXERCISE, CLOSED)
    ]
    assert stood == [ClockState.OVERDUE, ClockState.RUNNING]
