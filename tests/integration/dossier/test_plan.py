"""Who takes a step of the method and by which day: who may plan, what is refused, and what stays."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from uuid import UUID

import pytest

from gemeentedossier.dossier.governance.actions.plan import drop_plan, plan_step, replan_step
from gemeentedossier.dossier.governance.facts import PlannedStep
from gemeentedossier.dossier.governance.queries import planned_steps_from
from gemeentedossier.foundation import clock
from gemeentedossier.foundation.errors import EditedMeanwhile, NotPermitted, Refused
from gemeentedossier.foundation.identifiers import new_id
from gemeentedossier.foundation.models import Municipality
from gemeentedossier.foundation.rows import live_rows
from gemeentedossier.foundation.tenancy import municipality_scope
from gemeentedossier.foundation.trail import Actor
from gemeentedossier.organisation.enums import Role
from gemeentedossier.organisation.models import Person
from tests.integration.desk.people import someone

TODAY = dt.date(2026, 11, 28)
MAY = {Role.PRIVACY_OFFICER, Role.EXECUTIVE}


@pytest.fixture(autouse=True)
def _today() -> Iterator[None]:
    with clock.clock_at(dt.datetime(2026, 11, 28, 9, tzinfo=dt.UTC)):
        yield


@pytest.fixture
def jet(municipality: Municipality) -> UUID:
    return someone(Role.PROCESS_OWNER).pk


def a_plan(owner: UUID, *, due_on: dt.date = TODAY) -> PlannedStep:
    return PlannedStep(new_id(), "classify", owner, due_on)


def plans() -> tuple[PlannedStep, ...]:
    return planned_steps_from(live_rows, {})


@pytest.mark.parametrize(
    "role", [Role.COUNCIL_MEMBER, Role.ADMINISTRATOR, Role.AUDITOR, Role.DATA_PROTECTION_OFFICER, Role.PROVIDER]
)
def test_no_step_is_led_by_who_only_supervises_or_sees_nothing(role: Role, jet: UUID, everyone: Actor) -> None:
    kept, other = plan_step(a_plan(jet), by=everyone), someone(role).pk
    with pytest.raises(Refused, match="geen rol waarmee iemand een stap kan trekken"):
        replan_step(replace(kept, owner_id=other), by=everyone)
    with pytest.raises(Refused, match="geen rol waarmee iemand een stap kan trekken"):
        plan_step(replace(a_plan(other), step="adopt-every-activity"), by=everyone)
    assert [each.owner_id for each in plans()] == [jet]


@pytest.mark.parametrize("role", Role)
def test_only_who_leads_the_work_plans(role: Role, jet: UUID) -> None:
    by = Actor("Iemand", roles=frozenset({role}))
    if role in MAY:
        plan_step(a_plan(jet), by=by)
    else:
        with pytest.raises(NotPermitted):
            plan_step(a_plan(jet), by=by)
    assert len(plans()) == int(role in MAY)


@pytest.mark.parametrize(
    ("day", "sentence"),
    [
        (dt.date(2026, 11, 27), "Die dag is voorbij. Kies vandaag of een latere dag waarop deze stap klaar is."),
        (
            dt.date(2036, 11, 29),
            "Die dag ligt meer dan tien jaar vooruit, dus dat is een tikfout. Kies een eerdere dag.",
        ),
    ],
)
def test_a_day_that_cannot_be_is_refused(jet: UUID, everyone: Actor, day: dt.date, sentence: str) -> None:
    with pytest.raises(Refused) as refusal:
        plan_step(a_plan(jet, due_on=day), by=everyone)
    assert (str(refusal.value), plans()) == (sentence, ())
    for allowed in (TODAY, dt.date(2036, 11, 28)):
        made = plan_step(a_plan(jet, due_on=allowed), by=everyone)
        drop_plan(made.id, reason="Toch niet.", by=everyone)


def test_a_step_stands_on_the_plan_once(jet: UUID, everyone: Actor) -> None:
    first = plan_step(a_plan(jet), by=everyone)
    with pytest.raises(Refused, match="staat al op het plan"):
        plan_step(a_plan(jet), by=everyone)
    assert plans() == (first,)


def test_a_day_that_passed_may_stay_when_somebody_else_takes_it_over(jet: UUID, everyone: Actor) -> None:
    made, other = plan_step(a_plan(jet), by=everyone), someone(Role.CISO).pk
    with clock.clock_at(dt.datetime(2026, 12, 1, 9, tzinfo=dt.UTC)):
        replan_step(replace(made, owner_id=other), by=everyone)
    assert [(each.owner_id, each.due_on, each.revision) for each in plans()] == [(other, TODAY, 2)]


def test_an_older_page_never_writes_over_what_stands(jet: UUID, everyone: Actor) -> None:
    made = plan_step(a_plan(jet), by=everyone)
    replan_step(replace(made, note="Met de CISO."), by=everyone)
    with pytest.raises(EditedMeanwhile):
        replan_step(replace(made, note="Zonder de CISO."), by=everyone)
    assert [each.note for each in plans()] == ["Met de CISO."]


def test_somebody_of_elsewhere_cannot_take_a_step(jet: UUID, everyone: Actor, other_municipality: Municipality) -> None:
    with municipality_scope(other_municipality.id):
        stranger = Person.objects.create(name="Van elders").pk
    with pytest.raises(Refused, match="hier niet bekend"):
        plan_step(a_plan(stranger), by=everyone)
    assert plans() == ()


def test_a_step_is_taken_off_the_plan_with_a_reason(jet: UUID, everyone: Actor) -> None:
    made = plan_step(a_plan(jet), by=everyone)
    with pytest.raises(Refused):
        drop_plan(made.id, reason=" ", by=everyone)
    drop_plan(made.id, reason="Gaat op in een andere stap.", by=everyone)
    assert plans() == ()
