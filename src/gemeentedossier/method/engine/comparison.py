"""The own maturity beside that of the municipalities that agreed to be compared."""

from collections.abc import Iterable

from gemeentedossier.method.facts import SharedLevel, ThemeCompared, ThemeMaturity


def compared(own: Iterable[ThemeMaturity], others: Iterable[SharedLevel]) -> tuple[ThemeCompared, ...]:
    """Return every theme with who is at which level, the highest first and who cannot be told last.

    Themes that another edition of the catalogue knows and this one does not are left out.
    """
    known = tuple(others)
    return tuple(
        ThemeCompared(each.theme, each.level, _by_level(one for one in known if one.theme == each.theme.id))
        for each in own
    )


def _by_level(of_theme: Iterable[SharedLevel]) -> tuple[tuple[int | None, tuple[SharedLevel, ...]], ...]:
    levels: dict[int | None, list[SharedLevel]] = {}
    for each in sorted(of_theme, key=lambda one: one.municipality):
        levels.setdefault(each.level, []).append(each)
    ordered = sorted(levels, key=lambda level: -(level or 0))
    return tuple((level, tuple(levels[level])) for level in ordered)
