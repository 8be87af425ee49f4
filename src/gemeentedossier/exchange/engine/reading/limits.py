"""How much a file may be, and what is said when it cannot be read."""

from collections.abc import Mapping
from dataclasses import dataclass

from gemeentedossier.exchange.enums import FileFault

MEBIBYTE = 1024 * 1024
LONGEST_CELL = 1_000_000
"""Characters of one cell, thirty times what a spreadsheet program lets a person type."""


@dataclass(frozen=True, slots=True)
class Limits:
    """Sizes in bytes; cells are counted over the rectangle that a sheet spans, summed over its sheets."""

    size: int = 25 * MEBIBYTE
    unpacked: int = 200 * MEBIBYTE
    cells: int = 2_000_000
    parts: int = 2_000


def check_cell(characters: int) -> None:
    """Raises UnreadableFile for a cell that is longer than any that a person fills: its copies fill the memory."""
    if characters > LONGEST_CELL:
        raise UnreadableFile(FileFault.LONG_CELL, parameters={"allowed": f"{LONGEST_CELL}"})


class UnreadableFile(Exception):
    """Nothing of this file was taken over. ``presenters.sentence_of_fault`` makes the one sentence."""

    def __init__(self, fault: FileFault, *, parameters: Mapping[str, str] | None = None) -> None:
        super().__init__(fault, parameters or {})
        self.fault = fault
        self.parameters: Mapping[str, str] = parameters or {}

    def __str__(self) -> str:
        told = ", ".join(f"{name}: {value}" for name, value in self.parameters.items())
        return f"{self.fault.value} ({told})" if told else self.fault.value
