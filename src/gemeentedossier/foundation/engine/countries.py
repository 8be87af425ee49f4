"""Countries in words, from the names that the Unicode consortium keeps per language (CLDR)."""

from functools import cache
from unicodedata import combining, normalize

from babel import Locale

NO_COUNTRIES = frozenset(["AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "XK", "ZZ"])
"""Codes that the consortium names too, and ISO 3166-1 does not assign to a country."""


def country_name(code: str, language: str) -> str:
    """The country of an ISO 3166-1 code in words; the text itself where it is no such code."""
    return str(_locale(language[:2]).territories.get(code.strip().upper(), code))


@cache
def country_names(language: str) -> tuple[tuple[str, str], ...]:
    """Every country of ISO 3166-1 by code and name, in the order of the names in that language."""
    named = _locale(language[:2]).territories.items()
    found = [
        (code, str(name)) for code, name in named if len(code) == 2 and code.isalpha() and code not in NO_COUNTRIES
    ]
    return tuple(sorted(found, key=lambda each: _sorted_as(each[1])))


def country_code(text: str) -> str | None:
    """The code of a country that is given by its code or by its name in Dutch or English; None where it is none."""
    return _codes().get(text.strip().casefold())


@cache
def _codes() -> dict[str, str]:
    named = [each for language in ("nl", "en") for each in country_names(language)]
    return {code.casefold(): code for code, _name in named} | {name.casefold(): code for code, name in named}


def _sorted_as(name: str) -> str:
    """The name without accents, so that Åland stands among the names with an A."""
    return "".join(each for each in normalize("NFD", name) if not combining(each)).casefold()


@cache
def _locale(language: str) -> Locale:
    return Locale.parse(language)
