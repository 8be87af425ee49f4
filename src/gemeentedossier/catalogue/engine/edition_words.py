"""Editions of law and method as a reader knows them."""

SHIPPED = "nl-municipality"
"""The pack of the program itself: its edition goes by its number alone."""


def edition_words(versions: str, language: str) -> str:
    """Return what `nl-municipality 2026.11.1, own 1` is called: edition 2026.11.1 with the own pack “own” 1.

    What follows these words is its own text; a version without a name is of the shipped pack.
    """
    english = language.startswith("en")
    named = [each.rpartition(" ") for each in versions.split(", ")]
    shipped = [number for pack, _space, number in named if pack in ("", SHIPPED)]
    own = [f"“{pack}” {number}" for pack, _space, number in named if pack not in ("", SHIPPED)]
    told = f"{'edition' if english else 'editie'} {', '.join(shipped)}" if shipped else ""
    packs = f"{'own pack' if english else 'eigen pakket'} {', '.join(own)}" if own else ""
    return (" with " if english else " met ").join(filter(None, (told, packs)))
