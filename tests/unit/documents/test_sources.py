from collections.abc import Iterable

import pytest

from gemeentedossier.documents.engine.blocks import Document, say
from gemeentedossier.documents.engine.provenance import (
    ClauseOrigin,
    CriterionOrigin,
    LawOrigin,
    RecordOrigin,
    because,
    combined,
)
from gemeentedossier.documents.engine.sources import Sources, marks_of, reason_of, running
from gemeentedossier.documents.engine.wording import DUTCH, ENGLISH

CLAUSE = ClauseOrigin(clause="a.introduction", version="3", label="Inleiding")
CRITERION = CriterionOrigin(rule="A-12", catalogue_version="2026.1", label="Doel is omschreven")
LAW = LawOrigin(law="AVG", article="artikel 30, lid 1", url="https://eur-lex.europa.eu/eli/reg/2016/679")
BASIS = RecordOrigin(record_kind="processing_activity", record_id="wmo-1", version=2, field="legal_basis")
PURPOSE = RecordOrigin(
    record_kind="processing_activity",
    record_id="wmo-1",
    version=2,
    field="purpose",
    label="Wmo-voorzieningen",
    field_label="Doel",
    url="/zonnedael/register/wmo-1/versions/2",
)


def test_a_record_is_one_source_with_the_fields_that_were_used(document: Document) -> None:
    found = [(source.number, source.origin.kind, list(source.fields.values())) for source in Sources(document)]
    assert found == [(1, "clause", []), (2, "law", []), (3, "record", ["Doel", "legal_basis"]), (4, "criterion", [])]


def test_a_mark_is_left_out_where_the_next_sentence_rests_on_the_same(document: Document) -> None:
    sources = Sources(document)
    clause, law, both = say("a", because=CLAUSE), say("b", because=LAW), say("c", because=(PURPOSE, CRITERION))
    basis = say("d", because=BASIS)
    assert sources.marks([(clause, clause), (law, basis), (both,)]) == [[(), (1,)], [(2,), ()], [(3, 4)]]


@pytest.mark.parametrize(
    ("numbers", "shown"),
    [
        ((), []),
        ((4,), [(4, "4")]),
        ((4, 5), [(4, "4"), (5, "5")]),
        ((4, 5, 6), [(4, "4–6")]),
        ((1, 3, 10, 11, 12, 13, 20, 21), [(1, "1"), (3, "3"), (10, "10–13"), (20, "20"), (21, "21")]),
        (range(10, 67), [(10, "10–66")]),
    ],
)
def test_three_or_more_numbers_in_a_row_are_one_mark(numbers: Iterable[int], shown: list[tuple[int, str]]) -> None:
    assert [(mark.first, mark.shown) for mark in marks_of(numbers)] == shown


def test_a_long_title_is_cut_for_the_head_of_a_page() -> None:
    assert running("Register van de gemeente", letters=12) == "Register va…"


def test_a_reason_names_record_version_and_field() -> None:
    assert reason_of(because(PURPOSE, LAW), wording=DUTCH) == (
        "Dossier: Wmo-voorzieningen, versie 2, veld Doel; Wet: artikel 30, lid 1, AVG"
    )


def test_a_reason_is_in_the_language_of_the_document() -> None:
    assert reason_of(because(CLAUSE), wording=ENGLISH) == "Model text: Inleiding, version 3"


def test_combined_provenance_names_each_origin_once() -> None:
    assert combined([because(LAW, CLAUSE), because(CLAUSE, PURPOSE)]).origins == (LAW, CLAUSE, PURPOSE)
