"""The steps of a record on the desk: whoever decides, decides on what they read."""

import dataclasses
from uuid import UUID

import pytest
from django.test import Client

from gemeentedossier.dossier.register.actions.activities import edit_activity, insert_activities
from gemeentedossier.dossier.register.enums import RecordState
from gemeentedossier.dossier.register.facts import Activity
from gemeentedossier.dossier.register.models import Activity as ActivityRow
from gemeentedossier.dossier.register.models import ActivityVersion
from gemeentedossier.dossier.register.queries.activities import activity_facts
from gemeentedossier.foundation.trail import Actor
from gemeentedossier.organisation.enums import Role
from tests.builders import an_activity
from tests.integration.desk.people import signed_in

CHANGED = "werd gewijzigd nadat u haar opende"


@pytest.fixture
def officer(municipality: object) -> Client:
    return signed_in(Role.PRIVACY_OFFICER)


@pytest.fixture
def executive(municipality: object) -> Client:
    return signed_in(Role.EXECUTIVE)


@pytest.fixture
def activity(municipality: object) -> Activity:
    made = an_activity()
    insert_activities([made])
    return activity_facts(made.id)


def page(activity_id: UUID, *below: str) -> str:
    return "/".join(["/duinveld/desk/register", str(activity_id), *below, ""])


def stored(activity: Activity) -> Activity:
    return activity_facts(activity.id)


def adopted(activity: Activity, officer: Client, executive: Client) -> None:
    officer.post(page(activity.id, "submit"), {"revision": "0"})
    executive.post(page(activity.id, "adopt"), {"revision": "1"})


def renamed(activity: Activity, by: Actor) -> None:
    """Somebody else saves while the record is open before whoever decides."""
    edit_activity(dataclasses.replace(stored(activity), name="Nooit gezien"), by=by)


def test_a_record_goes_from_concept_to_published(officer: Client, executive: Client, activity: Activity) -> None:
    adopted(activity, officer, executive)
    officer.post(page(activity.id, "publish"), {"revision": "2"})
    assert (stored(activity).record_state, stored(activity).version) == (RecordState.PUBLISHED, 1)


def test_what_was_saved_meanwhile_is_not_adopted_unseen(
    officer: Client, executive: Client, activity: Activity, everyone: Actor
) -> None:
    officer.post(page(activity.id, "submit"), {"revision": "0"})
    renamed(activity, everyone)
    address = f"{page(activity.id, 'adopt')}?revision=1"
    answer = executive.post(address, {"revision": "1", "reason": "Besloten op 3 november."})
    told = answer.content.decode()
    assert told.count(CHANGED) == 1
    assert ("Besloten op 3 november." in told, 'name="revision" value="2"' in told) == (True, True)
    assert (stored(activity).record_state, ActivityVersion.objects.count()) == (RecordState.UNDER_REVIEW, 0)


def test_who_comes_from_a_page_that_was_read_earlier_is_told(
    officer: Client, executive: Client, activity: Activity, everyone: Actor
) -> None:
    officer.post(page(activity.id, "submit"), {"revision": "0"})
    read = executive.get(page(activity.id)).content.decode()
    assert f'href="{page(activity.id, "adopt")}?revision=1"' in read
    assert CHANGED not in executive.get(page(activity.id, "adopt"), {"revision": "1"}).content.decode()
    renamed(activity, everyone)
    assert CHANGED in executive.get(page(activity.id, "adopt"), {"revision": "1"}).content.decode()


@pytest.mark.parametrize("step", ["submit", "confirm"])
def test_a_step_of_one_button_is_about_what_was_read(
    officer: Client, activity: Activity, everyone: Actor, step: str
) -> None:
    renamed(activity, everyone)
    told = officer.post(page(activity.id, step), {"revision": "0"}, follow=True).content.decode()
    assert (CHANGED in told, stored(activity).revision) == (True, 1)
    officer.post(page(activity.id, step), {"revision": "1"})
    assert stored(activity).revision == 2


@pytest.mark.parametrize("revision", [{}, {"revision": ""}, {"revision": "x"}, {"revision": "²"}, {"revision": "-1"}])
def test_a_step_without_a_revision_that_was_read_is_not_taken(
    officer: Client, activity: Activity, revision: dict[str, str]
) -> None:
    officer.post(page(activity.id, "submit"), revision)
    assert stored(activity).record_state is RecordState.CONCEPT


