"""What every subject of rules is: fields by name, that nobody writes to.

A dataclass that is frozen while the program runs sets each field by a call, and two thousand activities have a million
fields: a fifth of all the work of judging. So that nobody writes to a subject is held by the type checker, and the
running program sets its fields plainly.
"""

from dataclasses import dataclass
from typing import TypeVar, dataclass_transform

Shape = TypeVar("Shape")


@dataclass_transform(frozen_default=True, kw_only_default=True)
def subject(shape: type[Shape]) -> type[Shape]:
    """A subject of rules of which there are many."""
    return dataclass(slots=True, kw_only=True, unsafe_hash=True)(shape)


@dataclass_transform(frozen_default=True, kw_only_default=True)
def part_of_subject(shape: type[Shape]) -> type[Shape]:
    """Fields that a subject takes over, and that subject: without slots, since several slotted bases do not combine."""
    return dataclass(kw_only=True, unsafe_hash=True)(shape)
