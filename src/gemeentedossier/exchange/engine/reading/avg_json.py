"""The central government's AVG register as it exports it: JSON, nested, UTF-8 with mark."""

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from gemeentedossier.exchange.engine.reading.delimited import decode
from gemeentedossier.exchange.engine.reading.limits import Limits, UnreadableFile
from gemeentedossier.exchange.engine.reading.workbook import Json, Workbook
from gemeentedossier.exchange.enums import FileFault, FileFormat

MARKS_BEFORE = b"\xef\xbb\xbf\xff\xfe\x00 \t\r\n"
DEEPEST = 40
"""Levels of lists and objects; the register of the central government has fewer than ten."""
TELLING_KEYS = frozenset({"Naam", "Verantwoordelijken", "Doelen", "Betrokkenen"})
"""Keys that together no other export of records has."""


def looks_like_json(content: bytes) -> bool:
    """Whether the first mark opens a list of objects or an object; a CSV may well begin with a bracket."""
    begin = content[:400].lstrip(MARKS_BEFORE).replace(b"\x00", b"")
    if begin.startswith(b"{"):
        return True
    return begin.startswith(b"[") and begin[1:].lstrip()[:1] in (b"{", b"]", b"[", b'"')


def parsed_json(content: bytes) -> Json:
    """What the JSON holds; UnreadableFile where it breaks off, says one key twice, or is nested without end."""
    parsed = _parsed(decode(content))
    _check_depth(parsed)
    return parsed


def workbook_of_register(parsed: Json, *, limits: Limits) -> Workbook:
    """The records of the register; other JSON is refused with a sentence that says what was expected."""
    records = _records(parsed)
    if sum(scalars_in(record) for record in records) > limits.cells:
        raise UnreadableFile(FileFault.TOO_MANY_CELLS, parameters={"allowed": str(limits.cells)})
    return Workbook(FileFormat.AVG_REGISTER, records=records)


def _parsed(text: str) -> Json:
    try:
        parsed: Json = json.loads(text, object_pairs_hook=_object)
    except (ValueError, RecursionError) as error:
        raise UnreadableFile(FileFault.BROKEN_JSON) from error
    return parsed


def _object(pairs: list[tuple[str, Json]]) -> Mapping[str, Json]:
    """Refuses a key that stands twice: one of its values would be lost without a word."""
    found = dict(pairs)
    if len(found) < len(pairs):
        twice, _ = next(each for each in Counter(key for key, _ in pairs).items() if each[1] > 1)
        raise UnreadableFile(FileFault.REPEATED_KEY, parameters={"key": twice[:80]})
    return found


def _records(parsed: Json) -> tuple[Mapping[str, Json], ...]:
    listed = parsed if isinstance(parsed, Sequence) and not isinstance(parsed, str) else [parsed]
    if not listed:
        raise UnreadableFile(FileFault.EMPTY)
    records = []
    for record in listed:
        if not isinstance(record, Mapping) or not record.keys() >= TELLING_KEYS:
            raise UnreadableFile(FileFault.UNKNOWN_JSON)
        records.append(record)
    return tuple(records)


def _check_depth(parsed: Json) -> None:
    """Raises UnreadableFile for what is nested deeper than any register is."""
    level = [parsed]
    for _depth in range(DEEPEST):
        level = [each for value in level for each in _within(value)]
        if not level:
            return
    raise UnreadableFile(FileFault.UNKNOWN_JSON)


def _within(value: Json) -> Iterable[Json]:
    if isinstance(value, Mapping):
        return value.values()
    return value if isinstance(value, Sequence) and not isinstance(value, str) else ()


def scalars_in(value: Json) -> int:
    """How many single values stand in a record, at any depth."""
    if isinstance(value, Mapping):
        return sum(scalars_in(each) for each in value.values())
    if isinstance(value, Sequence) and not isinstance(value, str):
        return sum(scalars_in(each) for each in value)
    return 1
