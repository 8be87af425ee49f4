import dataclasses
from datetime import datetime

import pytest

from gemeentedossier.documents.engine.blocks import (
    BulletList,
    Definition,
    Document,
    Note,
    NoteKind,
    NumberedList,
    Paragraph,
    Run,
    RunStyle,
    Section,
    Sentence,
    Table,
    link,
    say,
)
from gemeentedossier.documents.engine.placing import placed_sentences, sentences_of
from gemeentedossier.documents.engine.provenance import (
    LawOrigin,
    MissingProvenanceError,
    Provenance,
    RecordOrigin,
)

LAW = LawOrigin(law="AVG", article="artikel 30")
SAID = say("Zo staat het.", because=LAW)


def test_a_provenance_without_origins_cannot_be_made() -> None:
    with pytest.raises(MissingProvenanceError, match="name the criterion, record, law or clause"):
        Provenance(())


def test_a_provenance_of_something_else_than_origins_cannot_be_made() -> None:
    with pytest.raises(MissingProvenanceError, match="is no origin"):
        Provenance(("artikel 30",))  # type: ignore[arg-type]


@pytest.mark.parametrize("provenance", [None, (), LAW, "artikel 30"])
def test_a_sentence_without_provenance_cannot_be_made(provenance: object) -> None:
    with pytest.raises(MissingProvenanceError, match="'Zonder bron' has no provenance"):
        Sentence((Run("Zonder bron"),), provenance)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "make",
    [
        lambda: Paragraph(("los",)),
        lambda: BulletList((("los",),)),
        lambda: NumberedList((("los",),)),
        lambda: Note(NoteKind.INFO, ("los",)),
        lambda: Table(caption="los", header=((SAID,),), rows=()),
        lambda: Table(caption=SAID, header=(("los",),), rows=()),
        lambda: Table(caption=SAID, header=((SAID,),), rows=((("los",),),)),
        lambda: Definition("los", (SAID,)),
        lambda: Definition(SAID, ("los",)),
        lambda: Section(heading="los", anchor="a"),
        lambda: Document(**{**DOCUMENT, "title": "los"}),
        lambda: Document(**{**DOCUMENT, "subtitle": "los"}),
    ],
)
def test_no_readable_place_takes_words_without_a_source(make: object) -> None:
    with pytest.raises(MissingProvenanceError, match="'los' is no Sentence"):
        make()  # type: ignore[operator]


DOCUMENT = {
    "title": SAID,
    "subtitle": None,
    "language": "nl",
    "municipality": "Zonnedael",
    "subject": "",
    "version": "1",
    "moment": datetime.fromisoformat("2026-11-23T10:00:00+01:00"),
}


def test_the_words_of_a_sentence_cannot_be_changed_afterwards() -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        SAID.runs = ()  # type: ignore[misc]


def test_an_origin_that_names_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="LawOrigin: law is empty"):
        LawOrigin(law=" ", article="artikel 5")


def test_a_record_version_counts_from_one() -> None:
    with pytest.raises(ValueError, match="version 0 does not exist"):
        RecordOrigin(record_kind="system", record_id="1", version=0, field="name")


@pytest.mark.parametrize("address", ["javascript:alert(1)", "data:text/html,x", "//elders.example", "ftp://x", "a b"])
def test_an_address_that_is_no_page_is_refused(address: str) -> None:
    with pytest.raises(ValueError, match="is not a web address"):
        link("hier", address)


def test_only_a_link_has_an_address() -> None:
    with pytest.raises(ValueError, match="only a link has an address"):
        Run("hier", RunStyle.STRONG, "https://example.org")


def test_control_characters_vanish_and_line_breaks_become_spaces() -> None:
    assert Run("a\x00b\x1bc\r\nd\te\ud800\u202e\ufffe").text == "abc d e\ufffd"


def test_a_row_with_a_cell_too_many_is_refused() -> None:
    with pytest.raises(ValueError, match="row 1: 2 cells, 1 headings"):
        Table(caption=SAID, header=((SAID,),), rows=(((SAID,), (SAID,)),))


def test_two_sections_cannot_have_one_anchor() -> None:
    section = Section(heading=SAID, anchor="doel")
    with pytest.raises(ValueError, match="'doel' occurs twice"):
        Document(**{**DOCUMENT, "sections": (section, section)})


@pytest.mark.parametrize("anchor", ["sources", "front", "source-3", "doel-heading", "Doel", "1-doel", ""])
def test_an_anchor_that_could_lead_elsewhere_is_refused(anchor: str) -> None:
    with pytest.raises(ValueError, match="The anchor"):
        Section(heading=SAID, anchor=anchor)


def test_a_moment_needs_its_time_zone() -> None:
    with pytest.raises(ValueError, match="needs its time zone"):
        Document(**{**DOCUMENT, "moment": datetime(2026, 11, 23)})  # noqa: DTZ001 - the point of the test


def test_every_sentence_of_a_document_gets_an_id_of_its_own(document: Document) -> None:
    ids = [placed.id for placed in placed_sentences(document)]
    assert len(ids) == 25
    assert len(set(ids)) == 25


def test_sentences_are_met_in_reading_order(document: Document) -> None:
    read = [sentence.text for section, sentence in sentences_of(document) if section == "activity-wmo-1"]
    assert read == [
        "Activiteit Gewone woorden",
        "Doel",
        "Gewone woorden",
        "Grondslag",
        "Artikel 2.3.1",
        "Bewaartermijnen",
        "Gegeven",
        "Termijn",
        "Gewone woorden",
        "15 jaar",
        "Rapport",
        "Er is geen grondslag.",
    ]
