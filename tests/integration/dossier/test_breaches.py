"""Breaches as records: who writes them, what is refused, what stays, and what waits for its reason."""

import datetime as dt
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from typing import Any
from uuid import UUID

import pytest
from django.db import ProgrammingError, connection, transaction
from django.utils.translation import override

from gemeentedossier.dossier.breaches import models
from gemeentedossier.dossier.breaches.actions import breaches as verbs
from gemeentedossier.dossier.breaches.actions import mending, told
from gemeentedossier.dossier.breaches.actions.links import is_open, link_token, read_token, renew_link, report_by_link
from gemeentedossier.dossier.breaches.enums import (
    BreachRisk,
    DecisionKind,
    InformGround,
    Manner,
    MeasureKind,
    MunicipalRole,
    NotificationKind,
)
from gemeentedossier.dossier.breaches.facts import (
    BreachCommunication,
    BreachConcerned,
    BreachJudgement,
    BreachMeasure,
    BreachMoments,
    BreachNotification,
    BreachTriage,
    PersonalDataBreach,
    SentAnswer,
)
from gemeentedossier.dossier.breaches.queries import breach_facts
from gemeentedossier.dossier.register.actions.activities import insert_activities
from gemeentedossier.foundation.clock import clock_at
from gemeentedossier.foundation.errors import EditedMeanwhile, NotPermitted, Refused
from gemeentedossier.foundation.identifiers import new_id
from gemeentedossier.foundation.models import Municipality
from gemeentedossier.foundation.trail import Actor
from gemeentedossier.organisation.enums import Role
from gemeentedossier.organisation.models import Person
from tests.builders import an_activity

FRIDAY = dt.datetime(2026, 11, 27, 15, 40, tzinfo=dt.UTC)
HOUR = dt.timedelta(hours=1)


@pytest.fixture(autouse=True)
def _friday(municipality: Municipality) -> Iterator[None]:
    with clock_at(FRIDAY), override("en"):
        yield


@pytest.fixture
def everyone(municipality: Municipality) -> Actor:
    person = Person.objects.create(name="Noor")
    return Actor("Noor", person.pk, frozenset(Role))


def drafted(**fields: Any) -> PersonalDataBreach:
    return PersonalDataBreach(
        **{"id": new_id(), "number": "", "title": "Brief bij de buren", "reported_at": FRIDAY, **fields}
    )


def reported(by: Actor, **fields: Any) -> UUID:
    return verbs.report_breach(drafted(**fields), by=by).id


def revision_of(key: UUID) -> int:
    return breach_facts(key).revision


AWARE = BreachMoments(aware_at=FRIDAY, aware_who="privacy officer", aware_grounds="Toen was het zeker.")
BREACH = BreachTriage(security_broken=True, personal_data=True, triage_reason="Een ander las het.")
HIGH = BreachJudgement(risk=BreachRisk.HIGH, risk_method="eigen weging", risk_reason="Ziekte bij een bekende.")


def weighed(by: Actor) -> UUID:
    key = reported(by)
    verbs.record_moments(key, AWARE, revision=0, by=by)
    verbs.triage_breach(key, BREACH, revision=1, by=by)
    verbs.judge_breach(key, HIGH, revision=2, by=by)
    return key


def test_each_report_gets_the_next_number_of_the_year_and_exercises_count_apart(everyone: Actor) -> None:
    keys = [reported(everyone), reported(everyone), reported(everyone, is_exercise=True)]
    with clock_at(FRIDAY.replace(year=2027)):
        keys.append(reported(everyone))
    assert [breach_facts(key).number for key in keys] == ["2026-001", "2026-002", "O-2026-001", "2027-001"]


