"""A draw follows from the seed and the records alone."""

import hashlib
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from gemeentedossier.dossier.governance.engine.sampling import drawn

TEN = tuple(UUID(int=number) for number in range(10))


def test_the_same_seed_gives_the_same_cases_whatever_the_order() -> None:
    assert drawn(TEN, seed="a", size=4) == drawn(tuple(reversed(TEN)), seed="a", size=4)


def test_another_seed_gives_other_cases() -> None:
    assert drawn(TEN, seed="a", size=4) != drawn(TEN, seed="b", size=4)


def test_it_can_be_drawn_by_hand() -> None:
    lots = {hashlib.sha256(f"zaad:{each}".encode()).hexdigest(): each for each in TEN}
    assert drawn(TEN, seed="zaad", size=3) == tuple(lots[lot] for lot in sorted(lots)[:3])


@given(st.sets(st.uuids(), max_size=20), st.text(), st.integers(0, 25))
def test_as_many_come_out_as_were_asked_or_as_there_are(population: set[UUID], seed: str, size: int) -> None:
    found = drawn(population, seed=seed, size=size)
    assert len(set(found)) == len(found) == min(size, len(population))
    assert set(found) <= population
    assert drawn(population, seed=seed, size=len(population))[:size] == found
