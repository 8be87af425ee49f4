"""Being written to: each week what is one's own, at once where hours run out, never twice, and on to the next one."""

import datetime as dt
from collections.abc import Iterator, Sequence
from smtplib import SMTPRecipientsRefused, SMTPServerDisconnected
from typing import Any, ClassVar

import pytest
from django.core import mail
from django.core.mail import EmailMessage
from django.core.mail.backends.locmem import EmailBackend as LocmemBackend

from gemeentedossier.dossier.breaches.actions.breaches import report_breach
from gemeentedossier.dossier.breaches.facts import BreachMoments, PersonalDataBreach
from gemeentedossier.dossier.register.actions.activities import insert_activities
from gemeentedossier.dossier.register.models import Activity
from gemeentedossier.dossier.snapshot.kept import dossier_now
from gemeentedossier.foundation import clock
from gemeentedossier.foundation.errors import NotPermitted, Refused
from gemeentedossier.foundation.identifiers import new_id
from gemeentedossier.foundation.jobs.daily import go_round
from gemeentedossier.foundation.models import Municipality
from gemeentedossier.foundation.tenancy import municipality_scope
from gemeentedossier.foundation.trail import Actor
from gemeentedossier.method import rounds
from gemeentedossier.method.actions.reminding import choose_reminders, set_escalation
from gemeentedossier.method.models import Reminder
from gemeentedossier.method.queries import asked_on, undelivered
from gemeentedossier.method.reminders import remind_owners
from gemeentedossier.method.rounds import remind_daily, remind_hourly
from gemeentedossier.organisation.enums import Role
from gemeentedossier.organisation.models import Person
from tests.builders import an_activity
from tests.integration.desk.people import signed_in, someone

MONDAY = dt.datetime(2026, 11, 30, 9, tzinfo=dt.UTC)
DAY = dt.timedelta(days=1)


@pytest.fixture(autouse=True)
def _monday() -> Iterator[None]:
    with clock.clock_at(MONDAY):
        yield


@pytest.fixture
def owner(municipality: Municipality) -> Person:
    """Who answers for a record that nobody confirmed for more than a year."""
    person = someone(Role.PROCESS_OWNER)
    insert_activities([an_activity(name="Leerplicht", owner_id=person.pk, last_confirmed_on=dt.date(2025, 11, 17))])
    return person


class Stops(LocmemBackend):
    """The process is killed when the second message of a round is about to go."""

    def send_messages(self, messages: Sequence[EmailMessage]) -> int:
        if outbox():
            raise KeyboardInterrupt
        return super().send_messages(messages)


class Refuses(LocmemBackend):
    """Notes what it is asked to take, and takes nothing."""

    asked: ClassVar[list[EmailMessage]] = []
    why: ClassVar[Exception] = OSError("nobody there")

    def send_messages(self, messages: Sequence[EmailMessage]) -> int:
        self.asked.extend(messages)
        raise self.why


def owners(count: int) -> list[Person]:
    people = [someone(Role.PROCESS_OWNER) for _number in range(count)]
    insert_activities(
        [an_activity(name=str(each.pk), owner_id=each.pk, last_confirmed_on=dt.date(2025, 11, 17)) for each in people]
    )
    return people


def test_who_was_written_to_before_the_round_was_killed_is_not_written_to_again(
    municipality: Municipality, settings: Any
) -> None:
    people, usual = owners(3), settings.EMAIL_BACKEND
    settings.EMAIL_BACKEND = f"{__name__}.Stops"
    with pytest.raises(KeyboardInterrupt):
        go_round()
    settings.EMAIL_BACKEND = usual
    go_round()
    assert sorted(each.to[0] for each in outbox()) == sorted(each.email for each in people)


@pytest.mark.parametrize(
    ("why", "count"), [(OSError("nobody there"), 1), (SMTPServerDisconnected(), 1), (SMTPRecipientsRefused({}), 12)]
)
def test_a_mail_server_that_does_not_answer_is_asked_once_in_a_round(
    why: Exception, count: int, municipality: Municipality, other_municipality: Municipality, settings: Any
) -> None:
    owners(3)
    with municipality_scope(other_municipality.pk):
        owners(3)
    settings.EMAIL_BACKEND, Refuses.why, Refuses.asked = f"{__name__}.Refuses", why, []
    go_round()
    with municipality_scope(municipality.pk):
        waiting = Reminder.objects.filter(sent_at=None).count()
    assert (len(Refuses.asked), waiting) == (count, 3)


