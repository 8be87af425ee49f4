"""Items made in a thread of their own come as they would have come, and so does what goes wrong."""

import threading
from collections.abc import Iterator

import pytest

from gemeentedossier.exchange.engine.ahead import ahead


def makers() -> list[str]:
    return [thread.name for thread in threading.enumerate() if thread.name == "ahead"]


def test_the_items_come_in_their_order_and_the_thread_is_gone() -> None:
    assert list(ahead(range(50))) == list(range(50))
    assert makers() == []


def test_nothing_comes_of_nothing() -> None:
    assert list(ahead(())) == []


def test_what_goes_wrong_is_raised_after_what_went_well() -> None:
    def items() -> Iterator[int]:
        yield 1
        raise ValueError("kapot")

    found = []
    with pytest.raises(ValueError, match="kapot"):
        found += ahead(items())
    assert found == [1]
    assert makers() == []


def test_whoever_stops_asking_stops_the_making() -> None:
    made = []

    def items() -> Iterator[int]:
        for number in range(1_000_000):
            made.append(number)
            yield number

    for item in ahead(items()):
        if item == 3:
            break
    assert makers() == []
    assert len(made) < 20
