"""A leaflet on paper says what its party tells, what it does not tell, and whether it is about what was agreed."""

import dataclasses

import pytest

from gemeentedossier.documents.engine.blocks import Document, sections_of, texts_of
from gemeentedossier.documents.engine.composition import Material
from gemeentedossier.documents.engine.composition.leaflet import leaflet_of
from gemeentedossier.documents.engine.placing import sentences_of
from gemeentedossier.documents.engine.provenance import RecordOrigin
from gemeentedossier.documents.engine.rendering import Format, render
from gemeentedossier.dossier.agreements.facts import Leaflet
from tests.unit.documents.agreed_municipality import AGREED, LEAFLETS, TOLD, leaflet_text
from tests.unit.documents.composed_municipality import catalogue, library, number


def told(document: Document, anchor: str) -> str:
    section = next(each for _, each in sections_of(document.sections) if each.anchor == anchor)
    return " ".join(sentence.text for block in section.blocks for text in texts_of(block) for sentence in text)


def test_each_question_is_answered_in_the_words_of_the_party() -> None:
    document = leaflet_text(TOLD)
    assert told(document, "question-kept-for") == "“Vijftien jaar.”"
    assert told(document, "question-contact") == "“privacy@cloud.example”"


def test_a_question_without_answer_says_so_and_is_counted() -> None:
    document = leaflet_text(LEAFLETS[1])
    assert told(document, "question-kept-for") == "Hier is nog geen antwoord op."
    assert "Het aantal vragen zonder antwoord is 1." in told(document, "opening")


def test_only_a_leaflet_whose_last_day_is_past_says_that_it_no_longer_holds() -> None:
    assert "niet meer geldig" in told(leaflet_text(LEAFLETS[1]), "opening")
    assert "niet meer geldig" not in told(leaflet_text(TOLD), "opening")


@pytest.mark.parametrize(
    ("leaflet", "sentence"),
    [
        (LEAFLETS[0], "De bijsluiter gaat over Zaaksysteem Sociaal, en de afspraak ook."),
        (LEAFLETS[2], "Of de afspraak over Nazorg gaat, valt uit wat is vastgelegd niet op te maken."),
        (LEAFLETS[3], "en die partij doet niet mee aan de afspraak."),
        (LEAFLETS[4], "Deze bijsluiter gaat over Zaaksysteem Sociaal, maar de afspraak gaat over Andere zaken."),
    ],
)
def test_it_is_held_against_the_agreement_in_one_sentence(leaflet: Leaflet, sentence: str) -> None:
    assert told(leaflet_text(leaflet), "belonging").endswith(sentence)


def test_each_answer_rests_on_the_field_of_the_leaflet_in_the_version_that_was_read() -> None:
    written = dataclasses.replace(TOLD, revision=3)
    found = next(each for _, each in sentences_of(leaflet_text(written)) if each.text == "“Vijftien jaar.”")
    records = [each for each in found.provenance.origins if isinstance(each, RecordOrigin)]
    assert [(each.record_kind, each.record_id, each.field, each.version) for each in records] == [
        ("leaflet", str(TOLD.id), "kept_for", 4)
    ]


@pytest.mark.parametrize("form", list(Format))
def test_it_comes_in_every_form(form: Format) -> None:
    assert render(leaflet_text(TOLD), form)


@pytest.mark.parametrize(("key", "found"), [(TOLD.id, TOLD), (number(7777), None)])
def test_only_a_recorded_leaflet_has_a_paper(key: object, found: Leaflet | None) -> None:
    assert leaflet_of(Material(dossier=AGREED, catalogue=catalogue(), library=library()), key) == found  # type: ignore[arg-type]  # number gives a key
