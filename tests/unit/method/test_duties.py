"""Every clock of the dossier in one form: when it is late, whose it is, and where it is done."""

import datetime as dt
from dataclasses import replace
from uuid import UUID

import pytest

from gemeentedossier.catalogue.queries import current_catalogue
from gemeentedossier.desk.presenters.agenda import duty_url
from gemeentedossier.dossier.agreements.enums import TermKind
from gemeentedossier.dossier.breaches.enums import BreachTermKind, MeasureKind
from gemeentedossier.dossier.breaches.facts import BreachMeasure, PersonalDataBreach
from gemeentedossier.dossier.register.enums import ProcessingState
from gemeentedossier.dossier.snapshot.facts import Dossier
from gemeentedossier.exchange.example.dossier import example_dossier
from gemeentedossier.foundation.clock import AMSTERDAM
from gemeentedossier.method.engine.duties import Seen, duties_of, own_of
from gemeentedossier.method.enums import DutyKind, DutyPart, DutyState
from gemeentedossier.method.facts import Duty
from gemeentedossier.organisation.enums import Role
from gemeentedossier.organisation.facts import Organisation
from tests.builders import an_activity

DAY, KEY, JET = dt.date(2026, 11, 24), UUID(int=7), UUID(int=8)
NOW = dt.datetime(2026, 11, 24, 12, tzinfo=AMSTERDAM)


def a_duty(**changes: object) -> Duty:
    about = {"name": "Hosting", "discreet": "Hosting", "key": "k"}
    plain = Duty(on=DAY, kind=TermKind.REVIEW, part=DutyPart.AGREEMENTS, record_id=KEY, **about)
    return replace(plain, **changes)


def seen(**records: object) -> Seen:
    return Seen(Dossier(Organisation(KEY, "duinveld", "Duinveld"), NOW, **records), current_catalogue())


@pytest.mark.parametrize(
    ("on", "state"),
    [
        (dt.date(2026, 11, 23), DutyState.OVERDUE),
        (dt.date(2026, 11, 24), DutyState.NOW),
        (dt.date(2026, 12, 1), DutyState.NOW),
        (dt.date(2026, 12, 2), DutyState.AHEAD),
    ],
)
def test_a_day_is_over_at_midnight_and_comes_near_a_week_before(on: dt.date, state: DutyState) -> None:
    assert a_duty(on=on).state(NOW) is state


@pytest.mark.parametrize(("minutes", "state"), [(0, DutyState.NOW), (1, DutyState.OVERDUE)])
def test_where_the_law_counts_hours_it_is_late_on_the_day_itself(minutes: int, state: DutyState) -> None:
    assert a_duty(at=NOW).state(NOW + dt.timedelta(minutes=minutes)) is state


def test_nobody_is_late_with_what_ends_by_itself() -> None:
    assert a_duty(on=dt.date(2026, 11, 23), ends_by_itself=True).state(NOW) is DutyState.ENDED


@pytest.mark.parametrize(
    ("owner", "here", "roles", "mine"),
    [
        (JET, {JET}, set(), True),
        (KEY, {JET, KEY}, {"privacy_officer"}, False),
        (KEY, {JET}, {"privacy_officer"}, True),
        (None, {JET}, {"privacy_officer"}, True),
        (None, {JET}, {"ciso"}, False),
        (None, set(), set(), False),
    ],
)
def test_it_is_the_owners_and_of_the_role_where_nobody_answers_for_it(
    owner: UUID | None, here: set[UUID], roles: set[str], mine: bool
) -> None:
    duty = a_duty(owner_id=owner, roles=frozenset({Role.PRIVACY_OFFICER}))
    assert duty.is_for(JET, frozenset(roles), here=frozenset(here)) is mine


@pytest.mark.parametrize(
    ("confirmed", "by"), [(dt.date(2026, 3, 1), dt.date(2027, 3, 1)), (None, DAY), (dt.date.max, dt.date.max)]
)
def test_a_record_is_confirmed_within_a_year_and_at_once_where_it_never_was(
    confirmed: dt.date | None, by: dt.date
) -> None:
    activity = an_activity(last_confirmed_on=confirmed, last_destruction_on=None, transfers=())
    found = [each for each in duties_of(seen(activities=(activity,))) if each.kind is DutyKind.CONFIRM]
    assert [each.on for each in found] == [by]


def test_what_ended_is_confirmed_by_nobody() -> None:
    activity = an_activity(processing_state=ProcessingState.ENDED)
    assert duties_of(seen(activities=(activity,))) == ()


def test_the_notification_of_a_breach_is_a_term_of_the_law_to_the_minute() -> None:
    found = {each.kind: each for each in duties_of(Seen(example_dossier(current_catalogue()), current_catalogue()))}
    notify = found[BreachTermKind.AUTHORITY]
    assert (notify.is_legal, notify.at is not None, notify.law[0].citation("nl")) == (True, True, "art. 33 lid 1 AVG")


def test_every_term_of_the_example_has_a_key_a_role_and_a_place_of_its_own() -> None:
    found = duties_of(Seen(example_dossier(current_catalogue()), current_catalogue()))
    assert len({each.key for each in found}) == len(found)
    assert [each for each in found if not each.roles] == []
    assert [each for each in found if not duty_url(each, "duinrade").startswith("/duinrade/desk/")] == []


def test_all_kinds_of_clocks_stand_in_the_example() -> None:
    found = duties_of(Seen(example_dossier(current_catalogue()), current_catalogue()))
    assert {each.part for each in found} == set(DutyPart) - {DutyPart.METHOD}


def test_somebody_gets_their_own_in_the_order_of_moments() -> None:
    of_the_example = Seen(example_dossier(current_catalogue()), current_catalogue())
    found = own_of(duties_of(of_the_example), of_the_example, None, frozenset({Role.EXECUTIVE}))
    assert [each.due_at for each in found] == sorted(each.due_at for each in found)
    assert {Role.EXECUTIVE in each.roles for each in found} == {True}


def test_two_measures_of_one_breach_on_one_day_are_each_told_to_their_own_owner() -> None:
    first = BreachMeasure(id=UUID(int=1), kind=MeasureKind.REMEDY, what="Postkamer", owner_id=JET, due_on=DAY)
    second = replace(first, id=UUID(int=2), what="Cursus", owner_id=KEY)
    breach = PersonalDataBreach(
        id=UUID(int=9), number="2026-001", title="Map", reported_at=NOW, measures=(first, second)
    )
    found = [each for each in duties_of(seen(breaches=(breach,))) if each.kind is BreachTermKind.MEASURE]
    assert [(each.on, each.owner_id) for each in found] == [(DAY, JET), (DAY, KEY)]
    assert len({each.key for each in found}) == 2
    assert [(each.detail, each.discreet) for each in found] == [("Postkamer", "2026-001"), ("Cursus", "2026-001")]
