"""The rules on what may go into a digital tool: recorded for an activity, and withdrawn with a reason."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from gemeentedossier.desk.forms.tools import ChooseActivityForm, ToolRuleForm, WithdrawRuleForm
from gemeentedossier.desk.presenters.tools import rule_in_words
from gemeentedossier.desk.rules import Visit, staff
from gemeentedossier.desk.views.judged import judged_by
from gemeentedossier.desk.views.security_pages import form_page, sheet_of
from gemeentedossier.desk.views.tools import RULE, activities_of, rules_written_by, tool_in, tool_page
from gemeentedossier.desk.views.weighed_pages import url_of
from gemeentedossier.desk.views.writing import done, found_in
from gemeentedossier.dossier.security.actions.tools import rule_tool, withdraw_tool_rule
from gemeentedossier.dossier.security.facts import ToolRule
from gemeentedossier.foundation.identifiers import new_id
from gemeentedossier.organisation.permissions import check_permitted_for


@staff(RULE, only_now=True)
def new(visit: Visit, key: UUID) -> HttpResponse:
    """Choose the activity that a rule is for."""
    judged = judged_by(visit)
    found = tool_in(judged, key)
    form = ChooseActivityForm(visit.request.POST or None, activities=activities_of(visit, sheet_of(visit, judged)))
    if visit.request.method == "POST" and form.is_valid():
        return redirect(url_of(visit, "tool-rule", key, form.cleaned_data["activity"]))
    title = _("For which work is this rule?")
    return form_page(visit, title=title, lead=found.name, form=form, back=url_of(visit, "tool", key))


@staff(RULE, only_now=True)
def record(visit: Visit, key: UUID, activity_id: UUID) -> HttpResponse:
    """Record what may or may not go into the tool for an activity."""
    judged = judged_by(visit)
    found, activity = tool_in(judged, key), found_in(judged.dossier.activities, activity_id)
    check_permitted_for(visit.actor, RULE, owner_id=activity.owner_id)
    form, back = ToolRuleForm(visit.request.POST or None, activity=activity), url_of(visit, "tool", key)

    def write() -> None:
        rule_tool(ToolRule(id=new_id(), tool_id=key, activity_id=activity_id, **form.cleaned_data), by=visit.actor)

    if done(visit, form, write):
        return redirect(f"{back}#rules")
    title = _("What may go in for “%(activity)s”?") % {"activity": activity.name}
    return form_page(visit, title=title, lead=found.name, form=form, back=back)


@staff(RULE)
def withdraw(visit: Visit, key: UUID) -> HttpResponse:
    """A rule no longer holds; only asked by POST."""
    judged, back = judged_by(visit), f"{url_of(visit, 'tool', key)}#rules"
    found, sheet = tool_in(judged, key), sheet_of(visit, judged)
    if visit.request.method != "POST":
        return redirect(back)
    told = ((each, rule_in_words(sheet, each)) for each in rules_written_by(visit, sheet, found))
    form = WithdrawRuleForm(visit.request.POST, rules=told, auto_id="withdraw-%s")
    if done(
        visit,
        form,
        lambda: withdraw_tool_rule(form.cleaned_data["rule_id"], reason=form.cleaned_data["reason"], by=visit.actor),
    ):
        return redirect(back)
    return tool_page(visit, judged, found, bound=form)
