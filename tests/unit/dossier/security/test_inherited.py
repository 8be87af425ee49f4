"""A system has the highest level of the activities that use it, unless somebody decided otherwise."""

import datetime as dt
from uuid import UUID

from gemeentedossier.catalogue.facts.security import SecurityAspect
from gemeentedossier.dossier.security.engine.access import is_within_task
from gemeentedossier.dossier.security.engine.inherited import inherited_levels
from gemeentedossier.dossier.security.facts import AccessRight, AccessRule, Classification, SystemLevel

A, B, C, SYSTEM, GOAL, OTHER = (UUID(int=number) for number in range(1, 7))
CLASSIFIED = {
    A: Classification(UUID(int=11), A, availability=2, integrity=3, confidentiality=4),
    B: Classification(UUID(int=12), B, availability=3, integrity=3, confidentiality=None),
}


def a_departure(level: int) -> SystemLevel:
    at = dt.datetime(2026, 11, 1, tzinfo=dt.UTC)
    return SystemLevel(UUID(int=21), SYSTEM, SecurityAspect.AVAILABILITY, level, "Runs without it.", A, at)


def test_the_highest_counts_per_aspect() -> None:
    assert [each.level for each in inherited_levels([A, B], CLASSIFIED)] == [3, 3, 4]


def test_it_says_which_activities_set_it_and_how_many_have_none_yet() -> None:
    found = inherited_levels([A, B, C], CLASSIFIED)
    assert [each.from_activities for each in found] == [(B,), (A, B), (A,)]
    assert [each.unclassified for each in found] == [1, 1, 2]


def test_without_a_classified_activity_nothing_is_known() -> None:
    assert [each.level for each in inherited_levels([C], CLASSIFIED)] == [None, None, None]


def test_a_decision_goes_before_what_is_inherited_and_shows_that_it_lowers() -> None:
    first, *_ = inherited_levels([A, B], CLASSIFIED, [a_departure(2)])
    assert (first.level, first.inherited, first.is_lowered) == (2, 3, True)
    first, *_ = inherited_levels([A, B], CLASSIFIED, [a_departure(4)])
    assert (first.level, first.is_lowered) == (4, False)


def a_right(function: str, purpose: UUID | None) -> AccessRight:
    return AccessRight(UUID(int=31), SYSTEM, A, "consulenten", function, purpose)


def a_line(purpose: UUID | None) -> AccessRule:
    return AccessRule(UUID(int=32), A, "Consulent", purpose)


def test_a_right_is_within_the_task_where_a_line_says_so() -> None:
    assert is_within_task(a_right("consulent ", GOAL), [a_line(GOAL)]) is True
    assert is_within_task(a_right("Consulent", GOAL), [a_line(None)]) is True


def test_another_purpose_function_or_the_whole_activity_is_outside() -> None:
    assert is_within_task(a_right("Consulent", OTHER), [a_line(GOAL)]) is False
    assert is_within_task(a_right("Baliemedewerker", GOAL), [a_line(GOAL)]) is False
    assert is_within_task(a_right("Consulent", None), [a_line(GOAL)]) is False


def test_without_a_matrix_nobody_can_tell() -> None:
    assert is_within_task(a_right("Consulent", GOAL), []) is None
