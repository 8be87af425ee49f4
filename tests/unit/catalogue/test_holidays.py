"""A municipality can add a holiday; one whose day cannot be found is refused."""

import datetime as dt
from pathlib import Path

import pytest

from gemeentedossier.catalogue.engine.loader import load_catalogue
from gemeentedossier.catalogue.engine.terms import LegalCalendar, end_of_months
from gemeentedossier.catalogue.facts.holidays import TermRegime
from tests.unit.catalogue.packs import only_fault, write_pack

APPOINTED = """\
- id: extra-day
  name: {nl: extra dag, en: extra day}
  form: appointed
  on: '2026-12-02'
  counts_for: [european, national]
  law: [{law: Algemene termijnenwet, article: '3', paragraph: '3'}]
  in_force_on: '2010-10-10'
  status: own_work
  source: {location: eigen werk}
"""


def test_a_day_that_was_appointed_puts_a_term_off(tmp_path: Path) -> None:
    holidays = load_catalogue([write_pack(tmp_path / "trial", holidays=APPOINTED)]).holidays.values()
    calendar = LegalCalendar.of(holidays, TermRegime.EUROPEAN)
    assert end_of_months(dt.date(2026, 11, 2), 1, calendar).due == dt.date(2026, 12, 3)
    assert end_of_months(dt.date(2027, 11, 2), 1, calendar).due == dt.date(2027, 12, 2)


@pytest.mark.parametrize(
    ("form", "needed"),
    [("fixed", "“month” and “day”"), ("easter", "“easter_offset”"), ("fixed\n  day: 2", "“month” and “day”")],
)
def test_a_holiday_whose_day_cannot_be_found_is_refused(tmp_path: Path, form: str, needed: str) -> None:
    text = APPOINTED.replace("form: appointed", f"form: {form}")
    sentence = f"A holiday of form “{form.split()[0]}” has {needed}, and no other day."
    assert only_fault(write_pack(tmp_path / "trial", holidays=text))[3] == sentence
