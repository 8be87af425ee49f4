import json
from typing import Any

from gemeentedossier.dossier.register.enums import Article6
from gemeentedossier.exchange.enums import Characteristic, RemarkCode
from gemeentedossier.exchange.facts import DraftActivity, DraftDataUse, DraftParty, DraftTransfer, Interpretation, Named
from tests.unit.exchange.interpreting import interpret_workbook

from .files import read
from .vocabulary import RESOLVER, VOCABULARY

EMPTY: dict[str, Any] = {"Naam": "Platform", "Verantwoordelijken": [], "Doelen": [], "Betrokkenen": []}


def interpreted(**content: Any) -> Interpretation:
    book = read(b"\xef\xbb\xbf" + json.dumps([EMPTY | content]).encode())
    return interpret_workbook(book, vocabulary=VOCABULARY, resolver=RESOLVER)


def draft(**content: Any) -> DraftActivity:
    return interpreted(**content).activities[0]


def test_a_purpose_has_the_basis_of_its_own_entry() -> None:
    (purpose,) = draft(Doelen=[{"Id": 1, "Doel": "samenwerken\r\n", "Rechtsgrond": "Toestemming betrokkene"}]).purposes
    assert (purpose.value.text, purpose.value.bases[0].value.article_6) == ("samenwerken", Article6.CONSENT)
    assert str(purpose.origin.place) == "1 Doelen[1].Doel"


def test_data_are_paired_with_their_group_and_their_purpose() -> None:
    data = {"Omschrijving": "NAW-gegevens", "Verzameldoel": "inloggen", "Bewaartermijn": "1 jaar"}
    found = draft(Betrokkenen=[{"Omschrijving": "cliënt Wmo", "Gegevens": [data]}])
    use = found.data_uses[0].value
    assert use == DraftDataUse(Named("cliënt Wmo", "client"), Named("NAW-gegevens", "address"), "inloggen")
    assert [each.value.duration for each in found.retention] == ["P1Y"]


def test_special_categories_are_said_or_denied_box_by_box() -> None:
    found = draft(Betrokkenen=[{"Omschrijving": "x", "Gezondheid": True, "Genetisch": False}])
    assert [each.value for each in found.special_categories] == [Named("Gegevens over gezondheid", "health")]
    assert [each.value.text for each in found.special_denied] == ["Genetische gegevens"]


def test_a_processor_keeps_its_address_and_a_mailbox_of_its_function() -> None:
    processor = {
        "Naam": "Stichting X", "Type": "RechtspersoonOfBestuursorgaan", "Adres": "Weg 1", "Plaats": "Oss",
        "Land": "NEDERLAND", "Email": "privacy@x.example", "Telefoon": "010",
    }  # fmt: skip
    found = interpreted(Verwerkers=[processor])
    assert found.activities[0].processors[0].value == DraftParty(
        "Stichting X", "Weg 1, Oss", "NEDERLAND", "privacy@x.example"
    )
    assert [(r.code, r.original) for r in found.remarks if "Telefoon" in r.place.column] == [
        (RemarkCode.CONTACT_DETAILS, "010")
    ]


def test_a_persons_own_contact_details_are_neither_taken_nor_repeated() -> None:
    contact = {"Naam": "J. de Vries", "Email": "j.devries@x.example", "Functie": "adviseur"}
    found = interpreted(Contactpersonen=[contact])
    assert [note.value.text for note in found.activities[0].notes] == ["adviseur"]
    assert [(r.code, r.original) for r in found.remarks] == [(RemarkCode.PERSONAL_CONTACT, "")] * 2
    assert "Vries" not in repr(found)


def test_a_transfer_is_what_the_form_declares() -> None:
    found = draft(Doorgifte={"BuitenEu": True, "BuitenEuOmschrijving": "VS"})
    assert found.transfer is not None
    assert found.transfer.value == DraftTransfer(True, (Named("VS", "US"),), None, "VS")


def test_boxes_about_the_processing_become_characteristics() -> None:
    found = draft(Besluitvorming={"HasBesluitvorming": False}, GebPia={"IsGrootschaligeVerwerking": True})
    assert [each.value for each in found.characteristics] == [
        (Characteristic.AUTOMATED_DECISION, False),
        (Characteristic.LARGE_SCALE, True),
    ]


def test_a_key_that_we_do_not_know_becomes_a_remark_of_the_activity() -> None:
    found = interpreted(Iets={"Nieuws": ["ja"]})
    assert [(note.value.label, note.value.text) for note in found.activities[0].notes] == [("Iets – Nieuws", "ja")]
    assert [r.code for r in found.remarks] == [RemarkCode.TAKEN_AS_REMARK]


def test_attachments_and_identifiers_are_reported_as_not_taken_over() -> None:
    found = interpreted(Id=7, Bijlagen=[{"Id": 1, "Bestandsnaam": "dpia.pdf"}])
    assert [(r.code, r.original) for r in found.remarks] == [
        (RemarkCode.TECHNICAL, "7"),
        (RemarkCode.TECHNICAL, "1"),
        (RemarkCode.ATTACHMENT, "dpia.pdf"),
    ]


def test_a_record_without_a_name_is_reported_value_by_value() -> None:
    found = interpreted(Naam=None, Nummer="M1")
    assert (found.activities, [(r.code, r.original) for r in found.remarks]) == (
        (),
        [(RemarkCode.NAMELESS_ROW, "M1")],
    )
