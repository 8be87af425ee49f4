"""What a moment is in a form: a day with its time in the Netherlands."""

import datetime as dt

import pytest
from django import forms

from gemeentedossier.design.moments import MomentField


class FoundForm(forms.Form):
    found = MomentField(required=False)


def asked(day: str, time: str, which: str = "") -> FoundForm:
    return FoundForm({"found_0": day, "found_1": time, "found_2": which})


@pytest.mark.parametrize(
    ("day", "time", "which", "meant"),
    [
        ("2026-11-27", "16:40", "", "2026-11-27T15:40:00+00:00"),
        ("2026-10-25", "02:30", "0", "2026-10-25T00:30:00+00:00"),
        ("2026-10-25", "02:30", "1", "2026-10-25T01:30:00+00:00"),
        ("1900-01-01", "12:00", "", "1900-01-01T11:40:28+00:00"),
    ],
)
def test_a_moment_is_a_day_with_its_time_in_the_netherlands(day: str, time: str, which: str, meant: str) -> None:
    form = asked(day, time, which)
    assert form.is_valid()
    assert form.cleaned_data["found"].astimezone(dt.UTC).isoformat() == meant


@pytest.mark.parametrize(
    ("day", "time", "code"),
    [
        ("2026-11-27", "", "incomplete"),
        ("2026-10-25", "02:30", "twice"),
        ("2026-03-29", "02:30", "never"),
        ("1899-12-31", "12:00", "early"),
        ("0001-01-01", "00:00", "early"),
    ],
)
def test_what_is_no_moment_is_refused(day: str, time: str, code: str) -> None:
    form = asked(day, time)
    assert [error.code for error in form.errors.as_data()["found"]] == [code]
