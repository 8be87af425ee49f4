"""What the pre-scan proposes to the register on its page, and the list narrowed to one outcome."""

from uuid import UUID

import pytest
from django.test import Client
from django.urls import reverse

from gemeentedossier.catalogue.queries import current_catalogue
from gemeentedossier.dossier.register.actions.activities import create_activity
from gemeentedossier.dossier.register.facts import Activity
from gemeentedossier.dossier.register.queries.activities import activity_facts
from gemeentedossier.dossier.risks.actions.prescans import answer_prescan
from gemeentedossier.dossier.risks.engine.statements import Around
from gemeentedossier.foundation.models import Municipality
from gemeentedossier.foundation.trail import Actor
from gemeentedossier.organisation.enums import Role
from tests.builders import an_activity
from tests.integration.desk.people import signed_in


@pytest.fixture
def client(municipality: Municipality) -> Client:
    return signed_in(Role.PRIVACY_OFFICER)


@pytest.fixture
def activity(municipality: Municipality, everyone: Actor) -> Activity:
    """Of which somebody answered that the service is meant for children, and the record does not say so."""
    made = an_activity()
    create_activity(made, by=everyone)
    asked = next(each for each in Around(current_catalogue()).questions if each.id == "minors")
    answer_prescan(made.id, {asked: ("yes",)}, revision=0, by=everyone)
    return made


def page(name: str, *keys: object) -> str:
    return reverse(f"desk:{name}", args=["duinveld", *keys])


def shown(client: Client, key: UUID) -> str:
    return client.get(page("prescan", key)).content.decode()


def post(client: Client, key: UUID, **given: object) -> int:
    told = {"revision": activity_facts(key).revision, "name": "online_service_to_children", "words": "yes", **given}
    return client.post(page("prescan-proposal", key), told).status_code


def test_what_somebody_answered_is_offered_on_both_pages(client: Client, activity: Activity) -> None:
    assert "Onlinedienst rechtstreeks voor kinderen: Ja (het register zegt dit niet)" in shown(client, activity.id)
    assert "1 voorstel" in client.get(page("activity", activity.id)).content.decode()


def test_what_is_taken_over_stands_in_the_record(client: Client, activity: Activity) -> None:
    assert post(client, activity.id, answer="taken_over") == 302
    assert activity_facts(activity.id).characteristics.online_service_to_children is True
    assert "Overgenomen in het register" in shown(client, activity.id)


def test_what_is_refused_asks_a_reason_and_is_not_offered_again(client: Client, activity: Activity) -> None:
    assert post(client, activity.id, answer="refused") == 200
    assert post(client, activity.id, answer="refused", reason="Het rekent alleen voor.") == 302
    assert activity_facts(activity.id).characteristics.online_service_to_children is None
    assert "Het rekent alleen voor." in shown(client, activity.id)
    assert "het register zegt dit niet" not in shown(client, activity.id)


@pytest.mark.parametrize("given", [{"words": "no"}, {"name": "large_scale"}, {"revision": 7}])
def test_what_is_not_offered_or_was_read_before_an_edit_is_refused(
    given: dict[str, object], client: Client, activity: Activity
) -> None:
    assert post(client, activity.id, answer="taken_over", **given) == 200
    assert activity_facts(activity.id).characteristics.online_service_to_children is None


def test_who_may_not_edit_the_record_answers_nothing(activity: Activity) -> None:
    officer = signed_in(Role.DATA_PROTECTION_OFFICER)
    assert post(officer, activity.id, answer="taken_over") == 403
    assert "proposal-0" not in shown(officer, activity.id)


@pytest.mark.parametrize(("lot", "there"), [("", True), ("open", True), ("law", False), ("not-required", False)])
def test_the_list_is_narrowed_to_one_outcome(lot: str, there: bool, client: Client, activity: Activity) -> None:
    listed = client.get(f"{page('prescans')}?lot={lot}").content.decode()
    assert (page("prescan", activity.id) in listed) is there
