"""Whether data may go into a digital tool for a purpose: only what a rule allows, and unknown is never a yes."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from gemeentedossier.dossier.assets.enums import ToolState
from gemeentedossier.dossier.assets.facts import Tool
from gemeentedossier.dossier.register.facts import Activity
from gemeentedossier.dossier.security.enums import ToolBecause
from gemeentedossier.dossier.security.facts import ToolRule


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What somebody wants to put in a tool, for which activity; without a purpose for all of it, without data all."""

    activity_id: UUID
    purpose_id: UUID | None = None
    data_categories: tuple[str, ...] = ()
    data_own: tuple[str, ...] = ()

    @property
    def data(self) -> frozenset[str]:
        """The data asked about, to be compared."""
        return _compared(self.data_categories, self.data_own)


@dataclass(frozen=True, slots=True, kw_only=True)
class ToolAnswer:
    """Whether it may; None is unknown. ``rules`` are those that decide, ``conditions`` those of the tool on a yes."""

    allowed: bool | None
    because: ToolBecause
    rules: tuple[ToolRule, ...] = ()
    conditions: str = ""


def may_go_in(tool: Tool, rules: Iterable[ToolRule], asked: Asked) -> ToolAnswer:
    """Return whether what is asked may go into the tool; a rule that forbids outweighs every rule that allows."""
    if tool.state is ToolState.NOT_ALLOWED:
        return ToolAnswer(allowed=False, because=ToolBecause.TOOL_NOT_ALLOWED)
    own = [each for each in rules if each.tool_id == tool.id and each.activity_id == asked.activity_id]
    if forbidding := tuple(each for each in own if not each.allowed and _forbids(each, asked)):
        return ToolAnswer(allowed=False, because=ToolBecause.FORBIDDEN, rules=forbidding)
    if tool.state not in (ToolState.ALLOWED, ToolState.ALLOWED_ON_CONDITIONS):
        return ToolAnswer(allowed=None, because=ToolBecause.TOOL_NOT_JUDGED)
    allowing = tuple(each for each in own if each.allowed and each.purpose_id in (None, asked.purpose_id))
    if not allowing:
        return ToolAnswer(allowed=None, because=ToolBecause.NO_RULE)
    if not _covers(allowing, asked):
        return ToolAnswer(allowed=None, because=ToolBecause.PARTLY_ALLOWED, rules=allowing)
    told = tool.conditions if tool.state is ToolState.ALLOWED_ON_CONDITIONS else ""
    return ToolAnswer(allowed=True, because=ToolBecause.ALLOWED, rules=allowing, conditions=told)


def _forbids(rule: ToolRule, asked: Asked) -> bool:
    """Whether it speaks of some of what is asked; who asks for all purposes or all data, asks for this one too."""
    if rule.purpose_id and asked.purpose_id and rule.purpose_id != asked.purpose_id:
        return False
    forbidden = _data_of(rule)
    return not forbidden or not asked.data or bool(forbidden & asked.data)


def _covers(rules: Iterable[ToolRule], asked: Asked) -> bool:
    """Whether the rules together speak of all that is asked; a rule without data speaks of all data."""
    allowed = [_data_of(each) for each in rules]
    return any(not each for each in allowed) or (bool(asked.data) and asked.data <= frozenset().union(*allowed))


def _data_of(rule: ToolRule) -> frozenset[str]:
    return _compared(rule.data_categories, rule.data_own)


def _compared(categories: Iterable[str], own: Iterable[str]) -> frozenset[str]:
    return frozenset(categories) | {each.strip().casefold() for each in own}


@dataclass(frozen=True, slots=True)
class Forbidden:
    """Data that an activity uses and that a rule keeps out of a tool: categories, and data in own words."""

    categories: tuple[str, ...] = ()
    own: tuple[str, ...] = ()


def forbidden_in(tool: Tool, rules: Iterable[ToolRule], activity: Activity) -> Forbidden:
    """Return which data of the activity its rules keep out of the tool; a rule without data is about all of them."""
    against = [r for r in rules if (r.tool_id, r.activity_id) == (tool.id, activity.id) and not r.allowed]
    categories: dict[str, None] = {}
    own: dict[str, None] = {}
    for use in activity.data_uses:
        for rule in against:
            if rule.purpose_id and use.purpose_ids and rule.purpose_id not in use.purpose_ids:
                continue
            named = _data_of(rule)
            categories |= {each: None for each in use.data_categories if not named or each in named}
            own |= {each: None for each in use.data_categories_own if not named or each.strip().casefold() in named}
    return Forbidden(tuple(categories), tuple(own))
