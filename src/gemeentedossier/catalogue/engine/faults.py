"""Faults in packs, and how a loader says that it found some."""

from collections.abc import Sequence

from gemeentedossier.catalogue.facts.faults import Fault as Fault
from gemeentedossier.foundation.engine.unavailable import Unavailable


class CatalogueFaults(Unavailable):
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
