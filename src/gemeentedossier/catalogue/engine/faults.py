"""A fault in a pack: where it stands and one sentence with what to do."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """One thing wrong in one place; `line` and `column` count from 1."""

    file: str
    line: int
    column: int
    sentence: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}: {self.sentence}"


class CatalogueFaults(Exception):
    """The packs cannot be used; `faults` holds every fault, in the order of files and lines."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__("\n".join(str(fault) for fault in self.faults))


class EntryFault(Exception):
    """An entry that fits its schema but cannot be built; raised by builders.

    `path` leads from the entry to the value at fault, e.g. `("purposes", 0, "text")`.
    """

    def __init__(self, path: tuple[str | int, ...], sentence: str) -> None:
        super().__init__(sentence)
        self.path = path
        self.sentence = sentence


class EntryFaults(Exception):
    """Several faults in one entry at once."""

    def __init__(self, faults: Sequence[EntryFault]) -> None:
        super().__init__("; ".join(fault.sentence for fault in faults))
        self.faults = tuple(faults)
