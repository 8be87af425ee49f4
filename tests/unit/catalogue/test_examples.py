"""Each rule shows by examples all that it can find, and nothing that it cannot."""

import datetime as dt
from dataclasses import dataclass
from pathlib import Path

import pytest

from gemeentedossier.catalogue.engine.examples import can_be_false
from gemeentedossier.catalogue.engine.expressions import compile_expression, declarations
from gemeentedossier.catalogue.engine.rule_checks import rule_faults
from tests.unit.catalogue.test_rules import CRITERION, KNOWN, TOLD, rules_in

WEIGHED = "severity: error\nstatements: [{nl: Een, en: One}, {nl: Twee, en: Two}]\n"


@dataclass(frozen=True)
class Facts:
    told: bool | None = None
    reason_written: bool | None = None
    place_written: bool | None = None
    count: int | None = None
    share: float | None = None
    letter: str | None = None
    letters: tuple[str, ...] | None = None
    on: dt.date | None = None


def without(text: str, name: str) -> str:
    return "".join(line for line in text.splitlines(keepends=True) if f"{{name: {name}," not in line)


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("enough", "No example is met. Write one."),
        ("too few", "No example is not met or partly met. Write one."),
        ("not counted", "No example is left open (gap). Write one."),
        ("no authority", "No example is not applicable. Write one."),
    ],
)
def test_a_criterion_shows_all_that_it_can_find(tmp_path: Path, name: str, sentence: str) -> None:
    (fault,) = rule_faults(rules_in(tmp_path, without(CRITERION, name)), KNOWN)
    assert fault.sentence == f"rule-1: {sentence}"


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("told", "No example is a contradiction. Write one."),
        ("not told", "No example is consistent. Write one."),
        ("not known", "No example is left open (gap). Write one."),
    ],
)
def test_a_contradiction_shows_all_that_it_can_find(tmp_path: Path, name: str, sentence: str) -> None:
    text = without(TOLD, name) + WEIGHED
    (fault,) = rule_faults(rules_in(tmp_path, text, kind="contradiction"), KNOWN)
    assert fault.sentence == f"rule-1: {sentence}"


def test_what_is_partly_met_shows_that_it_is_not_met(tmp_path: Path) -> None:
    partly = (
        "{name: half, facts: {organisation.is_public: true, activity.count: 1, activity.told: true}, expect: partly}"
    )
    text = without(CRITERION, "too few") + f"  - {partly}\n"
    assert rule_faults(rules_in(tmp_path, text), KNOWN) == ()


def test_an_attested_criterion_shows_where_it_does_not_apply(tmp_path: Path) -> None:
    text = "applies: 'activity.told'\nexamples: [{name: open, facts: {activity.told: true}, expect: gap}]\n"
    (fault,) = rule_faults(rules_in(tmp_path, text), KNOWN)
    assert fault.sentence == "rule-1: No example is not applicable. Write one."


@pytest.mark.parametrize(
    ("expression", "possible"),
    [
        ("f.told", True),
        ("f.reason_written", False),
        ("f.reason_written && f.place_written", False),
        ("f.reason_written && f.told", True),
        ("f.count > 0 || f.reason_written", False),
        ("f.count > 0", True),
        ("f.count >= 0", False),
        ("f.told || !f.told", False),
        ("f.share < 0.5", True),
        ("f.letter in ['a', 'b']", True),
        ("f.letter != 'a'", True),
        ("'a' in f.letters", True),
        ("f.on > timestamp('2026-01-01T00:00:00Z')", True),
        ("!f.reason_written", True),
    ],
)
def test_what_can_be_false(expression: str, possible: bool) -> None:
    known = declarations({"f": Facts})
    assert can_be_false(compile_expression(expression, known), known) is possible


def test_what_has_too_many_facts_to_try_is_taken_to_be_possible() -> None:
    wide = "(" + " || ".join(
        f"f.count == {number} && f.share > 0.{number} && f.letter == 'x{number}'" for number in range(9)
    )
    both = f"{wide}) && f.letters == ['a'] && f.told && f.on > timestamp('2026-01-01T00:00:00Z') || f.reason_written"
    known = declarations({"f": Facts})
    assert can_be_false(compile_expression(both, known), known) is True
