"""Renewing keeps the case of a record beside the register only where nothing that it sees differs.

The example has records of every kind, so each field of its dossier is thinned out in turn, and records are edited.
"""

import datetime as dt
from collections.abc import Callable
from dataclasses import fields, replace

import pytest

from gemeentedossier.assessment.engine.assess import assess
from gemeentedossier.assessment.engine.renewal import reassess
from gemeentedossier.assessment.engine.subjects.breached import turned_since
from gemeentedossier.assessment.facts import Assessment
from gemeentedossier.catalogue.queries import current_catalogue
from gemeentedossier.dossier.breaches.facts import PersonalDataBreach
from gemeentedossier.dossier.snapshot.facts import Dossier
from gemeentedossier.exchange.example.dossier import example_dossier

CATALOGUE = current_catalogue()
EXAMPLE = example_dossier(CATALOGUE)
BEFORE = assess(EXAMPLE, CATALOGUE)
THINNED = [each.name for each in fields(Dossier) if isinstance(getattr(EXAMPLE, each.name), tuple)]
BLANK = "nader invullen"


def with_first(name: str, **changes: object) -> Dossier:
    first, *others = getattr(EXAMPLE, name)
    return replace(EXAMPLE, **{name: (replace(first, **changes), *others)})


def with_activities_of(name: str) -> Dossier:
    keys = getattr(EXAMPLE, name)[0].activity_ids
    changed = (replace(a, recipients=(), system_ids=()) if a.id in keys else a for a in EXAMPLE.activities)
    return replace(EXAMPLE, activities=tuple(changed))


def with_copied_assessment() -> Dossier:
    first, second, *others = EXAMPLE.impact_assessments
    return replace(EXAMPLE, impact_assessments=(first, replace(second, paragraphs=first.paragraphs), *others))


CHANGES: dict[str, Callable[[], Dossier]] = {
    **{f"fewer {name}": lambda name=name: replace(EXAMPLE, **{name: getattr(EXAMPLE, name)[1::2]}) for name in THINNED},
    "what an agreement covers": lambda: with_activities_of("agreements"),
    "what an assessment is about": lambda: with_activities_of("impact_assessments"),
    "what a request is about": lambda: with_activities_of("requests"),
    "an agreement": lambda: with_first("agreements", subject=BLANK),
    "an assessment": lambda: with_first("impact_assessments", summary=BLANK),
    "a copied assessment": with_copied_assessment,
    "a request": lambda: with_first("requests", parts=()),
    "a breach": lambda: with_first("breaches", title=BLANK),
    "what a breach hit": lambda: with_activities_of("breaches"),
    "an hour": lambda: replace(EXAMPLE, moment=EXAMPLE.moment + dt.timedelta(hours=1)),
    "a minute": lambda: replace(EXAMPLE, moment=EXAMPLE.moment + dt.timedelta(minutes=1)),
    "a wider organisation": lambda: replace(EXAMPLE, organisation=replace(EXAMPLE.organisation, units=())),
}


def told(assessment: Assessment) -> list[object]:
    return [(each.case, each.answers) for each in assessment.cases]


@pytest.mark.parametrize("change", CHANGES)
def test_renewing_the_example_says_what_judging_everything_says(change: str) -> None:
    now = CHANGES[change]()
    assert told(reassess(BEFORE, of=EXAMPLE, now=now, catalogue=CATALOGUE)) == told(assess(now, CATALOGUE))


def test_what_stands_beside_is_told_by_the_name_of_an_activity_that_did_not_change() -> None:
    blank = with_first("security_risks", threat=BLANK)
    about = blank.security_risks[0].activity_id
    now = replace(
        blank, activities=tuple(a if a.id == about else replace(a, name=f"{a.name} 2") for a in blank.activities)
    )
    renewed = reassess(assess(blank, CATALOGUE), of=blank, now=now, catalogue=CATALOGUE)
    assert told(renewed) == told(assess(now, CATALOGUE))


def test_cases_that_see_nothing_that_differs_are_kept() -> None:
    now = with_activities_of("requests")
    renewed = reassess(BEFORE, of=EXAMPLE, now=now, catalogue=CATALOGUE)
    were = {each.case.id: each.case for each in BEFORE.cases}
    kept = {each.case.id for each in renewed.cases if each.case is were.get(each.case.id)}
    moved = set(now.requests[0].activity_ids)
    sees = {each.id for each in now.requests if not moved.isdisjoint(each.activity_ids)}
    judged_otherwise = {each.id for each in now.requests} - kept
    assert (len(judged_otherwise), judged_otherwise - sees) == (1, set())


def test_a_breach_is_judged_again_in_the_minute_in_which_an_hour_begins() -> None:
    breach = replace(EXAMPLE.breaches[0], is_exercise=False, activity_ids=())
    aware = breach.moments.aware_at or EXAMPLE.moment
    breach = replace(breach, moments=replace(breach.moments, aware_at=aware))
    kept = {minutes: turned(breach, aware, minutes=minutes) for minutes in (58, 59, 60)}
    assert kept == {58: False, 59: False, 60: True}


def turned(breach: PersonalDataBreach, aware: dt.datetime, *, minutes: int) -> bool:
    since, now = aware + dt.timedelta(minutes=minutes), aware + dt.timedelta(minutes=minutes + 1)
    return bool(turned_since([breach], since=since, now=now))
