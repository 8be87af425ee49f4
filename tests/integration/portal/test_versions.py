"""A version under its permanent address: as data, and for who asks whether it changed."""

from collections.abc import Callable
from uuid import UUID

import pytest
from django.test import Client

from gemeentedossier.dossier.register.actions.adoption import publish_activity, withdraw_publication
from gemeentedossier.dossier.register.enums import RecordState
from gemeentedossier.dossier.register.facts import Accountability
from gemeentedossier.dossier.register.models import ActivityVersion
from gemeentedossier.dossier.register.queries.activities import activity_facts
from gemeentedossier.foundation.trail import Actor
from tests.builders import an_activity
from tests.integration.portal.conftest import Adopt, Publish


@pytest.fixture
def address(everyone: Actor, publish: Publish) -> str:
    account = Accountability(remarks="Vraag Sam.", security="Kluis 3.", accuracy="Elk jaar nagekeken.")
    activity = publish(an_activity(owner_id=everyone.person_id, account=account))
    return f"/duinveld/register/{activity.id}/versions/1"


def test_the_data_are_the_frozen_text_without_what_is_withheld(visitor: Client, address: str) -> None:
    expected = dict(ActivityVersion.objects.get().content)
    assert (expected.pop("owner"), expected.pop("account")["remarks"]) == ("Sam de Tester", "Vraag Sam.")
    del expected["owner_id"]
    content = visitor.get(f"{address}.json").json()["content"]
    assert content.pop("account") == {"accuracy": "Elk jaar nagekeken."}
    assert content == expected


def test_the_data_describe_themselves(visitor: Client, address: str) -> None:
    version = ActivityVersion.objects.get()
    described = visitor.get(f"{address}.json").json()
    del described["content"]
    assert version.published_at is not None
    assert described == {
        "format": "gemeentedossier/register-version",
        "format_version": 1,
        "address": f"http://testserver{address}",
        "current_address": f"http://testserver{address.removesuffix('versions/1')}",
        "municipality": {"slug": "duinveld", "name": "Duinveld"},
        "activity_id": str(version.activity_id),
        "number": 1,
        "catalogue_version": "2026.11.0",
        "adopted_at": version.adopted_at.isoformat(),
        "published_at": version.published_at.isoformat(),
        "valid_from": version.published_at.isoformat(),
        "withheld": ["owner", "owner_id", "account.remarks", "account.security"],
    }


def test_a_replaced_version_says_until_when_it_held(
    visitor: Client, everyone: Actor, address: str, adopt: Adopt, rename: Callable[[UUID, str], None]
) -> None:
    activity_id = ActivityVersion.objects.get().activity_id
    rename(activity_id, "Nieuwe naam")
    adopt(activity_id)
    publish_activity(activity_id, revision=activity_facts(activity_id).revision, by=everyone)
    second = ActivityVersion.objects.get(number=2)
    described = visitor.get(f"{address}.json").json()
    assert second.published_at is not None
    assert (described["valid_until"], described["replaced_by"]) == (second.published_at.isoformat(), 2)


@pytest.mark.parametrize(
    ("accept", "kind"),
    [
        ("application/json", "application/json; charset=utf-8"),
        ("text/html,application/xhtml+xml,*/*;q=0.8", "text/html; charset=utf-8"),
        ("*/*", "text/html; charset=utf-8"),
    ],
)
@pytest.mark.parametrize("slash", ["", "/"])
def test_one_address_gives_the_form_that_is_asked_for(
    visitor: Client, address: str, slash: str, accept: str, kind: str
) -> None:
    answer = visitor.get(address + slash, headers={"accept": accept})
    assert (answer["Content-Type"], "Accept" in answer["Vary"].split(", ")) == (kind, True)


@pytest.mark.parametrize("form", ["", ".json"])
def test_what_did_not_change_is_not_sent_again(visitor: Client, address: str, form: str) -> None:
    first = visitor.get(address + form)
    again = visitor.get(address + form, headers={"if-none-match": first["ETag"]})
    assert (first.status_code, again.status_code, again.content) == (200, 304, b"")


def test_an_older_copy_of_the_data_is_not_sent_again_either(visitor: Client, address: str) -> None:
    first = visitor.get(f"{address}.json")
    again = visitor.get(f"{address}.json", headers={"if-modified-since": first["Last-Modified"]})
    assert again.status_code == 304


def test_everyone_may_keep_published_data_and_nobody_a_page_of_a_session(visitor: Client, address: str) -> None:
    assert visitor.get(f"{address}.json")["Cache-Control"] == "public, max-age=300"
    assert visitor.get(address)["Cache-Control"] == "private, no-cache"


@pytest.fixture
def withdrawn(everyone: Actor, address: str) -> str:
    """The address of a version whose publication was withdrawn."""
    activity = ActivityVersion.objects.get().activity
    withdraw_publication(activity.pk, revision=activity.revision, reason="Een naam stond erin.", by=everyone)
    return address


@pytest.mark.parametrize("form", ["", ".json"])
def test_what_was_withdrawn_is_gone_with_its_reason(visitor: Client, withdrawn: str, form: str) -> None:
    answer = visitor.get(withdrawn + form)
    told = answer.content.decode()
    assert (answer.status_code, "Een naam stond erin." in told, "Elk jaar nagekeken." in told) == (410, True, False)
    assert answer["Cache-Control"] == "private, no-store"


def test_what_was_withdrawn_stands_in_no_list_and_not_at_its_newest_address(visitor: Client, withdrawn: str) -> None:
    name = ActivityVersion.objects.get().content["name"]
    assert name not in visitor.get("/duinveld/register/").content.decode()
    assert visitor.get(withdrawn.removesuffix("versions/1")).status_code == 410


def test_what_was_withdrawn_can_be_published_again(visitor: Client, everyone: Actor, withdrawn: str) -> None:
    activity = ActivityVersion.objects.get().activity
    assert activity.record_state == RecordState.ADOPTED
    publish_activity(activity.pk, revision=activity.revision, by=everyone)
    assert visitor.get(withdrawn).status_code == 200


def test_no_version_is_public_once_the_publication_was_withdrawn(
    visitor: Client, everyone: Actor, address: str, adopt: Adopt, rename: Callable[[UUID, str], None]
) -> None:
    activity_id = ActivityVersion.objects.get().activity_id
    rename(activity_id, "Nieuwe naam")
    adopt(activity_id)
    publish_activity(activity_id, revision=activity_facts(activity_id).revision, by=everyone)
    withdraw_publication(
        activity_id, revision=activity_facts(activity_id).revision, reason="Een naam stond erin.", by=everyone
    )
    assert visitor.get(address.removesuffix("versions/1")).status_code == 410
    assert visitor.get(address).status_code == 410
