"""Terms are added to a date by the calendar."""

from datetime import date

import pytest

from gemeentedossier.catalogue.engine.durations import Duration, InvalidDuration, parse_duration

TRUTH_TABLE = [
    ("P15Y", date(2026, 11, 23), date(2041, 11, 23)),
    ("P1Y", date(2024, 2, 29), date(2025, 2, 28)),
    ("P4Y", date(2024, 2, 29), date(2028, 2, 29)),
    ("P20Y", date(2024, 2, 29), date(2044, 2, 29)),
    ("P100Y", date(2000, 2, 29), date(2100, 2, 28)),
    ("P1M", date(2026, 1, 31), date(2026, 2, 28)),
    ("P1M", date(2028, 1, 31), date(2028, 2, 29)),
    ("P1M", date(2026, 2, 28), date(2026, 3, 28)),
    ("P3M", date(2026, 11, 30), date(2027, 2, 28)),
    ("P6M", date(2026, 8, 31), date(2027, 2, 28)),
    ("P12M", date(2026, 12, 31), date(2027, 12, 31)),
    ("P1Y6M", date(2026, 8, 31), date(2028, 2, 29)),
    ("P28D", date(2028, 2, 1), date(2028, 2, 29)),
    ("P42D", date(2026, 12, 1), date(2027, 1, 12)),
    ("P2W", date(2026, 12, 24), date(2027, 1, 7)),
    ("P1M1D", date(2026, 1, 31), date(2026, 3, 1)),
    ("P110Y", date(2026, 11, 23), date(2136, 11, 23)),
]


@pytest.mark.parametrize(("term", "start", "end"), TRUTH_TABLE)
def test_a_term_ends_on_the_day_the_calendar_says(term: str, start: date, end: date) -> None:
    assert parse_duration(term).after(start) == end


NO_TERMS = ["", "P", "15 jaar", "P0Y", "P-1Y", "PT24H", "P1.5Y", "p1y", "P6M/P12M/P18M", "1Y"]


@pytest.mark.parametrize("text", NO_TERMS)
def test_what_is_no_term_is_refused_with_an_example(text: str) -> None:
    with pytest.raises(InvalidDuration) as refusal:
        parse_duration(text)
    assert str(refusal.value) == (
        f"“{text}” is not a term. Write whole years, months, weeks or days, e.g. P15Y, P6M or P42D."
    )


def test_a_term_of_more_than_a_thousand_years_is_taken_for_a_slip() -> None:
    with pytest.raises(InvalidDuration, match="longer than 1000 years"):
        parse_duration("P2015Y")


def test_a_term_past_the_end_of_the_calendar_is_refused() -> None:
    with pytest.raises(InvalidDuration, match="after the year 9999"):
        Duration(years=900).after(date(9500, 1, 1))


@pytest.mark.parametrize(
    ("term", "dutch", "english"),
    [
        ("P15Y", "15 jaar", "15 years"),
        ("P1Y", "1 jaar", "1 year"),
        ("P1M", "1 maand", "1 month"),
        ("P6M", "6 maanden", "6 months"),
        ("P2W", "2 weken", "2 weeks"),
        ("P1D", "1 dag", "1 day"),
        ("P42D", "42 dagen", "42 days"),
        ("P1Y6M", "1 jaar en 6 maanden", "1 year and 6 months"),
        ("P1Y2M3D", "1 jaar, 2 maanden en 3 dagen", "1 year, 2 months and 3 days"),
    ],
)
def test_a_term_reads_as_words(term: str, dutch: str, english: str) -> None:
    duration = parse_duration(term)
    assert (duration.wording("nl"), duration.wording("en")) == (dutch, english)
