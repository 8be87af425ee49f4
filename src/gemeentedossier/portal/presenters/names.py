"""Categories of the catalogue and own words, side by side."""

from collections.abc import Iterable, Mapping

from gemeentedossier.catalogue.facts import DataCategory, RecipientCategory, SubjectCategory
from gemeentedossier.portal.presenters.parts import Item
from gemeentedossier.portal.presenters.words import language

Category = DataCategory | RecipientCategory | SubjectCategory


def named(category: Category | None, *, otherwise: str) -> Item:
    """The name of a category; what the catalogue does not know stands as it was written."""
    if category is None:
        return Item(text=otherwise, own=True)
    name = category.name.in_language(language())
    return Item(text=name[:1].upper() + name[1:], note=_examples(category))


def categories(known: Mapping[str, Category], ids: Iterable[str], *, own: Iterable[str]) -> tuple[Item, ...]:
    """Every category that was recorded, those of the catalogue first."""
    return (*(named(known.get(i), otherwise=i) for i in ids), *(Item(text=text, own=True) for text in own))


def _examples(category: Category) -> str:
    """Examples are Dutch words; beside a Dutch name only, and none that repeats it or is a mere abbreviation."""
    examples = category.examples if isinstance(category, DataCategory) else ()
    own = category.name.in_language("nl").casefold()
    told = (each for each in examples if each.casefold() != own and not each.isupper())
    return ", ".join(told) if language() == "nl" else ""
