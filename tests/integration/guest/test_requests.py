"""Whoever files a request gets a number and a last day; nothing of the dossier is told, and no name stays bare."""

import datetime as dt
from collections.abc import Iterator
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client

from gemeentedossier.dossier.requests.models import DataSubjectRequest
from gemeentedossier.foundation import clock
from gemeentedossier.foundation.ledger.actions import settle
from gemeentedossier.foundation.models import Envelope, LedgerEntry, Municipality

SAID = {
    "right": "access", "words": "Alles over hulp.", "asked_by": "self", "subject_age": "40", "name": "Wil Voorbeeld",
    "address": "Dorpsstraat 1", "email": "", "subject_name": "", "website": "",
}  # fmt: skip
UNDER_12 = "Onder 12 vraagt een ouder met gezag of een voogd het voor u. Vraag een van hen dit in te vullen."
FROM_16 = (
    "Vanaf 16 vraagt de persoon zelf. Hebt u een machtiging, of is er curatele, bewind of mentorschap? Zeg dat hier."
)


@pytest.fixture(autouse=True)
def _now(settings: Any, tmp_path: Any) -> Iterator[None]:
    settings.ENVELOPE_KEYS = tmp_path
    cache.clear()
    with clock.clock_at(dt.datetime(2026, 11, 26, 9, tzinfo=dt.UTC)):
        yield


def posted(municipality: Municipality, client: Client | None = None, **more: str) -> Any:
    return (client or Client()).post(f"/{municipality.slug}/request/", {**SAID, **more}, follow=True)


def test_a_request_gets_its_number_and_the_last_day(municipality: Municipality) -> None:
    page = posted(municipality).content.decode()
    assert "2026-0001" in page
    assert "28 december 2026" in page
    (stands,) = DataSubjectRequest.objects.all()
    assert (stands.channel, stands.received_on, stands.asks) == ("web_form", dt.date(2026, 11, 26), "")


def test_the_name_stands_in_the_envelope_only(municipality: Municipality) -> None:
    posted(municipality)
    settle()
    assert not LedgerEntry.objects.filter(content__contains="Voorbeeld").exists()
    assert b"Voorbeeld" not in bytes(Envelope.objects.get().sealed)


@pytest.mark.parametrize(
    ("age", "asked_by", "sentence"),
    [
        ("11", "self", UNDER_12),
        ("11", "representative", ""),
        ("12", "self", ""),
        ("15", "representative", ""),
        ("16", "self", ""),
        ("16", "representative", FROM_16),
        ("16", "authorised", ""),
    ],
)
def test_who_may_not_ask_hears_who_may(municipality: Municipality, age: str, asked_by: str, sentence: str) -> None:
    page = posted(municipality, subject_age=age, asked_by=asked_by, subject_name="" if asked_by == "self" else "Kind")
    assert (sentence in page.content.decode()) is True
    assert DataSubjectRequest.objects.exists() is not bool(sentence)


def test_what_was_written_is_kept_when_something_needs_attention(municipality: Municipality) -> None:
    page = posted(municipality, name="").content.decode()
    assert "Alles over hulp." in page
    assert not DataSubjectRequest.objects.exists()


def test_from_one_place_only_so_many_come_in_an_hour(municipality: Municipality) -> None:
    answers = [posted(municipality).status_code for _ in range(11)]
    assert answers == [200] * 10 + [429]
    assert DataSubjectRequest.objects.count() == 10


def test_a_program_that_fills_in_everything_files_nothing(municipality: Municipality) -> None:
    assert "geen verzoek verstuurd" in posted(municipality, website="spam").content.decode()
    assert not DataSubjectRequest.objects.exists()


def test_another_browser_sees_no_number(municipality: Municipality) -> None:
    posted(municipality)
    page = Client().get(f"/{municipality.slug}/request/received/").content.decode()
    assert "2026-0001" not in page


def test_an_unknown_municipality_is_not_there(municipality: Municipality) -> None:
    assert Client().get("/nergens/request/").status_code == 404
