"""Municipalities that agreed see each other's levels; who shows nothing sees nothing, and nobody writes another's."""

from dataclasses import replace

import pytest
from django.db import DatabaseError, connection, transaction
from django.test import Client
from django.urls import reverse

from gemeentedossier.assessment.queries import judged_of
from gemeentedossier.catalogue.queries import current_catalogue
from gemeentedossier.dossier.register.actions.activities import insert_activities
from gemeentedossier.foundation.errors import Refused
from gemeentedossier.foundation.models import Municipality
from gemeentedossier.foundation.scope import bound
from gemeentedossier.foundation.tenancy import apply_scope_to_open_transaction, municipality_scope
from gemeentedossier.foundation.trail import Actor
from gemeentedossier.method.actions.sharing import refresh_shared, share_maturity, stop_sharing
from gemeentedossier.method.engine.maturity import maturity_of
from gemeentedossier.method.facts import ThemeMaturity
from gemeentedossier.method.models import SharedMaturity
from gemeentedossier.method.queries import levels_of_others, shared_levels
from gemeentedossier.organisation.enums import Role
from tests.builders import an_activity
from tests.integration.desk.people import signed_in

BY = Actor(name="Ali", roles=frozenset({Role.EXECUTIVE}))
ADDRESS = reverse("desk:method-comparison", args=["duinveld"])


def themes(municipality: Municipality) -> list[ThemeMaturity]:
    """The themes of a municipality that recorded something, each at level 2 so that it can be told."""
    insert_activities([an_activity()])
    return [replace(each, level=2) for each in maturity_of(judged_of(municipality), current_catalogue())]


@pytest.fixture
def others(municipality: Municipality, other_municipality: Municipality) -> Municipality:
    """Another municipality that takes part."""
    with municipality_scope(other_municipality.id):
        share_maturity(themes(other_municipality), by=BY, reason="Wij leren graag.")
    return other_municipality


def test_who_takes_part_sees_the_others_by_name(municipality: Municipality, others: Municipality) -> None:
    assert levels_of_others() == ()
    share_maturity(themes(municipality), by=BY, reason="Wij ook.")
    assert {each.municipality for each in levels_of_others()} == {others.name}
    assert {each.municipality for each in shared_levels()} == {municipality.name}


def test_who_stops_shows_nothing_and_sees_nothing(municipality: Municipality, others: Municipality) -> None:
    share_maturity(themes(municipality), by=BY, reason="Wij ook.")
    stop_sharing(by=BY, reason="Even niet.")
    assert levels_of_others() == ()
    with municipality_scope(others.id):
        assert levels_of_others() == ()


def test_what_is_shown_is_brought_up_to_date_only_by_who_takes_part(municipality: Municipality) -> None:
    found = themes(municipality)
    with pytest.raises(Refused, match="doet niet mee"):
        refresh_shared(found, by=BY)
    share_maturity(found, by=BY, reason="Wij ook.")
    refresh_shared([replace(each, level=3) for each in found], by=BY)
    assert {each.level for each in shared_levels()} == {3}
    assert len(shared_levels()) == len(found)


@pytest.mark.parametrize("reason", ["", "  "])
def test_taking_part_and_stopping_ask_why(municipality: Municipality, reason: str) -> None:
    with pytest.raises(Refused, match="Zeg waarom"):
        share_maturity(themes(municipality), by=BY, reason=reason)
    with pytest.raises(Refused, match="Zeg waarom"):
        stop_sharing(by=BY, reason=reason)


def test_where_nothing_can_be_told_nothing_is_shown(municipality: Municipality) -> None:
    with pytest.raises(Refused, match="al iets te zeggen"):
        share_maturity([replace(each, level=None) for each in themes(municipality)], by=BY, reason="Wij ook.")
    assert shared_levels() == ()


def test_the_database_lets_nobody_write_what_another_shows(municipality: Municipality, others: Municipality) -> None:
    table = SharedMaturity._meta.db_table
    with connection.cursor() as cursor:
        cursor.execute(f"UPDATE {table} SET level = 1")
        assert cursor.rowcount == 0
        cursor.execute(f"DELETE FROM {table}")
        assert cursor.rowcount == 0
    with pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
        SharedMaturity.objects.create(municipality=others, theme="x", level=1, met=0, applying=1, as_of="2026-11-28")


def test_outside_every_scope_nothing_of_it_is_read(others: Municipality) -> None:
    with bound(None), connection.cursor() as cursor:
        apply_scope_to_open_transaction()
        cursor.execute(f"SELECT count(*) FROM {SharedMaturity._meta.db_table}")
        assert cursor.fetchone() == (0,)


def test_its_history_stays_its_own(municipality: Municipality, others: Municipality) -> None:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT count(*) FROM {SharedMaturity._meta.db_table}historyevent")
        assert cursor.fetchone() == (0,)


def test_the_page_tells_what_is_shown_before_anybody_agrees(municipality: Municipality) -> None:
    page = signed_in(Role.EXECUTIVE).get(ADDRESS).content.decode()
    assert "Nee. Van deze gemeente is niets te zien." in page
    assert "geen naam van een mens" in page
    assert reverse("desk:method-share", args=["duinveld"]) in page
    assert reverse("desk:method-share", args=["duinveld"]) not in signed_in(Role.AUDITOR).get(ADDRESS).content.decode()


def test_the_executive_agrees_and_sees_the_others(municipality: Municipality, others: Municipality) -> None:
    insert_activities([an_activity()])
    executive: Client = signed_in(Role.EXECUTIVE)
    executive.post(reverse("desk:method-share", args=["duinveld"]), {"reason": "Wij leren graag."})
    page = executive.get(ADDRESS).content.decode()
    assert "1 andere gemeente" in page
    assert "1 op niveau 2" in page


def test_the_privacy_officer_cannot_agree_but_can_stop(municipality: Municipality) -> None:
    officer = signed_in(Role.PRIVACY_OFFICER)
    assert officer.post(reverse("desk:method-share", args=["duinveld"]), {"reason": "Graag."}).status_code == 403
    share_maturity(themes(municipality), by=BY, reason="Wij ook.")
    officer.post(reverse("desk:method-stop", args=["duinveld"]), {"reason": "Even niet."})
    assert shared_levels() == ()