@pytest.mark.parametrize(
    ("moments", "sentence"),
    [
        (BreachMoments(began_at=FRIDAY + HOUR), "That moment is still to come."),
        (BreachMoments(discovered_at=FRIDAY.replace(year=1)), "That is before 1900."),
        (
            replace(AWARE, began_at=FRIDAY, aware_at=FRIDAY - HOUR),
            "The municipality cannot know of it before",
        ),
        (replace(AWARE, discovered_at=FRIDAY, aware_at=FRIDAY - HOUR), "before it was discovered"),
        (replace(AWARE, aware_grounds=" . "), "Say why the municipality knew with reasonable certainty"),
        (BreachMoments(began_at=FRIDAY, ended_at=FRIDAY - HOUR), "It ended before it began."),
        (BreachMoments(ended_at=FRIDAY, is_ongoing=True), "It cannot have ended and still go on."),
    ],
)
def test_moments_that_cannot_be_are_refused(everyone: Actor, moments: BreachMoments, sentence: str) -> None:
    key = reported(everyone)
    with pytest.raises(Refused, match=sentence.replace(".", r"\.")):
        verbs.record_moments(key, moments, revision=0, by=everyone)


def test_who_saves_on_an_older_reading_is_told(everyone: Actor) -> None:
    key = reported(everyone)
    verbs.record_moments(key, AWARE, revision=0, by=everyone)
    with pytest.raises(EditedMeanwhile):
        verbs.record_concerned(key, BreachConcerned(people_max=3), activity_ids=(), revision=0, by=everyone)
    assert breach_facts(key).moments == AWARE


def test_from_report_to_closing(everyone: Actor) -> None:
    key = weighed(everyone)
    revision = breach_facts(key).revision
    told.decide(key, DecisionKind.NOTIFY_AUTHORITY, is_yes=True, reason="Risico.", revision=revision, by=everyone)
    told.decide(key, DecisionKind.INFORM_PEOPLE, is_yes=True, reason="Hoog.", revision=revision + 1, by=everyone)
    told.record_notification(key, notification(FRIDAY), revision=revision + 2, by=everyone)
    told.record_message(key, message(), revision=revision + 3, by=everyone)
    measure = mending.add_measure(key, fetched(), revision=revision + 4, by=everyone)
    done = {"done_on": FRIDAY.date(), "done_how": "Opgehaald."}
    mending.finish_measure(measure.id, **done, revision=revision + 5, by=everyone)
    mending.close_breach(key, because="Klaar.", revision=revision + 6, by=everyone)
    found = breach_facts(key)
    assert (found.closing.closed_by, found.first_notification and found.first_notification.answers[0].answer) == (
        "Noor",
        "Een brief.",
    )


def fetched() -> BreachMeasure:
    return BreachMeasure(id=new_id(), kind=MeasureKind.REMEDY, what="Ophalen")


def notification(sent_at: dt.datetime, **fields: Any) -> BreachNotification:
    answer = SentAnswer(id=new_id(), question="form-5.3", answer="Een brief.")
    return BreachNotification(
        id=new_id(), kind=NotificationKind.FIRST, sent_at=sent_at, sent_by_id=new_id(), answers=(answer,), **fields
    )


def message() -> BreachCommunication:
    return BreachCommunication(
        id=new_id(), manner=Manner.LETTER, told_at=FRIDAY, sent_by_id=new_id(), text="Er ging iets mis."
    )


def test_a_breach_cannot_be_closed_while_unassessed(everyone: Actor) -> None:
    key = reported(everyone)
    with pytest.raises(Refused, match="Something is still to be done"):
        mending.close_breach(key, because="Klaar.", revision=0, by=everyone)


@pytest.mark.parametrize(
    ("minutes", "reason", "kept"), [(0, "", True), (1, "", False), (1, "Het formulier lag plat.", True)]
)
def test_a_late_notification_is_recorded_with_its_reason(
    everyone: Actor, *, minutes: int, reason: str, kept: bool
) -> None:
    key = weighed(everyone)
    late = FRIDAY + 72 * HOUR + dt.timedelta(minutes=minutes)
    with clock_at(late), suppress(Refused):
        told.record_notification(key, notification(late, delay_reason=reason), revision=3, by=everyone)
    assert (breach_facts(key).first_notification is not None) is kept


@pytest.mark.parametrize(
    ("ground", "sentence"),
    [(None, "Choose on which ground"), (InformGround.NO_HIGH_RISK, "The risk was weighed as high")],
)
def test_not_telling_people_needs_a_ground_that_fits(
    everyone: Actor, ground: InformGround | None, sentence: str
) -> None:
    key = weighed(everyone)
    with pytest.raises(Refused, match=sentence):
        told.decide(
            key, DecisionKind.INFORM_PEOPLE, is_yes=False, ground=ground, reason="Nee.", revision=3, by=everyone
        )


