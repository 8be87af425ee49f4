"""How an agreement stands on a day: the day before, the day itself, the day after."""

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gemeentedossier.dossier.agreements.engine.term import (
    holds_on,
    last_day,
    months_after,
    notice_before,
    state_on,
    terms_for,
)
from gemeentedossier.dossier.agreements.enums import AgreementKind, AgreementState, Renewal, TermKind
from gemeentedossier.dossier.agreements.facts import Agreement, AgreementParty, SubProcessor
from gemeentedossier.foundation.identifiers import new_id

DAY = dt.date(2026, 11, 24)
EVE, MORROW = DAY - dt.timedelta(days=1), DAY + dt.timedelta(days=1)
STATE = AgreementState


def an_agreement(**more: Any) -> Agreement:
    made = Agreement(id=new_id(), name="Hosting", kind=AgreementKind.PROCESSOR, signed_on=dt.date(2024, 1, 1))
    return replace(made, **more)


@pytest.mark.parametrize(
    ("dates", "state"),
    [
        ({"signed_on": None}, STATE.DRAFT),
        ({"signed_on": None, "starts_on": EVE, "ends_on": EVE}, STATE.DRAFT),
        ({"signed_on": MORROW}, STATE.DRAFT),
        ({"signed_on": DAY}, STATE.IN_FORCE),
        ({"starts_on": MORROW}, STATE.SIGNED),
        ({"starts_on": DAY}, STATE.IN_FORCE),
        ({"ends_on": DAY}, STATE.IN_FORCE),
        ({"ends_on": EVE}, STATE.EXPIRED),
        ({"ends_on": EVE, "renewal": Renewal.BY_DECISION}, STATE.EXPIRED),
        ({"ends_on": EVE, "renewal": Renewal.TACIT}, STATE.IN_FORCE),
        ({"notice_given_on": MORROW, "notice_ends_on": MORROW}, STATE.IN_FORCE),
        ({"notice_given_on": DAY, "notice_ends_on": DAY}, STATE.NOTICE_GIVEN),
        ({"notice_given_on": EVE, "notice_ends_on": EVE}, STATE.EXPIRED),
        ({"ended_on": DAY}, STATE.IN_FORCE),
        ({"ended_on": EVE}, STATE.ENDED),
        ({"ended_on": EVE, "ends_on": EVE}, STATE.ENDED),
    ],
)
def test_how_it_stands_follows_from_its_dates(dates: dict[str, Any], state: AgreementState) -> None:
    assert state_on(an_agreement(**dates), DAY) is state


def test_it_binds_while_it_is_in_force_and_after_notice_until_the_last_day() -> None:
    noticed = an_agreement(notice_given_on=EVE, notice_ends_on=DAY)
    assert [holds_on(noticed, day) for day in (EVE, DAY, MORROW)] == [True, True, False]


def test_what_is_renewed_tacitly_ends_on_the_first_such_day_to_come() -> None:
    yearly = an_agreement(ends_on=dt.date(2024, 2, 29), renewal=Renewal.TACIT, renewal_months=12)
    days = [dt.date(2024, 2, 29), dt.date(2024, 3, 1), dt.date(2025, 3, 1), dt.date(2028, 2, 29)]
    expected = [dt.date(2024, 2, 29), dt.date(2025, 2, 28), dt.date(2026, 2, 28), dt.date(2028, 2, 29)]
    assert [last_day(yearly, on=day) for day in days] == expected


def renewed_slowly(first: dt.date, months: int, on: dt.date) -> dt.date:
    times = 0
    while (day := months_after(first, months=times * months)) < on:
        times += 1
    return day


@given(
    first=st.dates(dt.date(1990, 1, 1), dt.date(2030, 1, 1)),
    months=st.integers(1, 60),
    on=st.dates(dt.date(1990, 1, 1), dt.date(2060, 1, 1)),
)
def test_tacit_renewal_is_what_counting_one_by_one_gives(first: dt.date, months: int, on: dt.date) -> None:
    agreement = an_agreement(ends_on=first, renewal=Renewal.TACIT, renewal_months=months)
    assert last_day(agreement, on=on) == renewed_slowly(first, months, on)


def test_notice_must_be_given_before_the_last_day_by_the_months_agreed() -> None:
    agreement = an_agreement(ends_on=dt.date(2027, 5, 31), notice_months=3)
    assert notice_before(agreement, on=DAY) == dt.date(2027, 2, 28)


@pytest.mark.parametrize("lacking", [{"ends_on": None}, {"notice_months": None}])
def test_without_an_end_or_a_term_there_is_no_last_day_for_notice(lacking: dict[str, Any]) -> None:
    agreement = replace(an_agreement(ends_on=dt.date(2027, 5, 31), notice_months=3), **lacking)
    assert notice_before(agreement, on=DAY) is None


def test_the_calendar_tells_what_is_asked_when() -> None:
    sub = SubProcessor(new_id(), new_id(), "Mailer", objection_until=dt.date(2026, 12, 1))
    agreement = an_agreement(
        ends_on=dt.date(2027, 5, 31),
        notice_months=3,
        reviewed_on=dt.date(2025, 12, 15),
        sub_processors=(sub,),
        parties=(AgreementParty(new_id(), new_id(), "Cloud BV"),),
    )
    assert [(t.on, t.kind, t.detail) for t in terms_for([agreement], on=DAY)] == [
        (dt.date(2026, 12, 1), TermKind.OBJECT_BEFORE, "Mailer"),
        (dt.date(2026, 12, 15), TermKind.REVIEW, "Cloud BV"),
        (dt.date(2027, 2, 28), TermKind.NOTICE_BEFORE, ""),
        (dt.date(2027, 5, 31), TermKind.ENDS, ""),
    ]


def test_after_the_end_the_proof_of_erasure_is_asked_until_it_is_there() -> None:
    over = an_agreement(ended_on=EVE)
    assert [term.kind for term in terms_for([over], on=DAY)] == [TermKind.PROVE_ERASURE]
    proved = replace(over, erasure_evidence_id=new_id(), erasure_proved_on=DAY)
    assert terms_for([proved], on=DAY) == ()


@pytest.mark.parametrize(("months", "day"), [(10**9, dt.date.max), (-(10**9), dt.date.min)])
def test_no_number_of_months_leaves_the_calendar(months: int, day: dt.date) -> None:
    assert months_after(DAY, months=months) == day
