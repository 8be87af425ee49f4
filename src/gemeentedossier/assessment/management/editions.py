"""Editions of the catalogue, and what changed between two, told in plain lines or to a program."""

from collections.abc import Iterator, Sequence

from gemeentedossier.assessment.engine.touched import Touched
from gemeentedossier.catalogue.engine.difference import Change
from gemeentedossier.catalogue.engine.editions import Edition

SHOWN = 70


def edition_lines(known: Sequence[Sequence[Edition]]) -> Iterator[str]:
    """Yield a line per edition, oldest first."""
    for each in (edition for pack in known for edition in pack):
        state = "released" if each.is_released else "being written"
        yield f"{each.pack.id} {each.pack.version}: {state}, in use from {each.in_use_from}"


def edition_records(known: Sequence[Sequence[Edition]]) -> list[dict[str, object]]:
    """Return the editions for a program."""
    return [
        {
            "pack": each.pack.id,
            "version": each.pack.version,
            "in_use_from": each.in_use_from.isoformat(),
            "law_state": each.pack.law_state.isoformat(),
            "released": each.is_released,
        }
        for pack in known
        for each in pack
    ]


def change_lines(changes: Sequence[Change], touched: Sequence[Touched]) -> Iterator[str]:
    """Yield the changes with their fields; beneath each what it touches, where a municipality was named."""
    reach = {(each.change.entry, each.change.id): each for each in touched}
    for change in changes:
        yield f"{change.kind.value} {change.entry.replace('_', ' ')} {change.id}"
        for field in change.fields:
            yield f"    {field.name}: {_short(field.old)} → {_short(field.new)}"
        found = reach.get((change.entry, change.id))
        if found and (found.activities or found.turned):
            yield f"    touches: named in {found.activities} activities, {found.turned} records judged otherwise"
    yield f"{len(changes)} changes" if changes else "Nothing changed."


def change_records(changes: Sequence[Change], touched: Sequence[Touched]) -> list[dict[str, object]]:
    """Return the changes for a program; `activities` and `turned` only where a municipality was named."""
    reach = {(each.change.entry, each.change.id): each for each in touched}
    return [_record(change, reach.get((change.entry, change.id))) for change in changes]


def _record(change: Change, touched: Touched | None) -> dict[str, object]:
    fields = [{"name": each.name, "old": each.old, "new": each.new} for each in change.fields]
    found: dict[str, object] = {
        "change": change.kind.value,
        "entry": change.entry,
        "id": change.id,
        "fields": fields,
    }
    return found | ({"activities": touched.activities, "turned": touched.turned} if touched else {})


def _short(text: str) -> str:
    plain = " ".join(text.split())
    return f"“{plain}”" if len(plain) <= SHOWN else f"“{plain[:SHOWN]}…”"
