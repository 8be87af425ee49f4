"""The own maturity beside that of others: the highest first, and who cannot be told last."""

import datetime as dt

from gemeentedossier.catalogue.queries import current_catalogue
from gemeentedossier.method.engine.comparison import compared
from gemeentedossier.method.facts import SharedLevel, ThemeMaturity

THEME, OTHER = current_catalogue().maturity_themes[:2]


def mature(level: int | None) -> ThemeMaturity:
    return ThemeMaturity(THEME, level, 4, 2, 0, 0, 0, 0, 0)


def shared(municipality: str, level: int | None, theme: str = THEME.id) -> SharedLevel:
    return SharedLevel(municipality, theme, level, 2, 4, dt.date(2026, 11, 28))


def test_the_others_stand_by_level_and_by_name() -> None:
    (found,) = compared([mature(2)], [shared("Zand", 3), shared("Veen", None), shared("Klei", 3), shared("Bos", 1)])
    named = [(level, [each.municipality for each in every]) for level, every in found.others]
    assert named == [(3, ["Klei", "Zand"]), (1, ["Bos"]), (None, ["Veen"])]


def test_only_who_is_further_is_named_as_such() -> None:
    (found,) = compared([mature(2)], [shared("Zand", 3), shared("Veen", None), shared("Klei", 2)])
    assert found.above == ("Zand",)


def test_nobody_is_further_than_what_cannot_be_told() -> None:
    (found,) = compared([mature(None)], [shared("Zand", 3)])
    assert found.above == ()


def test_another_theme_tells_nothing_of_this_one() -> None:
    (found,) = compared([mature(2)], [shared("Zand", 3, OTHER.id)])
    assert found.others == ()
