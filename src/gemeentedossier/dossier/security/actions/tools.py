"""For which work a digital tool may be used, with which data, and why (GDPR 5(1)(b), 25(2))."""

from uuid import UUID

from django.utils.translation import gettext as _

from gemeentedossier.dossier.assets.models import Tool
from gemeentedossier.dossier.register.models import Purpose
from gemeentedossier.dossier.security import models
from gemeentedossier.dossier.security.actions.writing import check_own
from gemeentedossier.dossier.security.facts import ToolRule
from gemeentedossier.foundation.errors import Refused
from gemeentedossier.foundation.shaping import stored_values
from gemeentedossier.foundation.trail import Actor, verb
from gemeentedossier.organisation.permissions import check_permitted


def rule_tool(rule: ToolRule, *, by: Actor) -> None:
    """Record what may or may not go into a tool for an activity; one rule each way for a purpose."""
    check_permitted(by, "security.rule_tool")
    if not rule.reason.strip():
        raise Refused(_("Say why: who works with the tool must be able to follow it."))
    with verb("security.rule_tool", by=by, reason=rule.reason):
        check_own(rule.activity_id, "security.rule_tool", by=by)
        _check_is_here(rule)
        there = models.ToolRule.objects.filter(
            tool_id=rule.tool_id, activity_id=rule.activity_id, purpose_id=rule.purpose_id, allowed=rule.allowed
        )
        if there.exists():
            raise Refused(_("There is such a rule for this purpose already. Withdraw that one first."))
        models.ToolRule.objects.create(**stored_values(models.ToolRule, rule))


def withdraw_tool_rule(rule_id: UUID, *, reason: str, by: Actor) -> None:
    """The rule no longer holds; what no rule speaks of is unknown again, which is never a yes."""
    check_permitted(by, "security.rule_tool")
    if not reason.strip():
        raise Refused(_("Say why this rule no longer holds."))
    with verb("security.withdraw_tool_rule", by=by, reason=reason):
        row = models.ToolRule.objects.select_for_update().get(pk=rule_id)
        check_own(row.activity_id, "security.rule_tool", by=by)
        row.delete()


def _check_is_here(rule: ToolRule) -> None:
    if not Tool.objects.filter(pk=rule.tool_id).exists():
        raise Refused(_("This tool is not here. Choose it from the list."))
    if rule.purpose_id and not Purpose.objects.filter(pk=rule.purpose_id, activity_id=rule.activity_id).exists():
        raise Refused(_("This purpose belongs to another activity. Choose one of this activity."))
