"""Cells whose answer is one of a few; other words are reported, not bent."""

from collections.abc import Mapping
from enum import StrEnum
from typing import TypeVar

from gemeentedossier.dossier.register.enums import ActivityRole, ProcessingState
from gemeentedossier.exchange.engine.cells.reading import Reading, lost
from gemeentedossier.exchange.engine.words import plain
from gemeentedossier.exchange.enums import RemarkCode, Sector

Choice = TypeVar("Choice", bound=StrEnum)

ROLES: Mapping[str, ActivityRole] = {
    "verwerkingsverantwoordelijke": ActivityRole.CONTROLLER,
    "verantwoordelijke": ActivityRole.CONTROLLER,
    "controller": ActivityRole.CONTROLLER,
    "gezamenlijk": ActivityRole.JOINT_CONTROLLER,
    "gezamenlijk verantwoordelijk": ActivityRole.JOINT_CONTROLLER,
    "gezamenlijke verantwoordelijke": ActivityRole.JOINT_CONTROLLER,
    "gezamenlijke verwerkingsverantwoordelijke": ActivityRole.JOINT_CONTROLLER,
    "joint controller": ActivityRole.JOINT_CONTROLLER,
    "verwerker": ActivityRole.PROCESSOR,
    "processor": ActivityRole.PROCESSOR,
}
STATES: Mapping[str, ProcessingState] = {
    "gepland": ProcessingState.PLANNED,
    "in voorbereiding": ProcessingState.PLANNED,
    "nog niet gestart": ProcessingState.PLANNED,
    "in gebruik": ProcessingState.IN_USE,
    "actief": ProcessingState.IN_USE,
    "lopend": ProcessingState.IN_USE,
    "actueel": ProcessingState.IN_USE,
    "beeindigd": ProcessingState.ENDED,
    "gestopt": ProcessingState.ENDED,
    "vervallen": ProcessingState.ENDED,
    "niet meer in gebruik": ProcessingState.ENDED,
    "inactief": ProcessingState.ENDED,
}
SECTORS: Mapping[str, Sector] = {
    "publiek": Sector.PUBLIC,
    "publiekrechtelijk": Sector.PUBLIC,
    "public": Sector.PUBLIC,
    "privaat": Sector.PRIVATE,
    "prive": Sector.PRIVATE,
    "privaatrechtelijk": Sector.PRIVATE,
    "private": Sector.PRIVATE,
}


def read_choice(text: str, choices: Mapping[str, Choice]) -> Reading[Choice]:
    """The one choice that the words mean, or the note that they mean none."""
    found = choices.get(plain(text))
    if found is None:
        return Reading(notes=(lost(RemarkCode.NOT_ONE_OF),))
    return Reading((found,))