def test_an_address_that_no_server_can_be_given_is_told_and_the_others_stay_noted(
    municipality: Municipality, settings: Any
) -> None:
    people = owners(2)
    Person.objects.filter(pk=people[1].pk).update(email=f"jet@{'a' * 70}.example", name="Lang")
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 9
    told = remind_owners(dossier_now(municipality).activities, municipality)
    assert told.not_sent == ("Jet", "Lang")


def outbox() -> list[EmailMessage]:
    return list(mail.outbox)  # type: ignore[attr-defined]  # made by Django's test runner


def outbox_emptied() -> None:
    mail.outbox.clear()  # type: ignore[attr-defined]  # made by Django's test runner


def acting(person: Person, *roles: Role) -> Actor:
    return Actor(name=person.name, person_id=person.pk, roles=frozenset(roles))


def a_breach(by: Actor, *, aware: dt.datetime) -> PersonalDataBreach:
    moments = BreachMoments(discovered_at=aware, aware_at=aware, aware_grounds="De buren belden.")
    draft = PersonalDataBreach(
        id=new_id(), number="", title="Map met dossiers kwijt", reported_at=aware, moments=moments
    )
    return report_breach(draft, by=by)


def test_on_monday_one_gets_what_is_ones_own_once(owner: Person) -> None:
    remind_daily()
    remind_daily()
    (message,) = outbox()
    assert (message.to, message.subject) == ([owner.email], "Duinveld: 1 termijn voor u")
    assert "VOORBIJ EN NOG NIET GEDAAN (1)" in message.body
    assert "17 november 2026: Bevestig dat de registratie nog klopt: Leerplicht" in message.body
    assert "/duinveld/confirm/" in message.body


@pytest.mark.parametrize(("days", "count"), [(0, 1), (1, 1), (6, 1), (7, 2)])
def test_the_weekly_message_goes_on_monday_and_not_again_that_week(owner: Person, days: int, count: int) -> None:
    remind_daily()
    with clock.clock_at(MONDAY + days * DAY):
        remind_daily()
    assert len(outbox()) == count


@pytest.mark.parametrize("days", [1, 6])
def test_the_weekly_message_goes_later_in_the_week_where_nothing_served_on_monday(owner: Person, days: int) -> None:
    with clock.clock_at(MONDAY + days * DAY):
        remind_daily()
        remind_daily()
    with clock.clock_at(MONDAY + 7 * DAY):
        remind_daily()
    assert [each.to for each in outbox()] == [[owner.email], [owner.email]]


def test_what_comes_up_in_a_week_without_terms_waits_for_monday(municipality: Municipality) -> None:
    person = someone(Role.PROCESS_OWNER)
    remind_daily()
    insert_activities([an_activity(owner_id=person.pk, last_confirmed_on=dt.date(2025, 11, 17))])
    with clock.clock_at(MONDAY + DAY):
        remind_daily()
    assert outbox() == []
    with clock.clock_at(MONDAY + 7 * DAY):
        remind_daily()
    assert [each.to for each in outbox()] == [[person.email]]


def test_who_had_nothing_to_be_told_was_not_asked_to_confirm(municipality: Municipality) -> None:
    person = someone(Role.PROCESS_OWNER)
    remind_daily()
    assert (Reminder.objects.count(), asked_on([person.pk])) == (1, {})


def test_who_set_it_off_hears_of_terms_of_the_law_alone(owner: Person) -> None:
    choose_reminders(weekly=False, by=acting(owner, Role.PROCESS_OWNER))
    remind_daily()
    assert outbox() == []


def test_a_server_that_is_down_loses_nothing_and_is_tried_again(owner: Person, settings: Any) -> None:
    works = settings.EMAIL_BACKEND
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 9
    remind_daily()
    assert undelivered() == (1, MONDAY)
    page = signed_in(Role.ADMINISTRATOR).get("/duinveld/desk/people/").content.decode()
    assert "De mailserver neemt geen berichten aan" in page
    settings.EMAIL_BACKEND = works
    with clock.clock_at(MONDAY + DAY):
        remind_hourly()
        remind_hourly()
    assert ([each.to for each in outbox()], undelivered()) == ([[owner.email]], (0, None))


