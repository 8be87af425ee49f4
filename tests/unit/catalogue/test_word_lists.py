"""Texts held against the word lists of the catalogue."""

import pytest

from gemeentedossier.catalogue.engine.word_lists import CovenantWords, found_in, pattern_of
from gemeentedossier.catalogue.queries import current_catalogue


@pytest.mark.parametrize(
    ("text", "truth"),
    [
        ("Convenant met partners", True),
        ("het CONVENANT buurtteams", True),
        ("Wmo 2015 en het convenant", False),
        ("Gemeentewet", False),
        ("", False),
    ],
)
def test_a_covenant_is_known_by_its_words_unless_a_law_stands_beside_it(text: str, *, truth: bool) -> None:
    assert CovenantWords(current_catalogue()).are_in(text) is truth


def test_words_are_found_whole_once_and_the_longest_first() -> None:
    pattern = pattern_of(["zorg", "zorg en welzijn"])
    assert found_in(pattern, "Zorg en welzijn; zorgvuldig; ZORG, zorg") == ("zorg en welzijn", "zorg")


def test_without_words_nothing_is_found() -> None:
    assert found_in(pattern_of([]), "zorg") == ()
