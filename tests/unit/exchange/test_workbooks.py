"""Workbooks that are written: the same values come back, and nothing in them is a formula."""

import io
import zipfile
from collections.abc import Sequence

import pytest
from openpyxl import load_workbook
from python_calamine import CalamineWorkbook

from gemeentedossier.exchange.engine.writing import books
from gemeentedossier.exchange.engine.writing.books import Book, BookFormat, Column, Sheet
from gemeentedossier.exchange.engine.writing.files import write_book

HOSTILE = ("=1+1", "+31 6", "-2", "@SUM(A1)", "\t=1", '=HYPERLINK("https://x.example")', "<b>&\"'</b>", "a\nb", "é €")


def book(*rows: tuple[str | int, ...], name: str = "Blad") -> Book:
    return Book(title="Dekking", language="nl", sheets=(Sheet(name=name, columns=(Column(heading="wat"),), rows=rows),))


def read(content: bytes) -> dict[str, list[Sequence[object]]]:
    found = CalamineWorkbook.from_filelike(io.BytesIO(content))
    return {name: list(found.get_sheet_by_name(name).to_python()) for name in found.sheet_names}


@pytest.mark.parametrize("form", list(BookFormat))
def test_values_come_back_as_they_were(form: BookFormat) -> None:
    written = write_book(book(*((text,) for text in HOSTILE), (12,)), form)
    assert [row[0] for row in read(written)["Blad"]] == ["wat", *HOSTILE, 12.0]


def test_no_cell_is_a_formula_and_every_text_stays_text_when_edited() -> None:
    sheet = load_workbook(io.BytesIO(write_book(book(*((text,) for text in HOSTILE)), BookFormat.XLSX)))["Blad"]
    cells = [row[0] for row in sheet.iter_rows(min_row=2)]
    assert {(cell.data_type, cell.number_format) for cell in cells} == {("s", "@")}
    assert [cell.quotePrefix for cell in cells] == [True] * 6 + [False] * 3


def test_no_cell_of_an_ods_has_a_formula() -> None:
    with zipfile.ZipFile(io.BytesIO(write_book(book(*((text,) for text in HOSTILE)), BookFormat.ODS))) as archive:
        assert archive.namelist()[0] == "mimetype"
        assert b"table:formula" not in archive.read("content.xml")


@pytest.mark.parametrize("form", list(BookFormat))
def test_what_no_xml_can_hold_becomes_a_mark_and_what_is_endless_is_cut(form: BookFormat) -> None:
    found = read(write_book(book(("a\x00b",), ("x" * 40_000,)), form))["Blad"]
    assert [len(str(row[0])) for row in found] == [3, 3, 32_000]


@pytest.mark.parametrize("form", list(BookFormat))
def test_more_rows_than_a_sheet_can_hold_go_on_in_the_next(form: BookFormat, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(books, "MOST_ROWS", 2)
    found = read(write_book(book((1,), (2,), (3,), (4,), (5,)), form))
    assert {name: [row[0] for row in rows[1:]] for name, rows in found.items()} == {
        "Blad": [1, 2],
        "Blad 2": [3, 4],
        "Blad 3": [5],
    }


@pytest.mark.parametrize("form", list(BookFormat))
def test_a_sheet_without_rows_has_its_headings(form: BookFormat) -> None:
    assert read(write_book(book(), form)) == {"Blad": [["wat"]]}


@pytest.mark.parametrize("form", list(BookFormat))
def test_the_same_book_gives_the_same_bytes(form: BookFormat) -> None:
    assert write_book(book(("a",)), form) == write_book(book(("a",)), form)
