"""The tree of RFC 9162: known answers, and a slow plain reference that follows the RFC's own words."""

from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gemeentedossier.foundation.engine.merkle import EMPTY_ROOT, Frontier, leaf_hash, tree_root

ENTRIES = [
    bytes.fromhex(written)
    for written in (
        "",
        "00",
        "10",
        "2021",
        "3031",
        "40414243",
        "5051525354555657",
        "606162636465666768696a6b6c6d6e6f",
    )
]
ROOTS = [
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
]
"""Roots of the first 0 to 8 entries, as certificate transparency implementations agree on them."""


def slow_root(entries: list[bytes]) -> bytes:
    if not entries:
        return sha256(b"").digest()
    if len(entries) == 1:
        return sha256(b"\x00" + entries[0]).digest()
    k = 1
    while k * 2 < len(entries):
        k *= 2
    return sha256(b"\x01" + slow_root(entries[:k]) + slow_root(entries[k:])).digest()


@pytest.mark.parametrize("size", range(9))
def test_roots_are_the_known_ones(size: int) -> None:
    assert tree_root([leaf_hash(entry) for entry in ENTRIES[:size]]).hex() == ROOTS[size]


@given(st.lists(st.binary(max_size=8), max_size=70))
def test_the_root_is_that_of_the_rfc(entries: list[bytes]) -> None:
    assert tree_root([leaf_hash(entry) for entry in entries]) == slow_root(entries)


@given(st.lists(st.integers(0, 1500), max_size=4), st.integers(0, 5))
def test_a_tree_that_grows_in_parts_has_the_root_of_the_whole(parts: list[int], singles: int) -> None:
    frontier, leaves = Frontier(), []
    for part in parts:
        fresh = [leaf_hash(f"{len(leaves) + n}".encode()) for n in range(part + singles)]
        frontier.extend(fresh[:part])
        for leaf in fresh[part:]:
            frontier.append(leaf)
        leaves += fresh
    assert (frontier.size, frontier.root()) == (len(leaves), tree_root(leaves))


def test_a_frontier_goes_on_from_its_kept_peaks() -> None:
    leaves = [leaf_hash(bytes([n])) for n in range(11)]
    first = Frontier()
    first.extend(leaves[:7])
    again = Frontier(size=7, peaks=first.peaks)
    again.extend(leaves[7:])
    assert again.root() == tree_root(leaves)


@pytest.mark.parametrize(("size", "peaks"), [(1, []), (0, [EMPTY_ROOT]), (2, [b"short"])])
def test_peaks_that_do_not_fit_the_size_are_refused(size: int, peaks: list[bytes]) -> None:
    with pytest.raises(ValueError, match="peaks of 32 bytes"):
        Frontier(size=size, peaks=peaks)


@given(st.lists(st.binary(min_size=1, max_size=4), min_size=1, max_size=20), st.data())
def test_every_changed_entry_changes_the_root(entries: list[bytes], data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(entries) - 1))
    changed = [*entries[:place], bytes([entries[place][0] ^ 1]) + entries[place][1:], *entries[place + 1 :]]
    assert tree_root([leaf_hash(e) for e in changed]) != tree_root([leaf_hash(e) for e in entries])
