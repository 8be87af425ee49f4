"""Guessing a password is slow."""

from typing import Any

import pytest
from django.test import Client, RequestFactory

from gemeentedossier.config import settings as shipped
from gemeentedossier.desk.forms import sign_in
from gemeentedossier.desk.forms.sign_in import ATTEMPTS
from gemeentedossier.organisation.models import Account


def attempt(password: str) -> int:
    answer = Client().post("/sign-in/", {"username": "eva@duinveld.example", "password": password})
    return answer.status_code


def test_the_right_password_lets_in(db: None) -> None:
    Account.objects.create_account(email="eva@duinveld.example", password="een-goed-wachtwoord")
    assert attempt("een-goed-wachtwoord") == 302


def test_after_too_many_wrong_ones_even_the_right_one_must_wait(db: None) -> None:
    Account.objects.create_account(email="eva@duinveld.example", password="een-goed-wachtwoord")
    for _ in range(ATTEMPTS):
        attempt("geraden")
    assert attempt("een-goed-wachtwoord") == 200


def test_who_must_wait_reads_that_and_not_that_the_password_is_wrong(db: None) -> None:
    asked = {"username": "eva@duinveld.example", "password": "geraden", "next": "/duinveld/desk/ledger/"}
    pages = [Client().post("/sign-in/", asked).content.decode() for _ in range(ATTEMPTS + 1)]
    told = [("horen niet bij elkaar" in page, "Wacht 10 minuten" in page) for page in pages]
    assert told == [(True, False)] * ATTEMPTS + [(False, True)]
    assert 'value="/duinveld/desk/ledger/"' in pages[-1]


def test_who_tries_one_password_on_everybody_must_wait(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sign_in, "FROM_ONE_PLACE", 3)
    Account.objects.create_account(email="eva@duinveld.example", password="een-goed-wachtwoord")
    for number in range(3):
        Client().post("/sign-in/", {"username": f"{number}@duinveld.example", "password": "geraden"})
    page = Client().post("/sign-in/", {"username": "eva@duinveld.example", "password": "een-goed-wachtwoord"})
    assert "Te vaak een verkeerd wachtwoord vanaf uw netwerk" in page.content.decode()
    elsewhere = Client(REMOTE_ADDR="192.0.2.7")
    asked = {"username": "eva@duinveld.example", "password": "een-goed-wachtwoord"}
    assert elsewhere.post("/sign-in/", asked).status_code == 302


def test_many_attempts_from_one_place_cannot_push_a_count_out_of_the_cache() -> None:
    assert shipped.CACHES["default"]["OPTIONS"]["MAX_ENTRIES"] >= 100 * sign_in.FROM_ONE_PLACE


@pytest.mark.parametrize(
    ("https", "forwarded", "place"),
    [(False, "198.51.100.1", "192.0.2.7"), (True, "1.2.3.4, 198.51.100.1", "198.51.100.1"), (True, "", "192.0.2.7")],
)
def test_only_behind_a_proxy_the_place_is_what_the_proxy_saw(
    https: bool, forwarded: str, place: str, settings: Any
) -> None:
    settings.SESSION_COOKIE_SECURE = https
    request = RequestFactory(REMOTE_ADDR="192.0.2.7", HTTP_X_FORWARDED_FOR=forwarded).get("/")
    assert bytes.fromhex(sign_in._place(request)).decode() == place
