"""Every advice of the officer: where it was given, what became of it, and whose hand was in the matter."""

import datetime as dt
from dataclasses import replace
from uuid import UUID

import pytest

from gemeentedossier.dossier.breaches.facts import BreachTriage, PersonalDataBreach
from gemeentedossier.dossier.governance.enums import AdviceAnswer
from gemeentedossier.dossier.governance.facts import OwnAdvice
from gemeentedossier.dossier.snapshot.facts import Dossier
from gemeentedossier.method.engine.advice import (
    AdviceOn,
    AdviceStanding,
    advices_of,
    counts_of,
    due_of,
    standing_of,
)
from gemeentedossier.method.engine.independence import AtStake, at_stake
from gemeentedossier.organisation.enums import Role
from tests.unit.documents.assessed_municipality import ASSESSED
from tests.unit.documents.composed_municipality import EMPTY, SUPPORT, catalogue
from tests.unit.method.officers import ALI, FEMKE, GIVEN, LOTTE, advice, answered, check, figures, watched

LAST = dt.date(2026, 4, 13)
"""Six weeks after 2 March, the catalogue's own term."""


def own(*given: OwnAdvice) -> Dossier:
    return watched(EMPTY, FEMKE, own_advices=given)


def test_advice_on_assessments_stands_beside_that_of_own_accord() -> None:
    found = advices_of(replace(ASSESSED, own_advices=(advice(1),)))
    assert {each.on for each in found} == {AdviceOn.ASSESSMENT, AdviceOn.OWN_ACCORD}
    assert [each.given_at for each in found] == sorted((each.given_at for each in found), reverse=True)


@pytest.mark.parametrize(
    ("day", "standing"),
    [(LAST, AdviceStanding.WAITING), (LAST + dt.timedelta(days=1), AdviceStanding.OVERDUE)],
)
def test_it_waits_too_long_from_the_day_after_the_term(day: dt.date, standing: AdviceStanding) -> None:
    given = advices_of(own(advice(1)))[0]
    assert (due_of(given, catalogue()), standing_of(given, catalogue(), on=day)) == (LAST, standing)


@pytest.mark.parametrize("answer", AdviceAnswer)
def test_an_answer_says_what_became_of_it(answer: AdviceAnswer) -> None:
    given = advices_of(own(answered(advice(1), answer)))[0]
    assert standing_of(given, catalogue(), on=dt.date(2099, 1, 1)) == AdviceStanding(answer.value)
    assert given.waits(on=dt.date(2099, 1, 1)) == 7


def test_each_standing_is_counted() -> None:
    found = advices_of(
        own(advice(1), answered(advice(2), AdviceAnswer.FOLLOWED), answered(advice(3), AdviceAnswer.NOT_FOLLOWED))
    )
    counts = counts_of(found, catalogue(), on=dt.date(2026, 12, 1))
    assert {key.value: number for key, number in counts.items() if number} == {
        "followed": 1, "not_followed": 1, "overdue": 1,
    }  # fmt: skip


def test_a_number_counts_advice_of_the_period_alone() -> None:
    earlier = advice(1, given_at=dt.datetime(2025, 12, 31, 22, 59, tzinfo=dt.UTC))
    first = advice(2, given_at=dt.datetime(2025, 12, 31, 23, 0, tzinfo=dt.UTC))
    last = advice(3, given_at=dt.datetime(2026, 12, 31, 22, 59, tzinfo=dt.UTC))
    later = advice(4, given_at=dt.datetime(2026, 12, 31, 23, 0, tzinfo=dt.UTC))
    found = figures(own(earlier, first, last, later))
    assert [each.id for each in found["advice"].cases] == [first.id, last.id]


def test_what_waits_is_counted_on_the_last_day_whenever_it_was_given() -> None:
    earlier = advice(1, given_at=dt.datetime(2024, 5, 2, 9, tzinfo=dt.UTC))
    done = answered(advice(2, given_at=dt.datetime(2024, 5, 3, 9, tzinfo=dt.UTC)), AdviceAnswer.FOLLOWED)
    last = advice(3, given_at=dt.datetime(2026, 12, 31, 22, 59, tzinfo=dt.UTC))
    later = advice(4, given_at=dt.datetime(2026, 12, 31, 23, 0, tzinfo=dt.UTC))
    found = figures(own(earlier, done, last, later))
    assert [each.id for each in found["advice-open"].cases] == [earlier.id, last.id]
    assert found["advice-followed"].number == 0


