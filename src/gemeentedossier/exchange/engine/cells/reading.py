"""What one cell yields before its place is known."""

from dataclasses import dataclass
from typing import Generic, TypeVar

from gemeentedossier.exchange.enums import RemarkCode, Severity

Value = TypeVar("Value", covariant=True)


@dataclass(frozen=True, slots=True)
class Note:
    """Something to say about a cell, or about the part of it in ``part`` (empty: the whole)."""

    code: RemarkCode
    severity: Severity = Severity.LOST
    part: str = ""
    parameters: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Reading(Generic[Value]):
    """The values of a cell, and what must be said about it."""

    values: tuple[Value, ...] = ()
    notes: tuple[Note, ...] = ()


def lost(code: RemarkCode, part: str = "", **parameters: str) -> Note:
    """A note on something that was not taken over."""
    return Note(code, Severity.LOST, part, tuple(parameters.items()))


def changed(code: RemarkCode, part: str = "", **parameters: str) -> Note:
    """A note on something that was taken over differently."""
    return Note(code, Severity.CHANGED, part, tuple(parameters.items()))


def notice(code: RemarkCode, part: str = "", **parameters: str) -> Note:
    """A note on something that was taken over and deserves a look."""
    return Note(code, Severity.NOTICE, part, tuple(parameters.items()))
