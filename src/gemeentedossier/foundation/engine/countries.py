"""Countries in words, from the names that the Unicode consortium keeps per language (CLDR)."""

import re
from collections.abc import Mapping
from functools import cache
from unicodedata import combining, normalize

from babel import Locale
from babel.core import get_global

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
    """The code of a country as people write it; None where it is none, or could be more than one.

    Its name in one of ``LANGUAGES``, with or without accents and article, a name that is in use beside that, or its
    code of two or three letters; several of these for the same country too, as in "NL – Nederland".
    """
    if whole := _code_of(text):
        return whole
    parts = {_code_of(part) for part in _BETWEEN.split(text) if part.strip(" .,;")}
    return parts.pop() if len(parts) == 1 else None


def _code_of(text: str) -> str | None:
    return _codes().get(_as_written(text)) or named_country(text)


def named_country(text: str) -> str | None:
    """The code of the country that is named so; a code is no name: "in" and "no" are words of a text first."""
    return _names().get(_as_written(text))


@cache
def _names() -> Mapping[str, str]:
    found: dict[str, str] = {}
    for language in LANGUAGES:
        for code, name in country_names(language):
            found.setdefault(_as_written(name), code)
    return {**found, **OTHER_NAMES}


LANGUAGES = ("nl", "en", "de", "fr")
"""Languages in which suppliers near here name countries; where a name means two, the first language decides."""
OTHER_NAMES: Mapping[str, str] = {
    "vs": "US",
    "usa": "US",
    "u.s.a": "US",
    "u.s": "US",
    "amerika": "US",
    "verenigde staten van amerika": "US",
    "united states of america": "US",
    "vereinigte staaten von amerika": "US",
    "vk": "GB",
    "uk": "GB",
    "u.k": "GB",
    "engeland": "GB",
    "groot-brittannie": "GB",
    "groot brittannie": "GB",
    "great britain": "GB",
    "holland": "NL",
    "tsjechische republiek": "CZ",
    "czech republic": "CZ",
    "republic of ireland": "IE",
    "ierse republiek": "IE",
    "bondsrepubliek duitsland": "DE",
}
"""Names in use that are not the consortium's, as people write them."""
_BETWEEN = re.compile(r"\s[-–—]\s|[()/]")
_ARTICLE = re.compile(r"^(?:de|het|the|die|la|le|les|l')\s*\b(?=.{4})")


@cache
def _codes() -> Mapping[str, str]:
    """Each country by its code of two letters and, where that is of one country, of three."""
    known = {code for code, _name in country_names("nl")}
    three = {
        alias: codes[0]
        for alias, codes in get_global("territory_aliases").items()
        if len(alias) == 3 and alias.isalpha() and len(codes) == 1 and codes[0] in known
    }
    return {code.casefold(): each for code, each in (*three.items(), *zip(known, known, strict=True))}


def _as_written(text: str) -> str:
    """The name without capitals, accents, its article, and what stands around it."""
    return _ARTICLE.sub("", " ".join(_sorted_as(text).split()).strip(" .,;"))


def _sorted_as(name: str) -> str:
    """The name without accents, so that Åland stands among the names with an A."""
    return "".join(each for each in normalize("NFD", name) if not combining(each)).casefold()


@cache
def _locale(language: str) -> Locale:
    return Locale.parse(language)
