"""A faulty pack of one's own stops nothing: everything goes on by the shipped one, and everybody at work is told."""

import json
from collections.abc import Callable
from functools import cache
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.test import Client
from pytest_django.fixtures import Settings

from gemeentedossier.catalogue import queries
from gemeentedossier.desk.management.commands.serve import check_catalogue
from gemeentedossier.dossier.register.actions.activities import create_activity
from gemeentedossier.foundation.models import Municipality
from gemeentedossier.foundation.trail import Actor
from gemeentedossier.organisation.enums import Role
from tests.builders import an_activity
from tests.integration.desk.people import signed_in
from tests.unit.catalogue.broken_packs import BROKEN
from tests.unit.catalogue.packs import OWN_RULE, write_pack

ACTIVITY = an_activity(name="Wmo")
TITLE = "Een eigen pakket van de catalogus bevat fouten en doet niet mee"
OUT_OF_ORDER = "Gemeentedossier werkt even niet"
Break = Callable[[str], Path]


@pytest.fixture(scope="module")
def packs(tmp_path_factory: pytest.TempPathFactory) -> Break:
    """A faulty pack, written once: what a process read stays read."""
    return cache(lambda name: BROKEN[name](tmp_path_factory.mktemp("packs") / "own"))


@pytest.fixture
def broken(municipality: Municipality, everyone: Actor, packs: Break, settings: Settings) -> Break:
    """A municipality with one activity; takes a faulty pack into use."""
    create_activity(ACTIVITY, by=everyone)

    def breaking(name: str) -> Path:
        pack = packs(name)
        settings.GEMEENTEDOSSIER_PACKS = [str(pack)]
        return pack

    return breaking


@pytest.fixture
def without_catalogue(municipality: Municipality, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A program of which the shipped pack itself is faulty."""
    monkeypatch.setattr(queries, "SHIPPED_PACK", BROKEN["an unknown field"](tmp_path / "shipped"))


def told(*words: str) -> str:
    out = StringIO()
    call_command(*words, stdout=out)
    return out.getvalue()


def judged() -> dict[str, object]:
    found: dict[str, object] = json.loads(told("assess", "duinveld", "--json"))
    return found


@pytest.mark.parametrize("name", BROKEN)
def test_assessing_goes_on_by_the_shipped_pack(broken: Break, name: str) -> None:
    before = judged()
    pack = broken(name)
    after = judged()
    assert [after[key] for key in ("findings", "counts", "catalogue")] == [
        before[key] for key in ("findings", "counts", "catalogue")
    ]
    assert before["faults"] == []
    assert str(after["faults"][0]).startswith(f"{pack}/pack.yaml:1:1: Dit pakket staat in zijn geheel terzijde")  # type: ignore[index]  # JSON


@pytest.mark.parametrize("name", BROKEN)
def test_documents_are_made(broken: Break, name: str, tmp_path: Path) -> None:
    broken(name)
    out = tmp_path / "out"
    told("documents", "duinveld", "--document", "register-extract", "--format", "html", "--out", str(out))
    assert (out / "duinveld-register-extract-nl.html").exists()


@pytest.mark.parametrize("name", BROKEN)
def test_every_page_of_the_desk_says_it_and_the_reading_room_goes_on(broken: Break, name: str) -> None:
    broken(name)
    officer = signed_in(Role.PRIVACY_OFFICER)
    for address in ("/duinveld/desk/", f"/duinveld/desk/register/{ACTIVITY.id}/"):
        page = officer.get(address)
        assert (page.status_code, TITLE in page.content.decode()) == (200, True)
    reading = Client().get("/duinveld/register/")
    assert (reading.status_code, TITLE in reading.content.decode()) == (200, False)


def test_the_council_which_mends_nothing_is_not_told_of_it(broken: Break) -> None:
    broken("an unknown field")
    page = signed_in(Role.COUNCIL_MEMBER).get("/duinveld/desk/council/")
    assert (page.status_code, TITLE in page.content.decode()) == (200, False)


def test_the_desk_says_where_the_first_fault_stands(broken: Break) -> None:
    broken("an unknown field")
    page = signed_in(Role.PRIVACY_OFFICER).get("/duinveld/desk/").content.decode()
    assert "own/rules.yaml:16: Er is geen veld “mets”. Bedoelde u “met”?" in page


def test_a_sound_pack_of_ones_own_is_told_by_nobody(broken: Break, tmp_path: Path, settings: Settings) -> None:
    pack = write_pack(tmp_path / "sound", pack_id="sound", rules=OWN_RULE.format(id="own-described"))
    settings.GEMEENTEDOSSIER_PACKS = [str(pack)]
    assert TITLE not in signed_in(Role.PRIVACY_OFFICER).get("/duinveld/desk/").content.decode()
    assert any(each["rule"] == "own-described" for each in judged()["findings"])  # type: ignore[attr-defined]  # JSON


@pytest.mark.usefixtures("without_catalogue")
def test_without_the_shipped_pack_nothing_is_served() -> None:
    with pytest.raises(CommandError, match="daarom start het programma niet"):
        check_catalogue()


@pytest.mark.usefixtures("without_catalogue")
@pytest.mark.parametrize("address", ["/duinveld/desk/", "/duinveld/desk/register/", "/duinveld/desk/findings/"])
def test_without_the_shipped_pack_the_desk_is_out_of_order(address: str) -> None:
    page = signed_in(Role.PRIVACY_OFFICER).get(address)
    assert (page.status_code, OUT_OF_ORDER in page.content.decode()) == (503, True)


@pytest.mark.usefixtures("without_catalogue")
def test_without_the_shipped_pack_commands_say_so() -> None:
    with pytest.raises(CommandError, match="There is no field “mets”"):
        told("assess", "duinveld")
