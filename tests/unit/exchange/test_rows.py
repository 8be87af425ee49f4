import datetime as dt

import openpyxl

from gemeentedossier.dossier.register.enums import Article6
from gemeentedossier.exchange.engine.register import propose
from gemeentedossier.exchange.enums import RegisterField, RemarkCode, Sector, Severity
from gemeentedossier.exchange.facts import DraftNote, Interpretation, Named, Origin, Place
from tests.unit.exchange.interpreting import interpret_workbook

from .files import csv, read, saved, xlsx
from .vocabulary import RESOLVER, VOCABULARY


def interpreted(content: bytes) -> Interpretation:
    return interpret_workbook(read(content, "Register.csv"), vocabulary=VOCABULARY, resolver=RESOLVER)


def rows(*body: tuple[str, ...], head: tuple[str, ...]) -> Interpretation:
    return interpreted(csv([head, *body]))


def told(found: Interpretation) -> list[tuple[RemarkCode, str]]:
    return [(remark.code, str(remark.place)) for remark in found.remarks]


def test_a_value_knows_its_cell_and_the_text_that_stood_there() -> None:
    found = rows(("Leerplicht", "1-5-'19"), head=("Verwerking", "Datum laatste controle"))
    reviewed = found.activities[0].last_reviewed_on
    assert reviewed is not None
    assert (reviewed.value, reviewed.origin) == (dt.date(2019, 5, 1), Origin("Register", 2, "B", "1-5-'19"))
    assert told(found) == [(RemarkCode.TWO_DIGIT_YEAR, "Register!B2")]


def test_purposes_carry_the_bases_beside_them_and_doubt_is_said() -> None:
    found = rows(("Wmo", "toezicht; verhaal", "publieke taak"), head=("Verwerking", "Doel", "Grondslag"))
    purposes = found.activities[0].purposes
    assert [(each.value.text, each.value.bases[0].value.article_6) for each in purposes] == [
        ("toezicht", Article6.PUBLIC_TASK),
        ("verhaal", Article6.PUBLIC_TASK),
    ]
    assert told(found) == [(RemarkCode.BASES_SHARED, "Register!C2")]


def test_a_basis_without_purpose_is_kept_and_said() -> None:
    found = rows(("Wmo", "", "publieke taak"), head=("Verwerking", "Doel", "Grondslag"))
    assert [each.value.text for each in found.activities[0].purposes] == [""]
    assert told(found) == [(RemarkCode.PURPOSE_MISSING, "Register!C2")]


def test_all_data_are_of_the_one_group_that_is_named() -> None:
    found = rows(("Wmo", "cliënt Wmo", "NAW-gegevens"), head=("Verwerking", "Betrokkenen", "Persoonsgegevens"))
    use = found.activities[0].data_uses[0].value
    assert (use.subject, use.data) == (Named("cliënt Wmo", "client"), Named("NAW-gegevens", "address"))


def test_numbers_pair_data_with_people() -> None:
    found = rows(
        ("Wmo", "1. cliënt Wmo\n2. jeugdige", "NAW-gegevens (1,2)\nBurgerservicenummer (2)"),
        head=("Verwerking", "Betrokkenen", "Persoonsgegevens"),
    )
    uses = [(use.value.subject.id, use.value.data.id) for use in found.activities[0].data_uses]
    assert uses == [("client", "address"), ("child", "address"), ("child", "bsn")]


def test_people_and_data_in_two_lists_are_not_paired_by_guessing() -> None:
    found = rows(
        ("Wmo", "cliënt Wmo; jeugdige", "NAW-gegevens"), head=("Verwerking", "Betrokkenen", "Persoonsgegevens")
    )
    assert (found.activities[0].data_uses, told(found)) == ((), [(RemarkCode.PAIRING_UNKNOWN, "Register")])


def test_a_column_that_is_not_recognised_becomes_a_remark_under_its_heading() -> None:
    found = rows(("Wmo", "zorg", "blauw"), head=("Verwerking", "Doel", "Kleur"))
    assert [note.value for note in found.activities[0].notes] == [DraftNote("Kleur", "blauw")]


