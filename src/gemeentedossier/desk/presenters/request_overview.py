"""A year of requests in figures, for who gives account; and the list as a file. Nobody is named in either."""

import datetime as dt
from collections.abc import Iterable

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from gemeentedossier.design.parts import Cell, Row, Table
from gemeentedossier.desk.presenters.activity.vocabulary import name_of
from gemeentedossier.desk.presenters.activity.wording import answer, language
from gemeentedossier.desk.presenters.requests import RequestSight
from gemeentedossier.desk.presenters.security import table
from gemeentedossier.dossier.requests.engine.stages import stage_of
from gemeentedossier.dossier.requests.enums import Answered
from gemeentedossier.dossier.requests.facts import DataSubjectRequest
from gemeentedossier.exchange.engine.writing.books import Book, Column, Sheet


def overview_table(sight: RequestSight, requests: Iterable[DataSubjectRequest]) -> Table | None:
    """Per year of receipt: how many came, were answered in time and too late, wait past their day, and were refused."""
    years: dict[int, list[DataSubjectRequest]] = {}
    for each in requests:
        years.setdefault(each.received_on.year, []).append(each)
    labels = (
        pgettext("requests", "Year"), _("Received"), _("Answered in time"), _("Answered too late"),
        _("Past the last day, unanswered"), _("Extended"), _("Refused, wholly or partly"), _("Still open"),
    )  # fmt: skip
    rows = tuple(
        Row(cells=(Cell(text=str(year), url=f"?year={year}"), *(Cell(text=str(count)) for count in _counts(sight, of))))
        for year, of in sorted(years.items(), reverse=True)
    )
    return table(_("Requests by year"), labels, rows)


def _counts(sight: RequestSight, requests: list[DataSubjectRequest]) -> tuple[int, ...]:
    stands = [(each, sight.answered(each)) for each in requests]
    late = [each for each, stand in stands if stand is Answered.LATE]
    return (
        len(requests),
        sum(stand is Answered.IN_TIME for _each, stand in stands),
        sum(each.told_on is not None for each in late),
        sum(each.told_on is None for each in late),
        sum(each.is_extended for each in requests),
        sum(any(not part.granted for part in each.parts) for each in requests if each.decided_at),
        sum(each.is_open for each in requests),
    )


def requests_book(sight: RequestSight, requests: Iterable[DataSubjectRequest]) -> Book:
    """The requests as a list: numbers, days and outcome; no pseudonym and no words of people."""
    headings = (
        (_("Number"), 14), (_("Right"), 24), (_("Received"), 12), (_("How it came in"), 18), (_("Last day"), 12),
        (_("Extended"), 10), (_("Answer sent"), 12), (_("Days late"), 10), (_("State"), 18), (_("Parts granted"), 12),
        (_("Parts refused"), 12), (_("Handled by"), 24), (_("Processing activities"), 48),
    )  # fmt: skip
    columns = tuple(Column(heading=heading, width=width) for heading, width in headings)
    title = pgettext("place in the rail", "Requests")
    sheet = Sheet(name=title, columns=columns, rows=[_row(sight, each) for each in requests])
    return Book(title=f"{title} – {sight.dossier.organisation.name}", language=language(), sheets=(sheet,))


def _row(sight: RequestSight, request: DataSubjectRequest) -> tuple[str | int, ...]:
    reckoned = sight.clock(request)
    return (
        request.number,
        name_of(request.right),
        _iso(request.received_on),
        name_of(request.channel),
        _iso(reckoned.due if reckoned else None),
        answer(request.is_extended),
        _iso(request.told_on),
        _late(sight, request),
        name_of(stage_of(request)),
        sum(part.granted for part in request.parts),
        sum(not part.granted for part in request.parts),
        request.handler,
        "; ".join(each.name for each in sight.activities(request)),
    )


def _late(sight: RequestSight, request: DataSubjectRequest) -> str | int:
    """Nothing for what has no term that is known."""
    reckoned = sight.clock(request)
    return reckoned.days_overdue(on=sight.today) if reckoned else ""


def _iso(day: dt.date | None) -> str:
    return day.isoformat() if day else ""
