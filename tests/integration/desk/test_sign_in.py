"""Signing in, and being refused."""

import pytest
from django.test import Client, override_settings

from gemeentedossier.foundation.models import Municipality
from gemeentedossier.organisation.enums import Role
from gemeentedossier.organisation.models import Account, Person, RoleAssignment
from tests.integration.desk.people import signed_in

ADDRESS = {"username": "noor@duinveld.example", "password": "een lang wachtwoord"}


@pytest.fixture
def noor(municipality: Municipality) -> Person:
    account = Account.objects.create_account(email=ADDRESS["username"], password=ADDRESS["password"])
    return Person.objects.create(name="Noor", account=account)


def test_who_signs_in_comes_to_the_desk_of_their_municipality(noor: Person) -> None:
    answer = Client().post("/sign-in/", ADDRESS)
    assert answer.headers["Location"] == "/duinveld/desk/"


@pytest.mark.parametrize("typed", ["Noor@duinveld.example", "noor@Duinveld.example", "NOOR@DUINVELD.EXAMPLE"])
def test_capitals_in_an_address_make_no_difference(typed: str, noor: Person) -> None:
    assert Client().post("/sign-in/", {**ADDRESS, "username": typed}).headers["Location"] == "/duinveld/desk/"


@pytest.mark.parametrize("typed", ["noör@duinveld.example", "noor@duınveld.example", "noor@duinveld.example "[1:]])
def test_any_other_letter_is_another_address(typed: str, noor: Person) -> None:
    assert Client().post("/sign-in/", {**ADDRESS, "username": typed}).status_code == 200


def test_an_address_is_kept_in_small_letters(db: None) -> None:
    account = Account.objects.create_account(email="Piet@Duinveld.Example", password=None)
    assert account.email == "piet@duinveld.example"


@pytest.mark.parametrize(
    ("typed", "whose"),
    [("Noor@duinveld.example", "Noor@duinveld.example"), ("NOOR@duinveld.example", "noor@duinveld.example")],
)
def test_accounts_of_before_that_differ_by_capitals_are_two(typed: str, whose: str, noor: Person) -> None:
    Account.objects.create(email="Noor@duinveld.example")
    assert Account.objects.get_by_natural_key(typed).email == whose


def test_who_was_on_the_way_somewhere_goes_on(noor: Person) -> None:
    answer = Client().post("/sign-in/", {**ADDRESS, "next": "/duinveld/desk/ledger/"})
    assert answer.headers["Location"] == "/duinveld/desk/ledger/"


def test_nobody_is_sent_to_another_site(noor: Person) -> None:
    answer = Client().post("/sign-in/", {**ADDRESS, "next": "https://elders.example/"})
    assert answer.headers["Location"] == "/duinveld/desk/"


def test_a_wrong_password_is_said_in_a_sentence_and_is_not_sent_back(noor: Person) -> None:
    page = Client().post("/sign-in/", {**ADDRESS, "password": "verkeerd geraden"}).content.decode()
    assert "Dit e-mailadres en dit wachtwoord horen niet bij elkaar" in page
    assert "verkeerd geraden" not in page


def test_an_unknown_address_gets_the_same_sentence(noor: Person) -> None:
    page = Client().post("/sign-in/", {**ADDRESS, "username": "x@duinveld.example"}).content.decode()
    assert "Dit e-mailadres en dit wachtwoord horen niet bij elkaar" in page


@pytest.mark.parametrize(("demo", "shown"), [(True, 8), (False, 0)])
def test_only_a_demonstration_tells_who_can_sign_in(*, demo: bool, shown: int, municipality: Municipality) -> None:
    with override_settings(DEMO=demo):
        page = Client().get("/sign-in/").content.decode()
    assert page.count("@duinrade.example") == shown


def test_who_is_refused_reads_which_roles_may_and_finds_the_way_back(municipality: Municipality) -> None:
    answer = signed_in(Role.PROCESS_OWNER).get("/duinveld/desk/ledger/")
    page = answer.content.decode()
    assert answer.status_code == 403
    assert "auditor, functionaris gegevensbescherming, privacy officer" in page
    assert 'href="/duinveld/desk/"' in page


def test_who_arranges_people_and_signs_in_at_the_desk_comes_to_their_own_page(noor: Person) -> None:
    RoleAssignment.objects.create(person=noor, role=Role.ADMINISTRATOR.value)
    browser = Client()
    answer = browser.post("/sign-in/", {**ADDRESS, "next": "/duinveld/desk/"})
    page = browser.get(answer.headers["Location"]).content.decode()
    assert answer.headers["Location"] == "/duinveld/desk/people/"
    assert "De pagina Vandaag is voor wie in het dossier werkt." in page


def test_who_works_in_the_dossier_too_comes_to_the_desk(noor: Person) -> None:
    for role in (Role.ADMINISTRATOR, Role.PROCESS_OWNER):
        RoleAssignment.objects.create(person=noor, role=role.value)
    answer = Client().post("/sign-in/", {**ADDRESS, "next": "/duinveld/desk/"})
    assert answer.headers["Location"] == "/duinveld/desk/"


def test_who_arranges_people_is_not_told_to_ask_themselves(municipality: Municipality) -> None:
    page = signed_in(Role.ADMINISTRATOR).get("/duinveld/desk/register/").content.decode()
    told = ("ziet niets van het dossier", 'href="/duinveld/desk/people/"', "vraag de beheerder")
    assert [each in page for each in told] == [True, True, False]
