"""How forms look and what the fields of our own understand."""

import datetime as dt

import pytest
from django import forms
from django.core.exceptions import ValidationError
from django.utils import translation

from gemeentedossier.design.fields import AnswerField, DayField, DayInput
from gemeentedossier.design.renderers import DesignRenderer


class TreeForm(forms.Form):
    default_renderer = DesignRenderer

    kind = forms.CharField(help_text="In Dutch.")
    sound = AnswerField()
    planted = DayField(required=False)


def field(name: str, **sent: str) -> str:
    with translation.override("en"):
        return str(TreeForm(sent)[name].as_field_group())


@pytest.mark.parametrize(("sent", "meant"), [("yes", True), ("no", False), ("", None)])
def test_an_answer_keeps_unknown_apart_from_no(sent: str, meant: bool | None) -> None:
    form = TreeForm({"kind": "Oak", "sound": sent})
    assert form.is_valid()
    assert form.cleaned_data["sound"] is meant


@pytest.mark.parametrize(("value", "chosen"), [(True, "yes"), (False, "no"), (None, "")])
def test_an_answer_shows_what_was_recorded(value: bool | None, chosen: str) -> None:
    assert AnswerField().prepare_value(value) == chosen


def test_a_faulty_field_points_at_its_help_and_its_error() -> None:
    html = field("kind")
    assert 'aria-invalid="true"' in html
    assert 'aria-describedby="id_kind_helptext id_kind_error"' in html
    assert 'id="id_kind_error"' in html


def test_a_control_has_the_class_of_the_design_system() -> None:
    assert 'class="utrecht-textbox utrecht-textbox--html-input"' in field("kind", kind="Oak")


def test_what_was_typed_is_escaped() -> None:
    assert 'value="&quot;&gt;&lt;b&gt;"' in field("kind", kind='"><b>')


def test_a_day_says_the_form_that_is_expected_to_who_sees_and_to_who_listens() -> None:
    html = field("planted")
    assert '<span class="gd-day__form" id="id_planted_form">day-month-year, such as 31-12-2026</span>' in html
    assert 'aria-describedby="id_planted_form"' in html


def test_a_day_is_no_date_field_of_the_browser_that_reads_what_is_typed_in_its_own_language() -> None:
    assert 'type="date"' not in field("planted")


def test_a_day_asks_for_no_keypad_without_a_hyphen() -> None:
    assert "inputmode" not in field("planted")


@pytest.mark.parametrize("written", ["31-12-2026", "31/12/2026", "31.12.2026", "31 12 2026", " 2026-12-31 "])
def test_a_day_is_read_as_people_write_it(written: str) -> None:
    assert DayField().clean(written) == dt.date(2026, 12, 31)


@pytest.mark.parametrize("written", ["12/31/2026", "31-12-26", "31-12", "overmorgen", "20261231"])
def test_what_can_be_read_in_two_ways_or_in_none_is_refused(written: str) -> None:
    with pytest.raises(ValidationError):
        DayField().clean(written)


@pytest.mark.parametrize(
    ("given", "shown"),
    [(dt.date(2026, 12, 31), "31-12-2026"), ("2026-12-31", "31-12-2026"), ("31-1", "31-1"), ("20261231", "20261231")],
)
def test_a_day_is_shown_as_people_write_it_and_a_slip_as_it_was_written(given: object, shown: str) -> None:
    assert DayInput().format_value(given) == shown


@pytest.mark.parametrize(
    ("written", "codes"),
    [("31-12-1799", ["early"]), ("01-01-0026", ["early"]), ("01-01-1811", []), ("31-12-9999", ["late"])],
)
def test_a_day_long_before_the_first_register_is_a_slip_of_the_pen(written: str, codes: list[str]) -> None:
    errors = TreeForm({"kind": "Oak", "planted": written}).errors.as_data()
    assert [each.code for each in errors.get("planted", ())] == codes


def test_a_31st_of_february_is_refused_with_an_example() -> None:
    html = field("planted", planted="31-02-2026")
    assert "This is not a date. Write day, month and year, such as 31-01-2026." in html
