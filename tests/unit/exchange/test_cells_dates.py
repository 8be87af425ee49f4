import datetime as dt

import pytest

from gemeentedossier.exchange.engine.cells.dates import read_date
from gemeentedossier.exchange.enums import RemarkCode

DATES = {
    "27-3-2022": dt.date(2022, 3, 27),
    "2020-08-16": dt.date(2020, 8, 16),
    "2020-08-16 09:30:00": dt.date(2020, 8, 16),
    "1.5.2019": dt.date(2019, 5, 1),
    "01/05/2019": dt.date(2019, 5, 1),
    "1 mei 2019": dt.date(2019, 5, 1),
    "3 mrt. 2021": dt.date(2021, 3, 3),
    "d.d. 20 november 2018": dt.date(2018, 11, 20),
    "29-02-2024": dt.date(2024, 2, 29),
}
CHANGED = {
    "1-5-'19": (dt.date(2019, 5, 1), RemarkCode.TWO_DIGIT_YEAR),
    "1-5-19": (dt.date(2019, 5, 1), RemarkCode.TWO_DIGIT_YEAR),
    "44562": (dt.date(2022, 1, 1), RemarkCode.SERIAL_DATE),
}
LOST = {
    "31-02-2021": RemarkCode.IMPOSSIBLE_DATE,
    "29-02-2023": RemarkCode.IMPOSSIBLE_DATE,
    "12/31/2020": RemarkCode.IMPOSSIBLE_DATE,
    "2020-13-01": RemarkCode.IMPOSSIBLE_DATE,
    "2020": RemarkCode.INCOMPLETE_DATE,
    "mei 2019": RemarkCode.INCOMPLETE_DATE,
    "3-2021": RemarkCode.INCOMPLETE_DATE,
    "eind 2019": RemarkCode.INCOMPLETE_DATE,
    "nee": RemarkCode.NOT_A_DATE,
    "12345": RemarkCode.NOT_A_DATE,
    "vorig jaar": RemarkCode.NOT_A_DATE,
}


@pytest.mark.parametrize("text", DATES)
def test_a_date_is_read_however_it_is_written(text: str) -> None:
    reading = read_date(text)
    assert (reading.values, reading.notes) == ((DATES[text],), ())


@pytest.mark.parametrize("text", CHANGED)
def test_a_date_that_had_to_be_completed_says_so(text: str) -> None:
    reading = read_date(text)
    date, code = CHANGED[text]
    assert (reading.values, [note.code for note in reading.notes]) == ((date,), [code])
    assert reading.notes[0].parameters == (("taken", date.isoformat()),)


@pytest.mark.parametrize("text", LOST)
def test_what_is_no_date_is_reported_and_never_moved(text: str) -> None:
    reading = read_date(text)
    assert (reading.values, [note.code for note in reading.notes]) == ((), [LOST[text]])
