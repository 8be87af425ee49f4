"""Countries are read and chosen by name, and kept by code."""

import pytest
from django import forms
from django.utils import translation

from gemeentedossier.desk.forms.activity.countries import CountriesField, CountryField


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Nederland\nVerenigde Staten", ("NL", "US")),
        ("nl\nUnited States", ("NL", "US")),
        ("België\nBE", ("BE",)),
        ("geen", ()),
        ("", None),
    ],
)
def test_countries_are_written_by_name_or_code(text: str, codes: tuple[str, ...] | None) -> None:
    assert CountriesField().clean(text) == codes


def test_what_is_no_country_is_refused_by_name() -> None:
    with translation.override("nl"), pytest.raises(forms.ValidationError, match="“Utopia” is geen land"):
        CountriesField().clean("Nederland\nUtopia")


def test_what_is_kept_as_codes_is_shown_by_name() -> None:
    with translation.override("nl"):
        assert CountriesField().prepare_value(("NL", "US")) == "Nederland\nVerenigde Staten"


@pytest.mark.parametrize(("held", "offered"), [("NL", "Nederland"), ("Overzee", "Overzee")])
def test_one_country_is_chosen_and_what_was_imported_stays(held: str, offered: str) -> None:
    field = CountryField()
    with translation.override("nl"):
        field.offer([held])
        assert dict(field.choices)[held] == offered  # type: ignore[call-overload]  # pairs, as none is in a group
    assert field.clean(held) == held
    assert field.clean("") == ""
