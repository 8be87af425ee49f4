"""A breach in which the municipality processes for another, on its pages; and the list, narrowed to what is asked."""

from uuid import UUID

import pytest
from django.test import Client

from gemeentedossier.dossier.breaches.actions import breaches as verbs
from gemeentedossier.dossier.breaches.enums import MunicipalRole
from gemeentedossier.dossier.breaches.facts import BreachConcerned, BreachTriage
from gemeentedossier.dossier.breaches.models import BreachNotification
from gemeentedossier.dossier.register.actions.activities import insert_activities
from gemeentedossier.foundation.trail import Actor
from gemeentedossier.organisation.enums import Role
from tests.builders import an_activity
from tests.integration.desk.people import signed_in
from tests.integration.desk.test_calendar import a_breach

ROLE = {"security_broken": True, "personal_data": True, "triage_reason": "De lijst van een ander stond open."}


@pytest.fixture
def officer(municipality: object) -> Client:
    return signed_in(Role.PRIVACY_OFFICER)


def triaged(by: Actor, role: MunicipalRole) -> UUID:
    key = a_breach(by).id
    verbs.triage_breach(key, BreachTriage(**ROLE, municipal_role=role), revision=0, by=by)
    return key


def words_of(client: Client, key: UUID, page: str = "") -> str:
    return client.get(f"/duinveld/desk/breaches/{key}/{page}").content.decode()


@pytest.mark.parametrize(("role", "is_shown"), [(MunicipalRole.CONTROLLER, True), (MunicipalRole.PROCESSOR, False)])
@pytest.mark.parametrize("section", ["judgement", "decisions", "messages", "score"])
def test_what_only_a_controller_does_is_left_out(
    officer: Client, everyone: Actor, role: MunicipalRole, section: str, *, is_shown: bool
) -> None:
    assert (f'id="{section}"' in words_of(officer, triaged(everyone, role))) is is_shown


def test_joint_controllers_are_pointed_at_their_arrangement(officer: Client, everyone: Actor) -> None:
    assert "De regeling zegt wie meldt" in words_of(officer, triaged(everyone, MunicipalRole.JOINT))


def test_the_message_to_the_controller_is_the_one_text_and_the_one_next_step(officer: Client, everyone: Actor) -> None:
    key = triaged(everyone, MunicipalRole.PROCESSOR)
    assert "Open het bericht aan de verantwoordelijke" in words_of(officer, key)
    assert "Bericht aan de verantwoordelijke" in words_of(officer, key, "form/")
    assert "Concept: bericht aan de verwerkingsverantwoordelijke" in words_of(officer, key, "papers/breach-controller/")
    assert officer.get(f"/duinveld/desk/breaches/{key}/papers/breach-letter/").status_code == 404


def test_what_was_told_to_the_controller_is_recorded(officer: Client, everyone: Actor) -> None:
    key = triaged(everyone, MunicipalRole.PROCESSOR)
    sent = {"kind": "controller", "sent_at_0": "2026-11-25", "sent_at_1": "10:00", "revision": "1"}
    sent |= {"delay_reason": "Het was nacht."}
    answer = officer.post(f"/duinveld/desk/breaches/{key}/notify/", {**sent, "form-5.3": "De lijst stond open."})
    assert answer.status_code == 302
    assert list(BreachNotification.objects.values_list("kind", flat=True)) == ["controller"]


def test_a_file_that_is_not_finished_is_called_so(officer: Client, everyone: Actor) -> None:
    key = triaged(everyone, MunicipalRole.CONTROLLER)
    answer = officer.get(f"/duinveld/desk/breaches/{key}/papers/breach-letter/html/")
    assert 'filename="concept-bericht-over-uw-gegevens-' in answer.headers["Content-Disposition"]


def test_every_reason_that_lacks_is_told_at_once(officer: Client, everyone: Actor) -> None:
    key = triaged(everyone, MunicipalRole.CONTROLLER)
    chosen = {"context_value": "4", "identification": "maximum", "is_malicious": "no", "revision": "1"}
    page = officer.post(f"/duinveld/desk/breaches/{key}/score/", chosen).content.decode()
    assert page.count("Zeg waarom: een keuze zonder reden is later niet na te gaan.") >= 3


@pytest.mark.parametrize(
    ("asked", "is_shown"),
    [
        ("", True),
        ("?words=MAP", True),
        ("?words=laptop", False),
        ("?state=reported", True),
        ("?state=closed", False),
        ("?year=1999", True),
    ],
)
def test_the_list_is_narrowed_by_words_and_state(
    officer: Client, everyone: Actor, asked: str, *, is_shown: bool
) -> None:
    breach = a_breach(everyone)
    page = officer.get(f"/duinveld/desk/breaches/{asked}").content.decode()
    assert (f"/breaches/{breach.id}/" in page) is is_shown


def test_what_the_register_says_is_proposed_until_somebody_said_what_was_hit(officer: Client, everyone: Actor) -> None:
    activity = an_activity()
    insert_activities([activity])
    key = a_breach(everyone).id
    verbs.record_concerned(key, BreachConcerned(), activity_ids=[activity.id], revision=0, by=everyone)
    assert "naam\nadres" in words_of(officer, key, "concerned/")
