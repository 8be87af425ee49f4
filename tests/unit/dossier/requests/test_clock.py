"""The clock of a request, day by day (GDPR 12(3))."""

import datetime as dt
from dataclasses import replace
from uuid import UUID

import pytest

from gemeentedossier.catalogue.queries import current_catalogue
from gemeentedossier.dossier.register.enums import DataSubjectRight
from gemeentedossier.dossier.requests.engine.clock import (
    RequestLaw,
    answer_of,
    clock_of,
    default_until,
    objection_until,
    stood_still,
    terms_for,
)
from gemeentedossier.dossier.requests.enums import (
    Answered,
    Channel,
    ClosedAs,
    ExtensionGround,
    LineKind,
    RequestTermKind,
    SuspensionGround,
)
from gemeentedossier.dossier.requests.facts import DataSubjectRequest, DecisionPart, SearchLine, Suspension

LAW = RequestLaw.of(current_catalogue())
KEY = UUID(int=1)


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def a_request(received: str) -> DataSubjectRequest:
    return DataSubjectRequest(KEY, "2026-0001", DataSubjectRight.ACCESS, day(received), Channel.LETTER)


def extended(received: str, months: int) -> DataSubjectRequest:
    told = {"extension_ground": ExtensionGround.NUMBER, "extension_told_on": day(received)}
    return replace(a_request(received), extension_months=months, **told)


def asked(since: str, until: str | None) -> Suspension:
    return Suspension(KEY, SuspensionGround.IDENTITY, day(since), "Who are you?", day(until) if until else None)


@pytest.mark.parametrize(
    ("received", "due", "due_extended"),
    [
        ("2026-11-02", "2026-12-02", "2027-02-02"),
        ("2027-01-31", "2027-03-01", "2027-04-30"),
        ("2026-12-25", "2027-01-25", "2027-03-25"),
        ("2026-11-26", "2026-12-28", "2027-02-26"),
        ("2026-08-31", "2026-09-30", "2026-11-30"),
        ("2028-01-29", "2028-02-29", "2028-05-01"),  # a leap year; 29 April 2028 is a Saturday
        ("2028-02-29", "2028-03-29", "2028-05-29"),
    ],
)
def test_the_last_day(received: str, due: str, due_extended: str) -> None:
    plain, longer = (clock_of(each, LAW, on=day(received)) for each in (a_request(received), extended(received, 2)))
    assert plain is not None
    assert longer is not None
    assert (plain.due, longer.due, longer.told_by) == (day(due), day(due_extended), day(due))


@pytest.mark.parametrize(("months", "due"), [(1, "2027-01-04"), (2, "2027-02-02"), (5, "2027-02-02")])
def test_an_extension_is_two_months_at_most(months: int, due: str) -> None:
    found = clock_of(extended("2026-11-02", months), LAW, on=day("2026-11-02"))
    assert found is not None
    assert found.due == day(due)


@pytest.mark.parametrize(("due", "target"), [("2026-11-02", "2026-11-25"), ("2026-11-26", "2026-12-18")])
def test_the_internal_target_is_five_working_days_earlier(due: str, target: str) -> None:
    found = clock_of(a_request(due), LAW, on=day(due))
    assert found is not None
    assert found.target == day(target)


@pytest.mark.parametrize(
    ("spells", "on", "days"),
    [
        ([], "2026-12-01", 0),
        ([("2026-11-05", "2026-11-05")], "2026-12-01", 0),
        ([("2026-11-05", "2026-11-12")], "2026-12-01", 7),
        ([("2026-11-05", None)], "2026-11-15", 10),
        ([("2026-11-05", "2026-11-12"), ("2026-11-10", "2026-11-14")], "2026-12-01", 9),
    ],
)
def test_the_days_on_which_it_stood_still(spells: list[tuple[str, str | None]], on: str, days: int) -> None:
    assert stood_still([asked(since, until) for since, until in spells], on=day(on)) == days