def test_nobody_but_the_officer_advises_and_nobody_answers_their_own(everyone: Actor) -> None:
    key = weighed(everyone)
    with pytest.raises(NotPermitted):
        told.advise(
            key, "Meld dit.", revision=3, by=replace(everyone, roles=frozenset(Role) - {Role.DATA_PROTECTION_OFFICER})
        )
    advice = told.advise(key, "Meld dit.", revision=revision_of(key), by=everyone)
    with pytest.raises(Refused, match="You gave this advice"):
        told.answer_advice(advice.id, "Doen wij.", revision=revision_of(key), by=everyone)


@pytest.mark.parametrize(
    "change",
    [
        lambda key: models.PersonalDataBreach.objects.filter(pk=key).delete(),
        lambda key: models.PersonalDataBreach.objects.filter(pk=key).update(number="2026-999"),
        lambda key: models.PersonalDataBreach.objects.filter(pk=key).update(is_exercise=True),
    ],
)
def test_the_database_lets_nobody_take_a_breach_away(everyone: Actor, change: Callable[[UUID], object]) -> None:
    key = reported(everyone)
    with pytest.raises(ProgrammingError), transaction.atomic():
        change(key)
    connection.check_constraints()
    assert breach_facts(key).number == "2026-001"


def test_a_renewed_link_ends_the_one_before(everyone: Actor) -> None:
    first = renew_link(by=everyone)
    second = renew_link(by=everyone)
    assert (is_open(first), is_open(second)) == (False, True)
    with pytest.raises(Refused, match="This link no longer opens anything"):
        report_by_link(first, drafted())
    assert report_by_link(second, drafted()).number == "2026-001"


def test_a_link_that_nobody_signed_names_nothing(everyone: Actor, municipality: Municipality) -> None:
    token = link_token(renew_link(by=everyone))
    assert read_token(token + "x") is None
    found = read_token(token)
    assert found is not None
    assert found[0] == municipality.id


def test_a_flood_of_reports_is_stopped(everyone: Actor) -> None:
    link = renew_link(by=everyone)
    for _ in range(30):
        report_by_link(link, drafted())
    with pytest.raises(Refused, match="So many reports came in"):
        report_by_link(link, drafted())


def for_another(by: Actor) -> UUID:
    key = reported(by)
    verbs.record_moments(key, AWARE, revision=0, by=by)
    verbs.triage_breach(key, replace(BREACH, municipal_role=MunicipalRole.PROCESSOR), revision=1, by=by)
    return key


Step = Callable[[UUID, Actor], object]
OF_THE_CONTROLLER: list[Step] = [
    lambda key, by: verbs.judge_breach(key, HIGH, revision=2, by=by),
    lambda key, by: told.decide(key, DecisionKind.NOTIFY_AUTHORITY, is_yes=True, reason="Risico.", revision=2, by=by),
    lambda key, by: told.record_notification(key, notification(FRIDAY), revision=2, by=by),
    lambda key, by: told.record_message(key, message(), revision=2, by=by),
]


@pytest.mark.parametrize("step", OF_THE_CONTROLLER)
def test_who_processes_for_another_leaves_to_that_one_what_is_that_ones(everyone: Actor, step: Step) -> None:
    key = for_another(everyone)
    with pytest.raises(Refused, match="processes these data for another"):
        step(key, everyone)


def test_who_processes_for_another_tells_that_one_mends_and_closes(everyone: Actor) -> None:
    key = for_another(everyone)
    sent = replace(notification(FRIDAY), kind=NotificationKind.CONTROLLER)
    told.record_notification(key, sent, revision=2, by=everyone)
    measure = mending.add_measure(key, fetched(), revision=3, by=everyone)
    done = {"done_on": FRIDAY.date(), "done_how": "Opgehaald."}
    mending.finish_measure(measure.id, **done, revision=4, by=everyone)
    mending.close_breach(key, because="Klaar.", revision=5, by=everyone)
    assert breach_facts(key).closing.closed_by == "Noor"


