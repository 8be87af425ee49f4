"""What holds nothing is left out of the dossier file, so each field that may hold nothing reads back without it."""

import dataclasses
import types
import typing
from collections.abc import Iterator

from gemeentedossier.exchange.engine.dossier_file import DossierFile


def within(kind: object, seen: set[object]) -> Iterator[type]:
    """Each dataclass that the file can hold."""
    for each in typing.get_args(kind):
        yield from within(each, seen)
    if isinstance(kind, type) and dataclasses.is_dataclass(kind) and kind not in seen:
        seen.add(kind)
        yield kind
        for hint in typing.get_type_hints(kind).values():
            yield from within(hint, seen)


def test_each_field_that_may_hold_nothing_has_that_as_its_default() -> None:
    found = [
        f"{kind.__name__}.{field.name}"
        for kind in within(DossierFile, set())
        for field in dataclasses.fields(kind)  # type: ignore[arg-type]  # ``within`` yields dataclasses only
        if types.NoneType in typing.get_args(typing.get_type_hints(kind)[field.name])
        and field.default is dataclasses.MISSING
    ]
    assert found == []
