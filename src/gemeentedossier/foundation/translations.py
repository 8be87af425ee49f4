"""One dictionary of translations for each language, where Django would search the rooms' one after the other.

Django means to merge catalogs whose plurals are formed alike, but compares a function with its code: a text of the last
room was looked for in two dozen dictionaries, each time that it was shown.
"""

from typing import Any

from django.conf import settings
from django.utils.translation import trans_real


def merge_all() -> None:
    """Merge the catalogs of every language that this program speaks; for a process that serves pages."""
    for language, _ in settings.LANGUAGES:
        found: Any = trans_real.translation(language)  # the types know nothing of its catalog
        merge(found._catalog)


def merge(catalog: Any) -> None:
    """Make neighbours that form plurals alike one dictionary; where both have a text, the first one still wins."""
    catalogs, plurals = [dict(catalog._catalogs[0])], [catalog._plurals[0]]
    for texts, plural in zip(catalog._catalogs[1:], catalog._plurals[1:], strict=True):
        if plural.__code__ == plurals[-1].__code__:
            catalogs[-1] = {**texts, **catalogs[-1]}
        else:
            catalogs.append(dict(texts))
            plurals.append(plural)
    catalog._catalogs, catalog._plurals = catalogs, plurals
