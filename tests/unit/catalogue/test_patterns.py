"""A pattern of a word list finds what it finds in a time that grows with the text."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gemeentedossier.catalogue.engine.patterns import ENDLESS, fault_of, needed_by
from gemeentedossier.catalogue.facts.lint import WordList
from gemeentedossier.catalogue.queries import latest_catalogue

PATTERNS = {
    r"(?:a+)+!": ENDLESS,
    r"(?:a|aa)+!": ENDLESS,
    r"(?:\w+\s*)*x": ENDLESS,
    r"x(?:y(?:z*){2,})": ENDLESS,
    r"(?:a+){1,3}!": None,
    r"\.{5,}": None,
    r"\w+ (?:van|voor) \w+": None,
    r"(?:ab)+": None,
    r"(?:naam|datum) in te vullen": None,
}


@pytest.mark.parametrize("pattern", PATTERNS)
def test_a_pattern_that_could_run_on_is_refused(pattern: str) -> None:
    assert fault_of(pattern) == PATTERNS[pattern]


def test_the_shipped_patterns_are_sound() -> None:
    catalogue = latest_catalogue()
    faults = [fault_of(pattern) for each in catalogue.entries_of(WordList).values() for pattern in each.patterns]
    assert faults
    assert set(faults) == {None}


NEEDED = {
    r"\[[^\]]{0,9}\b(?:naam|datum)\]": {"["},
    r"\.{5,}|…{2,}|[_=]{4,}": {".....", "……", "_", "="},
    r"\bFout!\s+Geen\b": {"fout!"},
    r"(?:(?<=[:=] )|(?<=[:=]))p\.?m": {":", "="},
    r"zo(?:laat)?": {"zo"},
    r"(?:zo)?(?!later)": set(),
    r"(?i:zo)|\w": set(),
    r"kisk": set(),
    r"x[^y]|y": {"x", "y"},
}


@pytest.mark.parametrize("pattern", NEEDED)
def test_of_a_pattern_is_known_what_it_needs(pattern: str) -> None:
    assert needed_by(pattern) == NEEDED[pattern]


SHIPPED = [each for words in latest_catalogue().entries_of(WordList).values() for each in words.patterns]


@given(st.sampled_from([*SHIPPED, *NEEDED]).flatmap(lambda each: st.tuples(st.just(each), _texts_with(each))))
def test_what_a_pattern_needs_stands_in_whatever_it_finds(found: tuple[str, str]) -> None:
    pattern, text = found
    needed = needed_by(pattern)
    assert not needed or any(each in text.casefold() for each in needed)


def _texts_with(pattern: str) -> st.SearchStrategy[str]:
    return st.from_regex(re.compile(pattern, re.IGNORECASE))
