"""The text of an agreement says what was agreed, and what was not or is not known as just that."""

import dataclasses

import pytest

from gemeentedossier.documents.engine.blocks import Document, RunStyle, sections_of, texts_of
from gemeentedossier.documents.engine.composition import Material
from gemeentedossier.documents.engine.composition.agreement import agreement_of
from gemeentedossier.documents.engine.placing import sentences_of
from gemeentedossier.documents.engine.provenance import RecordOrigin
from gemeentedossier.dossier.agreements.engine.points import points_of
from gemeentedossier.dossier.agreements.enums import AgreementKind
from gemeentedossier.dossier.agreements.facts import Agreement
from tests.unit.documents.agreed_municipality import (
    AGREED,
    COVENANT,
    DRAFTS,
    HOSTING,
    JOINT,
    SUPPLY,
    every_text,
    text_of,
)
from tests.unit.documents.composed_municipality import SUPPORT, catalogue, library, number


def told(document: Document, anchor: str) -> str:
    section = next(each for _, each in sections_of(document.sections) if each.anchor == anchor)
    return " ".join(sentence.text for block in section.blocks for text in texts_of(block) for sentence in text)


@pytest.mark.parametrize("agreement", [HOSTING, SUPPLY, JOINT, COVENANT, *DRAFTS], ids=lambda each: each.name)
def test_each_point_of_the_kind_has_a_section(agreement: Agreement) -> None:
    anchors = {each.anchor for _, each in sections_of(text_of(agreement).sections)}

    assert {f"point-{each.value.replace('_', '-')}" for each in points_of(agreement.kind)} <= anchors


def test_a_point_that_was_agreed_is_told_with_the_words_and_place_of_the_contract() -> None:
    assert told(text_of(HOSTING), "point-secrecy") == (
        "Wie voor de verwerker bij de gegevens kan, heeft geheimhouding beloofd of moet van de wet zwijgen."
        " In de woorden van de partijen: “op papier”. Dit staat ook in: artikel 4."
        " Hoort bij: art. 28 lid 3 onder b AVG."
    )


def test_a_point_that_nobody_recorded_is_told_as_unknown() -> None:
    assert told(text_of(DRAFTS[0]), "point-secrecy") == (
        "Of dit is afgesproken, is niet vastgelegd. Hoort bij: art. 28 lid 3 onder b AVG."
    )


def test_a_point_that_was_left_out_is_told_as_left_out_and_a_statement_as_not_so() -> None:
    assert told(text_of(SUPPLY), "point-file-transfer-free").startswith("Dit is niet afgesproken.")
    assert told(text_of(SUPPLY), "point-care-files-transferred").startswith("Dit is hier niet zo.")


def test_a_draft_says_that_it_is_one_and_leaves_room_to_sign() -> None:
    draft, signed = text_of(DRAFTS[0]), text_of(HOSTING)

    assert "had nog niemand deze tekst getekend." in told(draft, "opening")
    assert "Handtekening" in told(draft, "signature")
    assert told(signed, "signature") == "Getekend op 15 januari 2024 door: Wethouder; directeur."
    assert "niemand" not in told(signed, "opening")


def test_a_processor_agreement_names_the_standard_of_municipalities_and_others_do_not() -> None:
    assert "Standaard Verwerkersovereenkomst Gemeenten" in told(text_of(HOSTING), "opening")
    assert "Standaard" not in told(text_of(JOINT), "opening")


def test_a_covenant_says_that_it_is_no_legal_basis_and_shows_who_departs() -> None:
    document = text_of(COVENANT)

    assert "Een convenant is geen grondslag, want die staat in de wet." in told(document, "opening")
    assert "“Wij helpen gezinnen” “Wij helpen kinderen” “eigen taak”" in told(document, "deviations")


def test_a_departure_stands_beside_its_clause_with_its_reason_and_what_differs_in_bold() -> None:
    document = text_of(COVENANT)
    sentences = [each for _, each in sentences_of(document) if each.text == "“Wij helpen kinderen”"]

    assert told(document, "clause-1") == (
        "“Wij helpen gezinnen” Afwijking: voor Wolkenhuis B.V. geldt deze bepaling anders. "
        "De reden is: “eigen taak”. Voor die partij staat er: “Wij helpen kinderen”"
    )
    assert ["Vet staat" in told(document, each) for each in ("participants", "deviations")] == [False, True]
    assert told(document, "clause-2") == "De tekst van deze bepaling is niet vastgelegd."
    assert {run.text for each in sentences for run in each.runs if run.style is RunStyle.STRONG} == {"kinderen"}
    assert {origin.field for each in sentences for origin in each.provenance.origins} == {"deviations"}  # type: ignore[union-attr]  # of a record


@pytest.mark.parametrize(
    "changes", [{"shared_clause_id": None}, {"shared_clause_id": COVENANT.clauses[0].id, "clause": "9"}]
)
def test_a_departure_belongs_to_its_clause_by_record_or_by_number(changes: dict[str, object]) -> None:
    (departure,) = COVENANT.deviations
    moved = dataclasses.replace(COVENANT, deviations=(dataclasses.replace(departure, **changes),))
    assert "Afwijking" in told(text_of(moved), "clause-1")


def test_whom_a_processor_engages_stands_below_whoever_engages_it() -> None:
    found = told(text_of(HOSTING), "others")

    assert found.index("Rekenhal") < found.index("Nachtdienst")
    assert "ook gezien, maar niet afgesproken, is de inzet van Meeleesbureau." in found
    assert found.count("Meeleesbureau") == 1
    assert "de gemeente mag 30 dagen lang bezwaar maken" in found


def test_what_a_kind_does_not_have_is_left_out() -> None:
    anchors = {each.anchor for each in text_of(SUPPLY).sections}

    assert anchors & {"others", "breaches", "duties", "participants", "clauses", "deviations"} == set()


@pytest.mark.parametrize(("key", "found"), [(HOSTING.id, HOSTING), (number(7777), None)])
def test_only_a_recorded_agreement_has_a_text(key: object, found: Agreement | None) -> None:
    assert agreement_of(Material(dossier=AGREED, catalogue=catalogue(), library=library()), key) == found


@pytest.mark.parametrize("kind", [None, AgreementKind.TRANSFER_INSTRUMENT])
def test_a_kind_without_text_of_ours_has_none(kind: AgreementKind | None) -> None:
    dossier = dataclasses.replace(AGREED, agreements=(dataclasses.replace(HOSTING, kind=kind),))

    assert agreement_of(Material(dossier=dossier, catalogue=catalogue(), library=library()), HOSTING.id) is None


def test_no_sentence_stands_without_source() -> None:
    bare = [sentence.text for document in every_text() for _, sentence in sentences_of(document)
            if not sentence.provenance.origins]  # fmt: skip

    assert bare == []


def test_a_category_that_the_catalogue_does_not_have_is_not_lost_from_the_text() -> None:
    document = text_of(dataclasses.replace(HOSTING, data_categories=("contact", "own-category")))

    assert "Contactgegevens en own-category" in told(document, "subject")


def test_purposes_that_nobody_chose_are_those_of_the_register_and_say_so() -> None:
    document = text_of(dataclasses.replace(HOSTING, purpose_ids=()))
    purpose = SUPPORT.purposes[0].text
    found = next(each for _, each in sentences_of(document) if each.text == purpose)

    assert {"activity", "agreement"} == {
        each.record_kind for each in found.provenance.origins if isinstance(each, RecordOrigin)
    }
