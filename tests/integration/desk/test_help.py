"""Help beside fields: in the form where it is asked, and all of it on pages to read."""

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from gemeentedossier.dossier.register.actions.activities import insert_activities
from gemeentedossier.dossier.register.facts import Activity
from gemeentedossier.foundation.ledger.actions import settle
from gemeentedossier.foundation.models import Municipality
from gemeentedossier.organisation.enums import Role
from tests.builders import an_activity
from tests.integration.desk.people import signed_in

HELP = "/duinveld/desk/help/"
SUMMARY = '<details class="gd-explanation"><summary>'


@pytest.fixture
def officer(municipality: Municipality) -> Client:
    return signed_in(Role.PRIVACY_OFFICER)


@pytest.fixture
def activity(municipality: Municipality) -> Activity:
    made = an_activity(name="Kwijtschelding")
    insert_activities([made])
    settle()
    return made


def test_a_field_of_a_record_has_its_help_beside_it(officer: Client, activity: Activity) -> None:
    page = officer.get(f"/duinveld/desk/register/{activity.id}/?edit=data").content.decode()
    assert "Waarom lukt het niet met minder gegevens?" in page
    assert '<span class="gd-hidden">: Waarom het niet met minder gegevens kan</span>' in page


def test_a_form_of_a_new_record_has_help_too(officer: Client) -> None:
    page = officer.get("/duinveld/desk/register/new/").content.decode()
    assert page.count(SUMMARY) == 1


def test_the_index_leads_to_each_kind_of_record(
    officer: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_max_num_queries(12):
        page = officer.get(HELP)
    shelves = page.context["shelves"]
    assert [str(each.title) for each in shelves][:2] == ["Verwerkingsactiviteiten", "Beveiliging"]
    assert all(officer.get(link.url).status_code == 200 for shelf in shelves for link in shelf.links[:1])


def test_a_field_on_its_page_has_every_criterion_that_looks_at_it(officer: Client) -> None:
    told = {each.anchor: each for each in officer.get(f"{HELP}data-use/").context["told"]}
    assert [link.url.split("/")[-2] for link in told["bsn-provision-id"].rules] == [
        "bsn-without-provision",
        "bsn-provision-not-in-force",
        "bsn-provision",
    ]


def test_a_kind_of_record_that_is_not_there_has_no_page(officer: Client) -> None:
    assert officer.get(f"{HELP}kasboek/").status_code == 404


def test_filters_have_no_help_between_them(officer: Client) -> None:
    assert SUMMARY not in officer.get("/duinveld/desk/findings/").content.decode()
