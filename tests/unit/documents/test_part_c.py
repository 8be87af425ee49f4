"""Part C and the report of an impact assessment: what stands in it, what is stale, and where each sentence is from."""

import pytest

from gemeentedossier.documents.engine.blocks import Document, sections_of, texts_of
from gemeentedossier.documents.engine.placing import sentences_of
from gemeentedossier.documents.engine.rendering import Format, render
from gemeentedossier.documents.enums import DocumentKind
from tests.unit.documents.assessed_municipality import ADOPTED, ASSESSED, BEGUN, report_of
from tests.unit.documents.composed_municipality import EMPTY, composed

PART_C, REPORT = composed(DocumentKind.PART_C, ASSESSED), report_of(ADOPTED)


def told(document: Document, anchor: str) -> list[str]:
    section = next(each for _, each in sections_of(document.sections) if each.anchor == anchor)
    return [" ".join(each.text for each in text) for block in section.blocks for text in texts_of(block)]


def test_it_lists_the_decisions_and_the_assessments() -> None:
    assert "DPIA nodig" in told(PART_C, "needed")
    assert [each for each in told(PART_C, "assessments") if each in ("Vastgesteld", "Concept")] == [
        "Concept",
        "Vastgesteld",
    ]


def test_an_assessment_whose_facts_changed_is_named() -> None:
    assert "Van DPIA Wmo zijn feiten veranderd, bij Voorstel." in told(PART_C, "assessments")


def test_a_municipality_without_activities_gets_the_way_only() -> None:
    assert [each.anchor for each in composed(DocumentKind.PART_C, EMPTY).sections][:2] == ["about", "way"]


def test_the_report_has_seventeen_points() -> None:
    anchors = [each.anchor for each in REPORT.sections]
    assert anchors == ["opening", *(f"point-{n}" for n in range(1, 18)), "risks", "decision"]


def test_the_report_says_where_its_facts_changed() -> None:
    assert "De feiten van dit punt zijn veranderd sinds het is geschreven." in told(REPORT, "point-1")


def test_what_is_not_there_yet_is_said() -> None:
    assert told(report_of(BEGUN), "risks") == ["Er is nog geen risico beschreven."]
    assert told(report_of(BEGUN), "decision")[-2:] == [
        "De functionaris gegevensbescherming heeft nog niet geadviseerd.",
        "De DPIA is nog niet vastgesteld.",
    ]


@pytest.mark.parametrize("document", [PART_C, REPORT], ids=["part-c", "report"])
def test_each_sentence_has_its_source(document: Document) -> None:
    assert [each.text for _, each in sentences_of(document) if not each.provenance.origins] == []


@pytest.mark.parametrize("form", Format)
def test_the_report_comes_in_every_form(form: Format) -> None:
    assert len(render(REPORT, form)) > 1000
