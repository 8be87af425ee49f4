"""The report of an import puts remarks of one kind together."""

from django.utils import translation

from gemeentedossier.desk.presenters.import_report import KINDS, remark_groups
from gemeentedossier.exchange.enums import FileFormat, RegisterField, RemarkCode, Severity
from gemeentedossier.exchange.facts import Place, Remark
from gemeentedossier.exchange.presenters.remarks import Places

WORKBOOK = Places(FileFormat.XLSX)


def remark(row: int, code: RemarkCode, severity: Severity) -> Remark:
    return Remark(code, Place("Blad1", row, "C"), "x", severity, RegisterField.RETENTION)


def test_what_was_lost_stands_before_what_is_more_frequent() -> None:
    notices = [remark(row, RemarkCode.NO_PERIOD, Severity.NOTICE) for row in range(9)]
    groups = remark_groups([*notices, remark(9, RemarkCode.NOT_A_VALUE, Severity.LOST)], WORKBOOK)
    assert [group.first[0].place for group in groups] == ["Blad1!C9", "Blad1!C"]


def test_the_first_three_places_stand_in_sight_and_the_others_behind_a_fold() -> None:
    (group,) = remark_groups([remark(row, RemarkCode.NO_PERIOD, Severity.NOTICE) for row in range(1, 6)], WORKBOOK)
    assert [said.place for said in group.first] == ["Blad1!C1", "Blad1!C2", "Blad1!C3"]
    assert [said.place for said in group.others] == ["Blad1!C4", "Blad1!C5"]


def test_of_very_many_remarks_the_page_says_how_many_stand_elsewhere() -> None:
    with translation.override("en"):
        (group,) = remark_groups(
            [remark(row, RemarkCode.NO_PERIOD, Severity.NOTICE) for row in range(1, 206)], WORKBOOK
        )
    assert (len(group.first) + len(group.others), group.beyond.split()[1]) == (200, "5")


def test_what_many_cells_of_one_column_say_stands_once_with_every_row() -> None:
    absent = [remark(row, RemarkCode.NOT_APPLICABLE, Severity.LOST) for row in (2, 3, 4, 9)]
    (group,) = remark_groups(absent, Places(FileFormat.CSV, {("Blad1", "C"): "Bewaartermijn"}))
    assert [said.place for said in group.first] == ["regels 2–4, 9, kolom “Bewaartermijn” (4×)"]
    assert (group.count, group.others) == ("4 plaatsen", ())


def test_two_groups_of_one_field_are_told_apart() -> None:
    lost = [remark(2, RemarkCode.NOT_APPLICABLE, Severity.LOST), remark(3, RemarkCode.NOT_A_VALUE, Severity.LOST)]
    titles = [group.title for group in remark_groups(lost, WORKBOOK)]
    assert titles == ["Bewaartermijn: niet van toepassing", "Bewaartermijn: de waarde ontbreekt"]


def test_every_kind_of_remark_has_a_name() -> None:
    assert set(KINDS) == set(RemarkCode)
