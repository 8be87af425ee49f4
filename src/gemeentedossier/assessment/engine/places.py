"""Where rules are told and answered: the rooms above declare it here, so that the coverage can be asked below them."""

from collections.abc import Callable
from enum import StrEnum
from typing import TypeAlias

from gemeentedossier.catalogue.facts.rules import Rule
from gemeentedossier.catalogue.facts.sources import Text


class PlaceKind(StrEnum):
    """What sort of place a rule can have."""

    DOCUMENT = "document"
    SCREEN = "screen"


Places: TypeAlias = Callable[[Rule], tuple[Text, ...]]
_declared: dict[PlaceKind, dict[str, Places]] = {kind: {} for kind in PlaceKind}


def declare_places(kind: PlaceKind, *, room: str, places: Places) -> None:
    """Say in which places of a room a rule stands; ``places`` gives none for a rule that the room does not tell."""
    _declared[kind][room] = places


def places_of(rule: Rule, kind: PlaceKind) -> tuple[Text, ...]:
    """Return every place of that sort that a rule has, in words."""
    return tuple(place for room in sorted(_declared[kind]) for place in _declared[kind][room](rule))
