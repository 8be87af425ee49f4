"""Still right, or something changed: answered from a link in an e-mail, by who answers for the record alone."""

import dataclasses
import datetime as dt
import re
from collections.abc import Iterator
from typing import Any

import pytest
from django.core import mail
from django.core.cache import cache
from django.core.mail import EmailMessage
from django.test import Client
from django.utils import translation

from gemeentedossier.dossier.assets.models import System
from gemeentedossier.dossier.parties.models import Party
from gemeentedossier.dossier.register.actions.activities import edit_activity, insert_activities
from gemeentedossier.dossier.register.actions.confirming import confirmation_token
from gemeentedossier.dossier.register.enums import ProcessingState
from gemeentedossier.dossier.register.facts import Activity, DataUse, Recipient, RetentionPeriod, Transfer
from gemeentedossier.dossier.register.models import Activity as Record
from gemeentedossier.dossier.register.queries.activities import activity_facts
from gemeentedossier.dossier.register.queries.told import told_changes
from gemeentedossier.foundation import clock
from gemeentedossier.foundation.identifiers import new_id
from gemeentedossier.foundation.models import Municipality
from gemeentedossier.foundation.tenancy import municipality_scope
from gemeentedossier.foundation.trail import Actor
from gemeentedossier.method.rounds import remind_daily
from gemeentedossier.organisation.enums import Role
from gemeentedossier.organisation.models import Account, Person, RoleAssignment
from tests.builders import an_activity
from tests.integration.desk.people import signed_in, someone

NOW = dt.datetime(2026, 11, 24, 9, tzinfo=dt.UTC)
MONDAY = dt.datetime(2026, 11, 23, 9, tzinfo=dt.UTC)
ASK = "/duinveld/desk/waiting/confirmation/ask/"


@pytest.fixture(autouse=True)
def _today() -> Iterator[None]:
    cache.clear()
    with clock.clock_at(NOW), translation.override("nl"):
        yield


@pytest.fixture
def owner(municipality: Municipality) -> Person:
    return someone(Role.PROCESS_OWNER)


@pytest.fixture
def activity(owner: Person) -> Activity:
    made = an_activity(name="Leerlingenvervoer", owner_id=owner.pk, processing_state=ProcessingState.IN_USE)
    insert_activities([made])
    return activity_facts(made.id)


def link(activity: Activity, person: Person, slug: str = "duinveld") -> str:
    return f"/{slug}/confirm/{confirmation_token(activity.id, person.pk)}/"


def answer(url: str, activity: Activity, **fields: str) -> Any:
    return Client().post(url, {"revision": str(activity.revision), **fields})


def test_opening_the_link_shows_the_record_and_confirms_nothing(activity: Activity, owner: Person) -> None:
    page = Client().get(link(activity, owner))
    assert (page.status_code, "Leerlingenvervoer" in page.content.decode()) == (200, True)
    assert activity_facts(activity.id) == activity


def test_still_right_is_a_confirmation_by_its_owner(activity: Activity, owner: Person) -> None:
    done = answer(link(activity, owner), activity, answer="confirm")
    assert done.headers["Location"] == f"{link(activity, owner)}?done=confirmed"
    assert activity_facts(activity.id).last_confirmed_on == dt.date(2026, 11, 24)
    assert "U hebt “Leerlingenvervoer” bevestigd" in Client().get(done.headers["Location"]).content.decode()


def test_after_still_right_the_link_leads_to_the_next_of_the_same_owner(activity: Activity, owner: Person) -> None:
    waits = an_activity(name="Leerplicht", owner_id=owner.pk)
    insert_activities([waits, an_activity(name="Van een ander")])
    page = Client().get(answer(link(activity, owner), activity, answer="confirm").headers["Location"])
    assert "Nog 1 registratie van u wacht" in page.content.decode()
    assert page.context["next_url"] == link(waits, owner)
    done = answer(page.context["next_url"], activity_facts(waits.id), answer="confirm").headers["Location"]
    assert "U kunt deze pagina sluiten" in Client().get(done).content.decode()


def test_the_next_link_ends_on_the_day_of_the_one_that_led_to_it(activity: Activity, owner: Person) -> None:
    insert_activities([an_activity(name="Leerplicht", owner_id=owner.pk)])
    url = link(activity, owner)
    with clock.clock_at(NOW + dt.timedelta(days=30)):
        page = Client().get(answer(url, activity, answer="confirm").headers["Location"])
    with clock.clock_at(NOW + dt.timedelta(days=31)):
        assert Client().get(page.context["next_url"]).status_code == 410


