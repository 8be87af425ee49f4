"""What an attacker finds at the door: other sites, other hosts, old sessions, forms of somebody else."""

import pytest
from django.test import Client

from gemeentedossier.foundation.models import Municipality
from gemeentedossier.organisation.enums import Role
from gemeentedossier.organisation.models import Account, Person
from tests.integration.desk.people import signed_in

ADDRESS = {"username": "noor@duinveld.example", "password": "een lang wachtwoord"}
ELSEWHERE = ["//evil.example", "https://evil.example", "/\\evil.example", "\\\\evil.example", "javascript:alert(1)"]


@pytest.fixture
def noor(municipality: Municipality) -> Person:
    account = Account.objects.create_account(email=ADDRESS["username"], password=ADDRESS["password"])
    return Person.objects.create(name="Noor", account=account)


@pytest.mark.parametrize("url", ELSEWHERE)
def test_no_door_leads_to_another_site(noor: Person, url: str) -> None:
    client = Client()
    assert client.post("/sign-in/", {**ADDRESS, "next": url}).headers["Location"] == "/duinveld/desk/"
    assert client.post("/language/setlang/", {"language": "en", "next": url}).headers["Location"] == "/"


@pytest.mark.parametrize("url", ELSEWHERE)
def test_a_moment_leads_back_to_the_desk_only(municipality: Municipality, url: str) -> None:
    answer = signed_in(Role.AUDITOR).post("/duinveld/desk/moment/", {"next": url})
    assert answer.headers["Location"] == "/duinveld/desk/"


def test_a_session_that_somebody_planted_is_not_the_one_that_is_signed_in(noor: Person) -> None:
    client = Client()
    client.cookies["sessionid"] = "gepland0gepland0gepland0gepland0"
    client.post("/sign-in/", ADDRESS)
    assert client.cookies["sessionid"].value != "gepland0gepland0gepland0gepland0"
    assert client.get("/duinveld/desk/ledger/").status_code == 403


@pytest.mark.parametrize("address", ["/sign-in/", "/sign-out/", "/language/setlang/", "/duinveld/desk/ledger/sign/"])
def test_a_form_of_another_site_does_nothing(noor: Person, address: str) -> None:
    client = Client(enforce_csrf_checks=True)
    assert noor.account
    client.force_login(noor.account)
    assert client.post(address, {**ADDRESS, "language": "en"}).status_code == 403


def test_another_host_is_refused(db: None) -> None:
    assert Client(HTTP_HOST="evil.example").get("/sign-in/").status_code == 400


def test_cookies_are_out_of_reach_of_scripts_and_other_sites(noor: Person) -> None:
    client = Client()
    client.get("/sign-in/")
    client.post("/sign-in/", ADDRESS)
    told = {n: (client.cookies[n]["httponly"], client.cookies[n]["samesite"]) for n in ("sessionid", "csrftoken")}
    assert told == {"sessionid": (True, "Lax"), "csrftoken": (True, "Lax")}


def test_what_the_staff_reads_stays_in_no_cache(municipality: Municipality) -> None:
    answer = signed_in(Role.AUDITOR).get("/duinveld/desk/")
    assert set(answer.headers["Cache-Control"].split(", ")) == {"private", "no-store"}


def test_pages_run_no_script_but_their_own_files(db: None) -> None:
    policy = Client().get("/sign-in/").headers["Content-Security-Policy"].split("; ")
    assert set(policy) == {
        "default-src 'self'",
        "base-uri 'none'",
        "form-action 'self'",
        "frame-ancestors 'none'",
        "object-src 'none'",
    }
