from dataclasses import replace
from datetime import UTC, datetime

from gemeentedossier.documents.engine.blocks import Document, Paragraph, Section, Sentence, say
from gemeentedossier.documents.engine.comparison import ChangeKind, compare
from gemeentedossier.documents.engine.provenance import ClauseOrigin, LawOrigin, RecordOrigin

CLAUSE = ClauseOrigin(clause="a.1", version="1")
LAW = LawOrigin(law="AVG", article="artikel 5")


def purpose(version: int = 1) -> RecordOrigin:
    return RecordOrigin(record_kind="activity", record_id="x", version=version, field="purpose")


def paper(*sentences: Sentence) -> Document:
    return Document(
        title=say("Register", because=CLAUSE),
        subtitle=None,
        language="nl",
        municipality="Zonnedael",
        subject="",
        version="1",
        moment=datetime(2026, 11, 23, tzinfo=UTC),
        sections=(
            Section(
                heading=say("A", because=CLAUSE),
                anchor="a",
                blocks=(Paragraph(sentences),) if sentences else (),
            ),
        ),
    )


def outcome(old: Document, new: Document) -> list[tuple[ChangeKind, str]]:
    changes = [change for change in compare(old, new) if "Zin" in str(change.old) + str(change.new)]
    return [(each.kind, (each.new or each.old).sentence.text) for each in changes]  # type: ignore[union-attr]


ONE = say("Zin een.", because=LAW)
TWO = say("Zin twee.", because=purpose())


def test_the_same_document_has_no_change(document: Document) -> None:
    assert {change.kind for change in compare(document, document)} == {ChangeKind.UNCHANGED}


def test_an_added_sentence_leaves_the_others_alone() -> None:
    assert outcome(paper(TWO), paper(ONE, TWO)) == [
        (ChangeKind.ADDED, "Zin een."),
        (ChangeKind.UNCHANGED, "Zin twee."),
    ]


def test_a_removed_sentence_is_reported_where_it_stood() -> None:
    assert outcome(paper(ONE, TWO), paper(TWO)) == [
        (ChangeKind.REMOVED, "Zin een."),
        (ChangeKind.UNCHANGED, "Zin twee."),
    ]


def test_other_words_on_the_same_origins_are_a_change() -> None:
    assert outcome(paper(TWO), paper(say("Zin anders.", because=purpose()))) == [(ChangeKind.CHANGED, "Zin anders.")]


def test_a_new_version_of_the_record_moves_the_source_and_not_the_words() -> None:
    later = replace(TWO, provenance=say("x", because=purpose(version=2)).provenance)
    (change,) = [each for each in compare(paper(TWO), paper(later)) if each.sources_moved]
    assert change.kind is ChangeKind.UNCHANGED


def test_a_sentence_before_others_on_the_same_origin_does_not_shift_them() -> None:
    first, second = say("Zin a.", because=LAW), say("Zin b.", because=LAW)
    inserted = say("Zin nieuw.", because=LAW)
    assert outcome(paper(first, second), paper(inserted, first, second)) == [
        (ChangeKind.ADDED, "Zin nieuw."),
        (ChangeKind.UNCHANGED, "Zin a."),
        (ChangeKind.UNCHANGED, "Zin b."),
    ]


def test_a_slot_keeps_sentences_on_the_same_origin_apart() -> None:
    old = paper(say("Zin a.", because=LAW, slot="a"))
    new = paper(say("Zin b.", because=LAW, slot="b"))
    assert outcome(old, new) == [(ChangeKind.REMOVED, "Zin a."), (ChangeKind.ADDED, "Zin b.")]
