"""How a recorded row becomes a leaf of the ledger, so that anyone can recompute it.

The text of an entry is five lines, each ended by a line feed, in UTF-8:

1. the municipality's identifier;
2. the moment at which the entry was numbered: UTC, microseconds, ``2026-01-31T12:00:00.000000+00:00``;
3. the table of history;
4. the number of the row in that table;
5. the row itself: PostgreSQL's text of ``row_to_json`` in time zone UTC, exactly as it was then, of all columns but
   ``municipality_id`` and ``pgh_id`` (lines 1 and 4), ``pgh_obj_id`` (which is ``id``) and ``pgh_context_id`` (never
   filled). Entries that were written before 29 November 2026 hold these four as well.

commitment = SHA-256(salt || text), with a salt of 32 random bytes; leaf = SHA-256(0x00 || commitment).
When content and salt are destroyed the leaf stays, and nothing can be guessed from it.
"""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256

from gemeentedossier.foundation.engine.merkle import LEAF, Frontier

SALT_SIZE = 32


@dataclass(frozen=True, slots=True)
class RecordedEntry:
    """One entry as it stands in the ledger. Content and salt are None once erased; the leaf always stands."""

    number: int
    municipality: str
    numbered_at: dt.datetime
    source: str
    row: int
    content: str | None
    salt: bytes | None
    leaf: bytes

    @property
    def is_erased(self) -> bool:
        """Whether what was recorded has been destroyed."""
        return self.content is None and self.salt is None


def entry_text(entry: RecordedEntry) -> bytes:
    """The text that was hashed. Raises ValueError for an erased entry."""
    if entry.content is None:
        raise ValueError(f"Entry {entry.number} was erased.")
    moment = _moment_text(entry.numbered_at)
    return f"{entry.municipality}\n{moment}\n{entry.source}\n{entry.row}\n{entry.content}\n".encode()


@lru_cache(maxsize=1)
def _moment_text(moment: dt.datetime) -> str:
    """The entries of one commit, which share a moment, share the work."""
    return moment.astimezone(dt.UTC).isoformat(timespec="microseconds")


def entry_leaf(text: bytes, *, salt: bytes) -> bytes:
    """The leaf hash of an entry's text under its salt."""
    return sha256(LEAF + sha256(salt + text).digest()).digest()


@dataclass(frozen=True, slots=True)
class Fault:
    """The first thing that is wrong: at which number, in one sentence."""

    number: int
    sentence: str


class BrokenLedger(Exception):
    """An entry is not what it was."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.sentence)
        self.fault = fault


class Verifier:
    """Recomputes a ledger entry by entry and keeps the peaks, so that roots can be compared on the way."""

    def __init__(self, municipality: str) -> None:
        self.tree = Frontier()
        self.erased = 0
        self._municipality = municipality
        self._number = 0
        self._last_moment: dt.datetime | None = None

    def read(self, entries: Iterable[RecordedEntry]) -> None:
        """Take in the next entries. Raises BrokenLedger at the first that is not what it was."""
        self.tree.extend(self._checked(entries))

    def _checked(self, entries: Iterable[RecordedEntry]) -> Iterator[bytes]:
        for entry in entries:
            self._number += 1
            if problem := self._problem_of(entry):
                raise BrokenLedger(Fault(self._number, problem))
            self._last_moment = entry.numbered_at
            yield entry.leaf

    def _problem_of(self, entry: RecordedEntry) -> str | None:
        if entry.number != self._number:
            return f"Entry {self._number} is missing; the next one found is {entry.number}."
        if entry.municipality != self._municipality:
            return f"Entry {entry.number} belongs to another municipality."
        if self._last_moment and entry.numbered_at < self._last_moment:
            return f"Entry {entry.number} says that it is older than the one before it."
        if entry.is_erased:
            self.erased += 1
            return None
        if entry.content is None or entry.salt is None or len(entry.salt) != SALT_SIZE:
            return f"Entry {entry.number} has lost its content or its salt, but not both: it was not erased properly."
        if entry_leaf(entry_text(entry), salt=entry.salt) != entry.leaf:
            return f"Entry {entry.number} was changed: its content does not give its leaf."
        return None
