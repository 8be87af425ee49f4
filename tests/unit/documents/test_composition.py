"""What the documents say of a municipality with good and bad records."""

import dataclasses
import datetime as dt
import re

import pytest

from gemeentedossier.documents.engine.blocks import Document, Note, NoteKind, Section, sections_of, texts_of
from gemeentedossier.documents.engine.composition import Material, compose
from gemeentedossier.documents.engine.placing import sentences_of
from gemeentedossier.documents.enums import DocumentKind
from gemeentedossier.dossier.register.enums import ActivityRole
from tests.unit.documents.composed_municipality import (
    BARE,
    DOSSIER,
    EMPTY,
    MOMENT,
    PAYROLL,
    SUPPORT,
    catalogue,
    composed,
    library,
)

PART_A = composed(DocumentKind.PART_A)
EXTRACT = composed(DocumentKind.REGISTER_EXTRACT)


def section(document: Document, anchor: str) -> Section:
    return next(found for _, found in sections_of(document.sections) if found.anchor == anchor)


def text(document: Document, anchor: str) -> str:
    found = section(document, anchor)
    return "\n".join(
        " ".join(each.text for each in sentences) for block in found.blocks for sentences in texts_of(block)
    )


def everything(document: Document) -> str:
    return "\n".join(sentence.text for _, sentence in sentences_of(document))


def test_the_policy_has_its_chapters_in_order() -> None:
    assert [each.heading.text for each in PART_A.sections] == [
        "Over dit document",
        "Wie is verantwoordelijk",
        "De beginselen",
        "De grondslagen",
        "Gegevens die extra bescherming krijgen",
        "Mensen informeren",
        "Rechten van betrokkenen",
        "Bewaren en vernietigen",
        "Gegevens delen",
        "Gebruik voor een ander doel",
        "Besluiten door computers",
        "Per beleidsdomein",
        "Bijlage 1: de criteria",
        "Bijlage 2: tegenspraken",
    ]


def test_what_is_unknown_is_said_to_be_unknown() -> None:
    assert "Hoe u de FG bereikt, is niet vastgelegd." in text(PART_A, "officer")
    assert text(PART_A, "principle-purpose-separation").endswith(
        "Hierover is bij geen enkele verwerking iets vastgelegd."
    )
    assert "Hoe lang de gegevens blijven, is niet vastgelegd." in text(EXTRACT, f"activity-{BARE.id}")


def test_own_words_stand_between_quotation_marks() -> None:
    assert "Maatwerkvoorzieningen Wmo: “Het verslag gaat eerst naar de inwoner”." in text(PART_A, "principle-accuracy")


def test_a_provision_is_cited_by_statute_and_article() -> None:
    assert "artikel 5.1.1, eerste lid, Wmo 2015" in text(PART_A, "basis-e")
    assert "basis-b" not in [found.anchor for _, found in sections_of(PART_A.sections)]


def test_special_data_without_exception_are_said_to_have_none() -> None:
    data = "Gegevens over gezondheid (jeugdige en ouder/gezagdrager/voogd)"

    assert f"Toegang tot jeugdhulp\n{data}\nEr is geen uitzondering" in text(PART_A, "data-special")


def test_a_kind_of_data_that_does_not_occur_is_said_not_to_occur() -> None:
    plain = composed(DocumentKind.PART_A, dataclasses.replace(DOSSIER, activities=(BARE,)))

    assert text(plain, "data-criminal") == "In het register komen geen strafrechtelijke gegevens voor."


def test_what_the_municipality_does_for_others_is_not_in_its_own_chapters() -> None:
    assert "Salarisadministratie" in text(PART_A, "processor")
    assert "Salarisadministratie" not in text(PART_A, "keeping") + text(PART_A, "basis-missing")


def test_the_extract_tells_for_whom_the_municipality_processes() -> None:
    processor = section(EXTRACT, "processor")

    assert [each.heading.text for each in processor.children] == [PAYROLL.name]
    assert "in opdracht van Gemeente Oosterveld" in text(EXTRACT, f"activity-{PAYROLL.id}")


@pytest.mark.parametrize(
    ("says", "expected"),
    [
        (False, "De gemeente werkt volgens haar eigen opgave niet als verwerker voor anderen."),
        (None, "In het register staat geen verwerking die de gemeente voor een ander doet."),
    ],
)
def test_no_processing_for_others_is_only_denied_where_the_municipality_does(says: bool | None, expected: str) -> None:
    organisation = dataclasses.replace(DOSSIER.organisation, acts_as_processor=says)
    found = composed(
        DocumentKind.REGISTER_EXTRACT, dataclasses.replace(DOSSIER, organisation=organisation, activities=(SUPPORT,))
    )

    assert text(found, "processor") == expected


