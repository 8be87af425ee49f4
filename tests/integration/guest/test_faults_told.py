"""A form that cannot be taken says so at once to who has no account: in its title, and where the eye is led."""

import dataclasses
import re
from collections.abc import Callable

import pytest
from django.core.cache import cache
from django.test import Client

from gemeentedossier.dossier.breaches.actions.links import link_token, renew_link
from gemeentedossier.dossier.register.actions.activities import edit_activity, insert_activities
from gemeentedossier.dossier.register.actions.confirming import confirmation_token
from gemeentedossier.dossier.register.facts import Activity
from gemeentedossier.foundation.models import Municipality
from gemeentedossier.foundation.trail import Actor
from gemeentedossier.organisation.enums import Role
from tests.builders import an_activity
from tests.integration.desk.people import someone

LED_TO = re.compile(r'<div[^>]* role="alert" tabindex="-1" data-focus>(.*?)</div>\s*(?:</div>|<form)', re.DOTALL)
LINK = re.compile(r'<a class="nl-link" href="#([^"]+)">([^<]+)</a>: ([^<]+)<')
TITLE = re.compile(r"<title>(.*?)</title>")
REQUEST = {
    "right": "access", "words": "Alles.", "asked_by": "self", "name": "Wil", "address": "Dorpsstraat 1",
}  # fmt: skip
REPORT = {"title": "Laptop weg", "discovered_at_0": "1-2-2026", "discovered_at_1": "9:00", "first_account": "Weg."}
SAY = "Zeg in een paar woorden wat er veranderde. Dan weet de privacy officer wat er moet worden aangepast."

Sent = tuple[str, dict[str, str]]


@pytest.fixture(autouse=True)
def _counts() -> None:
    cache.clear()


@pytest.fixture
def here(municipality: Municipality) -> str:
    return f"/{municipality.slug}"


def a_request(here: str, by: Actor) -> Sent:
    return f"{here}/request/", {**REQUEST, "right": ""}


def a_report(here: str, by: Actor) -> Sent:
    return f"{here}/report/{link_token(renew_link(by=by))}/", REPORT


def _link_of_a_record(here: str) -> tuple[str, Activity]:
    owner = someone(Role.PROCESS_OWNER)
    record = an_activity(name="Leerlingenvervoer", owner_id=owner.pk)
    insert_activities([record])
    return f"{here}/confirm/{confirmation_token(record.id, owner.pk)}/", record


def a_change(here: str, by: Actor) -> Sent:
    return _link_of_a_record(here)[0], {"answer": "change", "what": "", "revision": "0"}


FORMS = [
    (a_request, "Vraag over uw gegevens", ("id_right", "Wat wilt u?", "Er is nog niets gekozen. Kies er een.")),
    (
        a_report,
        "Een datalek melden",
        ("id_reporter", "Uw functie en hoe wij u bereiken", "Dit is nog leeg. Vul het in."),
    ),
    (a_change, "Leerlingenvervoer", ("id_what", "Wat is er veranderd?", SAY)),
]


@pytest.mark.parametrize(("form", "title", "fault"), FORMS)
def test_one_fault_is_told_with_the_way_to_its_field(
    form: Callable[[str, Actor], Sent], title: str, fault: tuple[str, str, str], here: str, everyone: Actor
) -> None:
    page = Client().post(*form(here, everyone)).content.decode()
    (summary,) = LED_TO.findall(page)
    assert ("Eén punt vraagt uw aandacht" in summary, LINK.findall(summary)) == (True, [fault])
    assert f'id="{fault[0]}"' in page
    assert TITLE.findall(page) == [f"Fout: {title} – Gemeente Duinveld"]


@pytest.mark.parametrize(("form", "title", "fault"), FORMS)
def test_a_form_that_nobody_sent_yet_tells_no_fault(
    form: Callable[[str, Actor], Sent], title: str, fault: tuple[str, str, str], here: str, everyone: Actor
) -> None:
    page = Client().get(form(here, everyone)[0]).content.decode()
    assert (LED_TO.findall(page), TITLE.findall(page)) == ([], [f"{title} – Gemeente Duinveld"])


def test_what_is_refused_for_no_field_is_told_there_too(here: str) -> None:
    for _time in range(10):
        Client().post(f"{here}/request/", REQUEST)
    page = Client().post(f"{here}/request/", REQUEST).content.decode()
    (summary,) = LED_TO.findall(page)
    assert "het laatste uur veel verzoeken van uw netwerk" in summary
    assert TITLE.findall(page) == ["Fout: Vraag over uw gegevens – Gemeente Duinveld"]


def test_who_read_an_older_record_is_led_to_why_it_was_not_confirmed(here: str, everyone: Actor) -> None:
    link, record = _link_of_a_record(here)
    edit_activity(dataclasses.replace(record, description="Anders."), by=everyone)
    page = Client().post(link, {"answer": "confirm", "revision": "0"}).content.decode()
    assert (len(LED_TO.findall(page)), TITLE.findall(page)) == (1, ["Fout: Leerlingenvervoer – Gemeente Duinveld"])
