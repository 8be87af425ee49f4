"""Identifiers follow RFC 9562: version 7, the moment in front, chance behind."""

import time
from itertools import pairwise
from uuid import RFC_4122

from gemeentedossier.foundation.identifiers import new_id


def test_an_identifier_says_its_version_and_variant() -> None:
    made = new_id()
    assert (made.version, made.variant) == (7, RFC_4122)


def test_its_first_48_bits_are_the_milliseconds_since_1970() -> None:
    before = time.time_ns() // 1_000_000
    made = new_id().int >> 80
    assert before <= made <= time.time_ns() // 1_000_000


def test_identifiers_sort_in_the_order_in_which_they_were_made() -> None:
    made = [new_id() for _ in range(10_000)]
    assert all(one < next_one for one, next_one in pairwise(made))


def test_many_identifiers_at_once_do_not_run_ahead_of_the_clock() -> None:
    last = [new_id() for _ in range(10_000)][-1]
    assert last.int >> 80 <= time.time_ns() // 1_000_000


def test_the_last_62_bits_are_chance() -> None:
    made = [new_id().int for _ in range(1_000)]
    assert len({each & (1 << 62) - 1 for each in made}) == 1_000
    assert {each >> bit & 1 for each in made for bit in range(62)} == {0, 1}
