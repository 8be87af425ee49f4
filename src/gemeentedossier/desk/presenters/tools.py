"""Digital tools as people read them: whether they may be used, and what may go in for which work."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from gemeentedossier.catalogue.facts import DataCategory
from gemeentedossier.design.enums import Shape, Tone
from gemeentedossier.design.parts import Action, Badge, Cell, Definition, EmptyState, Link, Row, Table, safe_url
from gemeentedossier.desk.presenters.activity.vocabulary import name_of
from gemeentedossier.desk.presenters.activity.wording import day, listing
from gemeentedossier.desk.presenters.agreement import said, web_page
from gemeentedossier.desk.presenters.security import table
from gemeentedossier.desk.presenters.security_sheet import Sheet
from gemeentedossier.dossier.assets.enums import ToolKind, ToolState
from gemeentedossier.dossier.assets.facts import Tool
from gemeentedossier.dossier.security.engine.tools import Asked, ToolAnswer, may_go_in
from gemeentedossier.dossier.security.enums import ToolBecause
from gemeentedossier.dossier.security.facts import ToolRule
from gemeentedossier.foundation.addresses import reverse


def tool_badge(tool: Tool) -> Badge:
    """Whether people may work with the tool."""
    tone, shape = {
        None: (Tone.OPEN, Shape.HOLLOW),
        ToolState.BEING_JUDGED: (Tone.OPEN, Shape.HOLLOW),
        ToolState.ALLOWED: (Tone.GOOD, Shape.CHECK),
        ToolState.ALLOWED_ON_CONDITIONS: (Tone.NOTE, Shape.HALF),
        ToolState.NOT_ALLOWED: (Tone.ATTENTION, Shape.CROSS),
    }[tool.state]
    return Badge(word=name_of(tool.state) if tool.state else _("Not judged"), tone=tone, shape=shape)


def tools_table(sheet: Sheet, asked: Asked | None) -> Table | None:
    """The tools; with what was asked, whether that may go into each."""
    suppliers = {each.id: each.name for each in sheet.dossier.parties}
    told = [_("May this go in?")] if asked else [_("Supplier"), _("Who answers for it")]
    labels = [_("Tool"), *told, _("May it be used"), _("Algorithm register")]
    rows = []
    for each in sheet.dossier.tools:
        kind = name_of(each.kind) if each.kind else ""
        supplier = suppliers.get(each.supplier_id, "") if each.supplier_id else ""
        known = [Cell(text=supplier), Cell(text=each.owner)]
        answered = [_answered(may_go_in(each, sheet.dossier.tool_rules, asked))] if asked else known
        first = Cell(text=each.name, url=tool_url(sheet, each), note=kind)
        cells = (first, *answered, Cell(badge=tool_badge(each), note=each.conditions), _entry(each))
        rows.append(Row(cells=cells))
    return table(_("Digital tools"), tuple(labels), tuple(rows))


def _entry(tool: Tool) -> Cell:
    if tool.algorithm_entry:
        return Cell(text=_("Entry"), url=safe_url(tool.algorithm_entry))
    if tool.kind is ToolKind.AI_TOOL:
        return Cell(badge=Badge(word=_("No entry recorded"), tone=Tone.OPEN, shape=Shape.HOLLOW))
    return Cell()


def _answered(found: ToolAnswer) -> Cell:
    badge = {
        True: Badge(word=pgettext("tool", "Yes"), tone=Tone.GOOD, shape=Shape.CHECK),
        False: Badge(word=pgettext("tool", "No"), tone=Tone.ATTENTION, shape=Shape.CROSS),
        None: Badge(word=pgettext("tool", "Not known, so no"), tone=Tone.OPEN, shape=Shape.HOLLOW),
    }[found.allowed]
    because = (rule.reason for rule in found.rules) if found.allowed is not None else ()
    told = [because_words(found.because), *because, found.conditions]
    return Cell(badge=badge, note=" ".join(each for each in told if each))


def because_words(because: ToolBecause) -> str:
    """Why something may go in or not; empty where the rules themselves say it."""
    return {
        ToolBecause.TOOL_NOT_ALLOWED: _("This tool may not be used."),
        ToolBecause.TOOL_NOT_JUDGED: _("Nobody judged this tool yet."),
        ToolBecause.PARTLY_ALLOWED: _("Rules allow some of these data; of the rest no rule speaks."),
        ToolBecause.NO_RULE: _("No rule speaks of this work."),
        ToolBecause.FORBIDDEN: "",
        ToolBecause.ALLOWED: "",
    }[because]


def tool_said(sheet: Sheet, tool: Tool) -> Iterator[Definition]:
    """What is recorded of a tool."""
    suppliers = {each.id: each.name for each in sheet.dossier.parties}
    systems = {each.id: each for each in sheet.dossier.systems}
    yield said(_("Kind of tool"), name_of(tool.kind) if tool.kind else "")
    yield said(_("What it is used for"), tool.description)
    yield said(_("Supplier"), suppliers.get(tool.supplier_id, "") if tool.supplier_id else "")
    system = systems.get(tool.system_id) if tool.system_id else None
    if system:
        link = Link(label=system.name, url=reverse("desk:system", args=[sheet.slug, system.id]))
        yield Definition(term=_("Part of the system"), links=(link,))
    yield said(_("Who answers for it"), tool.owner)
    if tool.algorithm_entry or tool.kind is ToolKind.AI_TOOL:
        yield web_page(_("Entry in the algorithm register"), tool.algorithm_entry)


def judgement_said(tool: Tool) -> Iterator[Definition]:
    """Whether it may be used, and what may go in whatever the work."""
    yield Definition(term=_("May it be used"), badge=tool_badge(tool))
    if tool.conditions:
        yield said(_("On which conditions"), tool.conditions)
    yield said(_("Looked at on"), day(tool.reviewed_on))
    yield said(_("What may go in, whatever the work"), tool.may_go_in)
    yield said(_("What may never go in"), tool.may_not_go_in)


def rules_of(sheet: Sheet, tool: Tool) -> tuple[ToolRule, ...]:
    """The rules for a tool of activities that are there."""
    known = {each.id for each in sheet.dossier.activities}
    return tuple(each for each in sheet.dossier.tool_rules if each.tool_id == tool.id and each.activity_id in known)


def rules_table(sheet: Sheet, tool: Tool) -> Table | None:
    """What may go in for which work, and why."""
    rows = tuple(
        Row(
            cells=(
                Cell(text=_activity(sheet, each), url=_activity_url(sheet, each), note=_purpose(sheet, each)),
                Cell(text=_data(sheet, each)),
                Cell(badge=_allowed(each)),
                Cell(text=each.reason),
            )
        )
        for each in rules_of(sheet, tool)
    )
    labels = (pgettext("column", "Activity"), _("Data"), _("May it go in"), _("Why"))
    return table(_("Rules for this tool"), labels, rows)


def rule_in_words(sheet: Sheet, rule: ToolRule) -> str:
    """A rule as one line of a list."""
    may = pgettext("tool", "Yes") if rule.allowed else pgettext("tool", "No")
    return f"{may}: {_activity(sheet, rule)}, {_purpose(sheet, rule)}, {_data(sheet, rule)}"


def _activity(sheet: Sheet, rule: ToolRule) -> str:
    return listing(each.name for each in sheet.activities((rule.activity_id,)))


def _activity_url(sheet: Sheet, rule: ToolRule) -> str:
    return f"{reverse('desk:activity', args=[sheet.slug, rule.activity_id])}#purposes"


def _purpose(sheet: Sheet, rule: ToolRule) -> str:
    purposes = (p for each in sheet.activities((rule.activity_id,)) for p in each.purposes)
    found = next((each.text for each in purposes if each.id == rule.purpose_id), "")
    return found or _("All purposes")


def _data(sheet: Sheet, rule: ToolRule) -> str:
    named = [*sheet.words.categories(DataCategory, rule.data_categories), *rule.data_own]
    return listing(named) or _("All data")


def _allowed(rule: ToolRule) -> Badge:
    if rule.allowed:
        return Badge(word=pgettext("tool", "Yes"), tone=Tone.GOOD, shape=Shape.CHECK)
    return Badge(word=pgettext("tool", "No"), tone=Tone.ATTENTION, shape=Shape.CROSS)


def tool_url(sheet: Sheet, tool: Tool) -> str:
    """The page of a tool."""
    return reverse("desk:tool", args=[sheet.slug, tool.id])


def no_tools(*, may_record: bool, url: str) -> EmptyState:
    """What belongs here, and why."""
    return EmptyState(
        title=_("No digital tool is recorded yet"),
        belongs=_("Here stands which applications, forms and AI tools people put data in, and what may go in."),
        reason=_("Data collected for one purpose may not end up in any tool (Article 5(1)(b) and Article 25(2))."),
        step=Action(label=_("Record a tool"), url=url) if may_record else None,
    )