def test_a_row_without_a_name_is_reported_cell_by_cell() -> None:
    found = rows(("", "toezicht", "Einde"), head=("Verwerking", "Doel", "Afdeling"))
    assert found.activities == ()
    assert told(found) == [(RemarkCode.NAMELESS_ROW, "Register!B2"), (RemarkCode.NAMELESS_ROW, "Register!C2")]


def test_the_same_record_twice_is_one_draft_and_a_remark() -> None:
    found = rows(("Wmo  zorg", "Hulp"), ("WMO zorg", "hulp"), head=("Verwerking", "Doel"))
    assert [draft.name.value for draft in found.activities] == ["Wmo zorg"]
    assert [(r.code, str(r.place), r.parameters) for r in found.remarks] == [
        (RemarkCode.DUPLICATE_ROW, "Register!3", (("row", "2"),))
    ]


def test_the_same_name_with_other_content_stays_twice_and_is_said() -> None:
    found = rows(("Wmo", "hulp"), ("wmo", "toezicht"), head=("Verwerking", "Doel"))
    assert len(found.activities) == 2
    assert [(r.code, str(r.place), r.severity) for r in found.remarks] == [
        (RemarkCode.SAME_NAME, "Register!A3", Severity.NOTICE)
    ]


def test_a_second_value_of_a_field_that_stands_once_is_reported() -> None:
    book = read(csv([("Verwerking", "Afdeling", "Kleur"), ("Wmo", "Zorg", "Jeugd")]), "Register.csv")
    mapping = propose(book, vocabulary=VOCABULARY)[0].mapping.corrected(2, field=RegisterField.UNIT)
    found = interpret_workbook(book, vocabulary=VOCABULARY, resolver=RESOLVER, mappings={"Register": mapping})
    assert [(r.code, r.original) for r in found.remarks] == [(RemarkCode.SECOND_VALUE, "Jeugd")]


def test_a_column_that_a_person_leaves_out_stands_in_the_report() -> None:
    book = read(csv([("Verwerking", "Doel"), ("Wmo", "zorg")]), "Register.csv")
    mapping = propose(book, vocabulary=VOCABULARY)[0].mapping.corrected(1, field=RegisterField.IGNORE)
    found = interpret_workbook(book, vocabulary=VOCABULARY, resolver=RESOLVER, mappings={"Register": mapping})
    assert told(found) == [(RemarkCode.IGNORED_COLUMN, "Register!B2")]


def test_what_is_hidden_or_merged_in_a_spreadsheet_is_taken_and_said() -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.title = "Register"
    for row in (["Afdeling", "Verwerking", "Doel"], ["Zorg", "Wmo", "hulp"], [None, "Jeugd", "hulp"]):
        sheet.append(row)
    sheet.merge_cells("A2:A3")
    sheet.row_dimensions[2].hidden = True
    sheet.column_dimensions["C"].hidden = True
    secret = book.create_sheet("Oud")
    secret.sheet_state = "hidden"
    secret.append(["weg"])
    found = interpreted(saved(book))
    assert [draft.unit.value for draft in found.activities if draft.unit] == ["Zorg", "Zorg"]
    assert told(found) == [
        (RemarkCode.HIDDEN_ROW, "Register!2"),
        (RemarkCode.HIDDEN_COLUMN, "Register!C"),
        (RemarkCode.MERGED_REPEATED, "Register!A3"),
        (RemarkCode.HIDDEN_SHEET, "Oud"),
    ]


def test_every_visible_sheet_with_a_register_is_read() -> None:
    book = openpyxl.Workbook()
    for name, activity in (("Zorg", "Wmo"), ("Jeugd", "Jeugdhulp")):
        sheet = book.create_sheet(name)
        sheet.append(["Verwerking", "Doel"])
        sheet.append([activity, "hulp"])
    book.remove(book.worksheets[0])
    assert [draft.name.value for draft in interpreted(saved(book)).activities] == ["Wmo", "Jeugdhulp"]


def test_error_values_stand_in_the_report() -> None:
    found = interpreted(xlsx([["Verwerking", "Doel", "Publiek/privaat"], ["Wmo", "=1+1", "publiek"]]))
    assert found.activities[0].sector is not None
    assert found.activities[0].sector.value is Sector.PUBLIC
    assert [(r.code, r.original, r.place) for r in found.remarks] == [
        (RemarkCode.FORMULA_WITHOUT_RESULT, "=1+1", Place("Register", 2, "B"))
    ]
