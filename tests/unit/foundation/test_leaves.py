"""Entries of the ledger: how they are hashed, and what verification finds."""

import datetime as dt
from dataclasses import replace
from hashlib import sha256
from typing import Any

import pytest

from gemeentedossier.foundation.engine.leaves import (
    BrokenLedger,
    RecordedEntry,
    Verifier,
    entry_leaf,
    entry_text,
)
from gemeentedossier.foundation.engine.merkle import tree_root

MUNICIPALITY = "0190c0de-0000-7000-8000-000000000001"
START = dt.datetime(2026, 1, 31, 12, tzinfo=dt.UTC)


def entry(number: int) -> RecordedEntry:
    salt = bytes([number]) * 32
    made = RecordedEntry(
        number,
        MUNICIPALITY,
        START + dt.timedelta(seconds=number),
        "thing_event",
        number,
        f'{{"n": {number}}}',
        salt,
        b"",
    )
    return replace(made, leaf=entry_leaf(entry_text(made), salt=salt))


ENTRIES = [entry(n) for n in range(1, 6)]


def fault_in(entries: list[RecordedEntry]) -> tuple[int, str]:
    with pytest.raises(BrokenLedger) as raised:
        Verifier(MUNICIPALITY).read(entries)
    return raised.value.fault.number, raised.value.fault.sentence


def test_the_text_of_an_entry() -> None:
    assert entry_text(ENTRIES[0]).decode() == (
        '0190c0de-0000-7000-8000-000000000001\n2026-01-31T12:00:01.000000+00:00\nthing_event\n1\n{"n": 1}\n'
    )


def test_the_leaf_is_the_hash_of_a_salted_commitment() -> None:
    assert entry_leaf(b"text", salt=b"s" * 32) == sha256(b"\0" + sha256(b"s" * 32 + b"text").digest()).digest()


def test_an_intact_ledger_gives_its_root() -> None:
    verifier = Verifier(MUNICIPALITY)
    verifier.read(ENTRIES)
    assert (verifier.tree.root(), verifier.erased) == (tree_root([e.leaf for e in ENTRIES]), 0)


def test_an_erased_entry_keeps_its_place_and_the_root() -> None:
    verifier = Verifier(MUNICIPALITY)
    verifier.read([*ENTRIES[:2], replace(ENTRIES[2], content=None, salt=None), *ENTRIES[3:]])
    assert (verifier.tree.root(), verifier.erased) == (tree_root([e.leaf for e in ENTRIES]), 1)


@pytest.mark.parametrize(
    "change",
    [
        {"content": '{"n": 4}'},
        {"source": "other_event"},
        {"row": 4},
        {"numbered_at": START + dt.timedelta(seconds=3, microseconds=1)},
        {"salt": b"x" * 32},
        {"leaf": b"x" * 32},
    ],
)
def test_a_changed_entry_is_named(change: dict[str, Any]) -> None:
    changed = [*ENTRIES[:2], replace(ENTRIES[2], **change), *ENTRIES[3:]]
    assert fault_in(changed) == (3, "Entry 3 was changed: its content does not give its leaf.")


@pytest.mark.parametrize("place", range(len(entry(3).content or "")))
def test_every_character_of_the_content_counts(place: int) -> None:
    content = ENTRIES[2].content or ""
    changed = content[:place] + chr(ord(content[place]) ^ 1) + content[place + 1 :]
    assert fault_in([*ENTRIES[:2], replace(ENTRIES[2], content=changed)])[0] == 3


def test_a_missing_entry_is_named() -> None:
    assert fault_in([*ENTRIES[:2], *ENTRIES[3:]]) == (3, "Entry 3 is missing; the next one found is 4.")


def test_two_entries_cannot_change_places() -> None:
    assert fault_in([ENTRIES[1], ENTRIES[0]]) == (1, "Entry 1 is missing; the next one found is 2.")


def test_time_does_not_run_backwards() -> None:
    late = replace(ENTRIES[0], numbered_at=START + dt.timedelta(hours=1))
    relabelled = replace(late, leaf=entry_leaf(entry_text(late), salt=late.salt or b""))
    assert fault_in([relabelled, ENTRIES[1]]) == (2, "Entry 2 says that it is older than the one before it.")


def test_an_entry_of_another_municipality_is_named() -> None:
    assert fault_in([replace(ENTRIES[0], municipality="x")]) == (
        1,
        "Entry 1 belongs to another municipality.",
    )


@pytest.mark.parametrize("change", [{"content": None}, {"salt": None}, {"salt": b"short"}])
def test_half_an_erasure_is_a_fault(change: dict[str, Any]) -> None:
    assert fault_in([replace(ENTRIES[0], **change)])[0] == 1
