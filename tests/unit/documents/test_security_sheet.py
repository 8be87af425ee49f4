"""The security sheet of a purpose on paper: what protects its data, who may see them, and what is still open."""

import dataclasses

import pytest

from gemeentedossier.assessment.engine.assess import assess
from gemeentedossier.assessment.engine.sheets import of_means, of_part_b
from gemeentedossier.documents.engine.blocks import Document, sections_of, texts_of
from gemeentedossier.documents.engine.composition.sheet import purpose_of
from gemeentedossier.documents.engine.placing import sentences_of
from gemeentedossier.documents.engine.provenance import RecordOrigin
from gemeentedossier.documents.engine.rendering import Format, render
from gemeentedossier.dossier.register.facts import Purpose
from gemeentedossier.dossier.security.facts import AccessRule
from tests.unit.documents.composed_municipality import SUPPORT, YOUTH, catalogue, number
from tests.unit.documents.secured_municipality import NO_MEANS, SECURED, every_sheet, sheet_of

SHEET = sheet_of(SUPPORT)
OTHER = Purpose(number(1200), 2, "Uitkomsten meten")
TWO = dataclasses.replace(SUPPORT, purposes=(*SUPPORT.purposes, OTHER))


def cells(document: Document, anchor: str) -> list[str]:
    section = next(each for _, each in sections_of(document.sections) if each.anchor == anchor)
    return [" ".join(each.text for each in text) for block in section.blocks for text in texts_of(block)]


def test_it_names_the_activity_and_quotes_the_purpose() -> None:
    told = " ".join(cells(SHEET, "opening"))
    assert f"Dit blad gaat over één doel van {SUPPORT.name}." in told
    assert f"“{SUPPORT.purposes[0].text}”" in told


def test_only_who_sees_data_for_this_purpose_stands_on_it() -> None:
    line = AccessRule(number(1201), TWO.id, "Onderzoeker", OTHER.id, ("health",))
    dossier = dataclasses.replace(
        SECURED,
        access_rules=(*SECURED.access_rules, line),
        activities=tuple(TWO if each.id == TWO.id else each for each in SECURED.activities),
    )
    first, second = sheet_of(TWO, dossier), sheet_of(dataclasses.replace(TWO, purposes=(OTHER,)), dossier)
    assert ["Wmo-consulent" in cells(first, "access"), "Onderzoeker" in cells(first, "access")] == [True, False]
    assert ["Wmo-consulent" in cells(second, "access"), "Onderzoeker" in cells(second, "access")] == [False, True]


@pytest.mark.parametrize(
    ("anchor", "told"),
    [
        ("levels", "Deze verwerking heeft nog geen klassen."),
        ("outage", "Hoe lang mensen zonder kunnen, is niet vastgelegd."),
        ("risks", "Er is nog geen risico gewogen."),
    ],
)
def test_what_nobody_recorded_is_said(anchor: str, told: str) -> None:
    assert cells(sheet_of(YOUTH), anchor) == [told]


def test_without_means_it_says_so() -> None:
    bare = sheet_of(SUPPORT, NO_MEANS)
    assert cells(bare, "systems") == ["In welk systeem de gegevens staan, is niet vastgelegd."]
    assert cells(bare, "measures") == ["Er is geen maatregel vastgelegd."]


def test_what_is_open_on_the_activity_and_its_means_stands_on_it_once_per_rule_and_reason() -> None:
    found = assess(SECURED, catalogue())
    every = (*of_part_b(found, SECURED, SUPPORT, SUPPORT.purposes[0]), *of_means(found, SUPPORT))
    labels = {each.rule.label.nl for each in every if each.is_open}
    assert labels
    assert labels <= set(cells(SHEET, "found"))


def test_without_assessment_nothing_is_said_of_what_is_open() -> None:
    assert "found" not in {each.anchor for each in sheet_of(SUPPORT, judged=False).sections}


def test_every_sentence_has_a_source() -> None:
    bare = [
        each.text for document in every_sheet() for _, each in sentences_of(document) if not each.provenance.origins
    ]
    assert bare == []


def test_a_level_rests_on_the_record_in_the_version_that_was_read() -> None:
    found = next(each for _, each in sentences_of(SHEET) if each.text == "“Gaat over gezondheid”")
    (kept,) = [each for each in found.provenance.origins if isinstance(each, RecordOrigin)]
    assert (kept.record_kind, kept.field, kept.version) == ("security_classification", "confidentiality_reason", 2)


@pytest.mark.parametrize("form", list(Format))
def test_it_comes_in_every_form(form: Format) -> None:
    assert render(SHEET, form)


def test_only_a_purpose_of_that_activity_has_a_sheet() -> None:
    mine = SUPPORT.purposes[0]
    assert purpose_of(SECURED, SUPPORT.id, mine.id) == (SUPPORT, mine)
    assert purpose_of(SECURED, YOUTH.id, mine.id) is None
    assert purpose_of(SECURED, number(7777), mine.id) is None
