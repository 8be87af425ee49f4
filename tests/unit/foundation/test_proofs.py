"""Inclusion and consistency: each true proof holds, each changed one fails."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gemeentedossier.foundation.engine.merkle import EMPTY_ROOT, leaf_hash, tree_root
from gemeentedossier.foundation.engine.proofs import (
    consistency_holds,
    consistency_ranges,
    inclusion_holds,
    inclusion_ranges,
    range_hashes,
)
from tests.unit.foundation.test_merkle import ENTRIES

LEAVES = [leaf_hash(f"entry {n}".encode()) for n in range(70)]
KNOWN = [leaf_hash(entry) for entry in ENTRIES]
SIZES = st.integers(1, 70)


def changes(proof: tuple[bytes, ...]) -> list[tuple[bytes, ...]]:
    """The proof with a bit of each byte turned, with each step left out, and with one added."""
    turned = [
        (*proof[:n], step[:at] + bytes([step[at] ^ 1]) + step[at + 1 :], *proof[n + 1 :])
        for n, step in enumerate(proof)
        for at in range(len(step))
    ]
    return [*turned, *[(*proof[:n], *proof[n + 1 :]) for n in range(len(proof))], (*proof, EMPTY_ROOT)]


@pytest.mark.parametrize(
    ("index", "size", "ranges"),
    [
        (0, 7, ((1, 2), (2, 4), (4, 7))),
        (3, 7, ((2, 3), (0, 2), (4, 7))),
        (6, 7, ((4, 6), (0, 4))),
        (0, 1, ()),
    ],
)
def test_inclusion_asks_the_ranges_of_the_rfc(index: int, size: int, ranges: tuple[tuple[int, int], ...]) -> None:
    assert inclusion_ranges(index, size=size) == ranges


@pytest.mark.parametrize(
    ("old", "new", "ranges"),
    [
        (3, 7, ((2, 3), (3, 4), (0, 2), (4, 7))),
        (4, 7, ((4, 7),)),
        (6, 7, ((4, 6), (6, 7), (0, 4))),
        (7, 7, ()),
        (0, 7, ()),
    ],
)
def test_consistency_asks_the_ranges_of_the_rfc(old: int, new: int, ranges: tuple[tuple[int, int], ...]) -> None:
    assert consistency_ranges(old, new=new) == ranges


def test_the_known_consistency_proof_from_six_to_eight() -> None:
    proof = range_hashes(consistency_ranges(6, new=8), leaves=KNOWN)
    assert [step.hex() for step in proof] == [
        "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    ]


@given(SIZES, st.data())
def test_inclusion_holds_for_its_own_leaf_and_place_only(size: int, data: st.DataObject) -> None:
    index, other = data.draw(st.integers(0, size - 1)), data.draw(st.integers(0, size - 1))
    root = tree_root(LEAVES[:size])
    proof = range_hashes(inclusion_ranges(index, size=size), leaves=LEAVES)
    assert inclusion_holds(proof, leaf=LEAVES[index], index=index, size=size, root=root)
    assert inclusion_holds(proof, leaf=LEAVES[other], index=index, size=size, root=root) == (index == other)
    assert inclusion_holds(proof, leaf=LEAVES[index], index=other, size=size, root=root) == (index == other)


@pytest.mark.parametrize(("index", "size"), [(0, 1), (0, 2), (3, 7), (6, 7), (4, 8), (40, 70)])
def test_every_single_byte_of_an_inclusion_proof_counts(index: int, size: int) -> None:
    proof = range_hashes(inclusion_ranges(index, size=size), leaves=LEAVES)
    root = tree_root(LEAVES[:size])
    for changed in changes(proof):
        assert not inclusion_holds(changed, leaf=LEAVES[index], index=index, size=size, root=root)


@given(SIZES, st.data())
def test_consistency_holds_for_the_same_beginning_only(new: int, data: st.DataObject) -> None:
    old = data.draw(st.integers(0, new))
    proof = range_hashes(consistency_ranges(old, new=new), leaves=LEAVES)
    roots = {"old_root": tree_root(LEAVES[:old]), "new_root": tree_root(LEAVES[:new])}
    assert consistency_holds(proof, old=old, new=new, **roots)
    forged = tree_root([leaf_hash(b"forged"), *LEAVES[1:new]])
    assert not consistency_holds(proof, old=old, new=new, **{**roots, "new_root": forged}) or old == 0


@pytest.mark.parametrize(("old", "new"), [(1, 2), (3, 7), (4, 7), (6, 8), (7, 7), (33, 70)])
def test_every_single_byte_of_a_consistency_proof_counts(old: int, new: int) -> None:
    proof = range_hashes(consistency_ranges(old, new=new), leaves=LEAVES)
    roots = {"old_root": tree_root(LEAVES[:old]), "new_root": tree_root(LEAVES[:new])}
    for changed in changes(proof):
        assert not consistency_holds(changed, old=old, new=new, **roots)


@pytest.mark.parametrize(("index", "size"), [(-1, 3), (3, 3), (0, 0)])
def test_a_leaf_outside_the_tree_has_no_proof(index: int, size: int) -> None:
    with pytest.raises(ValueError, match="is not in a tree"):
        inclusion_ranges(index, size=size)
    assert not inclusion_holds((), leaf=LEAVES[0], index=index, size=size, root=LEAVES[0])


def test_a_tree_does_not_shrink() -> None:
    with pytest.raises(ValueError, match="cannot have grown"):
        consistency_ranges(4, new=3)
    assert not consistency_holds((), old=4, new=3, old_root=LEAVES[0], new_root=LEAVES[0])


def test_too_few_leaves_are_noticed() -> None:
    with pytest.raises(ValueError, match="end before number 7"):
        range_hashes([(4, 7)], leaves=LEAVES[:6])
