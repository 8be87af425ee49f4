"""What holds on a day: the day before and the day of."""

import datetime as dt
from dataclasses import replace

import pytest

from gemeentedossier.catalogue.facts.risks import RiskLevel
from gemeentedossier.catalogue.facts.security import SecurityAspect
from gemeentedossier.dossier.governance.facts import RiskAppetite
from gemeentedossier.dossier.parties.facts import PartyRepresentative
from gemeentedossier.dossier.security.enums import RiskDecision
from gemeentedossier.dossier.security.facts import LogReviewPlan, SecurityRisk
from gemeentedossier.foundation.identifiers import new_id

FIRST, LAST = dt.date(2026, 3, 1), dt.date(2026, 6, 30)
ONE = dt.timedelta(days=1)
ACTING = PartyRepresentative(new_id(), new_id(), new_id(), FIRST, LAST)
APPETITE = RiskAppetite(new_id(), RiskLevel.LOW, "Geen.", new_id(), new_id(), FIRST, ended_on=LAST)
PLAN = LogReviewPlan(new_id(), new_id(), "Inzage.", 3, FIRST, ended_on=LAST)
RISK = SecurityRisk(new_id(), new_id(), SecurityAspect.INTEGRITY, "Uitval.", accepted_until=LAST)


@pytest.mark.parametrize(("day", "acts"), [(FIRST - ONE, False), (FIRST, True), (LAST, True), (LAST + ONE, False)])
def test_somebody_acts_for_a_party_up_to_and_including_the_last_day(day: dt.date, *, acts: bool) -> None:
    assert ACTING.acts_on(day) is acts


def test_without_a_last_day_somebody_goes_on_acting_for_a_party() -> None:
    assert replace(ACTING, ends_on=None).acts_on(LAST + ONE) is True


@pytest.mark.parametrize(("day", "is_open"), [(LAST, True), (LAST + ONE, False)])
def test_an_invitation_is_open_up_to_and_including_its_last_day(day: dt.date, *, is_open: bool) -> None:
    invited = replace(ACTING, ends_on=None, invited_until=LAST)
    assert (invited.is_open_on(day), invited.acts_on(FIRST)) == (is_open, False)


def test_what_was_taken_up_or_ended_is_no_open_invitation() -> None:
    assert (ACTING.is_open_on(FIRST), replace(ACTING, invited_until=LAST).is_open_on(FIRST)) == (False, False)


@pytest.mark.parametrize(("day", "holds"), [(FIRST - ONE, False), (FIRST, True), (LAST - ONE, True), (LAST, False)])
def test_what_ended_on_a_day_holds_up_to_the_day_before(day: dt.date, *, holds: bool) -> None:
    assert (APPETITE.holds_on(day), PLAN.holds_on(day)) == (holds, holds)


def test_what_did_not_end_goes_on() -> None:
    assert replace(APPETITE, ended_on=None).holds_on(LAST) is True
    assert replace(PLAN, ended_on=None).holds_on(LAST) is True


@pytest.mark.parametrize(
    ("decision", "day", "accepted"),
    [
        (RiskDecision.ACCEPT, LAST, True),
        (RiskDecision.ACCEPT, LAST + ONE, False),
        (RiskDecision.TREAT, LAST, False),
        (RiskDecision.STOP, LAST, False),
        (None, LAST, False),
    ],
)
def test_a_risk_is_accepted_until_a_day(decision: RiskDecision | None, day: dt.date, *, accepted: bool) -> None:
    assert replace(RISK, decision=decision).is_accepted_on(day) is accepted


def test_what_was_accepted_without_a_day_stays_accepted() -> None:
    assert replace(RISK, decision=RiskDecision.ACCEPT, accepted_until=None).is_accepted_on(LAST + ONE) is True
