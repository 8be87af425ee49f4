"""Whoever files a request gets a number and a last day; nothing of the dossier is told, and no name stays bare."""

import datetime as dt
from collections.abc import Iterator
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client

from gemeentedossier.dossier.requests.models import DataSubjectRequest
from gemeentedossier.foundation import clock
from gemeentedossier.foundation.envelopes.actions import open_envelope
from gemeentedossier.foundation.ledger.actions import settle
from gemeentedossier.foundation.models import Envelope, LedgerEntry, Municipality
from gemeentedossier.foundation.tenancy import municipality_scope
from gemeentedossier.foundation.trail import Actor
from gemeentedossier.organisation.models import OrganisationProfile

SAID = {
    "right": "access", "words": "Alles over hulp.", "asked_by": "self", "subject_age": "", "name": "Wil Voorbeeld",
    "address": "Dorpsstraat 1", "email": "", "subject_name": "", "website": "",
}  # fmt: skip
ELSE = "Op deze leeftijd vraagt een ander. {} Kies wie vraagt, of verbeter de leeftijd."
UNDER_12 = ELSE.format("Onder 12 jaar: de wettelijk vertegenwoordiger oefent de rechten uit.")
FROM_12 = ELSE.format("12 tot en met 15 jaar: het kind zelf, en ook de vertegenwoordiger.")
FROM_16 = ELSE.format("Vanaf 16 jaar: de betrokkene zelf; een ander met een machtiging.")
NOT_YOUNG = "U zegt dat u jonger bent dan 16, en geeft als leeftijd "
NO_AGE = "Vul de leeftijd in: die bepaalt wie mag vragen."


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
        ("11", "young", UNDER_12),
        ("11", "representative", ""),
        ("12", "young", ""),
        ("12", "authorised", FROM_12),
        ("15", "young", ""),
        ("15", "representative", ""),
        ("16", "young", NOT_YOUNG),
        ("40", "young", NOT_YOUNG),
        ("16", "representative", FROM_16),
        ("16", "authorised", ""),
        ("", "young", NO_AGE),
        ("", "authorised", NO_AGE),
        ("", "self", ""),
    ],
)
def test_who_may_not_ask_hears_who_may(municipality: Municipality, age: str, asked_by: str, sentence: str) -> None:
    page = posted(
        municipality, subject_age=age, asked_by=asked_by, subject_name="" if asked_by in ("self", "young") else "Kind"
    )
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


def test_who_asks_for_themselves_says_no_age_and_no_other_name(municipality: Municipality) -> None:
    posted(municipality, subject_age="40", subject_name="Een ander", guardianship="on")
    (stands,) = DataSubjectRequest.objects.all()
    assert (stands.subject_age, stands.guardianship) == (None, None)
    with municipality_scope(municipality.id):
        said = open_envelope(stands.pk, reason="Toets", by=Actor("toets"))
    assert said
    assert "subject_name" not in said


def test_a_citizen_reads_what_is_done_with_it_and_how_else_to_ask(municipality: Municipality) -> None:
    with municipality_scope(municipality.id):
        OrganisationProfile.objects.create(contact_point="Plein 1", data_protection_officer_contact="fg@elders.example")
    page = Client().get(f"/{municipality.slug}/request/").content.decode()
    for told in (
        "U bereikt ons op: Plein 1.",
        "artikel 6, eerste lid, onder c, en artikel 12 AVG",
        "7 weken na ons antwoord",
        "Onze functionaris gegevensbescherming: fg@elders.example.",
    ):
        assert told in page


def test_the_receipt_tells_the_day_on_which_it_came(municipality: Municipality) -> None:
    assert "Het is ontvangen op 26 november 2026." in posted(municipality).content.decode()