def test_a_day_that_stood_still_is_added() -> None:
    request = replace(a_request("2026-11-02"), suspensions=(asked("2026-11-05", "2026-11-12"),))
    found = clock_of(request, LAW, on=day("2026-12-01"))
    assert found is not None
    assert (found.due, found.stood_still, found.waits_since) == (day("2026-12-09"), 7, None)


@pytest.mark.parametrize(("answered", "days"), [("2026-12-02", 0), ("2026-12-03", 1), (None, 3)])
def test_days_overdue(answered: str | None, days: int) -> None:
    request = replace(a_request("2026-11-02"), told_on=day(answered) if answered else None)
    found = clock_of(request, LAW, on=day("2026-12-05"))
    assert found is not None
    assert found.days_overdue(on=day("2026-12-05")) == days


@pytest.mark.parametrize(
    ("told", "closed", "on", "expected"),
    [
        (None, None, "2026-12-02", Answered.RUNNING),
        (None, None, "2026-12-03", Answered.LATE),
        ("2026-12-02", None, "2027-01-10", Answered.IN_TIME),
        ("2026-12-03", None, "2027-01-10", Answered.LATE),
        (None, "2026-12-02", "2027-01-10", Answered.NOT_ASKED),
        (None, "2026-12-03", "2027-01-10", Answered.LATE),
        ("2026-12-02", "2026-12-20", "2027-01-10", Answered.IN_TIME),
        ("2026-12-03", "2026-12-20", "2027-01-10", Answered.LATE),
    ],
)
def test_what_ended_after_its_last_day_was_too_late_however_it_ended(
    told: str | None, closed: str | None, on: str, expected: Answered
) -> None:
    request = replace(
        a_request("2026-11-02"),
        told_on=day(told) if told else None,
        closed_on=day(closed) if closed else None,
        closed_as=(ClosedAs.ANSWERED if told else ClosedAs.WITHDRAWN) if closed else None,
    )
    assert answer_of(request, LAW, on=day(on)) is expected


def test_of_what_no_last_day_is_known_nobody_can_tell_whether_it_was_late() -> None:
    request = replace(a_request("2018-03-01"), closed_on=day("2018-09-01"), closed_as=ClosedAs.WITHDRAWN)
    assert answer_of(request, LAW, on=day("2026-12-05")) is Answered.UNKNOWN


@pytest.mark.parametrize(
    ("spells", "told", "on", "due", "waits"),
    [
        ([("2026-02-05", "2026-02-15")], None, "2026-06-01", "2026-02-16", None),  # on the last day; the 15th is Sunday
        ([("2026-02-06", "2026-02-16")], None, "2026-06-01", "2026-02-05", None),  # a day later
        ([("2026-03-01", "2026-05-01")], None, "2026-06-01", "2026-02-05", None),
        ([("2026-03-01", None)], None, "2026-06-01", "2026-02-05", None),
        ([("2026-01-20", "2026-01-30"), ("2026-02-12", "2026-02-17")], None, "2026-06-01", "2026-02-20", None),
        ([("2026-02-12", "2026-02-17"), ("2026-01-20", "2026-01-30")], None, "2026-06-01", "2026-02-20", None),
        ([("2026-01-20", None)], None, "2026-01-30", "2026-02-16", "2026-01-20"),
        ([("2026-01-20", None)], "2026-02-02", "2026-06-01", "2026-02-18", None),
        ([("2026-01-20", None)], "2026-02-02", "2027-01-01", "2026-02-18", None),
        ([("2026-01-20", "2026-03-20")], "2026-02-02", "2026-06-01", "2026-02-18", None),
    ],
)
def test_a_term_that_is_over_or_answered_does_not_stand_still(
    spells: list[tuple[str, str | None]], told: str | None, on: str, due: str, waits: str | None
) -> None:
    spelled = tuple(asked(since, until) for since, until in spells)
    request = replace(a_request("2026-01-05"), suspensions=spelled, told_on=day(told) if told else None)
    found = clock_of(request, LAW, on=day(on))
    assert found is not None
    assert (found.due, found.waits_since) == (day(due), waits and day(waits))