def test_a_breach_of_an_earlier_year_counts_until_it_is_closed() -> None:
    at = {1: dt.datetime(2024, 5, 2, 9, tzinfo=dt.UTC), 2: GIVEN, 3: dt.datetime(2026, 12, 31, 23, tzinfo=dt.UTC)}
    kept = tuple(
        PersonalDataBreach(id=UUID(int=key), number=f"{key}", title="Map", reported_at=each) for key, each in at.items()
    )
    shut = replace(kept[0], id=UUID(int=4), closing=replace(kept[0].closing, closed_at=GIVEN))
    found = figures(replace(EMPTY, breaches=(*kept, shut)))
    assert [each.id for each in found["breach-unjudged"].cases] == [UUID(int=2)]
    assert [each.id for each in found["breach-open"].cases] == [UUID(int=1), UUID(int=2)]


@pytest.mark.parametrize(
    ("answer", "counted", "unjudged"), [(True, 1, 0), (None, 0, 1), (False, 0, 0)], ids=["a breach", "open", "none"]
)
def test_a_report_counts_as_a_breach_once_somebody_judged_so(answer: bool | None, counted: int, unjudged: int) -> None:
    triage = BreachTriage(security_broken=answer, personal_data=answer)
    breach = PersonalDataBreach(id=UUID(int=1), number="1", title="Map", reported_at=GIVEN, triage=triage)
    found = figures(replace(EMPTY, breaches=(breach,)))
    assert (found["breaches"].number, found["breach-unjudged"].number) == (counted, unjudged)


def test_a_check_of_an_earlier_year_that_nobody_did_is_still_late() -> None:
    found = figures(watched(EMPTY, FEMKE, supervision_checks=(check(1, due_on=dt.date(2025, 6, 1)),)))
    assert [each.id for each in found["check-late"].cases] == [check(1, due_on=LAST).id]


@pytest.mark.parametrize(("today", "late"), [(dt.date(2026, 6, 1), 0), (dt.date(2026, 6, 2), 1)])
def test_while_the_period_runs_a_day_that_lies_ahead_is_not_over(today: dt.date, late: int) -> None:
    planned = watched(EMPTY, FEMKE, supervision_checks=(check(1, due_on=dt.date(2026, 6, 1)),))
    assert figures(planned, today=today)["check-late"].number == late


def test_nothing_is_at_stake_where_another_answers() -> None:
    assert at_stake(own(answered(advice(1), AdviceAnswer.FOLLOWED)), on=LAST) == ()


def test_an_officer_with_a_conflicting_role_is_told() -> None:
    found = at_stake(watched(EMPTY, LOTTE, ALI), on=LAST)
    assert [(each.how, each.person, each.roles) for each in found] == [
        (AtStake.CONFLICTING_ROLE, "Lotte", (Role.ADMINISTRATOR,))
    ]


def test_an_officer_who_answered_an_own_advice_is_told() -> None:
    found = at_stake(own(answered(advice(1), AdviceAnswer.FOLLOWED, by=FEMKE)), on=LAST)
    assert [(each.how, each.person) for each in found] == [(AtStake.ANSWERED_OWN, "Femke")]


def test_an_officer_who_answers_for_the_record_is_told() -> None:
    activity = replace(SUPPORT, owner_id=FEMKE.id)
    dossier = replace(own(advice(1, about=activity.id)), activities=(activity,))
    assert [each.how for each in at_stake(dossier, on=LAST)] == [AtStake.OWNS]


def test_an_officer_who_drew_up_what_they_advised_on_is_told() -> None:
    given = next(each for each in ASSESSED.impact_assessments if each.advice)
    drawn = replace(given, drawn_up_by_id=given.advice[0].advised_by_id, adopted_by_id=UUID(int=1))
    dossier = replace(EMPTY, impact_assessments=(drawn,))
    assert AtStake.DREW_UP in [each.how for each in at_stake(dossier, on=LAST)]
