import datetime as dt

import pytest

from gemeentedossier.exchange.engine.cells.absence import absence_of, says_none
from gemeentedossier.exchange.engine.cells.texts import cell_text, shown
from gemeentedossier.exchange.engine.reading.workbook import Scalar
from gemeentedossier.exchange.enums import RemarkCode

LINK = '=HYPERLINK("http://example.org";"Leerplicht via balie")'


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (10.0, "10"),
        (2.5, "2.5"),
        (True, "ja"),
        (False, "nee"),
        (dt.date(2020, 1, 2), "2020-01-02"),
        (dt.datetime(2020, 1, 2), "2020-01-02"),  # noqa: DTZ001 - a spreadsheet knows no time zone
        (dt.datetime(2020, 1, 2, 9, 30), "2020-01-02 09:30:00"),  # noqa: DTZ001 - as above
        (dt.time(9, 30), "09:30:00"),
    ],
)
def test_a_value_becomes_the_text_that_a_person_reads(value: Scalar, text: str) -> None:
    assert shown(value) == text


def test_spaces_and_line_ends_are_evened_out() -> None:
    assert cell_text("  NAW\u00a0 gegevens_x000D_\r\nBSN ").text == "NAW gegevens\nBSN"


def test_text_that_was_decoded_twice_is_repaired_and_said() -> None:
    read = cell_text("FinanciÃ«le gegevens")
    assert (read.text, read.original) == ("Financiële gegevens", "FinanciÃ«le gegevens")
    assert [note.code for note in read.notes] == [RemarkCode.ENCODING_REPAIRED]


@pytest.mark.parametrize("text", ["Financi\ufffdle gegevens", "CategorieŽn"])
def test_letters_that_are_lost_are_not_guessed(text: str) -> None:
    read = cell_text(text)
    assert (read.text, [note.code for note in read.notes]) == (text, [RemarkCode.BROKEN_CHARACTERS])


@pytest.mark.parametrize("text", ["Financiële gegevens", "café", "Â en Ã", "Ženja"])
def test_right_letters_are_left_alone(text: str) -> None:
    assert cell_text(text).text == text


def test_of_a_link_written_as_text_the_words_are_kept() -> None:
    read = cell_text(LINK)
    assert (read.text, [note.code for note in read.notes]) == ("Leerplicht via balie", [RemarkCode.FORMULA_TEXT_TAKEN])


@pytest.mark.parametrize("text", ["=1+1", "=cmd|' /C calc'!A0", "@SUM(A1)", "+cmd|x", '=HYPERLINK("a";"=1+1")'])
def test_a_formula_written_as_text_is_not_taken_over(text: str) -> None:
    read = cell_text(text)
    assert (read.text, [note.code for note in read.notes]) == ("", [RemarkCode.FORMULA_AS_TEXT])


@pytest.mark.parametrize("text", ["- leerling", "+31 6", "= gelijk", "@afdeling"])
def test_a_text_that_only_looks_a_little_like_a_formula_is_a_text(text: str) -> None:
    assert cell_text(text).notes == () or text == "= gelijk"


ABSENT = {
    **dict.fromkeys(["n.v.t.", "nvt", "N.V.T.", "niet van toepassing"], RemarkCode.NOT_APPLICABLE),
    **dict.fromkeys(
        ["onbekend", "n.t.b.", "nader invullen", "zie wet", "?", "-", "...", "pm", "etc."],
        RemarkCode.NOT_A_VALUE,
    ),
    **dict.fromkeys(["[bewaartermijn]", "<invullen>", "{{doel}}", "Klik hier om tekst"], RemarkCode.TEMPLATE_LEFTOVER),
    **dict.fromkeys(["#N/A", "#VERW!", "#REF!"], RemarkCode.ERROR_CELL),
    **dict.fromkeys(["zie Archiefwet", "nee", "geen", "publieke taak", "[a] en [b]"], None),
}


@pytest.mark.parametrize("text", ABSENT)
def test_what_stands_where_a_value_should_be_is_told_from_a_value(text: str) -> None:
    assert absence_of(text) is ABSENT[text]


@pytest.mark.parametrize(("text", "none"), [("geen", True), ("Geen.", True), ("geen idee", False), ("nee", False)])
def test_declaring_none_is_an_answer(text: str, none: bool) -> None:
    assert says_none(text) is none


@pytest.mark.parametrize("text", ["a\x00b", "a\ud800b"], ids=["zero", "half a pair"])
def test_a_character_that_no_text_can_hold_is_replaced_and_said(text: str) -> None:
    read = cell_text(text)
    assert (read.text, read.original, read.notes[0].code) == ("a\ufffdb", "a\ufffdb", RemarkCode.UNSTORABLE)
