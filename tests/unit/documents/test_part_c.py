"""Part C tells how risks to people are weighed, what was found and decided, and what is late or overtaken."""

import dataclasses
import datetime as dt

import pytest

from gemeentedossier.documents.engine.blocks import Document, sections_of, texts_of
from gemeentedossier.documents.engine.comparison import ChangeKind, compare
from gemeentedossier.documents.enums import DocumentKind
from gemeentedossier.dossier.snapshot.facts import Dossier
from tests.unit.documents.assessed_municipality import ASSESSED, CALM, FLYER, WHOLE
from tests.unit.documents.composed_municipality import BENEFITS, EMPTY, SUPPORT, YOUTH, composed


def part_c(dossier: Dossier, *, language: str = "nl") -> Document:
    return composed(DocumentKind.PART_C, dossier, language=language)


PART_C = part_c(ASSESSED)


def cells(document: Document, anchor: str) -> list[str]:
    section = next(each for _, each in sections_of(document.sections) if each.anchor == anchor)
    return [" ".join(each.text for each in text) for block in section.blocks for text in texts_of(block)]


def test_its_chapters_stand_in_order() -> None:
    assert [each.anchor for each in PART_C.sections] == [
        "about", "steps", "weighing", "listed", "scale", "prescans", "assessments", "risks", "measures", "advice",
        "consultations", "stale", "calendar", "criteria", "contradictions",
    ]  # fmt: skip


def test_the_law_stands_before_the_score() -> None:
    told = cells(PART_C, "weighing")
    law = told.index("Dit is een van de gevallen waarin de wet zelf een DPIA vraagt")
    score = next(place for place, each in enumerate(told) if each.startswith("De score van het Rijk"))
    assert (law < score, told[law + 1], told[score + 1]) == (True, "Een DPIA moet", "Een DPIA is verstandig")


def test_the_list_and_the_criteria_are_whole() -> None:
    assert (len(cells(PART_C, "authority-list")), len(cells(PART_C, "nine-criteria"))) == (2 + 18 * 3, 1 + 9)


def test_the_matrix_is_that_of_the_catalogue() -> None:
    told = cells(PART_C, "scale")
    start = told.index("Hoge impact") + 1
    assert told[start : start + 12] == [
        "Laag", "Laag", "Laag", "Laag",
        "Midden", "Laag", "Midden", "Hoog",
        "Hoog", "Laag", "Hoog", "Hoog",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "told"),
    [
        (SUPPORT.name, ["In de regel", "Criteria: gevoelige of zeer persoonlijke gegevens en kwetsbare betrokkenen",
                        "Op 9 juni 2026 besloot Teamleider Wmo: een DPIA moet. De reden: “Het gaat over gezondheid”."]),
        (FLYER.name, ["Hoeft niet", "Niets van wat is vastgelegd vraagt erom.", "Nog niemand heeft besloten."]),
    ],
)  # fmt: skip
def test_a_pre_scan_tells_its_outcome_its_reasons_and_the_decision(name: str, told: list[str]) -> None:
    found = cells(PART_C, "prescans")
    place = found.index(name)
    assert found[place + 1 : place + 4] == told


def test_a_decision_that_departs_from_the_outcome_says_so() -> None:
    found = cells(PART_C, "prescans")
    assert "anders dan de pre-scan: een DPIA hoeft niet" in found[found.index(YOUTH.name) + 3]


def test_what_changed_after_a_decision_is_told_with_whether_the_outcome_turned() -> None:
    (told,) = [each for each in cells(PART_C, "prescans-reopened") if each.startswith(f"Bij {YOUTH.name}")]
    assert "gegeven “postcode”" in told
    assert told.endswith("Daardoor is de uitkomst nu anders.")


def test_who_must_have_an_assessment_and_has_none_is_named() -> None:
    alone = part_c(CALM)
    (told,) = [each for each in cells(alone, "prescans") if each.startswith("Een DPIA moet, en is nog niet begonnen")]
    assert (SUPPORT.name in told, YOUTH.name in told) == (False, True)


def test_an_assessment_tells_its_state_and_what_remains() -> None:
    found = cells(PART_C, "assessments")
    place = found.index("DPIA Wmo")
    assert found[place + 1 : place + 5] == [SUPPORT.name, "Vastgesteld", "1", "Laag"]


def test_only_high_and_open_risks_are_listed() -> None:
    found = " ".join(cells(PART_C, "risks"))
    assert [f"gevaar {each}" in found for each in (8010, 8310, 8410, 8510)] == [False, True, True, True]
    assert cells(part_c(CALM), "risks") == ["Met de maatregelen blijft nergens een hoog risico over."]


def test_a_measure_that_is_done_is_not_waiting() -> None:
    found = cells(part_c(CALM), "measures")
    assert [each in found for each in ("Toegang per rol", "“Samen nakijken”")] == [False, True]


def test_a_stale_point_tells_by_which_change() -> None:
    (told,) = [each for each in cells(PART_C, "stale") if each.startswith("DPIA Wmo")]
    assert told.startswith("DPIA Wmo, punt 2, Persoonsgegevens. Wat veranderde: gegeven: postcode →")


def test_what_is_past_is_late_in_the_calendar() -> None:
    found = cells(PART_C, "calendar")
    assert "Te laat, want het moest 22 november 2026." in found
    before = dataclasses.replace(ASSESSED, moment=dt.datetime(2026, 11, 22, 12, tzinfo=dt.UTC))
    assert "Uiterlijk 22 november 2026." in cells(part_c(before), "calendar")


def test_an_empty_register_yields_what_can_be_said_without_it() -> None:
    anchors = [each.anchor for each in part_c(EMPTY).sections]
    assert anchors == ["about", "steps", "weighing", "listed", "scale", "criteria", "contradictions"]


def test_without_assessments_it_says_so_and_leaves_the_rest_out() -> None:
    none = part_c(dataclasses.replace(ASSESSED, impact_assessments=(), prescans=()))
    anchors = {each.anchor for each in none.sections}
    assert "Er is nog geen DPIA." in cells(none, "assessments")
    assert anchors & {"risks", "measures", "advice", "consultations", "stale", "calendar"} == set()


def test_another_level_that_remains_changes_only_where_it_is_told() -> None:
    higher = dataclasses.replace(WHOLE.risks[1], residual_likelihood=WHOLE.risks[1].impact,
                                 residual_impact=WHOLE.risks[1].impact)  # fmt: skip
    changed = dataclasses.replace(WHOLE, risks=(WHOLE.risks[0], higher))
    found = compare(part_c(CALM), part_c(dataclasses.replace(CALM, impact_assessments=(changed,))))
    sections = {each.new.section for each in found if each.new and each.kind is not ChangeKind.UNCHANGED}
    assert {each for each in sections if not each.startswith(("criteri", "contradiction", "about"))} == {
        "assessments", "risks"
    }  # fmt: skip


def test_english_tells_the_same_in_english() -> None:
    found = cells(part_c(ASSESSED, language="en"), "prescans")
    place = found.index(FLYER.name)
    assert found[place + 1 : place + 3] == ["Not needed", "Nothing that is recorded asks for it."]
    assert found[found.index(BENEFITS.name) + 1] == "Still open"
