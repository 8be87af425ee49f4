"""One tag per component: `{% load design %}{% badge outcome %}`. Each takes the part of its own name."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache
from typing import Any

from django import template
from django.forms import BaseForm, BoundField
from django.forms.utils import flatatt
from django.template.context import Context
from django.template.loader import render_to_string
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from gemeentedossier.design import charts, frames, parts
from gemeentedossier.design.enums import Fill, Shape, Tone
from gemeentedossier.design.explained import explanation_of
from gemeentedossier.design.filtering import once_of_filters
from gemeentedossier.design.judgements import written_finding
from gemeentedossier.design.numbers import counted
from gemeentedossier.design.rows import written_row
from gemeentedossier.design.written import written_once

register = template.Library()
Shown = Mapping[str, Any]


def _with_token(context: Context, **shown: object) -> Shown:
    """The values with the token that a form inside the component has to send back."""
    return {"csrf_token": context.get("csrf_token"), **shown}


register.filter("counted", counted)


@register.simple_tag
def icon(shape: Shape | str) -> SafeString:
    """A decorative shape; what it means must stand beside it in words."""
    return _icon(str(shape))


@cache
def _icon(shape: str) -> SafeString:
    """There are few shapes, and hundreds of them on a page."""
    return render_to_string("design/components/icon.html", {"shape": shape})


@register.simple_tag
def badge(badge: parts.Badge) -> SafeString:
    return _badge(str(badge.word), badge.tone, badge.shape)


@written_once(most=1_000)
def _badge(word: str, tone: Tone, shape: Shape) -> SafeString:
    return render_to_string("design/components/badge.html", {"badge": parts.Badge(word=word, tone=tone, shape=shape)})


@register.simple_tag
def explanation(field: BoundField) -> SafeString | str:
    """The help beside a field, folded; nothing where no room explains it."""
    found = explanation_of(field)
    return _explanation(found, get_language() or "") if found else ""


@lru_cache(maxsize=2_000)
def _explanation(told: parts.Explanation, _language: str) -> SafeString:
    """Rows of one kind have the same help: it is written once for each language."""
    return render_to_string("design/components/explanation.html", {"explanation": told})


@register.inclusion_tag("design/components/explained.html")
def explained(explanation: parts.Explanation) -> Shown:
    """The help beside a field, unfolded."""
    return {"explanation": explanation}


@register.simple_tag
def options(groups: Iterable[tuple[str | None, Iterable[Mapping[str, Any]], int]]) -> SafeString:
    """The options of a select, written at once: a template for each would take longer than all else of a long page."""
    return format_html_join("", "{}", ((_group_of_options(name, choices),) for name, choices, _place in groups))


def _group_of_options(name: str | None, choices: Iterable[Mapping[str, Any]]) -> SafeString:
    told = ((each["value"], flatatt(each["attrs"]) if each["attrs"] else "", each["label"]) for each in choices)
    written = format_html_join("", '\n  <option value="{}"{}>{}</option>', told)
    return format_html('\n  <optgroup label="{}">{}\n  </optgroup>', name, written) if name else written


@register.simple_tag
def table_row(columns: tuple[parts.Column, ...], row: parts.Row) -> SafeString:
    """A row of a table; equal rows are written once, whoever looks at them."""
    return _table_row(columns, row, get_language())


@written_once(most=4_000)
def _table_row(columns: tuple[parts.Column, ...], row: parts.Row, language: str | None) -> SafeString:
    return written_row(columns, row, badge)


@register.inclusion_tag("design/components/alert.html", takes_context=True)
def alert(context: Context, alert: parts.Alert) -> Shown:
    return _with_token(context, alert=alert)


@register.simple_tag(takes_context=True)
def finding(context: Context, finding: parts.Finding) -> SafeString:
    """A judgement; equal ones are written once, whoever looks at them. A form has the token of its own answer."""
    if finding.repair is not None and finding.repair.posts:
        return written_finding(finding, icon, _button(dict(_with_token(context, action=finding.repair))))
    return _finding(finding, get_language())


@written_once(most=2_000)
def _finding(finding: parts.Finding, language: str | None) -> SafeString:
    return written_finding(finding, icon, _button({"action": finding.repair}) if finding.repair else mark_safe(""))


def _button(shown: dict[str, object]) -> SafeString:
    return render_to_string("design/components/button.html", shown)


@register.inclusion_tag("design/components/button.html", takes_context=True)
def button(context: Context, action: parts.Action) -> Shown:
    return _with_token(context, action=action)


@register.inclusion_tag("design/components/link_list.html")
def link_list(links: Sequence[parts.Link]) -> Shown:
    return {"links": links}


@register.inclusion_tag("design/components/table.html", takes_context=True)
def table(context: Context, table: parts.Table) -> Shown:
    return _with_token(context, table=table)


@register.inclusion_tag("design/components/chart.html", takes_context=True)
def chart(context: Context, chart: charts.Chart) -> Shown:
    return _with_token(context, chart=chart)


@register.simple_tag
def chart_fill(identifier: str, tone: Tone, fill: Fill) -> str:
    """What fills a piece: the pattern of its tone; nothing where the style sheet fills it with a colour."""
    return f"url(#{identifier}-{tone}-{fill})" if fill in (Fill.STRIPED, Fill.DOTTED) else "currentColor"


@register.simple_tag
def chart_table_label() -> str:
    return charts.table_label()


@register.simple_tag
def chart_nothing() -> str:
    return charts.nothing_counted()


@register.inclusion_tag("design/components/pagination.html")
def pagination(pagination: parts.Pagination) -> Shown:
    return {"pagination": pagination}


@register.inclusion_tag("design/components/search.html")
def search(search: parts.Search) -> Shown:
    return {"search": search}


@register.simple_tag
def filters(form: BaseForm, url: str) -> SafeString:
    """A form of filters that applies itself when a control changes; without script it has a button."""
    return once_of_filters(form, url)


@register.inclusion_tag("design/components/definitions.html", takes_context=True)
def definitions(context: Context, definitions: Sequence[parts.Definition]) -> Shown:
    return _with_token(context, definitions=definitions)


@register.simple_tag(takes_context=True)
def definition(context: Context, definition: parts.Definition) -> SafeString:
    """A term with what is known of it; equal ones are written once. A form has the token of its own answer."""
    if definition.action is not None and definition.action.posts:
        return render_to_string("design/components/definition.html", dict(_with_token(context, definition=definition)))
    return _definition(definition, get_language())


@written_once(most=4_000)
def _definition(definition: parts.Definition, language: str | None) -> SafeString:
    return render_to_string("design/components/definition.html", {"definition": definition})


@register.inclusion_tag("design/components/tabs.html")
def tabs(tabs: Sequence[parts.Tab], label: str) -> Shown:
    """Links to the parts of a page; `label` names the group to a screen reader."""
    return {"tabs": tabs, "label": label}


@register.inclusion_tag("design/components/empty_state.html", takes_context=True)
def empty_state(context: Context, empty: parts.EmptyState) -> Shown:
    return _with_token(context, empty=empty)


@register.inclusion_tag("design/components/progress.html")
def progress(progress: parts.Progress) -> Shown:
    return {"progress": progress}


@register.inclusion_tag("design/components/timeline.html")
def timeline(entries: Sequence[parts.Entry]) -> Shown:
    return {"entries": entries}


@register.inclusion_tag("design/components/diff.html")
def diff(changes: Sequence[parts.Change]) -> Shown:
    return {"changes": changes}


@register.inclusion_tag("design/components/comparison.html")
def comparison(comparison: parts.Comparison) -> Shown:
    return {"comparison": comparison}


@register.inclusion_tag("design/components/breadcrumb.html")
def breadcrumb(crumbs: Sequence[parts.Crumb]) -> Shown:
    return {"crumbs": crumbs}


@register.inclusion_tag("design/components/steps.html")
def steps(steps: Sequence[parts.Step]) -> Shown:
    return {"steps": steps}


@register.inclusion_tag("design/components/moment_band.html", takes_context=True)
def moment_band(context: Context, moment: frames.Moment) -> Shown:
    return _with_token(context, moment=moment)