def test_what_was_open_by_law_when_it_was_closed_is_kept(everyone: Actor) -> None:
    draft = PersonalDataBreach(id=new_id(), number="", title="Brief", reported_at=FRIDAY)
    key = verbs.report_breach(draft, by=everyone).id
    no_breach = BreachTriage(security_broken=True, personal_data=False, triage_reason="Leeg papier.")
    verbs.triage_breach(key, no_breach, revision=0, by=everyone)
    mending.close_breach(key, because="Klaar.", revision=1, open_by_law=("DPO involved",), by=everyone)
    kept = "Klaar.\n\nClosed while these points of law were not met: DPO involved."
    assert breach_facts(key).closing.closed_because == kept


def test_a_controller_has_no_controller_to_tell(everyone: Actor) -> None:
    key = weighed(everyone)
    with pytest.raises(Refused, match="in which the municipality processes for another"):
        told.record_notification(
            key, replace(notification(FRIDAY), kind=NotificationKind.CONTROLLER), revision=3, by=everyone
        )


@pytest.mark.parametrize(("minutes", "is_kept"), [(0, True), (-1, False)])
def test_nothing_was_sent_before_the_municipality_knew(everyone: Actor, *, minutes: int, is_kept: bool) -> None:
    key = weighed(everyone)
    with suppress(Refused):
        moment = FRIDAY + dt.timedelta(minutes=minutes)
        told.record_notification(key, notification(moment), revision=3, by=everyone)
    assert (breach_facts(key).first_notification is not None) is is_kept


def test_awareness_cannot_be_moved_behind_what_was_sent(everyone: Actor) -> None:
    key = weighed(everyone)
    told.record_notification(key, notification(FRIDAY), revision=3, by=everyone)
    with clock_at(FRIDAY + HOUR), pytest.raises(Refused, match="Something was sent or told on 27-11-2026 16:40"):
        verbs.record_moments(key, replace(AWARE, aware_at=FRIDAY + HOUR), revision=4, by=everyone)


@pytest.mark.parametrize(
    ("risk", "is_kept"), [(BreachRisk.UNLIKELY, True), (BreachRisk.RISK, False), (BreachRisk.HIGH, False)]
)
def test_a_risk_that_must_be_notified_is_not_decided_away(everyone: Actor, risk: BreachRisk, *, is_kept: bool) -> None:
    key = weighed(everyone)
    verbs.judge_breach(key, replace(HIGH, risk=risk), revision=3, by=everyone)
    with suppress(Refused):
        told.decide(key, DecisionKind.NOTIFY_AUTHORITY, is_yes=False, reason="Klein.", revision=4, by=everyone)
    assert bool(breach_facts(key).decisions) is is_kept


OLDER: list[Step] = [
    lambda key, by: told.advise(key, "Meld dit.", revision=0, by=by),
    lambda key, by: told.record_notification(key, notification(FRIDAY), revision=0, by=by),
    lambda key, by: told.record_message(key, message(), revision=0, by=by),
    lambda key, by: mending.add_measure(key, fetched(), revision=0, by=by),
    lambda key, by: mending.plan_deletion(key, on=FRIDAY.date(), revision=0, by=by),
]


@pytest.mark.parametrize("step", OLDER)
def test_no_step_is_taken_from_an_older_page(everyone: Actor, step: Step) -> None:
    key = weighed(everyone)
    with pytest.raises(EditedMeanwhile):
        step(key, everyone)


def test_a_process_owner_records_measures_only_where_an_activity_of_theirs_was_hit(everyone: Actor) -> None:
    key = weighed(everyone)
    owner = replace(everyone, roles=frozenset({Role.PROCESS_OWNER}))
    with pytest.raises(NotPermitted, match="You are not the process owner"):
        mending.add_measure(key, fetched(), revision=3, by=owner)
    activity = an_activity(owner_id=everyone.person_id)
    insert_activities([activity])
    verbs.record_concerned(key, BreachConcerned(), activity_ids=[activity.id], revision=3, by=everyone)
    assert mending.add_measure(key, fetched(), revision=4, by=owner).recorded_at == FRIDAY
