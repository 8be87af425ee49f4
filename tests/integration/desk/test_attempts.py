"""Guessing a password is slow."""

import pytest
from django.db import connection
from django.test import Client

from gemeentedossier.desk.forms import sign_in
from gemeentedossier.desk.forms.sign_in import BY_ADDRESS
from gemeentedossier.foundation.throttle import Count
from gemeentedossier.organisation.models import Account


def attempt(password: str) -> int:
    answer = Client().post("/sign-in/", {"username": "eva@duinveld.example", "password": password})
    return answer.status_code


def test_the_right_password_lets_in(db: None) -> None:
    Account.objects.create_account(email="eva@duinveld.example", password="een-goed-wachtwoord")
    assert attempt("een-goed-wachtwoord") == 302


def test_after_too_many_wrong_ones_even_the_right_one_must_wait(db: None) -> None:
    Account.objects.create_account(email="eva@duinveld.example", password="een-goed-wachtwoord")
    for _ in range(BY_ADDRESS.times):
        attempt("geraden")
    assert attempt("een-goed-wachtwoord") == 200


def test_who_must_wait_reads_that_and_not_that_the_password_is_wrong(db: None) -> None:
    asked = {"username": "eva@duinveld.example", "password": "geraden", "next": "/duinveld/desk/ledger/"}
    pages = [Client().post("/sign-in/", asked).content.decode() for _ in range(BY_ADDRESS.times + 1)]
    told = [("horen niet bij elkaar" in page, "Wacht 10 minuten" in page) for page in pages]
    assert told == [(True, False)] * BY_ADDRESS.times + [(False, True)]
    assert 'value="/duinveld/desk/ledger/"' in pages[-1]


def test_who_tries_one_password_on_everybody_must_wait(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sign_in, "BY_PLACE", Count("sign-in-from", times=3, minutes=10))
    Account.objects.create_account(email="eva@duinveld.example", password="een-goed-wachtwoord")
    for number in range(3):
        Client().post("/sign-in/", {"username": f"{number}@duinveld.example", "password": "geraden"})
    page = Client().post("/sign-in/", {"username": "eva@duinveld.example", "password": "een-goed-wachtwoord"})
    assert "Te vaak een verkeerd wachtwoord vanaf uw netwerk" in page.content.decode()
    elsewhere = Client(REMOTE_ADDR="192.0.2.7")
    asked = {"username": "eva@duinveld.example", "password": "een-goed-wachtwoord"}
    assert elsewhere.post("/sign-in/", asked).status_code == 302


def test_one_network_of_ipv6_is_one_place(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sign_in, "BY_PLACE", Count("sign-in-from", times=3, minutes=10))
    for number in range(4):
        browser = Client(REMOTE_ADDR=f"2001:db8::{number}")
        page = browser.post("/sign-in/", {"username": f"{number}@duinveld.example", "password": "geraden"})
    assert "vanaf uw netwerk" in page.content.decode()


def test_who_is_in_begins_to_count_anew(db: None) -> None:
    Account.objects.create_account(email="eva@duinveld.example", password="een-goed-wachtwoord")
    tries = ["geraden"] * 9 + ["een-goed-wachtwoord"] + ["geraden"] * 9 + ["een-goed-wachtwoord"]
    assert [attempt(each) for each in tries] == [*([200] * 9), 302, *([200] * 9), 302]


@pytest.mark.django_db(transaction=True)
def test_no_transaction_is_open_while_a_password_is_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[bool] = []
    monkeypatch.setattr(
        "django.contrib.auth.forms.authenticate", lambda *_, **__: seen.append(connection.in_atomic_block)
    )
    attempt("geraden")
    assert seen == [False]
