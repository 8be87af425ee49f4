"""Guessing a password is slow."""

from django.test import Client

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
