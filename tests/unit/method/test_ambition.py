"""How far a theme is from the level that was chosen for it, and what is still needed."""

import datetime as dt
from dataclasses import replace
from uuid import UUID

import pytest

from gemeentedossier.assessment.standing import judge
from gemeentedossier.catalogue.queries import current_catalogue
from gemeentedossier.desk.presenters.agenda import duty_url
from gemeentedossier.dossier.governance.facts import Ambition
from gemeentedossier.dossier.governance.policies import HIGHEST_AMBITION
from gemeentedossier.exchange.example.dossier import example_dossier
from gemeentedossier.method.engine.ambition import (
    ambition_terms,
    needed_for,
    short_of_half,
    standings_of,
    steps_by_rule,
)
from gemeentedossier.method.engine.duties import Seen, duties_of
from gemeentedossier.method.engine.maturity import HIGHEST_TOLD, maturity_of
from gemeentedossier.method.enums import DutyState, HeldBack, PlanTermKind
from gemeentedossier.method.facts import Holding, ThemeMaturity
from gemeentedossier.organisation.enums import Role

THEME = current_catalogue().maturity_themes[0]
RULES = [current_catalogue().rules[each] for each in sorted(current_catalogue().rules)[:5]]
HOLDING = tuple(Holding(why, rule, 1) for why, rule in zip(HeldBack, RULES, strict=True))
FOUND = ThemeMaturity(THEME, 1, 5, 1, 0, 1, 1, 1, 1, holding=HOLDING)
DAY = dt.date(2026, 11, 28)
CHOSEN = Ambition(UUID(int=1), THEME.id, 3, DAY, "Zo ver.", UUID(int=2), DAY)
LAW = [HeldBack.NOT_MET, HeldBack.CONTRADICTS, HeldBack.UNPROVED]


@pytest.mark.parametrize(
    ("now", "wanted", "needed"),
    [
        (1, 2, [HeldBack.NOT_MET]),
        (None, 2, [HeldBack.NOT_MET]),
        (2, 2, []),
        (2, 3, LAW),
        (3, 3, []),
        (3, 4, list(HeldBack)),
        (4, 4, []),
    ],
)
def test_what_is_needed_follows_from_what_the_level_asks(now: int | None, wanted: int, needed: list[HeldBack]) -> None:
    assert [each.why for each in needed_for(replace(FOUND, level=now), wanted)] == needed


def test_what_is_not_met_and_past_its_day_is_asked_once() -> None:
    both = (Holding(HeldBack.NOT_MET, RULES[0], 1), Holding(HeldBack.OVERDUE, RULES[0], 1))
    assert needed_for(replace(FOUND, holding=both), 4) == both[:1]


@pytest.mark.parametrize(("applying", "met", "short"), [(0, 0, 0), (4, 0, 2), (5, 1, 2), (5, 3, 0)])
def test_for_the_second_level_half_of_it_is_enough(applying: int, met: int, short: int) -> None:
    assert short_of_half(replace(FOUND, applying=applying, met=met)) == short


@pytest.mark.parametrize(("level", "reached"), [(None, False), (2, False), (3, True), (4, True)])
def test_unknown_never_counts_as_reached(level: int | None, reached: bool) -> None:
    (standing,) = standings_of([replace(FOUND, level=level)], [CHOSEN], current_catalogue())
    assert standing.is_reached is reached


def test_it_is_late_from_the_day_after_and_never_once_reached() -> None:
    (standing,) = standings_of([FOUND], [CHOSEN], current_catalogue())
    (there,) = standings_of([replace(FOUND, level=3)], [CHOSEN], current_catalogue())
    after = DAY + dt.timedelta(days=1)
    assert (standing.is_late(DAY), standing.is_late(after), there.is_late(after)) == (False, True, False)


def test_a_theme_for_which_nothing_was_chosen_stands_nowhere() -> None:
    assert standings_of([FOUND], [replace(CHOSEN, theme="other")], current_catalogue()) == ()


def test_each_rule_leads_to_the_first_step_that_asks_it() -> None:
    catalogue = current_catalogue()
    asked = {rule for step in catalogue.method_steps for condition in step.done_when for rule in condition.rules}
    assert set(steps_by_rule(catalogue)) == asked


def test_no_higher_level_can_be_chosen_than_can_be_told() -> None:
    assert HIGHEST_AMBITION == HIGHEST_TOLD


def test_with_nothing_needed_any_more_the_example_would_be_there() -> None:
    catalogue = current_catalogue()
    dossier = replace(example_dossier(catalogue), moment=dt.datetime(2026, 11, 28, 12, tzinfo=dt.UTC))
    found = maturity_of(judge(dossier, catalogue), catalogue)
    for each in found:
        assert bool(needed_for(each, 4)) is ((each.level or 0) < 4 and each.applying > 0)


@pytest.mark.parametrize(("level", "asked"), [(None, True), (2, True), (3, False)])
def test_its_day_is_a_term_until_it_is_reached(level: int | None, asked: bool) -> None:
    terms = ambition_terms(standings_of([replace(FOUND, level=level)], [CHOSEN], current_catalogue()), "nl")
    told = [(each.on, each.place, each.name, each.detail) for each in terms]
    assert told == [(DAY, THEME.id, THEME.name.nl, f"niveau {CHOSEN.level}")] * asked


def test_the_term_is_for_who_chose_and_after_them_for_who_decides_now() -> None:
    dossier = example_dossier(current_catalogue())
    ali = dossier.ambitions[0].decided_by_id
    standings = standings_of([replace(FOUND, level=1)], [replace(CHOSEN, decided_by_id=ali)], current_catalogue())
    seen = Seen(dossier, current_catalogue(), ambition_terms(standings, "nl"))
    (duty,) = (each for each in duties_of(seen) if each.kind is PlanTermKind.AMBITION)
    everybody, nobody = seen.here, frozenset[UUID]()
    executive = frozenset({Role.EXECUTIVE.value})
    assert duty.is_for(ali, frozenset(), here=everybody)
    assert (duty.is_for(None, executive, here=nobody), duty.is_for(None, executive, here=everybody)) == (True, False)
    assert [duty.state(_at(each)) for each in (DAY, DAY + dt.timedelta(days=1))] == [DutyState.NOW, DutyState.OVERDUE]
    assert (duty_url(duty, "duinrade"), duty.discreet) == (
        f"/duinrade/desk/method/maturity/themes/{THEME.id}/", THEME.name.nl,
    )  # fmt: skip


def _at(day: dt.date) -> dt.datetime:
    return dt.datetime.combine(day, dt.time(12), tzinfo=dt.UTC)
