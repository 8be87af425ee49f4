"""The framework of security: controls and measures of BIO2 1.3, and the levels with what they ask."""

import itertools
from collections import Counter

from gemeentedossier.catalogue.facts.security import ControlState, SecurityAspect
from gemeentedossier.catalogue.queries import current_catalogue

MEASURES = [m for control in current_catalogue().security_controls.values() for m in control.measures]


def test_the_catalogue_has_every_control_and_every_number_of_the_edition() -> None:
    assert len(current_catalogue().security_controls) == 93
    assert Counter(measure.state for measure in MEASURES) == {
        ControlState.ACTIVE: 117,
        ControlState.NONE: 39,
        ControlState.MOVED: 6,
        ControlState.WITHDRAWN: 4,
    }


def test_a_measure_stands_under_the_control_of_its_number() -> None:
    controls = current_catalogue().security_controls.values()
    assert [(c.number, m.number) for c in controls for m in c.measures if not m.number.startswith(f"{c.number}.")] == []


def test_what_is_asked_has_words_in_both_languages() -> None:
    asked = [measure for measure in MEASURES if measure.state is ControlState.ACTIVE]
    assert [measure.number for measure in asked if not (measure.text and measure.text.en)] == []


def test_each_aspect_has_four_levels_and_a_higher_one_asks_no_less() -> None:
    for aspect in SecurityAspect:
        found = sorted((e for e in current_catalogue().security_levels.values() if e.aspect is aspect), key=_level)
        assert [each.level for each in found] == [1, 2, 3, 4]
        assert all(set(low.asks) <= set(high.asks) for low, high in itertools.pairwise(found))


def _level(entry: object) -> int:
    return getattr(entry, "level", 0)
