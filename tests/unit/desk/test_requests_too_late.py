"""Which requests are too late: the officer's report, the charts, the council, the list and the rules say the same."""

import datetime as dt
from dataclasses import replace
from uuid import UUID

import pytest

from gemeentedossier.assessment.standing import judge
from gemeentedossier.catalogue.queries import current_catalogue
from gemeentedossier.desk.forms.request_filter import RequestFilter
from gemeentedossier.desk.presenters.activity.wording import Words
from gemeentedossier.desk.presenters.charts import requests_chart
from gemeentedossier.desk.presenters.request_overview import overview_table, requests_book
from gemeentedossier.desk.presenters.requests import RequestSight
from gemeentedossier.dossier.register.enums import DataSubjectRight
from gemeentedossier.dossier.requests.engine.clock import RequestLaw
from gemeentedossier.dossier.requests.enums import Channel, ClosedAs
from gemeentedossier.dossier.requests.facts import DataSubjectRequest
from gemeentedossier.dossier.snapshot.facts import Dossier
from gemeentedossier.method.engine.officer_figures import Period, figures_of
from tests.unit.assessment.dossiers import dossier_with

TODAY, IN_TIME, LATE = dt.date(2026, 12, 20), dt.date(2026, 12, 2), dt.date(2026, 12, 3)
"""A request of 2 November is answered on 2 December at the latest."""
ASKED = DataSubjectRequest(UUID(int=1), "2026-0001", DataSubjectRight.ACCESS, dt.date(2026, 11, 2), Channel.LETTER)
YEAR = Period(dt.date(2026, 1, 1), dt.date(2026, 12, 31))
ENDED = {
    "open": (ASKED, True),
    "answered in time": (replace(ASKED, told_on=IN_TIME), False),
    "answered late": (replace(ASKED, told_on=LATE), True),
    "answered late and closed": (
        replace(ASKED, told_on=LATE, closed_on=LATE, closed_as=ClosedAs.ANSWERED),
        True,
    ),
    "withdrawn in time": (replace(ASKED, closed_on=IN_TIME, closed_as=ClosedAs.WITHDRAWN), False),
    "withdrawn late": (replace(ASKED, closed_on=LATE, closed_as=ClosedAs.WITHDRAWN), True),
    "forwarded late": (replace(ASKED, closed_on=LATE, closed_as=ClosedAs.FORWARDED), True),
    "not identified, late": (replace(ASKED, closed_on=LATE, closed_as=ClosedAs.NOT_IDENTIFIED), True),
}


def sight_of(dossier: Dossier) -> RequestSight:
    catalogue = current_catalogue()
    return RequestSight(
        slug="x",
        dossier=dossier,
        catalogue=catalogue,
        law=RequestLaw.of(catalogue),
        today=TODAY,
        words=Words(catalogue, "nl", {}),
    )


@pytest.mark.parametrize("how", sorted(ENDED))
def test_every_place_counts_the_same_requests_as_too_late(how: str) -> None:
    request, late = ENDED[how]
    dossier = replace(dossier_with(), requests=(request,))
    sight, judged = sight_of(dossier), judge(dossier, current_catalogue())
    chart = requests_chart(sight, "/r/")
    kind = [str(each.label) for each in chart.series].index("Te laat")
    asked = chart.bars[-1].urls[kind].partition("?")[2]
    filters = RequestFilter(dict(each.split("=") for each in asked.split("&")), years=(2026,))
    year = overview_table(sight, dossier.requests)
    (row,) = requests_book(sight, dossier.requests).sheets[0].rows
    assert year is not None
    found = {
        "officer": [
            e.number for e in figures_of(judged, current_catalogue(), YEAR, today=TODAY) if e.id == "request-late"
        ],
        "chart": [chart.bars[-1].values[kind]],
        "list that the chart leads to": [len(filters.found_in(sight, dossier.requests))],
        "year": [sum(int(str(year.rows[0].cells[number].text)) for number in (3, 4))],
        "workbook": [int(bool(row[7]))],
    }
    assert found == {place: [int(late)] for place in found}
