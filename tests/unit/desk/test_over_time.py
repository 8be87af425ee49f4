"""Months beside each other: where another edition of the catalogue judged, that is told."""

import datetime as dt

import pytest
from django.utils import translation

from gemeentedossier.desk.presenters.over_time import OverTime, counted_note
from gemeentedossier.method.facts import MonthCount

DAYS = (dt.date(2026, 8, 31), dt.date(2026, 9, 30), dt.date(2026, 10, 31))


@pytest.mark.parametrize(
    ("editions", "now", "told"),
    [
        (("1", "1", "1"), "1", ""),
        (("1", "2", "2"), "2", "september 2026"),
        (("1", "1", "1"), "2", "Nu"),
        (("1", "2", "1"), "1", "september 2026 en oktober 2026"),
        ((), "1", ""),
    ],
)
def test_every_month_from_which_another_edition_judges_is_named(editions: tuple[str, ...], now: str, told: str) -> None:
    counted = dt.datetime(2026, 11, 1, tzinfo=dt.UTC)
    counts = tuple(MonthCount(on, {}, edition, counted) for on, edition in zip(DAYS, editions, strict=False))
    found = OverTime(slug="duinrade", days=DAYS, counts=counts, now={}, edition=now)
    with translation.override("nl"):
        sentence = (
            f"Vanaf hier oordeelt een andere editie van de catalogus: {told}. Die vraagt andere dingen dan daarvoor."
        )
        assert found.judged_otherwise == (sentence if told else "")


def test_the_day_on_which_a_month_was_counted_is_that_of_the_netherlands() -> None:
    just_after_midnight = dt.datetime(2026, 11, 30, 23, 20, tzinfo=dt.UTC)
    with translation.override("nl"):
        note = counted_note(MonthCount(dt.date(2026, 11, 30), {}, "1", just_after_midnight), {})
    assert note.startswith("Geteld op 1 december 2026 ")
