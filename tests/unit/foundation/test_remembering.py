"""What was worked out once is kept, and never more than was said."""

from gemeentedossier.foundation.engine.remembering import Remembered


def test_what_was_found_is_worked_out_once():
    asked: list[int] = []
    doubled = Remembered(lambda number: asked.append(number) or number * 2, most=10)
    assert ([doubled[2], doubled[3], doubled[2]], asked) == ([4, 6, 4], [2, 3])


def test_nothing_found_is_remembered_too():
    asked: list[int] = []
    nothing = Remembered(asked.append, most=10)
    assert ([nothing[1], nothing[1]], asked) == ([None, None], [1])


def test_at_the_most_it_begins_anew_and_finds_the_same():
    squared = Remembered(lambda number: number**2, most=2)
    assert ([squared[each] for each in (1, 2, 3, 1)], len(squared)) == ([1, 4, 9, 1], 2)
