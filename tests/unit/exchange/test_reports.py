"""The report of an import as it is kept: nothing of it is lost, and what repeats is told once."""

import json

from hypothesis import given
from hypothesis import strategies as st

from gemeentedossier.exchange.engine.reports import kept_report, remarks_in
from gemeentedossier.exchange.enums import RegisterField, RemarkCode, Severity
from gemeentedossier.exchange.facts import Place, Remark
from gemeentedossier.foundation.engine.plain import to_plain

REMARKS = st.builds(
    Remark,
    code=st.sampled_from(RemarkCode),
    place=st.builds(
        Place,
        sheet=st.sampled_from(["Register", "Blad 2", ""]),
        row=st.integers(0, 9),
        column=st.sampled_from(["", "R"]),
    ),
    original=st.sampled_from(["", "zolang nodig", "in concept"]),
    severity=st.sampled_from(Severity),
    field=st.sampled_from([None, RegisterField.RETENTION, RegisterField.NAME]),
    parameters=st.sampled_from([(), (("count", "3"),)]),
)


def a_remark(*, row: int, column: str = "N") -> Remark:
    return Remark(RemarkCode.NO_PERIOD, Place("Register", row, column), "zolang nodig", Severity.NOTICE)


@given(st.lists(REMARKS, max_size=20))
def test_every_remark_comes_out_of_the_database_as_it_went_in(remarks: list[Remark]) -> None:
    stored = json.loads(json.dumps(kept_report(remarks)))
    assert sorted(remarks_in(stored), key=repr) == sorted(remarks, key=repr)


def test_what_is_said_of_many_cells_of_a_column_is_kept_once() -> None:
    kept = kept_report([a_remark(row=row) for row in (4, 5, 9)])
    assert [each["rows"] for each in kept if isinstance(each, dict)] == [[4, 5, 9]]


def test_remarks_are_told_row_by_row_those_on_a_whole_sheet_first() -> None:
    remarks = [a_remark(row=7), a_remark(row=2, column="R"), a_remark(row=7, column="R"), a_remark(row=0, column="")]
    told = remarks_in(kept_report(remarks))
    assert [str(each.place) for each in told] == ["Register", "Register!R2", "Register!N7", "Register!R7"]


def test_a_report_of_before_is_read_as_well() -> None:
    assert remarks_in([to_plain(a_remark(row=3))]) == (a_remark(row=3),)
