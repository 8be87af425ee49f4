"""Lots hold the same findings in the same order as sorting them one by one."""

from collections.abc import Iterator
from dataclasses import replace
from uuid import UUID

import pytest

from gemeentedossier.assessment.engine.assess import assess
from gemeentedossier.assessment.engine.lots import (
    FEW,
    InLots,
    keep_lots,
    let_lots_go,
    lots_in,
    lots_of,
    open_records,
)
from gemeentedossier.assessment.facts import Assessment, Finding
from gemeentedossier.catalogue.queries import current_catalogue
from tests.builders import an_activity
from tests.unit.assessment.dossiers import dossier_with, some_id

HERE = UUID(int=7)


@pytest.fixture
def stands() -> Iterator[Assessment]:
    """An assessment that stands for a municipality until the test ends."""
    assessment = found()
    keep_lots(HERE, assessment)
    yield assessment
    let_lots_go(HERE)


def found() -> Assessment:
    some = (an_activity(id=some_id(n), name=f"Verwerking {n}", purposes=()) for n in range(10, 13))
    return assess(dossier_with(*some, an_activity(id=some_id(20))), current_catalogue())


def named(findings: list[Finding] | tuple[Finding, ...]) -> list[object]:
    return [(f.rule_id, f.subject_id, f.outcome) for f in findings]


def test_they_hold_every_finding_worst_first() -> None:
    assessment = found()
    assert named(list(InLots(lots_of(assessment.cases)))) == named(assessment.worst_first())


def test_a_slice_is_that_part_of_the_whole() -> None:
    every = InLots(lots_of(found().cases))
    whole = list(every)
    slices = [slice(0, 5), slice(3, 40), slice(len(whole) - 2, len(whole) + 9), slice(7, 7), slice(None, None, 3)]
    assert [named(every[part]) for part in slices] == [named(whole[part]) for part in slices]
    assert (len(every), named([every[-1]])) == (len(whole), named([whole[-1]]))


def test_they_count_what_the_assessment_counts() -> None:
    assessment = found()
    counts = dict.fromkeys(assessment.counts(), 0)
    for lot in lots_of(assessment.cases):
        counts[lot.outcome] += lot.count
    assert counts == assessment.counts()


def test_after_a_change_they_hold_what_counting_everything_holds(stands: Assessment) -> None:
    lots_in(stands)
    fewer, more = replace(stands, cases=stands.cases[1::2]), replace(stands, cases=stands.cases + found().cases)
    for after in (fewer, more, stands):
        keep_lots(HERE, after)
        assert named(list(InLots(lots_in(after)))) == named(list(InLots(lots_of(after.cases))))


def test_those_that_stand_are_kept_however_many_others_are_looked_at(stands: Assessment) -> None:
    first = lots_in(stands)
    others = [found() for _ in range(6)]
    for each in others:
        lots_in(each)
    assert lots_in(stands) is first
    assert lots_in(others[0]) is not lots_in(others[1])
    let_lots_go(HERE)
    assert lots_in(stands) is not first


def test_where_too_many_differ_they_are_counted_by_themselves(stands: Assessment) -> None:
    second = found()
    many = replace(second, cases=second.cases * (FEW // len(second.cases) + 1))
    counts = [sum(lot.count for lot in lots_in(stands))]
    keep_lots(HERE, many)
    counts.append(sum(lot.count for lot in lots_in(many)))
    assert counts == [len(stands.worst_first()), len(many.worst_first())]


def test_of_each_activity_they_know_how_much_is_open_and_what_is_gravest() -> None:
    assessment = found()
    told = open_records(lots_of(assessment.cases))
    gravest, counts = dict[object, str](), dict[object, int]()
    for each in assessment.worst_first():
        if each.is_open and each.activity_id:
            gravest.setdefault(each.activity_id, each.rule_id)
            counts[each.activity_id] = counts.get(each.activity_id, 0) + 1
    assert {key: lot.rule.id for key, lot in told.worst.items()} == gravest
    assert told.counts == counts


def test_what_is_open_is_told_of_each_collection_by_itself(stands: Assessment) -> None:
    whole, half = lots_in(stands), lots_of(stands.cases[1::2])
    assert open_records(whole) is open_records(whole)
    assert sum(open_records(half).counts.values()) < sum(open_records(whole).counts.values())
