"""Digital tools: the list with its question, one tool, its judgement, and the rules on what may go in."""

from collections.abc import Iterator
from dataclasses import replace
from uuid import UUID

from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from gemeentedossier.assessment.facts import Judged
from gemeentedossier.design.parts import Link
from gemeentedossier.desk.forms.aims import aimed
from gemeentedossier.desk.forms.tools import AskForm, JudgeForm, ToolForm, WithdrawRuleForm
from gemeentedossier.desk.presenters.agreement import Fold, Section
from gemeentedossier.desk.presenters.security_sheet import Sheet
from gemeentedossier.desk.presenters.tools import (
    judgement_said,
    no_tools,
    rule_in_words,
    rules_of,
    rules_table,
    tool_badge,
    tool_said,
    tools_table,
)
from gemeentedossier.desk.rules import Visit, staff
from gemeentedossier.desk.views.judged import judged_by
from gemeentedossier.desk.views.new_parties import tell_new_party
from gemeentedossier.desk.views.security_pages import form_page, security_frame, sheet_of
from gemeentedossier.desk.views.weighed_pages import (
    cases_of,
    history_link,
    history_page,
    reason_fold,
    record_page,
    url_of,
    with_reason,
)
from gemeentedossier.desk.views.writing import done, found_in
from gemeentedossier.dossier.assets import models as assets
from gemeentedossier.dossier.assets.actions.tools import delete_tool, edit_tool, judge_tool, record_tool
from gemeentedossier.dossier.assets.facts import Tool
from gemeentedossier.dossier.register.facts import Activity
from gemeentedossier.dossier.register.queries.history import Whole
from gemeentedossier.dossier.security.facts import ToolRule
from gemeentedossier.dossier.security.models import ToolRule as RuleRow
from gemeentedossier.foundation.identifiers import new_id
from gemeentedossier.organisation.permissions import can, can_for, check_permitted_for

VIEW, RECORD, EDIT = "assets.view_tool", "assets.record_tool", "assets.edit_tool"
JUDGE, DELETE, RULE = "assets.judge_tool", "assets.delete_tool", "security.rule_tool"
WHOLE = Whole(assets.Tool, (assets.Tool, RuleRow), "tool_id")


@staff(VIEW)
def tools(visit: Visit) -> HttpResponse:
    """The tools; ``?activity=`` asks of each whether data of that work may go in."""
    judged, query = judged_by(visit), visit.request.GET
    sheet = sheet_of(visit, judged)
    activity = next((each for each in sheet.dossier.activities if str(each.id) == query.get("activity")), None)
    form = AskForm(query or None, dossier=sheet.dossier, activity=activity, words=sheet.words)
    may, url = visit.moment is None and can(visit.actor, RECORD), url_of(visit, "tool-new")
    shown = {
        "frame": security_frame(visit, tools_title()),
        "form": form,
        "url": url_of(visit, "tools"),
        "activity": activity,
        "table": tools_table(sheet, form.asked(activity) if activity else None),
        "empty": no_tools(may_record=may, url=url),
        "new_url": url if may and sheet.dossier.tools else "",
    }
    return render(visit.request, "desk/tools.html", shown)


@staff(VIEW)
def tool(visit: Visit, key: UUID) -> HttpResponse:
    """One tool: what it is, whether it may be used, and what may go in for which work."""
    judged = judged_by(visit)
    return tool_page(visit, judged, tool_in(judged, key))


@staff(RECORD, only_now=True)
def new(visit: Visit) -> HttpResponse:
    """Record a tool."""
    blank = Tool(new_id(), "")
    dossier = judged_by(visit).dossier
    form = ToolForm(visit.request.POST or None, record=blank, dossier=dossier)

    def write() -> object:
        given = dict(form.cleaned_data)
        supplier = given.pop("supplier")
        return record_tool(replace(blank, **given), supplier=supplier, by=visit.actor)

    if done(visit, form, write):
        tell_new_party(visit, dossier, form.cleaned_data["supplier"])
        return redirect(url_of(visit, "tool", blank.id))
    return form_page(visit, title=_("Record a tool"), lead="", form=form, back=url_of(visit, "tools"))


@staff(EDIT, only_now=True)
def edit(visit: Visit, key: UUID) -> HttpResponse:
    """A tool, opened for editing."""
    judged = judged_by(visit)
    found, dossier = tool_in(judged, key), judged.dossier
    check_permitted_for(visit.actor, EDIT, owner_id=found.owner_id)
    supplier = next((each.name for each in dossier.parties if each.id == found.supplier_id), "")
    form = ToolForm(visit.request.POST or None, record=found, dossier=dossier, initial={"supplier": supplier})
    aimed(form, visit.request.GET.get("field", ""))
    back = url_of(visit, "tool", key)

    def write() -> object:
        given = dict(form.cleaned_data)
        named = given.pop("supplier")
        return edit_tool(replace(found, **given), supplier=None if named == supplier else named, by=visit.actor)

    if done(visit, form, write):
        tell_new_party(visit, dossier, form.cleaned_data["supplier"])
        return redirect(back)
    return form_page(visit, title=_("Edit"), lead=found.name, form=form, back=back)


