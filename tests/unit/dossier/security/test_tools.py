"""Whether data may go into a digital tool: what no rule allows is unknown, and unknown is never a yes."""

from uuid import UUID

import pytest

from gemeentedossier.dossier.assets.enums import ToolState
from gemeentedossier.dossier.assets.facts import Tool
from gemeentedossier.dossier.security.engine.tools import Asked, may_go_in
from gemeentedossier.dossier.security.enums import ToolBecause
from gemeentedossier.dossier.security.facts import ToolRule

TOOL, OTHER_TOOL, ACTIVITY, OTHER, P, Q = (UUID(int=number) for number in range(1, 7))
ALLOWED, FORBIDDEN = True, False


def rule(
    *data: str, allowed: bool, purpose: UUID | None = None, activity: UUID = ACTIVITY, tool: UUID = TOOL
) -> ToolRule:
    return ToolRule(UUID(int=99), tool, activity, allowed, "Daarom.", purpose, data)


def told(
    *rules: ToolRule, state: ToolState | None = ToolState.ALLOWED, purpose: UUID | None = P, data: tuple[str, ...] = ()
) -> tuple[bool | None, ToolBecause]:
    asked = Asked(activity_id=ACTIVITY, purpose_id=purpose, data_categories=data)
    found = may_go_in(Tool(TOOL, "Schrijfhulp", state=state), rules, asked)
    return found.allowed, found.because


YES, NO = (True, ToolBecause.ALLOWED), (False, ToolBecause.FORBIDDEN)
SILENT, PARTLY = (None, ToolBecause.NO_RULE), (None, ToolBecause.PARTLY_ALLOWED)


@pytest.mark.parametrize(
    ("state", "expected"),
    [
        (ToolState.ALLOWED, YES),
        (ToolState.ALLOWED_ON_CONDITIONS, YES),
        (ToolState.BEING_JUDGED, (None, ToolBecause.TOOL_NOT_JUDGED)),
        (None, (None, ToolBecause.TOOL_NOT_JUDGED)),
        (ToolState.NOT_ALLOWED, (False, ToolBecause.TOOL_NOT_ALLOWED)),
    ],
)
def test_a_rule_allows_only_in_a_tool_that_was_judged(
    state: ToolState | None, expected: tuple[bool | None, ToolBecause]
) -> None:
    assert told(rule(allowed=ALLOWED), state=state) == expected


@pytest.mark.parametrize("state", [ToolState.ALLOWED, ToolState.BEING_JUDGED, None])
def test_what_is_forbidden_is_so_before_anybody_judged_the_tool(state: ToolState | None) -> None:
    assert told(rule(allowed=FORBIDDEN), rule(allowed=ALLOWED), state=state) == NO


@pytest.mark.parametrize(
    ("rules", "purpose", "expected"),
    [
        ((), P, SILENT),
        ((rule(allowed=ALLOWED, activity=OTHER),), P, SILENT),
        ((rule(allowed=ALLOWED, tool=OTHER_TOOL),), P, SILENT),
        ((rule(allowed=ALLOWED, purpose=P),), P, YES),
        ((rule(allowed=ALLOWED, purpose=Q),), P, SILENT),
        ((rule(allowed=ALLOWED),), P, YES),
        ((rule(allowed=ALLOWED),), None, YES),
        ((rule(allowed=ALLOWED, purpose=P),), None, SILENT),
        ((rule(allowed=FORBIDDEN, purpose=Q), rule(allowed=ALLOWED)), P, YES),
        ((rule(allowed=FORBIDDEN, purpose=Q), rule(allowed=ALLOWED)), None, NO),
        ((rule(allowed=FORBIDDEN), rule(allowed=ALLOWED, purpose=P)), P, NO),
    ],
)
def test_a_rule_speaks_of_its_own_purpose(
    rules: tuple[ToolRule, ...], purpose: UUID | None, expected: tuple[bool | None, ToolBecause]
) -> None:
    assert told(*rules, purpose=purpose) == expected


@pytest.mark.parametrize(
    ("rules", "data", "expected"),
    [
        ((rule("name", allowed=ALLOWED),), ("name",), YES),
        ((rule("name", allowed=ALLOWED),), ("name", "health"), PARTLY),
        ((rule("name", allowed=ALLOWED), rule("health", allowed=ALLOWED, purpose=P)), ("name", "health"), YES),
        ((rule("name", allowed=ALLOWED),), (), PARTLY),
        ((rule(allowed=ALLOWED),), ("health",), YES),
        ((rule("health", allowed=FORBIDDEN), rule(allowed=ALLOWED)), ("name",), YES),
        ((rule("health", allowed=FORBIDDEN), rule(allowed=ALLOWED)), ("name", "health"), NO),
        ((rule("health", allowed=FORBIDDEN), rule(allowed=ALLOWED)), (), NO),
    ],
)
def test_a_rule_speaks_of_its_own_data(
    rules: tuple[ToolRule, ...], data: tuple[str, ...], expected: tuple[bool | None, ToolBecause]
) -> None:
    assert told(*rules, data=data) == expected


def test_own_words_are_the_same_in_capitals() -> None:
    one = ToolRule(UUID(int=99), TOOL, ACTIVITY, ALLOWED, "Daarom.", data_own=("Naam ",))
    asked = Asked(activity_id=ACTIVITY, data_own=("naam",))
    assert may_go_in(Tool(TOOL, "A", state=ToolState.ALLOWED), [one], asked).allowed is True


def test_a_yes_carries_the_conditions_of_the_tool_and_the_rules_that_give_it() -> None:
    one = rule(allowed=ALLOWED)
    tool = Tool(TOOL, "A", state=ToolState.ALLOWED_ON_CONDITIONS, conditions="Eigen account.")
    found = may_go_in(tool, [one], Asked(activity_id=ACTIVITY))
    assert (found.conditions, found.rules) == ("Eigen account.", (one,))
