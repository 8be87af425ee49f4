"""What happened to a record as a timeline, in one form; each kind says what its verbs and fields mean."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping
from enum import StrEnum
from typing import Any
from uuid import UUID

from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from gemeentedossier.design.parts import Change, Entry
from gemeentedossier.desk.presenters.activity.history import ledger_place
from gemeentedossier.desk.presenters.activity.vocabulary import name_of
from gemeentedossier.desk.presenters.activity.wording import answer, country, day, listing
from gemeentedossier.dossier.register.queries.history import Happening, RowChange


def timeline(
    happenings: Iterable[Happening], *, titled: Callable[[str], str], told: Callable[[RowChange], Iterable[Change]]
) -> tuple[Entry, ...]:
    """Each verb with who, when, why, its place in the ledger, and which fields differ, in the order given."""
    return tuple(
        Entry(
            at=each.numbered_at,
            title=titled(each.verb),
            by=each.by or _("the program"),
            reason=each.reason,
            note=ledger_place(each.numbers),
            changes=tuple(found for change in each.changes for found in told(change)),
        )
        for each in happenings
    )


def changes(
    change: RowChange, columns: Iterable[str], *, label: Callable[[str], str], told: Callable[[str, Any], str]
) -> Iterator[Change]:
    """The columns that read differently than before."""
    for column in columns:
        before, after = (told(column, row.get(column)) for row in (change.before, change.after))
        if before != after:
            yield Change(label=label(column), before=before, after=after)


def worded(
    column: str,
    value: Any,
    *,
    names: Mapping[UUID, str],
    vocabulary: type[StrEnum] | None = None,
    categories: Callable[[list[str]], Iterable[str]] | None = None,
) -> str:
    """What a column holds, in words; empty where nothing was recorded.

    ``names`` are those of records, ``vocabulary`` is the kind of a choice, ``categories`` names ids of the catalogue.
    """
    if isinstance(value, list):
        each = (
            categories(value) if categories else (worded(column, v, names=names, vocabulary=vocabulary) for v in value)
        )
        return listing(each)
    if value is None or value == "":
        return ""
    if isinstance(value, bool):
        return answer(value)
    if isinstance(value, dt.datetime):
        return day(localtime(value).date())
    if isinstance(value, dt.date):
        return day(value)
    if isinstance(value, UUID):
        return names.get(value, "")
    if column == "country":
        return country(value)
    return name_of(vocabulary(value)) if vocabulary else str(value)