def test_the_buttons_of_a_page_carry_the_revision_that_it_shows(officer: Client, activity: Activity) -> None:
    shown = officer.get(page(activity.id)).content.decode()
    assert shown.count('name="revision" value="0"') == 1


def test_a_record_goes_back_only_with_a_reason(officer: Client, executive: Client, activity: Activity) -> None:
    officer.post(page(activity.id, "submit"), {"revision": "0"})
    executive.post(page(activity.id, "return"), {"revision": "1", "reason": " "})
    assert stored(activity).record_state is RecordState.UNDER_REVIEW
    executive.post(page(activity.id, "return"), {"revision": "1", "reason": "De bewaartermijn ontbreekt."})
    assert stored(activity).record_state is RecordState.CONCEPT


def test_who_may_not_adopt_is_refused(officer: Client, activity: Activity) -> None:
    assert officer.post(page(activity.id, "adopt"), {"revision": "0"}).status_code == 403


def test_a_record_that_was_adopted_is_never_deleted(officer: Client, executive: Client, activity: Activity) -> None:
    adopted(activity, officer, executive)
    officer.post(page(activity.id, "delete"), {"revision": "2", "reason": "Dubbel"})
    assert ActivityRow.objects.count() == 1


def test_the_versions_stand_under_their_permanent_address(
    officer: Client, executive: Client, activity: Activity
) -> None:
    adopted(activity, officer, executive)
    shown = officer.get(page(activity.id, "versions")).content.decode()
    assert f'href="/duinveld/register/{activity.id}/versions/1"' in shown


def test_whoever_decides_sees_what_differs_from_the_version_that_holds(
    officer: Client, executive: Client, activity: Activity, everyone: Actor
) -> None:
    adopted(activity, officer, executive)
    renamed(activity, everyone)
    officer.post(page(activity.id, "submit"), {"revision": "3"})
    shown = executive.get(page(activity.id, "adopt")).content.decode()
    assert ("Wat zou veranderen" in shown, "<del>Beslissen op een aanvraag</del>" in shown) == (True, True)
    assert "<ins>Nooit gezien</ins>" in shown


def test_a_record_that_was_sent_back_shows_why(officer: Client, executive: Client, activity: Activity) -> None:
    officer.post(page(activity.id, "submit"), {"revision": "0"})
    executive.post(page(activity.id, "return"), {"revision": "1", "reason": "De bewaartermijn ontbreekt."})
    told = "“Beslissen op een aanvraag” is teruggestuurd door Jet: De bewaartermijn ontbreekt."
    assert "De bewaartermijn ontbreekt." in officer.get(page(activity.id)).content.decode()
    assert told in officer.get("/duinveld/desk/").content.decode()
    officer.post(page(activity.id, "submit"), {"revision": "2"})
    assert told not in officer.get("/duinveld/desk/").content.decode()


def test_who_submitted_a_record_cannot_open_the_page_that_adopts_it(activity: Activity) -> None:
    both = signed_in(Role.PRIVACY_OFFICER, Role.EXECUTIVE)
    both.post(page(activity.id, "submit"), {"revision": "0"})
    told = both.get(page(activity.id, "adopt"), follow=True).content.decode()
    assert "U hebt deze registratie zelf ingediend" in told


FIRST = "Dit is de eerste: hiermee komt de gemeente op de openbare voorpagina te staan."
LAST = "Dit is de laatste: zonder deze verdwijnt de gemeente van de openbare voorpagina."


def test_who_publishes_the_first_or_withdraws_the_last_reads_what_that_does_on_the_front_page(
    officer: Client, executive: Client, activity: Activity
) -> None:
    other = an_activity()
    insert_activities([other])
    adopted(activity, officer, executive)
    adopted(activity_facts(other.id), officer, executive)
    assert FIRST in officer.get(page(activity.id, "publish")).content.decode()
    officer.post(page(activity.id, "publish"), {"revision": "2"})
    assert LAST in officer.get(page(activity.id, "withdraw")).content.decode()
    assert FIRST not in officer.get(page(other.id, "publish")).content.decode()
    officer.post(page(other.id, "publish"), {"revision": "2"})
    assert LAST not in officer.get(page(activity.id, "withdraw")).content.decode()
