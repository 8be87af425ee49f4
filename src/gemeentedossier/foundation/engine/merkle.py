"""Merkle tree hashing of RFC 9162 section 2.1.1 (the same as RFC 6962 section 2.1), over leaf hashes.

A leaf and a node are hashed with different first bytes, so that neither can pass for the other.
"""

from collections.abc import Iterable, Sequence
from hashlib import sha256
from itertools import islice

LEAF, NODE = b"\x00", b"\x01"
EMPTY_ROOT = sha256(b"").digest()
HASH_SIZE = 32
CHUNK_HEIGHT = 10
"""Leaves are folded per 2**10: level by level within a chunk is three times faster than one by one."""


def leaf_hash(entry: bytes) -> bytes:
    """The hash of one entry as a leaf."""
    return sha256(LEAF + entry).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    """The hash of a node over its two children."""
    return sha256(NODE + left + right).digest()


def tree_root(leaves: Sequence[bytes]) -> bytes:
    """The root over leaf hashes.

    RFC 9162 splits from above at the largest power of two; pairing from below, where a last one without
    a partner moves up, gives the same tree.
    """
    level = list(leaves)
    while len(level) > 1:
        parents = [sha256(NODE + a + b).digest() for a, b in zip(level[::2], level[1::2], strict=False)]
        if len(level) % 2:
            parents.append(level[-1])
        level = parents
    return level[0] if level else EMPTY_ROOT


class Frontier:
    """A growing tree of which only the peaks are kept: the roots of its largest perfect subtrees, left to right."""

    __slots__ = ("_peaks", "_size")

    def __init__(self, *, size: int = 0, peaks: Iterable[bytes] = ()) -> None:
        self._size, self._peaks = size, list(peaks)
        if len(self._peaks) != size.bit_count() or any(len(peak) != HASH_SIZE for peak in self._peaks):
            raise ValueError(f"A tree of {size} leaves has {size.bit_count()} peaks of {HASH_SIZE} bytes each.")

    @property
    def size(self) -> int:
        """The number of leaves."""
        return self._size

    @property
    def peaks(self) -> tuple[bytes, ...]:
        """What must be kept to go on from here."""
        return tuple(self._peaks)

    def append(self, leaf: bytes) -> None:
        """Add one leaf hash."""
        self._push(leaf, height=0)

    def extend(self, leaves: Iterable[bytes]) -> None:
        """Add leaf hashes, in order."""
        waiting = iter(leaves)
        for leaf in islice(waiting, -self._size % (1 << CHUNK_HEIGHT)):
            self._push(leaf, height=0)
        while chunk := list(islice(waiting, 1 << CHUNK_HEIGHT)):
            if len(chunk) == 1 << CHUNK_HEIGHT:
                self._push(tree_root(chunk), height=CHUNK_HEIGHT)
            else:
                for leaf in chunk:
                    self._push(leaf, height=0)

    def root(self) -> bytes:
        """The root of the tree as it stands."""
        if not self._peaks:
            return EMPTY_ROOT
        root = self._peaks[-1]
        for peak in reversed(self._peaks[:-1]):
            root = node_hash(peak, root)
        return root

    def _push(self, peak: bytes, *, height: int) -> None:
        filled = self._size >> height
        while filled & 1:
            peak = node_hash(self._peaks.pop(), peak)
            filled >>= 1
        self._peaks.append(peak)
        self._size += 1 << height
