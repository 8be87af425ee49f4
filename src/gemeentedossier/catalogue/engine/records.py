"""A checked entry, read field by field with its type."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TypeVar

from gemeentedossier.catalogue.engine.documents import Document, PathTo, Value
from gemeentedossier.catalogue.engine.faults import Fault
from gemeentedossier.catalogue.facts.sources import Text

EnumT = TypeVar("EnumT", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class Record:
    """One mapping out of a document, with the place it stands in.

    The schema has looked at it before; the readers here raise `TypeError` where the schema let something pass
    that it should not have.
    """

    document: Document
    path: PathTo
    fields: Mapping[str, Value]
    pack: str

    def fault(self, path: PathTo, sentence: str, *, at_key: str | None = None) -> Fault:
        """Return a fault at a place inside this record."""
        return self.document.fault((*self.path, *path), sentence, at_key=at_key)

    def text(self, key: str) -> str:
        value = self.fields.get(key)
        if not isinstance(value, str):
            raise TypeError(f"{key} is {type(value).__name__}, not text")
        return value

    def optional_text(self, key: str) -> str | None:
        return self.text(key) if self.fields.get(key) is not None else None

    def integer(self, key: str) -> int:
        value = self.fields.get(key)
        if not isinstance(value, int) or isinstance(value, bool):
            raise TypeError(f"{key} is {type(value).__name__}, not a whole number")
        return value

    def truth(self, key: str, *, unless_given: bool) -> bool:
        value = self.fields.get(key, unless_given)
        if not isinstance(value, bool):
            raise TypeError(f"{key} is {type(value).__name__}, not true or false")
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        value = self.fields.get(key) or []
        if not isinstance(value, list):
            raise TypeError(f"{key} is {type(value).__name__}, not a list")
        return tuple(item for item in value if isinstance(item, str))

    def day(self, key: str) -> date | None:
        text = self.optional_text(key)
        return date.fromisoformat(text) if text else None

    def choice(self, key: str, choices: type[EnumT]) -> EnumT:
        return choices(self.text(key))

    def both(self, key: str) -> Text:
        """Read a text that has two languages (`nl:`, `en:`) or, written plainly, Dutch only."""
        value = self.fields.get(key)
        if isinstance(value, str):
            return Text(value)
        inner = self.record(key)
        return Text(inner.text("nl"), inner.optional_text("en"))

    def optional_both(self, key: str) -> Text | None:
        return self.both(key) if self.fields.get(key) is not None else None

    def record(self, key: str) -> "Record":
        value = self.fields.get(key)
        if not isinstance(value, dict):
            raise TypeError(f"{key} is {type(value).__name__}, not a mapping")
        return Record(self.document, (*self.path, key), value, self.pack)

    def optional_record(self, key: str) -> "Record | None":
        return self.record(key) if self.fields.get(key) is not None else None

    def records(self, key: str) -> tuple["Record", ...]:
        value = self.fields.get(key) or []
        if not isinstance(value, list):
            raise TypeError(f"{key} is {type(value).__name__}, not a list")
        return tuple(
            Record(self.document, (*self.path, key, index), item, self.pack)
            for index, item in enumerate(value)
            if isinstance(item, dict)
        )
