"""A finding as markup, written at once, for the same reason as a row of a table: a page holds fifty of them."""

from django.utils.functional import Promise
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from gemeentedossier.design import parts
from gemeentedossier.design.rows import EMPTY, Iconed


def written_finding(told: parts.Finding, icon: Iconed, repair: SafeString) -> SafeString:
    """The finding; ``icon`` writes a shape, and ``repair`` is what mends it, as it is written."""
    return format_html(
        '<article class="gd-finding gd-tone gd-tone--{}"{}>{}</article>',
        told.outcome.tone,
        format_html(' id="{}"', told.anchor) if told.anchor else EMPTY,
        format_html_join(EMPTY, "\n  {}", ((each,) for each in _lines(told, icon, repair) if each)),
    )


def _lines(told: parts.Finding, icon: Iconed, repair: SafeString) -> tuple[SafeString, ...]:
    return (
        _outcome(told, icon),
        _said("gd-finding__title", told.title),
        _said("gd-finding__reason", told.reason),
        _statements(told.statements) if told.statements else EMPTY,
        _source(told) if told.reference or told.source else EMPTY,
        _said("gd-finding__reason", told.advice),
        repair,
        format_html('<p class="gd-finding__also">{}</p>', _link(told.also)) if told.also else EMPTY,
    )


def _said(kind: str, text: str | Promise) -> SafeString:
    return format_html('<p class="{}">{}</p>', kind, text) if text else EMPTY


def _outcome(told: parts.Finding, icon: Iconed) -> SafeString:
    return format_html(
        '<p class="gd-finding__outcome">{}<span class="gd-finding__word">{}</span>{}</p>',
        icon(told.outcome.shape),
        told.outcome.word,
        format_html('<span class="gd-finding__nature">{}</span>', told.nature) if told.nature else EMPTY,
    )


def _statements(statements: tuple[parts.Quotation, ...]) -> SafeString:
    told = ((each.text, _link(each.where)) for each in statements)
    return format_html(
        '<ul class="gd-finding__statements">{}</ul>', format_html_join(EMPTY, "<li><q>{}</q> {}</li>", told)
    )


def _source(told: parts.Finding) -> SafeString:
    return format_html(
        '<p class="gd-finding__source">{}{}</p>',
        _link(told.reference) if told.reference else EMPTY,
        format_html("<span>{}</span>", told.source) if told.source else EMPTY,
    )


def _link(link: parts.Link) -> SafeString:
    """What leads nowhere is only told."""
    if not link.url:
        return format_html("{}", link.label)
    return format_html('<a class="nl-link" href="{}">{}</a>', link.url, link.label)
