"""Which municipalities stand on the front page: those of which a person made something public, and no other."""

from collections.abc import Callable
from uuid import UUID

import pytest
from django.test import Client

from gemeentedossier.dossier.register.actions.activities import create_activity
from gemeentedossier.dossier.register.actions.adoption import publish_activity, withdraw_publication
from gemeentedossier.dossier.register.queries.activities import activity_facts
from gemeentedossier.foundation.models import Municipality
from gemeentedossier.foundation.scope import bound
from gemeentedossier.foundation.tenancy import apply_scope_to_open_transaction
from gemeentedossier.foundation.trail import Actor
from tests.builders import an_activity
from tests.integration.portal.conftest import Adopt, Publish

NOINDEX = '<meta name="robots" content="noindex">'


def on_the_front(visitor: Client) -> list[str]:
    with bound(None):
        apply_scope_to_open_transaction()
        found = [each.home_url for each in visitor.get("/").context["entrances"]]
    apply_scope_to_open_transaction()
    return found


def withdraw(activity_id: UUID, by: Actor) -> None:
    read = activity_facts(activity_id).revision
    withdraw_publication(activity_id, revision=read, reason="Er stond een naam in.", by=by)


def test_a_new_municipality_is_not_named(visitor: Client, municipality: Municipality) -> None:
    assert on_the_front(visitor) == []
    assert "Duinveld" not in visitor.get("/").content.decode()


def test_what_was_adopted_and_not_published_shows_nobody(visitor: Client, everyone: Actor, adopt: Adopt) -> None:
    activity = an_activity()
    create_activity(activity, by=everyone)
    adopt(activity.id)
    assert on_the_front(visitor) == []


def test_the_first_publication_brings_a_municipality_there_and_no_other(
    visitor: Client, other_municipality: Municipality, publish: Publish
) -> None:
    publish(an_activity())
    assert on_the_front(visitor) == ["/duinveld/"]
    assert f"/{other_municipality.slug}/" not in visitor.get("/").content.decode()


def test_it_leaves_with_the_last_that_is_withdrawn(visitor: Client, everyone: Actor, publish: Publish) -> None:
    first, last = publish(an_activity()), publish(an_activity())
    withdraw(first.id, everyone)
    assert on_the_front(visitor) == ["/duinveld/"]
    withdraw(last.id, everyone)
    assert on_the_front(visitor) == []


def test_a_version_that_was_published_again_after_all_were_withdrawn_brings_it_back(
    visitor: Client, everyone: Actor, publish: Publish, adopt: Adopt, rename: Callable[[UUID, str], None]
) -> None:
    activity = publish(an_activity())
    withdraw(activity.id, everyone)
    rename(activity.id, "Opnieuw")
    adopt(activity.id)
    assert on_the_front(visitor) == []
    publish_activity(activity.id, revision=activity_facts(activity.id).revision, by=everyone)
    assert on_the_front(visitor) == ["/duinveld/"]


def test_where_nobody_shows_anything_staff_find_their_door(visitor: Client, municipality: Municipality) -> None:
    shown = visitor.get("/").content.decode()
    assert "No municipality shows its register here yet." in shown
    assert 'href="/sign-in/"' in shown


def test_its_own_address_says_so_and_leaves_people_their_rights(visitor: Client, municipality: Municipality) -> None:
    shown = visitor.get("/duinveld/").content.decode()
    assert "Duinveld shows nothing of its register now. So it does not stand on the front page." in shown
    assert 'href="/duinveld/request/"' in shown


@pytest.mark.parametrize("address", ["/duinveld/", "/duinveld/register/"])
def test_search_engines_pass_what_is_not_shown_by(
    visitor: Client, municipality: Municipality, publish: Publish, address: str
) -> None:
    before = visitor.get(address).content.decode()
    publish(an_activity())
    assert (NOINDEX in before, NOINDEX in visitor.get(address).content.decode()) == (True, False)


def test_an_address_that_shows_something_no_longer_says_that_it_does_not(visitor: Client, publish: Publish) -> None:
    publish(an_activity())
    assert "shows nothing of its register" not in visitor.get("/duinveld/").content.decode()
