"""Two texts beside each other: what both say, and what only one of them says."""

from hypothesis import given
from hypothesis import strategies as st

from gemeentedossier.dossier.agreements.engine.difference import Mark, Stretch, difference


def words_of(stretches: tuple[Stretch, ...], *marks: Mark) -> list[str]:
    return " ".join(each.text for each in stretches if each.mark in marks).split()


def test_a_word_that_differs_stands_between_what_both_say() -> None:
    assert difference("Een datalek meldt u binnen 24 uur.", "Een datalek meldt u binnen 48 uur.") == (
        Stretch(Mark.BOTH, "Een datalek meldt u binnen"),
        Stretch(Mark.FIRST, "24"),
        Stretch(Mark.SECOND, "48"),
        Stretch(Mark.BOTH, "uur."),
    )


def test_what_is_added_or_left_out_stands_alone() -> None:
    assert difference("a c", "a b c") == (
        Stretch(Mark.BOTH, "a"),
        Stretch(Mark.SECOND, "b"),
        Stretch(Mark.BOTH, "c"),
    )
    assert difference("a b", "a") == (Stretch(Mark.BOTH, "a"), Stretch(Mark.FIRST, "b"))


def test_white_space_makes_no_difference_and_nothing_gives_nothing() -> None:
    assert difference("a  b\n", " a b") == (Stretch(Mark.BOTH, "a b"),)
    assert difference(" ", "") == ()


def test_texts_too_repetitive_to_compare_are_shown_whole() -> None:
    first, second = ("de " * 250).strip(), ("de het " * 125).strip()
    assert difference(first, second) == (Stretch(Mark.FIRST, first), Stretch(Mark.SECOND, second))


def test_a_long_clause_is_compared() -> None:
    clause = " ".join(f"woord{number % 400}" for number in range(2000))
    assert difference(clause, f"{clause} erbij") == (Stretch(Mark.BOTH, clause), Stretch(Mark.SECOND, "erbij"))


@given(st.text(alphabet="ab \n", max_size=30), st.text(alphabet="ab \n", max_size=30))
def test_each_text_can_be_read_back(first: str, second: str) -> None:
    found = difference(first, second)
    assert words_of(found, Mark.BOTH, Mark.FIRST) == first.split()
    assert words_of(found, Mark.BOTH, Mark.SECOND) == second.split()
