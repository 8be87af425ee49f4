"""A register is taken over whole or not at all, and the same file again changes nothing."""

import json
import os
from pathlib import Path

import pytest

from gemeentedossier.dossier.register.models import Activity
from gemeentedossier.dossier.snapshot.queries import dossier_of
from gemeentedossier.exchange.actions.imports import import_register
from gemeentedossier.exchange.engine.reading import UnreadableFile
from gemeentedossier.exchange.engine.reports import remarks_in
from gemeentedossier.exchange.engine.words import folded, plain
from gemeentedossier.exchange.models import Import
from gemeentedossier.foundation.errors import NotPermitted
from gemeentedossier.foundation.models import Municipality
from gemeentedossier.foundation.trail import Actor

ROOT = Path(__file__).resolve().parents[3]
SAMPLES = Path(os.environ.get("GEMEENTEDOSSIER_SAMPLES", ROOT.parent / "shared" / "samples")) / "register"
with_samples = pytest.mark.skipif(not SAMPLES.exists(), reason="the sample files are not on this machine")

REGISTER = """Naam verwerking;Doel;Grondslag;Betrokkenen;Persoonsgegevens;Bewaartermijn;Verwerker
Leerlingenvervoer;Vervoer regelen;publieke taak;leerling;NAW-gegevens, BSN;10 jaar na afhandeling;Busbedrijf De Haas
Klachten;Klachten afhandelen;"art. 6 lid 1 sub c AVG; artikel 9:1 Awb";inwoner;NAW-gegevens;zie wet;
"""


def test_a_register_becomes_activities(municipality: Municipality, everyone: Actor) -> None:
    import_register(REGISTER.encode(), file_name="register.csv", by=everyone)
    transport = next(a for a in dossier_of(municipality).activities if a.name == "Leerlingenvervoer")
    assert transport.purposes[0].text == "Vervoer regelen"
    assert transport.purposes[0].legal_bases[0].article_6 == "e"
    assert transport.data_uses[0].data_categories == ("name-and-address", "bsn")
    assert (transport.retention[0].period, transport.retention[0].trigger) == ("P10Y", "case_closed")
    assert transport.parties[0].party_name == "Busbedrijf De Haas"


def test_no_cell_of_a_file_stays_in_memory(everyone: Actor) -> None:
    import_register(REGISTER.encode(), file_name="register.csv", by=everyone)
    assert [each.cache_info().currsize for each in (folded, plain)] == [0, 0]


def test_the_same_file_again_changes_nothing(municipality: Municipality, everyone: Actor) -> None:
    import_register(REGISTER.encode(), file_name="register.csv", by=everyone)
    before = dossier_of(municipality).activities
    assert import_register(REGISTER.encode(), file_name="other.csv", by=everyone).is_new is False
    assert dossier_of(municipality).activities == before


def test_an_activity_that_is_known_stays_as_it_is_and_is_reported(everyone: Actor) -> None:
    import_register(REGISTER.encode(), file_name="register.csv", by=everyone)
    again = import_register(f"{REGISTER}Nieuw;Iets nieuws;;;;;\n".encode(), file_name="register.csv", by=everyone)
    assert (again.record.activity_count, again.record.known_count) == (1, 2)


def test_who_may_not_import_is_refused(everyone: Actor) -> None:
    with pytest.raises(NotPermitted):
        import_register(REGISTER.encode(), file_name="r.csv", by=Actor("x", roles=frozenset({"auditor"})))


def test_a_file_that_holds_no_register_leaves_nothing(everyone: Actor) -> None:
    with pytest.raises(UnreadableFile):
        import_register(b"%PDF-1.4", file_name="register.xlsx", by=everyone)
    assert (Import.objects.count(), Activity.objects.count()) == (0, 0)


@with_samples
@pytest.mark.parametrize(
    ("name", "activities"),
    [
        ("avg-verantwoordelijke-verwerkingen.json", 1),
        ("register-60-rows.csv", 57),
        ("register-400-rows.xlsx", 384),
    ],
)
def test_every_sample_is_taken_over(name: str, activities: int, everyone: Actor) -> None:
    record = import_register((SAMPLES / name).read_bytes(), file_name=name, by=everyone).record
    assert record.activity_count == activities == Activity.objects.count()


RECORD = {"Naam": "Klachten", "Verantwoordelijken": [], "Doelen": [], "Betrokkenen": []}
MANY_PURPOSES = "\n".join(f"doel {number}" for number in range(40_000))
UNSTORABLE = {
    "too many purposes": ("r.csv", f'Naam verwerking;Doel\nKlachten;"{MANY_PURPOSES}"\n'.encode()),
    "half a pair in a key": ("r.json", json.dumps([{**RECORD, "sleutel \ud800": "waarde"}]).encode()),
    "a zero in a key": ("r.json", json.dumps([{**RECORD, "sleutel \x00": "waarde"}]).encode()),
}


@pytest.mark.parametrize("name", UNSTORABLE)
def test_what_cannot_be_recorded_ends_in_one_sentence_and_leaves_nothing(everyone: Actor, name: str) -> None:
    file_name, content = UNSTORABLE[name]
    with pytest.raises(UnreadableFile, match="not_stored"):
        import_register(content, file_name=file_name, by=everyone)
    assert (Import.objects.count(), Activity.objects.count()) == (0, 0)


def test_a_zero_character_in_a_value_is_replaced_and_reported(municipality: Municipality, everyone: Actor) -> None:
    content = json.dumps([{**RECORD, "Naam": "Klach\x00ten"}]).encode()
    imported = import_register(content, file_name="r.json", by=everyone)
    assert [each.name for each in dossier_of(municipality).activities] == ["Klach\ufffdten"]
    assert "unstorable" in [each.code for each in remarks_in(imported.record.report)]


def test_remarks_of_a_register_are_dutch(municipality: Municipality, everyone: Actor) -> None:
    content = b"Naam verwerking;Doel;Verwerkersovereenkomst;Publiek/privaat\nKlachten;Afhandelen;ja;publiek\n"
    import_register(content, file_name="r.csv", by=everyone)
    (made,) = dossier_of(municipality).activities
    assert made.account.remarks.splitlines() == ["Publiek/privaat: publiek", "Verwerkersovereenkomst: ja"]
