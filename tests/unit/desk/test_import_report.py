"""The report of an import puts remarks of one kind together."""

from django.utils import translation

from gemeentedossier.desk.presenters.import_report import remark_groups
from gemeentedossier.exchange.enums import RegisterField, RemarkCode, Severity
from gemeentedossier.exchange.facts import Place, Remark


def remark(row: int, code: RemarkCode, severity: Severity) -> Remark:
    return Remark(code, Place("Blad1", row, "C"), "x", severity, RegisterField.RETENTION)


def test_what_was_lost_stands_before_what_is_more_frequent() -> None:
    notices = [remark(row, RemarkCode.NO_PERIOD, Severity.NOTICE) for row in range(9)]
    groups = remark_groups([*notices, remark(9, RemarkCode.NOT_A_VALUE, Severity.LOST)])
    assert [group.first[0].place for group in groups] == ["Blad1!C9", "Blad1!C"]


def test_the_first_three_places_stand_in_sight_and_the_others_behind_a_fold() -> None:
    (group,) = remark_groups([remark(row, RemarkCode.NO_PERIOD, Severity.NOTICE) for row in range(1, 6)])
    assert [said.place for said in group.first] == ["Blad1!C1", "Blad1!C2", "Blad1!C3"]
    assert [said.place for said in group.others] == ["Blad1!C4", "Blad1!C5"]


def test_of_very_many_remarks_the_page_says_how_many_stand_elsewhere() -> None:
    with translation.override("en"):
        (group,) = remark_groups([remark(row, RemarkCode.NO_PERIOD, Severity.NOTICE) for row in range(1, 206)])
    assert (len(group.first) + len(group.others), group.beyond.split()[1]) == (200, "5")