def test_a_confirmation_from_a_link_is_taken_back_from_that_link(activity: Activity, owner: Person) -> None:
    url = link(activity, owner)
    shown = Client().get(answer(url, activity, answer="confirm").headers["Location"])
    assert "Mijn bevestiging ongedaan maken" in shown.content.decode()
    page = Client().get(answer(url, activity_facts(activity.id), answer="undo").headers["Location"])
    assert activity_facts(activity.id).last_confirmed_on is None
    assert "Klopt dit nog?" in page.content.decode()
    assert "Er is geen bevestiging" in answer(url, activity_facts(activity.id), answer="undo").content.decode()


def test_what_changed_stands_in_the_history_and_confirms_nothing(activity: Activity, owner: Person) -> None:
    answer(link(activity, owner), activity, answer="change", what="Wij delen niet meer met de politie.")
    assert activity_facts(activity.id).last_confirmed_on is None
    officer = signed_in(Role.PRIVACY_OFFICER)
    latest = officer.get("/duinveld/desk/").context["changes"][0]
    assert (latest.title, latest.by, latest.reason) == (
        "Verandering gemeld door de eigenaar: Leerlingenvervoer",
        "Jet",
        "Wij delen niet meer met de politie.",
    )


def test_what_was_told_waits_until_somebody_works_on_the_record(
    activity: Activity, owner: Person, everyone: Actor
) -> None:
    answer(link(activity, owner), activity, answer="confirm")
    answer(link(activity, owner), activity_facts(activity.id), answer="change", what="Geen taxi meer.")
    officer = signed_in(Role.PRIVACY_OFFICER)
    waits = [str(each.sentence.label) for each in officer.get("/duinveld/desk/").context["waiting"]]
    assert "Een eigenaar meldde dat 1 registratie is veranderd: pak het op" in waits
    assert "Jet meldde: Geen taxi meer." in officer.get("/duinveld/desk/waiting/confirmation/").content.decode()
    edit_activity(dataclasses.replace(activity_facts(activity.id), description="Bus."), by=everyone)
    assert told_changes() == {}


@pytest.mark.parametrize("done", ["confirmed", "told"])
def test_an_address_alone_says_nothing_was_done(done: str, activity: Activity, owner: Person) -> None:
    page = Client().get(f"{link(activity, owner)}?done={done}").content.decode()
    assert "Klopt dit nog?" in page


def test_who_was_asked_today_is_not_asked_again(activity: Activity, owner: Person) -> None:
    officer = signed_in(Role.PRIVACY_OFFICER)
    officer.post(ASK)
    page = officer.post(ASK, follow=True).content.decode()
    assert len(outbox()) == 1
    assert "Vandaag al aangeschreven, en dus niet opnieuw: Jet." in page
    assert "gevraagd op 24 november 2026" in page


@pytest.mark.parametrize(
    ("what", "told"),
    [
        ("", "Zeg in een paar woorden wat er veranderde."),
        ("  ", "Zeg in een paar woorden wat er veranderde."),
        ("a" * 2001, "2000"),
    ],
)
def test_a_change_without_words_or_with_too_many_is_refused(
    what: str, told: str, activity: Activity, owner: Person
) -> None:
    page = answer(link(activity, owner), activity, answer="change", what=what)
    assert (page.status_code, told in page.content.decode()) == (200, True)
    assert activity_facts(activity.id).revision == activity.revision


def test_who_read_an_older_record_confirms_nothing(activity: Activity, owner: Person, everyone: Actor) -> None:
    edit_activity(dataclasses.replace(activity, description="Anders."), by=everyone)
    page = answer(link(activity, owner), activity, answer="confirm")
    assert (page.status_code, activity_facts(activity.id).last_confirmed_on) == (200, None)
    assert "Anders." not in page.headers.get("Location", "")


@pytest.mark.parametrize("moment", ["31 days on", "role ended", "account blocked", "another owner", "record gone"])
def test_a_link_that_holds_no_more_shows_nothing_of_the_record(
    moment: str, activity: Activity, owner: Person, everyone: Actor
) -> None:
    url, now = link(activity, owner), NOW
    if moment == "31 days on":
        now += dt.timedelta(days=31)
    elif moment == "role ended":
        RoleAssignment.objects.filter(person=owner).update(ends_on=dt.date(2026, 11, 23))
    elif moment == "account blocked":
        Account.objects.filter(pk=owner.account_id).update(is_active=False)
    elif moment == "another owner":
        other = someone(Role.PROCESS_OWNER)
        edit_activity(dataclasses.replace(activity, owner_id=other.pk), by=everyone)
    else:
        Record.objects.filter(pk=activity.id).delete()
    with clock.clock_at(now), translation.override("nl"):
        page = Client().get(url)
        written = Client().post(url, {"revision": "1", "answer": "confirm"})
    assert (page.status_code, written.status_code) == (410, 410)
    assert "Leerlingenvervoer" not in page.content.decode()