def test_a_draft_is_marked_as_one_and_an_adopted_record_is_not() -> None:
    drafts = {
        found.heading.text
        for _, found in sections_of(EXTRACT.sections)
        for block in found.blocks
        if isinstance(block, Note) and "concept" in block.sentences[0].text
    }

    assert drafts == {"Bijstandsuitkeringen", "Meldingen openbare ruimte", "Peuterspeelzaal", "Schuldhulpverlening"}


def test_a_replaced_record_is_left_out_and_counted() -> None:
    assert "Vervangen en daarom weggelaten: één verwerking." in text(EXTRACT, "about")
    assert "Wvg" not in everything(EXTRACT)


def test_a_contradiction_shows_both_statements_and_the_repair() -> None:
    found = text(PART_A, "contradiction-transfer-without-mechanism")

    assert "Gegevens gaan naar een land buiten de EER" in found
    assert "Er is geen mechanisme gekozen.\nKies het mechanisme." in found


def test_only_an_error_of_law_is_called_unlawful() -> None:
    unlawful = {
        found.anchor.removeprefix("contradiction-")
        for _, found in sections_of(PART_A.sections)
        for block in found.blocks
        if isinstance(block, Note) and block.kind is NoteKind.UNLAWFUL
    }
    errors = {rule.id for rule in catalogue().rules.values() if rule.severity == "error" and rule.nature == "law"}

    assert unlawful
    assert unlawful - errors == set()


def test_a_missed_good_practice_is_not_told_as_a_breach_of_law() -> None:
    good = section(PART_A, "criteria-good-practice")

    for child in good.children:
        assert "de wet schrijft het niet voor" in text(PART_A, child.anchor)
        assert "De wet vraagt" not in text(PART_A, child.anchor)


def test_a_criterion_of_which_nobody_knows_whether_it_applies_is_no_open_point() -> None:
    anchors = [found.anchor for _, found in sections_of(PART_A.sections)]

    assert "criterion-blacklist-licence" not in anchors
    assert "Vergunning voor waarschuwingslijst" in text(PART_A, "criteria-undecided")


def test_every_open_finding_has_a_place_in_the_first_annex() -> None:
    material = Material(dossier=DOSSIER, catalogue=catalogue(), library=library())

    assert "Aan de wet is voor dit document nog niet getoetst." in everything(compose(DocumentKind.PART_A, material))
    assert [each.anchor for each in compose(DocumentKind.PART_A, material).sections][-1] == "domains"


@pytest.mark.parametrize("kind", [each for each in DocumentKind if each is not DocumentKind.PART_D])
def test_an_empty_register_yields_a_document_that_says_so(kind: DocumentKind) -> None:
    assert "In het register staat nog geen verwerking." in everything(composed(kind, EMPTY))


@pytest.mark.parametrize("kind", DocumentKind)
def test_no_placeholder_or_identifier_is_left_in_the_text(kind: DocumentKind) -> None:
    for language in ("nl", "en"):
        assert re.findall(r"\{\w+\}|[0-9a-f]{8}-[0-9a-f]{4}", everything(composed(kind, language=language))) == []


def test_english_cites_the_gdpr() -> None:
    found = text(composed(DocumentKind.PART_A, language="en"), "criterion-record-purposes")

    assert "The law asks this in Article 30(1)(b) GDPR." in found


def test_the_version_of_a_document_is_the_day_and_the_entry_of_the_ledger() -> None:
    at_entry = composed(DocumentKind.PART_A, dataclasses.replace(DOSSIER, ledger_number=812))

    assert (PART_A.version, at_entry.version, PART_A.moment) == ("2026-11-23", "2026-11-23.812", MOMENT)


def test_long_lists_of_activities_become_a_number() -> None:
    many = [dataclasses.replace(BARE, id=PAYROLL.id.__class__(int=5000 + n), name=f"Taak {n}") for n in range(20)]
    named = [dataclasses.replace(SUPPORT, role=ActivityRole.CONTROLLER)]
    found = composed(DocumentKind.PART_A, dataclasses.replace(DOSSIER, activities=(*many, *named)))

    assert "Een bewaartermijn is niet vastgelegd bij 20 van de 21 verwerkingen." in text(found, "keeping")


def test_a_document_of_after_midnight_bears_the_dutch_date() -> None:
    late = dataclasses.replace(DOSSIER, moment=dt.datetime(2026, 12, 31, 23, 30, tzinfo=dt.UTC))
    found = composed(DocumentKind.PART_A, late)

    assert found.version == "2027-01-01"
    assert "zoals het was op 1 januari 2027" in text(found, "about")
