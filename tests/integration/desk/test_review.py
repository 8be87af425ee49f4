"""Remarks of reviewers on the desk: made on a field, answered by who writes the record, settled by who asked."""

import pytest
from django.test import Client

from gemeentedossier.dossier.register.actions.activities import insert_activities
from gemeentedossier.dossier.register.facts import Activity
from gemeentedossier.dossier.register.models import ReviewNote
from gemeentedossier.dossier.register.queries.activities import activity_facts
from gemeentedossier.organisation.enums import Role
from tests.builders import an_activity
from tests.integration.desk.people import browser_of, signed_in, someone


@pytest.fixture
def officer(municipality: object) -> Client:
    return signed_in(Role.PRIVACY_OFFICER)


@pytest.fixture
def guard(municipality: object) -> Client:
    return signed_in(Role.DATA_PROTECTION_OFFICER)


@pytest.fixture
def activity(municipality: object) -> Activity:
    made = an_activity()
    insert_activities([made])
    return activity_facts(made.id)


def page(activity: Activity) -> str:
    return f"/duinveld/desk/register/{activity.id}/review/"


def remarked(browser: Client, activity: Activity, text: str = "Welk besluit is dit?") -> ReviewNote:
    purpose = activity.purposes[0]
    browser.post(page(activity), {"about": f"{purpose.id}:text", "text": text})
    note: ReviewNote = ReviewNote.objects.get()
    return note


def below(activity: Activity, note: ReviewNote, verb: str) -> str:
    return f"/duinveld/desk/register/{activity.id}/notes/{note.pk}/{verb}/"


def test_a_remark_names_its_field_and_what_stands_there(guard: Client, activity: Activity) -> None:
    note = remarked(guard, activity)
    shown = guard.get(page(activity)).content.decode()
    assert (note.part_id, note.field) == (activity.purposes[0].id, "text")
    assert ("Welk besluit is dit?" in shown, activity.purposes[0].text in shown) == (True, True)


def test_a_remark_without_words_is_asked_again_and_the_field_stays_chosen(guard: Client, activity: Activity) -> None:
    chosen = f"{activity.purposes[0].id}:text"
    shown = guard.post(page(activity), {"about": chosen, "text": " "}).content.decode()
    assert (f'value="{chosen}" selected' in shown, ReviewNote.objects.count()) == (True, 0)


def test_who_writes_it_answers_and_who_asked_settles(guard: Client, officer: Client, activity: Activity) -> None:
    note = remarked(guard, activity)
    officer.post(below(activity, note, "answer"), {"answer": "Het besluit op de aanvraag."})
    guard.post(below(activity, note, "settle"))
    shown = guard.get(page(activity)).content.decode()
    assert ("Het besluit op de aanvraag." in shown, "Afgedaan" in shown) == (True, True)


def test_another_than_who_asked_does_not_settle(guard: Client, officer: Client, activity: Activity) -> None:
    note = remarked(guard, activity)
    told = officer.post(below(activity, note, "settle"), follow=True).content.decode()
    note.refresh_from_db()
    assert ("Wie een opmerking maakte, doet haar af" in told, note.settled_at) == (True, None)


def test_a_settled_remark_is_answered_no_more(guard: Client, officer: Client, activity: Activity) -> None:
    note = remarked(guard, activity)
    guard.post(below(activity, note, "settle"))
    told = officer.post(below(activity, note, "answer"), {"answer": "Te laat."}, follow=True).content.decode()
    note.refresh_from_db()
    assert ("Deze opmerking is afgedaan" in told, note.answer) == (True, "")


def test_who_checks_afterwards_makes_no_remark(activity: Activity) -> None:
    auditor = signed_in(Role.AUDITOR)
    assert auditor.post(page(activity), {"about": "", "text": "Hm."}).status_code == 403
    assert ">Opmerking maken<" not in auditor.get(page(activity)).content.decode()


def test_a_process_owner_answers_on_their_own_records_only(guard: Client, activity: Activity) -> None:
    note = remarked(guard, activity)
    owner = browser_of(someone(Role.PROCESS_OWNER))
    assert owner.post(below(activity, note, "answer"), {"answer": "Nee."}).status_code == 403


def test_who_decides_sees_how_many_remarks_are_open(guard: Client, officer: Client, activity: Activity) -> None:
    remarked(guard, activity)
    officer.post(f"/duinveld/desk/register/{activity.id}/submit/", {"revision": "0"})
    shown = signed_in(Role.EXECUTIVE).get(f"/duinveld/desk/register/{activity.id}/adopt/").content.decode()
    assert "1 opmerking staat open" in shown