@pytest.mark.parametrize(
    ("told", "due"),
    [("2026-02-05", "2026-04-07"), ("2026-02-06", "2026-02-05"), ("2026-03-20", "2026-02-05"), (None, "2026-02-05")],
)
def test_only_an_extension_told_in_the_first_month_lengthens(told: str | None, due: str) -> None:
    request = replace(extended("2026-01-05", 2), extension_told_on=day(told) if told else None)
    found = clock_of(request, LAW, on=day("2026-06-01"))
    assert found is not None
    assert (found.due, found.told_by) == (day(due), day("2026-02-05"))


def test_a_question_in_the_longer_term_does_not_mend_an_extension_that_was_told_late() -> None:
    late = replace(extended("2026-01-05", 2), suspensions=(asked("2026-03-01", "2026-03-11"),))
    in_time, too_late = (
        clock_of(replace(late, extension_told_on=day(told)), LAW, on=day("2026-06-01"))
        for told in ("2026-02-05", "2026-02-10")
    )
    assert in_time is not None
    assert too_late is not None
    assert (in_time.due, in_time.told_by, in_time.first_stood_still, in_time.stood_still) == (
        day("2026-04-15"), day("2026-02-05"), 0, 10,
    )  # fmt: skip
    assert (too_late.due, too_late.stood_still) == (day("2026-02-05"), 0)


@pytest.mark.parametrize(("notice", "begins"), [("2026-11-21", False), ("2026-12-02", False), ("2026-12-03", True)])
def test_a_notice_of_default_before_the_term_is_over_begins_nothing(notice: str, begins: bool) -> None:
    request = replace(a_request("2026-11-02"), default_on=day(notice))
    kinds = {each.kind for each in terms_for([request], LAW, on=day("2026-12-11"))}
    assert (RequestTermKind.DEFAULT in kinds) is begins


def test_before_the_gdpr_no_term_is_known() -> None:
    assert clock_of(a_request("2018-05-24"), LAW, on=day("2018-06-01")) is None
    assert clock_of(a_request("2018-05-25"), LAW, on=day("2018-06-01")) is not None


def test_an_objection_and_a_notice_of_default_have_terms_of_the_awb() -> None:
    objection, default = objection_until(day("2026-11-13"), LAW), default_until(day("2026-11-02"), LAW)
    assert (objection and objection.due, default and default.due) == (day("2026-12-28"), day("2026-11-16"))


def test_what_an_open_request_asks() -> None:
    request = replace(a_request("2026-11-02"), default_on=day("2026-12-10"))
    assert [(each.on, each.kind) for each in terms_for([request], LAW, on=day("2026-12-11"))] == [
        (day("2026-11-09"), RequestTermKind.ACKNOWLEDGE),
        (day("2026-12-02"), RequestTermKind.ANSWER),
        (day("2026-12-24"), RequestTermKind.DEFAULT),
    ]


@pytest.mark.parametrize(
    ("right", "granted", "told", "because", "asks"),
    [
        (DataSubjectRight.ERASURE, True, None, "", True),
        (DataSubjectRight.ERASURE, True, "2026-11-20", "", False),
        (DataSubjectRight.ERASURE, True, None, "It no longer exists.", False),
        (DataSubjectRight.ERASURE, False, None, "", False),
        (DataSubjectRight.ACCESS, True, None, "", False),
    ],
)
def test_recipients_hear_what_was_changed(
    right: DataSubjectRight, granted: bool, told: str | None, because: str, asks: bool
) -> None:
    line = SearchLine(KEY, LineKind.RECIPIENT, KEY, "School", found=True, told_on=day(told) if told else None)
    request = replace(
        a_request("2026-11-02"),
        right=right,
        told_on=day("2026-11-20"),
        lines=(replace(line, untold_because=because),),
        parts=(DecisionPart(KEY, "All of it", granted),),
    )
    kinds = [each.kind for each in terms_for([request], LAW, on=day("2026-11-21"))]
    assert kinds == ([RequestTermKind.RECIPIENTS] if asks else [])
