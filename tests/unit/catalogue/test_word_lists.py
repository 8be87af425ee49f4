"""Texts held against the word lists of the catalogue."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gemeentedossier.catalogue.engine.word_lists import CovenantWords, WordList, found_in, pattern_of
from gemeentedossier.catalogue.queries import current_catalogue


@pytest.mark.parametrize(
    ("text", "truth"),
    [
        ("Convenant met partners", True),
        ("het CONVENANT buurtteams", True),
        ("Wmo 2015 en het convenant", False),
        ("Gemeentewet", False),
        ("", False),
        ("Convenanten met partners", True),
        ("Zorgconvenant", True),
        ("de privacyconvenanten", True),
        ("Raamovereenkomsten 2026", True),
        ("con\u00advenant buurtteams", True),
        ("con\u200bve\u2060nant", True),
        ("ｃｏｎｖｅｎａｎｔ", True),
        ("overeenkomst\u00a0met\n  partners", True),
        ("convenant en de w\u00adet", False),
        ("arbeidsovereenkomsten", False),
        ("convenantsgebied", False),
    ],
)
def test_a_covenant_is_known_by_its_words_unless_a_law_stands_beside_it(text: str, *, truth: bool) -> None:
    assert CovenantWords(current_catalogue()).are_in(text) is truth


def test_words_are_found_whole_once_and_the_longest_first() -> None:
    pattern = pattern_of(["zorg", "zorg en welzijn"])
    assert found_in(pattern, "Zorg en welzijn; zorgvuldig; ZORG, zorg") == ("zorg en welzijn", "zorg")


def test_without_words_nothing_is_found() -> None:
    assert found_in(pattern_of([]), "zorg") == ()


PIECES = ["Verbeteren", "van de", "dienst", "dienstverlening", "efficiënt", "dıenst", "x1", " ", ".", "xi"]


@given(st.lists(st.sampled_from(PIECES)).map("".join))
def test_a_word_list_finds_what_its_pattern_finds(text: str) -> None:
    words, patterns = ["verbeteren van de dienstverlening", "efficiënt", "dienst"], [r"\bx\d"]
    assert WordList(words, patterns).found_in(text) == found_in(pattern_of(words, patterns), text)
