"""A pattern of a word list finds what it finds in a time that grows with the text."""

import pytest

from gemeentedossier.catalogue.engine.patterns import ENDLESS, fault_of
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
