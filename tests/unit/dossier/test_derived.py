"""What follows from a dossier is remembered while everything in it but its moment is the same."""

import datetime as dt
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from uuid import UUID

import pytest

from gemeentedossier.dossier.snapshot.engine.derived import MOST, Derived, Shelf
from gemeentedossier.dossier.snapshot.facts import Dossier
from gemeentedossier.organisation.facts import Organisation
from tests.builders import an_activity

NOW = dt.datetime(2026, 11, 24, 12, tzinfo=dt.UTC)
DOSSIER = Dossier(Organisation(UUID(int=1), "duinveld", "Duinveld"), NOW, activities=(an_activity(),))


def names(asked: list[Dossier]) -> Derived[list[str]]:
    def work(dossier: Dossier, *beside: str) -> list[str]:
        asked.append(dossier)
        return [*(each.name for each in dossier.activities), *beside]

    return Derived(work)


def test_an_hour_later_it_is_the_same() -> None:
    asked: list[Dossier] = []
    found = names(asked)
    later = replace(DOSSIER, moment=NOW + dt.timedelta(hours=1))
    assert found.of(DOSSIER) is found.of(later)
    assert asked == [DOSSIER]


def test_with_another_activity_it_is_worked_out_again() -> None:
    found = names([])
    found.of(DOSSIER)
    assert found.of(replace(DOSSIER, activities=(an_activity(name="Een andere"),))) == ["Een andere"]


def test_what_is_equal_and_not_the_same_is_worked_out_again() -> None:
    asked: list[Dossier] = []
    found = names(asked)
    found.of(DOSSIER)
    found.of(replace(DOSSIER, activities=tuple(replace(each) for each in DOSSIER.activities)))
    assert len(asked) == 2


def test_what_stands_beside_counts_too() -> None:
    found = names([])
    assert [found.of(DOSSIER, word)[-1] for word in ("nl", "en", "nl")] == ["nl", "en", "nl"]


def test_of_many_dossiers_the_first_is_forgotten() -> None:
    asked: list[Dossier] = []
    found = names(asked)
    many = [DOSSIER, *(replace(DOSSIER, activities=()) for _ in range(MOST))]
    for each in (*many[:1], *(replace(each, parties=(number,)) for number, each in enumerate(many)), DOSSIER):  # type: ignore[arg-type]  # numbers do
        found.of(each)
    assert asked.count(DOSSIER) == 2


def test_whoever_looks_at_another_dossier_at_the_same_moment_changes_nothing() -> None:
    dossiers = [replace(DOSSIER, activities=(an_activity(name=f"Nummer {n}"),)) for n in range(400)]
    found = names([])
    interval = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    try:
        with ThreadPoolExecutor(8) as threads:
            told = list(threads.map(found.of, dossiers * 5))
    finally:
        sys.setswitchinterval(interval)
    assert told == [[f"Nummer {n}"] for n in range(400)] * 5


def test_of_a_dossier_that_is_kept_it_goes_with_that_dossier(monkeypatch: pytest.MonkeyPatch) -> None:
    kept: dict[UUID, Shelf] = {DOSSIER.organisation.id: {}}
    monkeypatch.setattr(Derived, "shelf_of", staticmethod(lambda dossier: kept.get(dossier.organisation.id)))
    asked: list[Dossier] = []
    found = names(asked)
    first = found.of(DOSSIER)
    for number in range(MOST + 1):
        other = replace(DOSSIER.organisation, id=UUID(int=100 + number))
        found.of(replace(DOSSIER, organisation=other))
    assert found.of(DOSSIER) is first
    kept[DOSSIER.organisation.id] = {}
    assert found.of(DOSSIER) == first
    assert asked.count(DOSSIER) == 2
