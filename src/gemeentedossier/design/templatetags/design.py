"""One tag per component: `{% load design %}{% badge outcome %}`. Each takes the part of its own name."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import template
from django.forms import BaseForm
from django.template.context import Context

from gemeentedossier.design import frames, parts
from gemeentedossier.design.enums import Shape

register = template.Library()
Shown = Mapping[str, Any]


def _with_token(context: Context, **shown: object) -> Shown:
    """The values with the token that a form inside the component has to send back."""
    return {"csrf_token": context.get("csrf_token"), **shown}


@register.inclusion_tag("design/components/icon.html")
def icon(shape: Shape | str) -> Shown:
    """A decorative shape; what it means must stand beside it in words."""
    return {"shape": shape}


@register.inclusion_tag("design/components/badge.html")
def badge(badge: parts.Badge) -> Shown:
    return {"badge": badge}


@register.inclusion_tag("design/components/alert.html", takes_context=True)
def alert(context: Context, alert: parts.Alert) -> Shown:
    return _with_token(context, alert=alert)


@register.inclusion_tag("design/components/finding.html", takes_context=True)
def finding(context: Context, finding: parts.Finding) -> Shown:
    return _with_token(context, finding=finding)


@register.inclusion_tag("design/components/button.html", takes_context=True)
def button(context: Context, action: parts.Action) -> Shown:
    return _with_token(context, action=action)


@register.inclusion_tag("design/components/link_list.html")
def link_list(links: Sequence[parts.Link]) -> Shown:
    return {"links": links}


@register.inclusion_tag("design/components/table.html", takes_context=True)
def table(context: Context, table: parts.Table) -> Shown:
    return _with_token(context, table=table)


@register.inclusion_tag("design/components/pagination.html")
def pagination(pagination: parts.Pagination) -> Shown:
    return {"pagination": pagination}


@register.inclusion_tag("design/components/search.html")
def search(search: parts.Search) -> Shown:
    return {"search": search}


@register.inclusion_tag("design/components/filters.html")
def filters(form: BaseForm, url: str) -> Shown:
    """A form of filters that applies itself when a control changes; without script it has a button."""
    return {"form": form, "url": url}


@register.inclusion_tag("design/components/definitions.html", takes_context=True)
def definitions(context: Context, definitions: Sequence[parts.Definition]) -> Shown:
    return _with_token(context, definitions=definitions)


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