@pytest.mark.parametrize("token", ["x", "a:b:c", ""])
def test_a_link_that_nobody_signed_finds_nothing(token: str, activity: Activity) -> None:
    assert Client().get(f"/duinveld/confirm/{token}/").status_code == 404


def test_a_link_of_another_municipality_finds_nothing_here(
    activity: Activity, owner: Person, other_municipality: Municipality
) -> None:
    del other_municipality
    assert Client().get(link(activity, owner, slug="heiloo-oost")).status_code == 404


def test_each_owner_gets_one_message_with_a_link_per_record(activity: Activity, owner: Person) -> None:
    insert_activities([an_activity(name="Leerplicht", owner_id=owner.pk), an_activity(name="Van niemand")])
    page = signed_in(Role.PRIVACY_OFFICER).post(ASK, follow=True).content.decode()
    assert [each.to for each in outbox()] == [[owner.email]]
    assert outbox()[0].subject == "Duinveld: kloppen 2 verwerkingen nog?"
    assert len(links_in(outbox()[0])) == 2
    assert "naar 1 medewerker, over 2 registraties" in page
    assert "Zonder adres" not in page
    assert "1 registratie heeft nog geen eigenaar." in page


def test_who_left_is_named_and_not_written_to(activity: Activity, owner: Person) -> None:
    RoleAssignment.objects.filter(person=owner).update(ends_on=dt.date(2026, 11, 23))
    page = signed_in(Role.PRIVACY_OFFICER).post(ASK, follow=True).content.decode()
    assert outbox() == []
    assert "niet aangeschreven: Jet." in page


def test_the_link_in_the_message_opens_the_record(activity: Activity) -> None:
    signed_in(Role.PRIVACY_OFFICER).post(ASK)
    assert "Klopt dit nog?" in Client().get(links_in(outbox()[0])[0]).content.decode()


def test_a_mail_server_that_is_not_there_is_told(activity: Activity, settings: Any) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 9
    page = signed_in(Role.PRIVACY_OFFICER).post(ASK, follow=True)
    assert "De mailserver nam geen bericht aan voor: Jet." in page.content.decode()


@pytest.mark.parametrize("role", [Role.PROCESS_OWNER, Role.AUDITOR, Role.EXECUTIVE])
def test_only_the_privacy_officer_asks(role: Role, activity: Activity) -> None:
    assert (signed_in(role).post(ASK).status_code, outbox()) == (403, [])


@pytest.mark.parametrize("now", [MONDAY, NOW])
def test_the_program_asks_by_itself_once_a_week_whichever_day_it_starts(
    now: dt.datetime, activity: Activity, municipality: Municipality
) -> None:
    with clock.clock_at(now), municipality_scope(municipality.id):
        remind_daily()
        remind_daily()
    assert len(outbox()) == 1


def test_everything_that_the_record_holds_in_its_own_words_is_shown(owner: Person) -> None:
    made = an_activity(
        name="Leerlingenvervoer",
        owner_id=owner.pk,
        data_uses=(DataUse(new_id(), 0, subject_categories_own=("chauffeurs",), data_categories_own=("rijbewijs",)),),
        recipients=(Recipient(new_id(), party_id=Party.objects.create(name="Taxi Duin").pk),),
        system_ids=(System.objects.create(name="Ritplanner").pk,),
        retention=(RetentionPeriod(new_id(), applies_to="ritten", period="P2Y"),),
        transfers=(Transfer(new_id(), recipient="Kaartdienst", country="US"),),
    )
    insert_activities([made])
    page = Client().get(link(made, owner)).context["facts"]
    assert {str(each.term): each.texts for each in page} == {
        "Waarvoor het is": ("Vaststellen of iemand recht heeft op een maatwerkvoorziening.",),
        "Van wie": ("chauffeurs",),
        "Welke gegevens": ("rijbewijs",),
        "Gedeeld met": ("Taxi Duin",),
        "In de systemen": ("Ritplanner",),
        "Buiten de Europese Economische Ruimte": ("Kaartdienst, Verenigde Staten",),
        "Bewaard": ("ritten: 2 jaar",),
    }


def outbox() -> list[EmailMessage]:
    return list(mail.outbox)  # type: ignore[attr-defined]  # made by Django's test runner


def links_in(message: EmailMessage) -> list[str]:
    return re.findall(r"http://127\.0\.0\.1:8000(/\S+)", str(message.body))
