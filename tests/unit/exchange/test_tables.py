from gemeentedossier.exchange.engine.mapping import recogniser
from gemeentedossier.exchange.engine.reading.workbook import Area, Oddities, Sheet
from gemeentedossier.exchange.engine.tables import Table, find_table
from gemeentedossier.exchange.enums import RemarkCode

from .vocabulary import VOCABULARY

HEAD = ("Verwerking", "Doel", "Grondslag")
ROW = ("Leerplicht", "toezicht", "wettelijke verplichting")
PLAIN = Oddities()
EMPTY = ("", "", "")


def found(*rows: tuple[str, ...], oddities: Oddities = PLAIN) -> Table:
    table = find_table(Sheet("Blad", rows, oddities=oddities), recognises=recogniser(VOCABULARY.headings))
    assert table is not None
    return table


def test_titles_above_the_headings_stand_outside_the_table() -> None:
    table = found(("Register van Voorbeeldstad", "", ""), EMPTY, HEAD, ROW)
    assert [heading.text for heading in table.headings] == list(HEAD)
    assert (table.body, table.outside) == ((3,), ((0, RemarkCode.OUTSIDE_TABLE),))


def test_empty_rows_inside_the_table_are_passed_over() -> None:
    assert found(HEAD, ROW, EMPTY, ROW).body == (1, 3)


def test_headings_that_repeat_and_totals_are_no_records() -> None:
    table = found(HEAD, ROW, HEAD, ("Totaal", "1", ""))
    assert table.outside == ((2, RemarkCode.REPEATED_HEADING), (3, RemarkCode.TOTAL_ROW))


def test_an_activity_whose_name_begins_with_total_is_a_record() -> None:
    assert found(HEAD, ("Totaalbeeld jeugd", "beleid", "e")).body == (1,)


def test_empty_columns_fall_away_and_a_column_without_heading_stays() -> None:
    table = found(("", "Verwerking", "Doel", ""), ("", "Leerplicht", "toezicht", "los woord"))
    assert [(heading.column, heading.text) for heading in table.headings] == [(1, "Verwerking"), (2, "Doel"), (3, "")]


def test_headings_in_two_rows_are_read_together() -> None:
    rows = (("Verwerking", "Bewaartermijn", ""), ("", "digitaal", "papier"), ("Leerplicht", "1 jaar", "2 jaar"))
    table = found(("Doel", "", ""), *rows, oddities=Oddities(merged=(Area(1, 1, 1, 2),)))
    assert [heading.text for heading in table.headings][1:] == ["Bewaartermijn digitaal", "Bewaartermijn papier"]


def test_a_merged_cell_speaks_for_the_rows_that_it_covers() -> None:
    table = found(HEAD, ROW, ("", "x", "y"), oddities=Oddities(merged=(Area(1, 0, 2, 0),)))
    assert dict(table.repeated) == {(2, 0): (1, 0)}


def test_a_sheet_of_prose_holds_no_table() -> None:
    assert find_table(Sheet("Blad", (("een brief",), ("aan u",))), recognises=lambda _: False) is None
