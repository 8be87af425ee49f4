import datetime as dt

import openpyxl
import pytest

from gemeentedossier.exchange.engine.reading.delimited import separator_of
from gemeentedossier.exchange.engine.reading.workbook import Area, column_index, column_letter
from gemeentedossier.exchange.enums import FileFormat
from gemeentedossier.exchange.facts import Place

from .files import bare_ods, bare_xlsx, csv, ods, read, saved, xlsx

ROWS = [["Verwerking", "Categorieën"], ["Leerplicht", "NAW;\nBSN"]]
AS_READ = (("Verwerking", "Categorieën"), ("Leerplicht", "NAW;\nBSN"))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le"])
@pytest.mark.parametrize("separator", [";", ",", "\t"])
def test_a_csv_reads_the_same_in_every_encoding_and_with_every_separator(encoding: str, separator: str) -> None:
    book = read(csv(ROWS, encoding, separator), "register.csv")
    assert (book.format, book.sheets[0].rows) == (FileFormat.CSV, AS_READ)


def test_the_format_is_known_by_content_and_not_by_name() -> None:
    assert read(xlsx(ROWS), "register.csv").format is FileFormat.XLSX


def test_an_xlsx_and_an_ods_give_the_same_rows() -> None:
    assert read(xlsx(ROWS)).sheets[0].rows == AS_READ
    book = read(ods([["Verwerking", "Categorieën"], ["Leerplicht", "NAW"]]))
    assert (book.format, book.sheets[0].rows[1]) == (FileFormat.ODS, ("Leerplicht", "NAW"))


ERROR = 'office:value-type="string" office:string-value="" calcext:value-type="error"'
NAMED = "<table:table-cell office:value-type='string'><text:p>Leerplicht</text:p></table:table-cell>"


def test_an_error_of_an_ods_is_kept_as_what_it_shows() -> None:
    cell = f'<table:table-cell table:formula="of:=[.#REF!]" {ERROR}><text:p>#REF!</text:p></table:table-cell>'
    sheet = read(bare_ods(f"<table:table-row>{NAMED}{cell}</table:table-row>")).sheets[0]
    assert dict(sheet.oddities.errors) == {(0, 1): "#REF!"}


def test_an_error_of_an_ods_stands_in_every_cell_that_repeats_it() -> None:
    cell = f'<table:table-cell table:number-columns-repeated="2" {ERROR}><text:p>#N/A</text:p></table:table-cell>'
    sheet = read(bare_ods(f"<table:table-row>{NAMED}{cell}{NAMED}</table:table-row>")).sheets[0]
    assert dict(sheet.oddities.errors) == {(0, 1): "#N/A", (0, 2): "#N/A"}


def test_a_failed_formula_of_an_ods_without_a_type_for_errors_is_an_error_and_no_zero() -> None:
    told = 'table:formula="of:=1/0" office:value-type="float" office:value="0"'
    cell = f"<table:table-cell {told}><text:p>#DIV/0!</text:p></table:table-cell>"
    sheet = read(bare_ods(f"<table:table-row>{NAMED}{cell}</table:table-row>")).sheets[0]
    assert dict(sheet.oddities.errors) == {(0, 1): "#DIV/0!"}


def test_a_text_of_an_ods_that_only_looks_like_an_error_is_a_text() -> None:
    cell = "<table:table-cell office:value-type='string'><text:p>#REF!</text:p></table:table-cell>"
    sheet = read(bare_ods(f"<table:table-row>{NAMED}{cell}</table:table-row>")).sheets[0]
    assert (sheet.rows, dict(sheet.oddities.errors)) == ((("Leerplicht", "#REF!"),), {})


def test_a_cell_has_the_place_that_the_spreadsheet_shows() -> None:
    assert read(xlsx(ROWS)).sheets[0].cell(1, 0).place == Place("Register", 2, "A")


def test_a_separator_that_the_first_line_declares_keeps_the_row_numbers() -> None:
    assert read(b"sep=,\r\na,b\r\nc,d", "x.csv").sheets[0].rows == (("", ""), ("a", "b"), ("c", "d"))


def test_semicolons_inside_cells_do_not_pass_for_separators() -> None:
    assert separator_of("a,b,c\n1;2,3;4,5\n6;7;8,9,10\n") == ","


def test_hidden_rows_columns_and_sheets_and_merged_cells_are_noticed() -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for row in (["a", "b"], ["c", "d"], ["e", "f"]):
        sheet.append(row)
    sheet.merge_cells("A2:A3")
    sheet.row_dimensions[3].hidden = True
    sheet.column_dimensions["B"].hidden = True
    book.create_sheet("Verborgen").sheet_state = "hidden"
    first, second = read(saved(book)).sheets
    assert first.oddities.merged == (Area(1, 0, 2, 0),)
    assert (first.oddities.hidden_rows, first.oddities.hidden_columns) == (frozenset({2}), frozenset({1}))
    assert (first.hidden, second.hidden) == (False, True)


def test_error_values_and_formulas_without_result_keep_their_text() -> None:
    oddities = (
        read(bare_xlsx('<row r="1"><c r="A1" t="e"><v>#N/A</v></c><c r="B1"><f>1+1</f></c></row>')).sheets[0].oddities
    )
    assert dict(oddities.errors) == {(0, 0): "#N/A"}
    assert dict(oddities.formulas_without_result) == {(0, 1): "=1+1"}


def test_a_formula_whose_result_is_an_empty_text_is_no_loss() -> None:
    cells = '<row r="1"><c r="A1" t="str"><f>IF(1,"","x")</f><v></v></c><c r="B1"><v>3</v></c></row>'
    assert dict(read(bare_xlsx(cells)).sheets[0].oddities.formulas_without_result) == {}


def test_cells_without_a_place_of_their_own_follow_each_other() -> None:
    cells = '<row><c t="e"><v>#REF!</v></c></row><row><c><v>1</v></c><c t="e"><v>#NAME?</v></c></row>'
    assert dict(read(bare_xlsx(cells)).sheets[0].oddities.errors) == {(0, 0): "#REF!", (1, 1): "#NAME?"}


def test_dates_numbers_and_booleans_keep_their_kind() -> None:
    assert read(xlsx([["a"], [dt.date(2020, 1, 2)], [3], [True]])).sheets[0].rows == (
        ("a",),
        (dt.date(2020, 1, 2),),
        (3.0,),
        (True,),
    )


@pytest.mark.parametrize(
    ("index", "letters"), [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA"), (16383, "XFD")]
)
def test_columns_have_the_letters_of_a_spreadsheet(index: int, letters: str) -> None:
    assert (column_letter(index), column_index(letters)) == (letters, index)