@staff(JUDGE)
def judge(visit: Visit, key: UUID) -> HttpResponse:
    """Decide whether people may work with the tool; only asked by POST."""
    judged, back = judged_by(visit), f"{url_of(visit, 'tool', key)}#judgement"
    found = tool_in(judged, key)
    if visit.request.method != "POST":
        return redirect(back)
    form = JudgeForm(visit.request.POST, initial=_judged(found, sheet_of(visit, judged)))
    if done(visit, form, lambda: judge_tool(key, by=visit.actor, **form.cleaned_data), said=_("The judgement stands.")):
        return redirect(back)
    return tool_page(visit, judged, found, bound=form)


@staff(DELETE)
def remove(visit: Visit, key: UUID) -> HttpResponse:
    """Take away a tool that nobody uses any more; only asked by POST."""
    judged = judged_by(visit)
    found = tool_in(judged, key)
    return with_reason(
        visit,
        lambda reason: delete_tool(key, reason=reason, by=visit.actor),
        to=url_of(visit, "tools"),
        back=url_of(visit, "tool", key),
        again=lambda form: tool_page(visit, judged, found, bound=form),
    )


@staff(VIEW)
def history(visit: Visit, key: UUID) -> HttpResponse:
    """What happened to a tool and its rules."""
    found = tool_in(judged_by(visit), key)
    back = Link(label=found.name, url=url_of(visit, "tool", key))
    return history_page(visit, WHOLE, key, title=found.name, back=back, every=_every(visit))


def tool_page(visit: Visit, judged: Judged, found: Tool, *, bound: Form | None = None) -> HttpResponse:
    """The page of a tool; ``bound`` is the form that needs attention."""
    sheet, now = sheet_of(visit, judged), visit.moment is None
    may_edit = now and can_for(visit.actor, EDIT, owner_id=found.owner_id)
    edit_url = url_of(visit, "tool-edit", found.id) if may_edit else ""
    sections = (
        Section(
            anchor="what",
            title=_("What it is"),
            about="",
            definitions=tuple(tool_said(sheet, found)),
            edit_url=edit_url,
            cases=cases_of(visit, judged, found.id),
            folds=_remove_folds(visit, found, bound) if now and can(visit.actor, DELETE) else (),
        ),
        Section(
            anchor="judgement",
            title=_("May it be used"),
            about=_("What changes of the tool makes that it must be judged anew."),
            definitions=tuple(judgement_said(found)),
            folds=_judge_folds(visit, found, bound, sheet) if now and can(visit.actor, JUDGE) else (),
        ),
        Section(
            anchor="rules",
            title=_("What may go in for which work"),
            about=_("What no rule speaks of is not known, and that is never a yes."),
            table=rules_table(sheet, found),
            add_url=url_of(visit, "tool-rule-new", found.id) if may_rule(visit) else "",
            folds=_withdraw_folds(visit, found, bound, sheet) if may_rule(visit) else (),
        ),
    )
    links = (history_link(url_of(visit, "tool-history", found.id)),)
    return record_page(
        visit, every=_every(visit), title=found.name, sections=sections, links=links, badge=tool_badge(found)
    )


def _judge_folds(visit: Visit, found: Tool, bound: Form | None, sheet: Sheet) -> tuple[Fold, ...]:
    form = bound if isinstance(bound, JudgeForm) else JudgeForm(initial=_judged(found, sheet))
    url = url_of(visit, "tool-judge", found.id)
    return (Fold(title=_("Judge this tool"), button=_("Record this judgement"), url=url, form=form, anchor="judge"),)


def _judged(found: Tool, sheet: Sheet) -> dict[str, object]:
    """What stands in the form of the judgement; whoever judges looks at it today."""
    held = {"state": found.state, "conditions": found.conditions}
    return {**held, "reviewed_on": sheet.today, "revision": found.revision}


def _remove_folds(visit: Visit, found: Tool, bound: Form | None) -> tuple[Fold, ...]:
    url = url_of(visit, "tool-remove", found.id)
    return (reason_fold(_("Remove this tool"), _("Remove"), url, bound=bound, anchor="remove"),)


def _withdraw_folds(visit: Visit, found: Tool, bound: Form | None, sheet: Sheet) -> tuple[Fold, ...]:
    rules = rules_written_by(visit, sheet, found)
    if not rules:
        return ()
    told = ((each, rule_in_words(sheet, each)) for each in rules)
    form = bound if isinstance(bound, WithdrawRuleForm) else WithdrawRuleForm(rules=told, auto_id="withdraw-%s")
    url = url_of(visit, "tool-rule-withdraw", found.id)
    return (Fold(title=_("A rule no longer holds"), button=_("Withdraw"), url=url, form=form, anchor="rules"),)


def rules_written_by(visit: Visit, sheet: Sheet, found: Tool) -> tuple[ToolRule, ...]:
    """The rules of a tool that this person may withdraw."""
    own = {each.id for each in activities_of(visit, sheet)}
    return tuple(each for each in rules_of(sheet, found) if each.activity_id in own)


def activities_of(visit: Visit, sheet: Sheet) -> Iterator[Activity]:
    """The activities for which this person may write rules."""
    return (each for each in sheet.dossier.activities if can_for(visit.actor, RULE, owner_id=each.owner_id))


def may_rule(visit: Visit) -> bool:
    """Whether this person may write rules, be it only for own activities."""
    return visit.moment is None and can(visit.actor, RULE)


def tool_in(judged: Judged, key: UUID) -> Tool:
    """The tool of that key; Http404 where the dossier has none."""
    return found_in(judged.dossier.tools, key)


def _every(visit: Visit) -> Link:
    return Link(label=tools_title(), url=url_of(visit, "tools"))


def tools_title() -> str:
    """What the list is called."""
    return _("Digital tools")
