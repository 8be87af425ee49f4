"""Fields for countries: people read and choose names, records hold codes (ISO 3166-1)."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext

from gemeentedossier.desk.forms.activity.fields import OptionalTermsField
from gemeentedossier.desk.presenters.activity.wording import country, language
from gemeentedossier.foundation.engine.countries import country_code, country_names


class CountriesField(OptionalTermsField):
    """Countries by their names, one on each line; cleans to their codes."""

    def prepare_value(self, value: Any) -> Any:
        return super().prepare_value(tuple(map(country, value)) if isinstance(value, tuple) else value)

    def clean(self, value: Any) -> Any:
        given = super().clean(value)
        return given if given is None else tuple(dict.fromkeys(map(self._code, given)))

    def _code(self, text: str) -> str:
        code = country_code(text)
        if code is None:
            told = _("“%(text)s” is no country. Write its name, such as “Nederland”, or its code of two letters.")
            raise forms.ValidationError(told, code="country", params={"text": text})
        return code


class CountryField(forms.ChoiceField):
    """One country by its name, or none; cleans to its code."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**{"required": False, "choices": self._offered, **options})

    def offer(self, held: Iterable[str]) -> None:
        """Keep what is held and is no country, such as what was imported, until another is chosen."""
        known = dict(country_names(language()))
        self.choices = [*self._offered(), *((each, each) for each in held if each and each not in known)]

    @staticmethod
    def _offered() -> list[tuple[str, str]]:
        return [("", pgettext("country", "Not known yet")), *country_names(language())]
