"""One record of the central government's register, taken apart into single values by path.

A value leaves the record when it is taken; what is left at the end is reported. So nothing can be lost.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TypeVar

from gemeentedossier.exchange.engine.cells.reading import Note, Reading
from gemeentedossier.exchange.engine.cells.texts import CellText, cell_text
from gemeentedossier.exchange.engine.readers import NOTHING_READ, Reads
from gemeentedossier.exchange.engine.reading.workbook import Json
from gemeentedossier.exchange.enums import RegisterField, RemarkCode, Severity
from gemeentedossier.exchange.facts import Origin, Place, Remark, Taken

Value = TypeVar("Value")
Single = bool | int | float | str
_NUMBER = re.compile(r"\[\d+\]")


class Record:
    """The single values of one record, and the remarks that taking them gave."""

    def __init__(self, number: int, content: Mapping[str, Json]) -> None:
        self.number = number
        self.remarks: list[Remark] = []
        self._left = dict(_singles(content, ""))

    def place(self, path: str) -> Place:
        """The record and the path in it, as a person finds them."""
        return Place("", self.number, path)

    def count(self, path: str) -> int:
        """How many entries a list has, taken or not."""
        found = {int(match[1]) for each in self._left if (match := _entry(path, each))}
        return max(found, default=0)

    def paths(self, prefix: str = "") -> tuple[str, ...]:
        """The paths not taken yet, in the order of the file."""
        return tuple(path for path in self._left if path.startswith(prefix))

    def peek(self, path: str) -> Single | None:
        """The value at a path, without taking it."""
        return self._left.get(path)

    def take(self, path: str, *, field: RegisterField | None = None) -> tuple[CellText, Origin] | None:
        """The text at a path, which then counts as read; None where there is none."""
        if path not in self._left:
            return None
        text = cell_text(self._left.pop(path))
        origin = Origin("", self.number, path, text.original)
        self.say(origin, text.notes, field)
        return (text, origin) if text.text else None

    def flag(self, path: str) -> Taken[bool] | None:
        """The yes or no at a path; another kind of value stays where it is, to be reported."""
        value = self._left.get(path)
        if not isinstance(value, bool):
            return None
        del self._left[path]
        return Taken(value, Origin("", self.number, path, "ja" if value else "nee"))

    def read(self, path: str, read: Reads[Value], *, field: RegisterField) -> tuple[Taken[Value], ...]:
        """Every value that a reader finds at a path; its notes become remarks."""
        found = self.take(path, field=field)
        if found is None:
            return ()
        text, origin = found
        reading: Reading[Value] = read(text.text)
        self.say(origin, reading.notes or (() if reading.values else (NOTHING_READ,)), field)
        return tuple(Taken(value, origin) for value in reading.values)

    def say(self, origin: Origin, notes: Sequence[Note], field: RegisterField | None) -> None:
        """Turns notes into remarks on the place of their text."""
        for note in notes:
            original = note.part or origin.original
            self.remarks.append(Remark(note.code, origin.place, original, note.severity, field, note.parameters))

    def lose(self, path: str, code: RemarkCode, *, withheld: bool = False) -> None:
        """Reports a value as not taken over. A person's own contact details are not repeated in the report."""
        value = self._left.pop(path, None)
        if value is not None:
            original = "" if withheld else cell_text(value).original
            self.remarks.append(Remark(code, self.place(path), original, Severity.LOST))


def _entry(path: str, candidate: str) -> re.Match[str] | None:
    return re.match(rf"{re.escape(path)}\[(\d+)\]", candidate)


def _singles(value: Json, path: str) -> Iterator[tuple[str, Single]]:
    """Every single value that is neither null nor blank, by its path; lists count from 1."""
    if isinstance(value, Mapping):
        for key, each in value.items():
            yield from _singles(each, f"{path}.{key}" if path else key)
    elif isinstance(value, str):
        if value.strip():
            yield path, value
    elif isinstance(value, Sequence):
        for number, each in enumerate(value, start=1):
            yield from _singles(each, f"{path}[{number}]")
    elif value is not None:
        yield path, value


def key_of(path: str) -> str:
    """The path without the numbers of its entries: what kind of value stands there."""
    return _NUMBER.sub("", path)
