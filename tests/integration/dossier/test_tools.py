"""Digital tools and what may go into them: who records, who judges, who rules, and what is refused."""

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest
from django.utils import translation

from gemeentedossier.dossier.assets.actions.tools import delete_tool, edit_tool, judge_tool, record_tool
from gemeentedossier.dossier.assets.enums import ToolKind, ToolState
from gemeentedossier.dossier.assets.facts import Tool
from gemeentedossier.dossier.assets.queries import tools_from
from gemeentedossier.dossier.register.actions.activities import create_activity
from gemeentedossier.dossier.register.facts import Activity
from gemeentedossier.dossier.security.actions.tools import rule_tool, withdraw_tool_rule
from gemeentedossier.dossier.security.facts import ToolRule
from gemeentedossier.dossier.security.queries import tool_rules_from
from gemeentedossier.foundation import clock
from gemeentedossier.foundation.errors import EditedMeanwhile, NotPermitted, Refused
from gemeentedossier.foundation.identifiers import new_id
from gemeentedossier.foundation.rows import live_rows
from gemeentedossier.foundation.trail import Actor
from tests.builders import an_activity

DAY = dt.date(2026, 11, 24)
TOMORROW = DAY + dt.timedelta(days=1)


@pytest.fixture(autouse=True)
def _today_in_english() -> Any:
    with translation.override("en"), clock.clock_at(dt.datetime(2026, 11, 24, 9, tzinfo=dt.UTC)):
        yield


@pytest.fixture
def activity(everyone: Actor) -> Activity:
    made = an_activity()
    create_activity(made, by=everyone)
    return made


@pytest.fixture
def tool(everyone: Actor) -> Tool:
    return record_tool(Tool(new_id(), " Writer ", ToolKind.AI_TOOL), by=everyone, supplier="Cloud Ltd")


def stored() -> tuple[Tool, ...]:
    return tools_from(live_rows, people={})


def rules() -> tuple[ToolRule, ...]:
    return tool_rules_from(live_rows)


def judge(tool: Tool, by: Actor, **more: Any) -> Tool:
    asked = {"state": ToolState.ALLOWED, "conditions": "", "reviewed_on": DAY, "reason": "Tried.", **more}
    return judge_tool(tool.id, asked.pop("state"), revision=asked.pop("revision", tool.revision), by=by, **asked)


def test_a_new_tool_is_being_judged_whatever_is_claimed(everyone: Actor, tool: Tool) -> None:
    claimed = Tool(new_id(), "Other", state=ToolState.ALLOWED, reviewed_on=DAY)
    made = record_tool(claimed, by=everyone)
    assert (made.state, made.reviewed_on) == (ToolState.BEING_JUDGED, None)
    assert stored() == (made, tool)
    assert (tool.name, tool.supplier_id is not None) == ("Writer", True)


def test_a_judgement_stands_until_what_it_rests_on_changes(everyone: Actor, tool: Tool) -> None:
    judged = judge(tool, everyone, state=ToolState.ALLOWED_ON_CONDITIONS, conditions=" Own account. ")
    assert (judged.state, judged.conditions, judged.reviewed_on) == (
        ToolState.ALLOWED_ON_CONDITIONS, "Own account.", DAY,
    )  # fmt: skip
    same = edit_tool(replace(judged, description="Letters.", state=ToolState.ALLOWED), by=everyone)
    assert (same.state, same.conditions) == (ToolState.ALLOWED_ON_CONDITIONS, "Own account.")
    other = edit_tool(replace(same, may_go_in="Everything."), by=everyone)
    assert (other.state, other.conditions, other.reviewed_on) == (ToolState.BEING_JUDGED, "", None)


def test_what_may_not_be_used_is_not_freed_by_an_edit(everyone: Actor, tool: Tool) -> None:
    judged = judge(tool, everyone, state=ToolState.NOT_ALLOWED)
    assert edit_tool(replace(judged, kind=ToolKind.FORM), by=everyone).state is ToolState.NOT_ALLOWED


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"reason": " "}, "Say why people"),
        ({"state": ToolState.ALLOWED_ON_CONDITIONS}, "Write down the conditions"),
        ({"reviewed_on": TOMORROW}, "still to come"),
    ],
    ids=["unreasoned", "no conditions", "tomorrow"],
)
def test_what_is_no_judgement_is_refused(everyone: Actor, tool: Tool, fields: Any, sentence: str) -> None:
    with pytest.raises(Refused, match=sentence):
        judge(tool, everyone, **fields)
    assert stored() == (tool,)


