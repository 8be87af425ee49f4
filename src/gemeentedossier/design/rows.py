"""A row of a table as markup, written at once: a template for each of its cells would take longer than all else of a
long page, and most pages are lists.
"""

from collections.abc import Callable

from django.utils.html import escape, format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from gemeentedossier.design import parts
from gemeentedossier.design.enums import Shape

Badged = Callable[[parts.Badge], SafeString]
Iconed = Callable[[Shape], SafeString]
EMPTY = mark_safe("")
CURRENT = mark_safe(' aria-current="true"')
NUMERIC = " utrecht-table__cell--numeric-column utrecht-table__cell--numeric-data"


def written_row(columns: tuple[parts.Column, ...], row: parts.Row, badged: Badged) -> SafeString:
    """The row below these columns; ValueError where it has more or fewer cells. ``badged`` writes a badge."""
    (column, first), *others = row.labelled(columns)
    name = format_html(
        '<th scope="row" class="utrecht-table__cell" data-label="{}">{}{}</th>',
        column.label,
        _tick(row.tick) if row.tick else EMPTY,
        _cell(first, badged),
    )
    rest = format_html_join(
        EMPTY,
        '<td class="utrecht-table__cell{}" data-label="{}">{}</td>',
        ((_kind(each), each.label, _cell(cell, badged)) for each, cell in others),
    )
    return format_html('<tr class="utrecht-table__row"{}>{}{}</tr>', CURRENT if row.current else EMPTY, name, rest)


def _kind(column: parts.Column) -> str:
    return f"{NUMERIC if column.numeric else ''}{' gd-unbroken' if column.unbroken else ''}"


def _tick(tick: parts.Tick) -> SafeString:
    box = '<input class="gd-tick" type="checkbox" form="{}" name="{}" value="{}" aria-label="{}">'
    return format_html(box, tick.form, tick.name, tick.value, tick.label)


def _cell(cell: parts.Cell, badged: Badged) -> SafeString:
    return format_html(
        '<span class="gd-cell">{}{}{}{}</span>',
        _bar(cell.pieces) if cell.pieces else EMPTY,
        badged(cell.badge) if cell.badge else EMPTY,
        format_html('<a class="nl-link" href="{}">{}</a>', cell.url, cell.text) if cell.url else escape(cell.text),
        format_html('<span class="gd-note">{}</span>', cell.note) if cell.note else EMPTY,
    )


def _bar(pieces: tuple[parts.Piece, ...]) -> SafeString:
    drawn = format_html_join(
        EMPTY,
        '<rect class="gd-share__piece gd-tone--{}{}" x="{}" width="{}" y="0" height="8"/>',
        ((each.tone, " gd-share__piece--hollow" if each.hollow else "", each.start, each.length) for each in pieces),
    )
    frame = '<svg class="gd-share" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true" focusable="false">'
    return format_html(frame + "{}</svg>", drawn)
