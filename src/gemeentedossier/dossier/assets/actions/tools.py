"""Recording which digital tools people put data in, and whether they may. Each verb is one transaction with trail."""

import datetime as dt
from dataclasses import replace
from uuid import UUID

from django.db.models import ProtectedError
from django.utils.translation import gettext as _

from gemeentedossier.dossier.assets import models
from gemeentedossier.dossier.assets.actions.writing import (
    check_name_is_free,
    create_record,
    write_record,
)
from gemeentedossier.dossier.assets.enums import ToolState
from gemeentedossier.dossier.assets.facts import Tool
from gemeentedossier.dossier.assets.policies import check_tool, check_tool_judgement
from gemeentedossier.dossier.assets.queries import tool_facts
from gemeentedossier.dossier.parties.actions.parties import ensure_party
from gemeentedossier.foundation import clock
from gemeentedossier.foundation.edits import check_unchanged
from gemeentedossier.foundation.errors import Refused
from gemeentedossier.foundation.trail import Actor, verb
from gemeentedossier.organisation.permissions import can_for, check_permitted, check_permitted_for

JUDGED = ("kind", "supplier_id", "system_id", "may_go_in", "may_not_go_in")
"""What a judgement rests on: where one of these changes, a tool that was allowed must be judged anew."""


def record_tool(tool: Tool, *, by: Actor, supplier: str = "") -> Tool:
    """Record a new tool, not judged yet; who may edit own tools only answers for it."""
    check_permitted(by, "assets.record_tool")
    wanted = replace(_unjudged(tool), name=tool.name.strip(), revision=0)
    if not can_for(by, "assets.edit_tool", owner_id=wanted.owner_id):
        wanted = replace(wanted, owner_id=by.person_id, owner=by.name)
    check_tool(wanted)
    with verb("assets.record_tool", by=by):
        check_name_is_free(models.Tool, wanted)
        wanted = _supplied(wanted, supplier)
        _check_system(wanted.system_id)
        create_record(models.Tool, wanted)
    return wanted


def edit_tool(tool: Tool, *, by: Actor, supplier: str | None = None) -> Tool:
    """Write the tool as it must become, but for whether it may be used; ``tool.revision`` is the one that was read."""
    check_permitted(by, "assets.edit_tool")
    check_tool(tool)
    with verb("assets.edit_tool", by=by):
        stored = _locked(tool.id)
        check_permitted_for(by, "assets.edit_tool", owner_id=stored.owner_id)
        check_unchanged(stored.revision, read=tool.revision, name=stored.name)
        check_name_is_free(models.Tool, tool)
        wanted = tool if supplier is None else _supplied(tool, supplier)
        _check_system(wanted.system_id)
        write_record(models.Tool, stored, replace(_judged_as(stored, wanted), revision=stored.revision + 1))
    return tool_facts(tool.id)


def judge_tool(
    tool_id: UUID, state: ToolState, *, conditions: str, reviewed_on: dt.date, reason: str, revision: int, by: Actor
) -> Tool:
    """Decide whether people may work with the tool, on which conditions, and why; of the tool as it was read."""
    check_permitted(by, "assets.judge_tool")
    with verb("assets.judge_tool", by=by, reason=reason):
        stored = _locked(tool_id)
        check_unchanged(stored.revision, read=revision, name=stored.name)
        check_tool_judgement(state, conditions=conditions, reviewed_on=reviewed_on, reason=reason, today=clock.today())
        told = conditions.strip() if state is ToolState.ALLOWED_ON_CONDITIONS else ""
        judged = replace(stored, state=state, conditions=told, reviewed_on=reviewed_on, revision=stored.revision + 1)
        write_record(models.Tool, stored, judged)
    return judged


def delete_tool(tool_id: UUID, *, reason: str, by: Actor) -> None:
    """Remove a tool that nobody uses any more, with its rules; its history stays. Refused where a leaflet names it."""
    check_permitted(by, "assets.delete_tool")
    if not reason.strip():
        raise Refused(_("Say why this tool is removed."))
    with verb("assets.delete_tool", by=by, reason=reason):
        tool = models.Tool.objects.select_for_update().get(pk=tool_id)
        try:
            tool.delete()
        except ProtectedError as named:
            raise Refused(_("A leaflet still names this tool. Judge that it may not be used instead.")) from named


def _unjudged(tool: Tool) -> Tool:
    return replace(tool, state=ToolState.BEING_JUDGED, conditions="", reviewed_on=None)


def _judged_as(stored: Tool, wanted: Tool) -> Tool:
    same = all(getattr(stored, name) == getattr(wanted, name) for name in JUDGED)
    if same or stored.state is ToolState.NOT_ALLOWED:
        return replace(wanted, state=stored.state, conditions=stored.conditions, reviewed_on=stored.reviewed_on)
    return _unjudged(wanted)


def _locked(tool_id: UUID) -> Tool:
    models.Tool.objects.select_for_update().get(pk=tool_id)
    return tool_facts(tool_id)


def _supplied(tool: Tool, supplier: str) -> Tool:
    return replace(tool, supplier_id=ensure_party(supplier.strip()).pk if supplier.strip() else None)


def _check_system(system_id: UUID | None) -> None:
    if system_id and not models.System.objects.filter(pk=system_id).exists():
        raise Refused(_("This system is not here. Choose it from the list."))