def test_nobody_judges_or_writes_over_another_tool_than_they_read(everyone: Actor, tool: Tool) -> None:
    edit_tool(replace(tool, description="Letters."), by=everyone)
    with pytest.raises(EditedMeanwhile):
        judge(tool, everyone)
    with pytest.raises(EditedMeanwhile):
        edit_tool(tool, by=everyone)


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"name": " "}, "Give the tool a name"),
        ({"name": "writer", "id": new_id()}, "another one called"),
        ({"algorithm_entry": "javascript:alert(1)"}, "whole address"),
        ({"system_id": new_id()}, "This system is not here"),
    ],
    ids=["nameless", "double", "no address", "strange system"],
)
def test_what_is_no_tool_is_refused(everyone: Actor, tool: Tool, fields: Any, sentence: str) -> None:
    write = record_tool if "id" in fields else edit_tool
    with pytest.raises(Refused, match=sentence):
        write(replace(tool, **fields), by=everyone)


@pytest.mark.parametrize("role", ["process_owner", "data_protection_officer", "auditor"])
def test_only_who_judges_tools_does(everyone: Actor, tool: Tool, role: str) -> None:
    actor = replace(everyone, roles=frozenset({role}))
    with pytest.raises(NotPermitted):
        judge(tool, actor)
    with pytest.raises(NotPermitted):
        delete_tool(tool.id, reason="Gone.", by=actor)


def test_a_process_owner_answers_for_a_tool_they_record_and_changes_no_other(everyone: Actor, tool: Tool) -> None:
    owner = replace(everyone, roles=frozenset({"process_owner"}))
    assert record_tool(Tool(new_id(), "Mine"), by=owner).owner_id == everyone.person_id
    with pytest.raises(NotPermitted):
        edit_tool(tool, by=owner)


def test_a_rule_is_recorded_once_each_way_and_withdrawn_with_a_reason(
    everyone: Actor, tool: Tool, activity: Activity
) -> None:
    made = ToolRule(new_id(), tool.id, activity.id, allowed=True, reason="Fine.", data_own=("name",))
    rule_tool(made, by=everyone)
    rule_tool(replace(made, id=new_id(), allowed=False, data_own=("health",)), by=everyone)
    with pytest.raises(Refused, match="Withdraw that one first"):
        rule_tool(replace(made, id=new_id()), by=everyone)
    with pytest.raises(Refused, match="no longer holds"):
        withdraw_tool_rule(made.id, reason="", by=everyone)
    withdraw_tool_rule(made.id, reason="Another tool.", by=everyone)
    assert [each.allowed for each in rules()] == [False]


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"reason": " "}, "Say why"),
        ({"tool_id": new_id()}, "This tool is not here"),
        ({"purpose_id": new_id()}, "belongs to another activity"),
    ],
    ids=["unreasoned", "strange tool", "strange purpose"],
)
def test_what_is_no_rule_is_refused(
    everyone: Actor, tool: Tool, activity: Activity, fields: Any, sentence: str
) -> None:
    with pytest.raises(Refused, match=sentence):
        rule_tool(replace(ToolRule(new_id(), tool.id, activity.id, True, "Fine."), **fields), by=everyone)
    assert rules() == ()


def test_a_process_owner_rules_for_own_activities_only(everyone: Actor, tool: Tool, activity: Activity) -> None:
    owner, made = (
        replace(everyone, roles=frozenset({"process_owner"})),
        ToolRule(new_id(), tool.id, activity.id, True, "!"),
    )
    with pytest.raises(NotPermitted):
        rule_tool(made, by=owner)
    rule_tool(made, by=everyone)
    with pytest.raises(NotPermitted):
        withdraw_tool_rule(made.id, reason="Mine.", by=owner)


def test_a_tool_that_is_removed_takes_its_rules_along(everyone: Actor, tool: Tool, activity: Activity) -> None:
    rule_tool(ToolRule(new_id(), tool.id, activity.id, True, "Fine."), by=everyone)
    with pytest.raises(Refused, match="Say why"):
        delete_tool(tool.id, reason=" ", by=everyone)
    delete_tool(tool.id, reason="Nobody uses it.", by=everyone)
    assert (stored(), rules()) == ((), ())
