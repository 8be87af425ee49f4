"""A form of filters is written once for the same choices and values, and never for others."""

import pytest
from django import forms
from django.utils import translation

from gemeentedossier.design.filtering import once_of_filters
from gemeentedossier.design.renderers import DesignRenderer


class TreeFilter(forms.Form):
    default_renderer = DesignRenderer

    kind = forms.ChoiceField(required=False)
    older = forms.IntegerField(required=False)

    def __init__(self, *args: object, kinds: tuple[str, ...] = ("Oak", "Elm"), **more: object) -> None:
        super().__init__(*args, **more)  # type: ignore[arg-type]  # as a form is made
        self.fields["kind"].choices = [(each, each) for each in kinds]  # type: ignore[attr-defined]  # a field of choices


def written(url: str = "/trees/", language: str = "en", **given: object) -> str:
    values = given.pop("values", {})
    with translation.override(language):
        return str(once_of_filters(TreeFilter(values, **given), url))


def test_equal_forms_are_the_same_text() -> None:
    assert written() is written()


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"kinds": ("Beech",)}, '<option value="Beech">Beech</option>'),
        ({"values": {"kind": "Elm"}}, '<option value="Elm" selected>Elm</option>'),
        ({"values": {"older": "12"}}, 'value="12"'),
        ({"url": "/others/"}, 'action="/others/"'),
        ({"language": "nl"}, "Toepassen"),
    ],
)
def test_what_differs_is_written_anew(given: dict[str, object], told: str) -> None:
    assert told not in written()
    assert told in written(**given)


def test_a_form_with_faults_says_so_each_time() -> None:
    faulty = {"older": "oud"}
    assert ["gd-field--invalid" in written(values=each) for each in (faulty, {}, faulty)] == [True, False, True]


def test_choices_in_groups_are_written_too() -> None:
    form = TreeFilter({})
    form.fields["kind"].choices = [("Broad", [("Oak", "Oak")])]  # type: ignore[attr-defined]  # a field of choices
    assert '<optgroup label="Broad">' in once_of_filters(form, "/trees/")
