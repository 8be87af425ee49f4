"""The map in layers: lines do not cross where they need not, every line arrives, and it is the same every time."""

from itertools import combinations, pairwise, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gemeentedossier.design.engine.layers import Box, Line, arranged, crossings

LEFT, MIDDLE, RIGHT = "abcdef", "mno", "uvwxyz"
BOXES = [Box(key, column, 36) for column, keys in enumerate((LEFT, MIDDLE, RIGHT)) for key in keys]
LINES = st.lists(st.sampled_from([*product(LEFT, MIDDLE), *product(MIDDLE, RIGHT), *product(LEFT, RIGHT)]), max_size=20)


def test_what_need_not_cross_does_not() -> None:
    lines = [("a", "o"), ("b", "n"), ("c", "m"), ("m", "x"), ("n", "v"), ("o", "u")]
    assert arranged(BOXES, lines).crossings == 0


def test_two_boxes_that_are_both_tied_to_two_cross_once() -> None:
    assert arranged(BOXES, product("ab", "mn")).crossings == 1


def test_a_line_to_a_column_further_on_passes_between_the_boxes() -> None:
    found = arranged(BOXES, [("a", "u"), ("a", "m")])
    passing = found.lines["a", "u"]
    assert len(passing) == 4
    assert all(not (at.y < passing[1][1] < at.y + at.height) for key, at in found.boxes.items() if key in MIDDLE)


def test_a_line_back_is_refused() -> None:
    with pytest.raises(ValueError, match="does not lead to a later column"):
        arranged(BOXES, [("m", "a")])


@given(LINES)
def test_every_line_begins_and_ends_at_its_boxes_and_no_boxes_overlap(lines: list[Line]) -> None:
    found = arranged(BOXES, lines)
    assert set(found.lines) == set(lines)
    for (start, end), points in found.lines.items():
        assert (points[0][1], points[-1][1]) == (found.boxes[start].middle, found.boxes[end].middle)
    for keys in (LEFT, MIDDLE, RIGHT):
        placed = sorted((found.boxes[key] for key in keys), key=lambda each: each.y)
        assert all(above.y + above.height <= below.y for above, below in pairwise(placed))


@given(LINES)
def test_the_same_lines_give_the_same_map(lines: list[Line]) -> None:
    assert arranged(BOXES, lines) == arranged(BOXES, list(dict.fromkeys(lines)))


@given(LINES)
def test_no_order_of_the_sweeps_is_worse_than_the_order_of_the_dossier(lines: list[Line]) -> None:
    near = [line for line in lines if line[0] in LEFT and line[1] in MIDDLE]
    after: dict[str, list[str]] = {}
    for start, end in dict.fromkeys(near):
        after.setdefault(start, []).append(end)
    assert arranged(BOXES, near).crossings <= crossings([list(LEFT), list(MIDDLE), list(RIGHT)], after)


@given(LINES)
def test_crossings_are_counted_as_by_hand(lines: list[Line]) -> None:
    near = list(dict.fromkeys(line for line in lines if line[0] in LEFT and line[1] in MIDDLE))
    after: dict[str, list[str]] = {}
    for start, end in near:
        after.setdefault(start, []).append(end)
    by_hand = sum((a < c and b > d) or (a > c and b < d) for (a, b), (c, d) in combinations(near, 2))
    assert crossings([list(LEFT), list(MIDDLE)], after) == by_hand
