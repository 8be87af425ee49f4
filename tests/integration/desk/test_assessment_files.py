"""A saved DPIA on its page: no file breaks it, and what stands there says what it asks."""

import json
import re
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from gemeentedossier.dossier.risks.models import ImpactAssessment
from gemeentedossier.dossier.snapshot.queries import dossier_of
from gemeentedossier.exchange.actions.assessments import take_over_assessment
from gemeentedossier.foundation.errors import Refused
from gemeentedossier.foundation.models import Municipality
from gemeentedossier.foundation.trail import Actor
from gemeentedossier.organisation.enums import Role
from tests.integration.desk.people import signed_in
from tests.integration.desk.weighing import laid_down

REFUSED = [b'{"pia": {}, "answers": [', b"[" * 100_000, b'{"metadata": {}, "answers": {"1.1": ' + b"7" * 5000 + b"}}"]
TAKEN: list[dict[str, object]] = [
    {"pia": {}, "answers": ["x"]},
    {"pia": {}, "answers": [{"reference_to": "²", "data": {"text": "x"}}]},
    {"metadata": {"urn": "urn:nl:dpia:3.0"}, "answers": {"7" * 5000: {"value": "x"}, "\ud800": 1}},
    {"metadata": {"urn": "urn:nl:dpia:3.0"}, "answers": {"1.1": {"value": "a\x00b\ud800c"}}},
]


@pytest.fixture
def client(municipality: Municipality) -> Client:
    return signed_in(*Role)


def page(name: str, *keys: object) -> str:
    return reverse(f"desk:{name}", args=["duinveld", *keys])


@pytest.mark.parametrize("content", [*REFUSED, *(json.dumps(each).encode() for each in TAKEN)])
def test_no_file_breaks_the_page(content: bytes, client: Client, everyone: Actor) -> None:
    laid = laid_down(everyone)
    file = SimpleUploadedFile("dpia.json", content, content_type="application/json")
    given = {"file": file, "activity_id": str(laid.activity.id), "name": "Overgenomen"}
    answer = client.post(page("assessment-take-in"), given, follow=True)
    assert answer.status_code == 200
    assert ImpactAssessment.objects.filter(name="Overgenomen").exists() == (content not in REFUSED)


def test_what_did_not_come_along_stays_on_the_page_until_it_was_dealt_with(client: Client, everyone: Actor) -> None:
    laid = laid_down(everyone)
    file = SimpleUploadedFile("dpia.json", b'{"pia": {"name": "PIA", "dpo_opinion": "Ja"}, "answers": []}')
    client.post(page("assessment-take-in"), {"file": file, "activity_id": str(laid.activity.id)})
    made = ImpactAssessment.objects.get(name="PIA")
    told = "alleen de FG zelf schrijft het"
    assert told in client.get(page("assessment", made.id)).content.decode()
    given = {"revision": made.revision, "remarks": [str(made.remarks.get().id)]}
    client.post(page("assessment-remarks", made.id), given)
    after = client.get(page("assessment", made.id)).content.decode()
    assert "Er staat 1 opmerking open" not in after
    assert "Alles is afgehandeld." in after


def test_a_fact_of_the_file_is_told_as_a_difference_and_proposed_to_the_register(
    client: Client, everyone: Actor
) -> None:
    laid = laid_down(everyone)
    rows = [{"2.1.1": {"value": "pasfoto"}}]
    held = {"metadata": {"urn": "urn:nl:dpia:3.0"}, "answers": {"2.1": rows, "19.4.1": {"value": "Gemeente Elders"}}}
    file = SimpleUploadedFile("dpia.json", json.dumps(held).encode())
    client.post(page("assessment-take-in"), {"file": file, "activity_id": str(laid.activity.id), "name": "Proef"})
    shown = client.get(page("assessment", ImpactAssessment.objects.get(name="Proef").id)).content.decode()
    assert "Verschilt van het register" in shown
    assert "De feiten zijn veranderd" not in shown
    assert "voeg “pasfoto” toe" in client.get(page("prescan", laid.activity.id)).content.decode()


def test_without_a_name_the_draft_is_called_after_its_activity(client: Client, everyone: Actor) -> None:
    laid = laid_down(everyone)
    file = SimpleUploadedFile("dpia.json", b'{"pia": {}, "answers": []}')
    client.post(page("assessment-take-in"), {"file": file, "activity_id": str(laid.activity.id)})
    assert ImpactAssessment.objects.get().name == f"DPIA {laid.activity.name}"


def test_links_stand_apart_and_no_point_is_called_optional(client: Client, everyone: Actor) -> None:
    laid = laid_down(everyone)
    shown = client.get(page("assessments")).content.decode()
    links = re.search(r'<p class="desk-links">(.*?)</p>', shown, re.DOTALL)
    assert links
    assert "</a><a" not in links[1]
    assert "desk/risks.css" in shown
    given = {"activity_id": str(laid.activity.id), "name": "DPIA"}
    assert client.post(page("assessment-new"), given).status_code == 302
    key = ImpactAssessment.objects.get(name="DPIA").id
    for url in (page("assessment-point", key, 1), page("assessment-risk-new", key)):
        assert "gd-field__optional" not in client.get(url).content.decode()


def test_of_the_same_file_sent_twice_at_once_one_is_taken_over(municipality: Municipality, everyone: Actor) -> None:
    laid = laid_down(everyone)
    seen, content = dossier_of(municipality), b'{"pia": {"name": "PIA"}, "answers": []}'
    about: dict[str, Any] = {"activity_id": laid.activity.id, "name": "", "dossier": seen, "by": everyone}
    assert take_over_assessment(content, **about).is_new
    with pytest.raises(Refused):
        take_over_assessment(content, **about)
    assert ImpactAssessment.objects.filter(name="PIA").count() == 1
