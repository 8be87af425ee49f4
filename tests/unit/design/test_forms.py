"""How forms look and what the fields of our own understand."""

import pytest
from django import forms
from django.utils import translation

from gemeentedossier.design.fields import AnswerField, DayField
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


def test_a_day_is_asked_with_the_calendar_of_the_browser() -> None:
    assert 'type="date"' in field("planted")


def test_a_31st_of_february_is_refused_with_an_example() -> None:
    html = field("planted", planted="31-02-2026")
    assert "This is not a date. Write day, month and year, such as 31-01-2026." in html
