"""What a room that has long work registers, once, when the program starts."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol, TypeAlias
from uuid import UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """The file that came of it."""

    content: bytes
    name: str
    media_type: str


class Progress(Protocol):
    """Tells how far the work is; may be called as often as is handy."""

    def __call__(self, step: str, *, done: int = 0, total: int = 0) -> None: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """One piece of work: of which municipality, and what was asked in the words of the room that does it."""

    municipality_id: UUID
    asked: str


Work: TypeAlias = Callable[[Task, Progress], Made]
"""Called outside every scope: it opens one only while it reads, so that no transaction lasts as long as the work.
Raises ``Refused`` with a sentence for people where the work cannot be done."""

_WORKS: dict[str, Work] = {}


def register(kind: str, work: Work) -> None:
    """Work of this kind is done by this function."""
    _WORKS[kind] = work


def work_of(kind: str) -> Work:
    """The function for a kind; raises KeyError for one that no room registered."""
    return _WORKS[kind]
