"""Reading one YAML file: plain values, and for each of them the place where it stands.

Strict on purpose: UTF-8, at most a megabyte, no anchors, no key written twice, words stay words (`no` is text
as in YAML 1.2, not false), dates stay text until a schema has looked at them.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, TypeAlias

import yaml

from gemeentedossier.catalogue.engine.faults import Fault
from gemeentedossier.catalogue.facts.faults import told

Value: TypeAlias = "str | int | float | bool | list[Value] | dict[str, Value] | None"
PathTo: TypeAlias = tuple[str | int, ...]

LARGEST_FILE = 1024 * 1024
DEEPEST = 20
_INT = re.compile(r"[-+]?(0|[1-9][0-9]*)")
_FLOAT = re.compile(r"[-+]?[0-9]+\.[0-9]+")


class Marked(Protocol):
    """A place in a text, as the YAML reader counts it: from 0."""

    @property
    def line(self) -> int: ...

    @property
    def column(self) -> int: ...


class Unreadable(Exception):
    """The file cannot be read at all; carries the one fault."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.sentence)
        self.fault = fault


@dataclass(frozen=True, slots=True)
class Document:
    """A file that was read: its value, and the nodes that know the lines."""

    file: str
    value: Value
    root: yaml.Node | None

    def fault(self, path: PathTo, sentence: str, *, at_key: str | None = None) -> Fault:
        """Return a fault at the value to which `path` leads, or at the key `at_key` inside it."""
        node = self.root
        for step in path:
            found = _child(node, step)
            if found is None:
                break
            node = found
        if at_key is not None:
            node = _key(node, at_key) or node
        line, column = (node.start_mark.line + 1, node.start_mark.column + 1) if node else (1, 1)
        return Fault(self.file, line, column, sentence)


def read_document(path: Path, *, shown_as: str | None = None) -> Document:
    """Return the file as a document; raises `Unreadable` with one fault that says what to do."""
    file = shown_as or str(path)
    text = _decoded(_bytes_of(path, file), file)
    root = _composed(text, file)
    return Document(file, _value_of(root, file) if root else None, root)


def _bytes_of(path: Path, file: str) -> bytes:
    try:
        size = path.stat().st_size
        if size > LARGEST_FILE:
            sentence = told(
                f"The file has {size:,} bytes, at most {LARGEST_FILE:,} are read. Split the file.",
                f"Het bestand heeft {size} bytes en er worden er hoogstens {LARGEST_FILE} gelezen. Splits het.",
            )
            raise _refusal(file, None, sentence)
        return path.read_bytes()
    except OSError as error:
        sentence = told(
            f"The file cannot be read: {error.strerror}.", f"Het bestand kan niet worden gelezen: {error.strerror}."
        )
        raise Unreadable(Fault(file, 1, 1, sentence)) from error


def _decoded(raw: bytes, file: str) -> str:
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        column = error.start - (raw.rfind(b"\n", 0, error.start) + 1) + 1
        sentence = told(
            "This is not UTF-8. Save the file as UTF-8; Windows-1252 and UTF-16 are not read.",
            "Dit is geen UTF-8. Bewaar het bestand als UTF-8; Windows-1252 en UTF-16 worden niet gelezen.",
        )
        raise Unreadable(Fault(file, line, column, sentence)) from error


def _composed(text: str, file: str) -> yaml.Node | None:
    try:
        _check_shape(text, file)
        return yaml.compose(text, Loader=yaml.CSafeLoader)
    except yaml.MarkedYAMLError as error:
        problem = error.problem or error.context
        sentence = told(
            f"This is not YAML: {problem}. Check the indents, colons and quotes.",
            f"Dit is geen YAML: {problem}. Kijk naar inspringing, dubbele punten en aanhalingstekens.",
        )
        raise _refusal(file, error.problem_mark or error.context_mark, sentence) from error
    except yaml.YAMLError as error:
        sentence = told(
            "A control character stands in this file; remove it.",
            "Er staat een stuurteken in dit bestand; haal het weg.",
        )
        raise _refusal(file, None, sentence) from error


def _check_shape(text: str, file: str) -> None:
    """Refuse aliases and deep nesting on the flat stream of events; composing them can crash the process."""
    depth = 0
    for event in yaml.parse(text, Loader=yaml.CSafeLoader):
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            sentence = told(
                "Anchors and aliases (& and *) are not read; write the text out.",
                "Ankers en verwijzingen (& en *) worden niet gelezen; schrijf de tekst uit.",
            )
            raise _refusal(file, event.start_mark, sentence)
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > DEEPEST:
            sentence = told(
                f"Nested deeper than {DEEPEST} levels; write it flatter.",
                f"Dieper genest dan {DEEPEST} lagen; schrijf het platter.",
            )
            raise _refusal(file, event.start_mark, sentence)


def _refusal(file: str, mark: Marked | None, sentence: str) -> Unreadable:
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    return Unreadable(Fault(file, line, column, sentence))


def _value_of(node: yaml.Node, file: str) -> Value:
    if isinstance(node, yaml.ScalarNode):
        return _scalar(node)
    if isinstance(node, yaml.SequenceNode):
        return [_value_of(child, file) for child in node.value]
    result: dict[str, Value] = {}
    for key, child in _pairs(node):
        if not isinstance(key, yaml.ScalarNode):
            raise _refusal(file, key.start_mark, "A key must be a single word.")
        if key.value in result:
            raise _refusal(file, key.start_mark, f"“{key.value}” is written twice; remove one of them.")
        result[key.value] = _value_of(child, file)
    return result


def _scalar(node: yaml.ScalarNode) -> Value:
    text: str = node.value
    if node.style or node.tag == "tag:yaml.org,2002:str":
        return text
    if text in {"", "~", "null"}:
        return None
    if text in {"true", "false"}:
        return text == "true"
    if _INT.fullmatch(text):
        return int(text) if len(text) < 20 else text
    return float(text) if _FLOAT.fullmatch(text) else text


def _pairs(node: yaml.Node | None) -> Iterator[tuple[yaml.Node, yaml.Node]]:
    if isinstance(node, yaml.MappingNode):
        yield from node.value


def _child(node: yaml.Node | None, step: str | int) -> yaml.Node | None:
    if isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
        child: yaml.Node = node.value[step]
        return child
    return next((value for key, value in _pairs(node) if key.value == step), None)


def _key(node: yaml.Node | None, name: str) -> yaml.Node | None:
    return next((key for key, _ in _pairs(node) if key.value == name), None)
