"""Proofs over the tree: that an entry is in it, and that it only grew (RFC 9162, sections 2.1.3 and 2.1.4).

A proof is a list of hashes of ranges of leaves. Which ranges, depends on numbers alone; their hashes are
read in one pass over the leaves. Indexes count from 0, as in the RFC.
"""

from collections.abc import Iterable, Sequence
from itertools import islice

from gemeentedossier.foundation.engine.merkle import EMPTY_ROOT, Frontier, node_hash

Range = tuple[int, int]
"""From the first leaf up to, not including, the second."""


def inclusion_ranges(index: int, *, size: int) -> tuple[Range, ...]:
    """The ranges whose hashes prove that leaf ``index`` is in the tree of ``size`` leaves, nearest first."""
    if not 0 <= index < size:
        raise ValueError(f"Leaf {index} is not in a tree of {size} leaves.")
    start, end, ranges = 0, size, []
    while end - start > 1:
        middle = start + _split(end - start)
        if index < middle:
            ranges.append((middle, end))
            end = middle
        else:
            ranges.append((start, middle))
            start = middle
    return tuple(reversed(ranges))


def consistency_ranges(old: int, *, new: int) -> tuple[Range, ...]:
    """The ranges whose hashes prove that the tree of ``new`` leaves begins with that of ``old`` leaves."""
    if not 0 <= old <= new:
        raise ValueError(f"A tree of {new} leaves cannot have grown from one of {old}.")
    if old == 0:
        return ()
    start, end, ranges = 0, new, []
    while end != old:
        middle = start + _split(end - start)
        if old <= middle:
            ranges.append((middle, end))
            end = middle
        else:
            ranges.append((start, middle))
            start = middle
    if start:
        ranges.append((start, end))
    return tuple(reversed(ranges))


def range_hashes(ranges: Sequence[Range], *, leaves: Iterable[bytes]) -> tuple[bytes, ...]:
    """The hash of each range, in the order asked, in one pass over all leaf hashes; ranges do not overlap."""
    waiting, at, found = iter(leaves), 0, {}
    for start, end in sorted(ranges):
        next(islice(waiting, start - at, start - at), None)
        frontier = Frontier()
        frontier.extend(islice(waiting, end - start))
        if frontier.size != end - start:
            raise ValueError(f"The leaves end before number {end}.")
        found[start, end], at = frontier.root(), end
    return tuple(found[asked] for asked in ranges)


def inclusion_holds(proof: Sequence[bytes], *, leaf: bytes, index: int, size: int, root: bytes) -> bool:
    """Whether the proof leads from the leaf hash to the root (RFC 9162, section 2.1.3.2)."""
    if not 0 <= index < size:
        return False
    node, last, reached = index, size - 1, leaf
    for step in proof:
        if last == 0:
            return False
        if node & 1 or node == last:
            reached = node_hash(step, reached)
            node, last = _above(node, last)
        else:
            reached = node_hash(reached, step)
        node, last = node >> 1, last >> 1
    return last == 0 and reached == root


def consistency_holds(proof: Sequence[bytes], *, old: int, new: int, old_root: bytes, new_root: bytes) -> bool:
    """Whether the proof shows that the old tree is the beginning of the new one (RFC 9162, section 2.1.4.2)."""
    if not 0 <= old <= new:
        return False
    if old in (0, new):
        return not proof and old_root == (EMPTY_ROOT if old == 0 else new_root)
    steps = [old_root, *proof] if old & (old - 1) == 0 else list(proof)
    if not steps:
        return False
    node, last = _without_trailing_ones(old - 1, new - 1)
    reached_old = reached_new = steps[0]
    for step in steps[1:]:
        if last == 0:
            return False
        if node & 1 or node == last:
            reached_old, reached_new = node_hash(step, reached_old), node_hash(step, reached_new)
            node, last = _above(node, last)
        else:
            reached_new = node_hash(reached_new, step)
        node, last = node >> 1, last >> 1
    return last == 0 and reached_old == old_root and reached_new == new_root


def _split(size: int) -> int:
    """The largest power of two below size."""
    return 1 << (size - 1).bit_length() - 1


def _above(node: int, last: int) -> Range:
    """Skip the levels at which the node moved up without a partner."""
    while node and not node & 1:
        node, last = node >> 1, last >> 1
    return node, last


def _without_trailing_ones(node: int, last: int) -> Range:
    while node & 1:
        node, last = node >> 1, last >> 1
    return node, last