def test_what_was_done_meanwhile_is_not_sent_any_more(owner: Person, settings: Any) -> None:
    works = settings.EMAIL_BACKEND
    settings.EMAIL_BACKEND, settings.EMAIL_PORT = "django.core.mail.backends.smtp.EmailBackend", 9
    remind_daily()
    Activity.objects.update(last_confirmed_on=dt.date(2026, 11, 30))
    settings.EMAIL_BACKEND = works
    remind_hourly()
    assert (outbox(), undelivered()) == ([], (0, None))


@pytest.mark.parametrize(("left", "count"), [(dt.timedelta(hours=25), 0), (dt.timedelta(hours=24), 1)])
def test_a_clock_in_hours_is_told_a_day_before_it_ends(
    everyone: Actor, left: dt.timedelta, count: int, municipality: Municipality
) -> None:
    officer = someone(Role.PRIVACY_OFFICER)
    a_breach(everyone, aware=MONDAY - dt.timedelta(hours=72) + left)
    remind_hourly()
    remind_hourly()
    found = [each for each in outbox() if each.to == [officer.email]]
    about_the_authority = [each for each in found if "aan de AP te melden: 2026-001 (art. 33 lid 1 AVG)" in each.body]
    assert len(about_the_authority) == count
    assert "dossiers kwijt" not in "".join(str(each.body) for each in found)


@pytest.mark.parametrize(("after", "count"), [(10, 1), (11, 1), (12, 0), (None, 0)])
def test_the_next_one_hears_of_it_after_the_days_that_were_chosen(owner: Person, after: int | None, count: int) -> None:
    officer = someone(Role.PRIVACY_OFFICER)
    set_escalation(after=after, by=acting(officer, Role.PRIVACY_OFFICER))
    with clock.clock_at(MONDAY - DAY):
        remind_daily()
        remind_daily()
    found = [each for each in outbox() if each.to == [officer.email]]
    assert len(found) == count
    assert ["Voor: Jet" in str(each.body) for each in found] == [True] * count


def test_the_executive_hears_of_it_where_the_officer_is_late(municipality: Municipality) -> None:
    officer, executive = someone(Role.PRIVACY_OFFICER), someone(Role.EXECUTIVE)
    insert_activities([an_activity(name="Van niemand", last_confirmed_on=dt.date(2025, 11, 17))])
    remind_daily()
    outbox_emptied()
    set_escalation(after=3, by=acting(officer, Role.PRIVACY_OFFICER))
    with clock.clock_at(MONDAY + DAY):
        remind_daily()
    assert [each.to for each in outbox()] == [[executive.email]]


@pytest.mark.parametrize("days", [0, 367])
def test_a_number_of_days_that_makes_no_sense_is_refused(municipality: Municipality, days: int) -> None:
    with pytest.raises(Refused):
        set_escalation(after=days, by=acting(someone(), Role.EXECUTIVE))


@pytest.mark.parametrize("role", sorted(set(Role) - {Role.PRIVACY_OFFICER, Role.EXECUTIVE}))
def test_only_who_leads_the_work_chooses_the_days(municipality: Municipality, role: Role) -> None:
    with pytest.raises(NotPermitted):
        set_escalation(after=3, by=acting(someone(), role))


def test_what_went_stands_as_sent_where_a_later_message_of_the_same_person_fails(
    municipality: Municipality, monkeypatch: pytest.MonkeyPatch
) -> None:
    officer = someone(Role.PRIVACY_OFFICER)
    by = Actor(name=officer.name, person_id=officer.pk, roles=frozenset({Role.PRIVACY_OFFICER}))
    a_breach(by, aware=MONDAY - dt.timedelta(hours=60))
    monkeypatch.setattr(rounds, "own_duties_of", _fails_the_second_time(rounds.own_duties_of))
    remind_daily()
    assert {kind for kind, sent in Reminder.objects.values_list("kind", "sent_at") if sent} == {"clock"}


def _fails_the_second_time(done: Any) -> Any:
    seen: list[object] = []

    def once(*given: Any) -> Any:
        seen.append(given)
        if len(seen) > 1:
            raise ValueError
        return done(*given)

    return once
