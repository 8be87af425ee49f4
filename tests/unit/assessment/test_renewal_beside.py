"""Renewing keeps the case of a record beside the register only where nothing that it sees differs.

The example has records of every kind, so each field of its dossier is thinned out in turn, and records are edited.
"""

from collections.abc import Callable
from dataclasses import fields, replace

import pytest

from gemeentedossier.assessment.engine.assess import assess
from gemeentedossier.assessment.engine.renewal import reassess
from gemeentedossier.assessment.facts import Assessment
from gemeentedossier.catalogue.queries import current_catalogue
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
    assert {each.id for each in now.requests} - kept == sees
