"""A document as JSON and back, without loss: as it is kept, attached to the PDF and compared later."""

import json
from collections.abc import Callable, Mapping
from dataclasses import fields
from datetime import datetime
from typing import TypeAlias, TypeVar

from .blocks import (
    Block,
    BulletList,
    Definition,
    DefinitionList,
    Document,
    Note,
    NoteKind,
    NumberedList,
    PageBreak,
    Paragraph,
    Run,
    RunStyle,
    Section,
    Sentence,
    Table,
    Text,
)
from .provenance import ClauseOrigin, CriterionOrigin, LawOrigin, Origin, Provenance, RecordOrigin

SCHEMA = "gemeentedossier-document/1"

Json: TypeAlias = "bool | int | str | list[Json] | dict[str, Json] | None"
Made = TypeVar("Made")


class UnreadableDocumentError(ValueError):
    """The JSON is no document of ours, or a damaged one."""


def to_json(document: Document) -> str:
    """Canonical JSON: sorted keys, every origin once in a table that the sentences point into."""
    return json.dumps(_Writing().document(document), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def from_json(text: str) -> Document:
    """The document that `to_json` wrote; raises `UnreadableDocumentError` with the reason."""
    try:
        value: Json = json.loads(text)
    except ValueError as error:
        raise UnreadableDocumentError(
            f"This is no JSON ({error}); give a file that was saved as a document."
        ) from error
    try:
        return _Reading(value).document()
    except UnreadableDocumentError:
        raise
    except (ValueError, TypeError, KeyError, IndexError) as error:
        raise UnreadableDocumentError(f"The document is damaged: {error}") from error


class _Writing:
    def __init__(self) -> None:
        self._origins: dict[Origin, int] = {}

    def document(self, document: Document) -> dict[str, Json]:
        written: dict[str, Json] = {
            "schema": SCHEMA,
            "title": self._sentence(document.title),
            "subtitle": None if document.subtitle is None else self._sentence(document.subtitle),
            "language": document.language,
            "municipality": document.municipality,
            "subject": document.subject,
            "version": document.version,
            "moment": document.moment.isoformat(),
            "keywords": list(document.keywords),
            "sections": [self._section(section) for section in document.sections],
        }
        written["origins"] = [_origin(origin) for origin in self._origins]
        return written

    def _section(self, section: Section) -> Json:
        return {
            "anchor": section.anchor,
            "heading": self._sentence(section.heading),
            "blocks": [self._block(block) for block in section.blocks],
            "children": [self._section(child) for child in section.children],
        }

    def _block(self, block: Block) -> Json:
        match block:
            case Paragraph(sentences):
                return {"block": "paragraph", "text": self._text(sentences)}
            case Note(kind, sentences):
                return {"block": "note", "kind": kind.value, "text": self._text(sentences)}
            case BulletList(items):
                return {"block": "bullets", "items": [self._text(item) for item in items]}
            case NumberedList(items):
                return {"block": "numbered", "items": [self._text(item) for item in items]}
            case DefinitionList(entries):
                written: list[Json] = [[self._sentence(each.label), self._text(each.value)] for each in entries]
                return {"block": "definitions", "entries": written}
            case Table():
                return self._table(block)
            case PageBreak():
                return {"block": "page-break"}

    def _table(self, table: Table) -> Json:
        return {
            "block": "table",
            "caption": self._sentence(table.caption),
            "header": [self._text(cell) for cell in table.header],
            "rows": [[self._text(cell) for cell in row] for row in table.rows],
            "header_column": table.header_column,
        }

    def _text(self, text: Text) -> Json:
        return [self._sentence(sentence) for sentence in text]

    def _sentence(self, sentence: Sentence) -> Json:
        because: list[Json] = [
            self._origins.setdefault(origin, len(self._origins)) for origin in sentence.provenance.origins
        ]
        written: dict[str, Json] = {"runs": [_run(run) for run in sentence.runs], "because": because}
        if sentence.slot:
            written["slot"] = sentence.slot
        return written


def _run(run: Run) -> Json:
    if run.style is RunStyle.PLAIN:
        return run.text
    return [run.style.value, run.text, run.href] if run.href else [run.style.value, run.text]


def _origin(origin: Origin) -> Json:
    written: dict[str, Json] = {each.name: getattr(origin, each.name) for each in fields(origin)}
    return {"kind": origin.kind} | {name: value for name, value in written.items() if value != ""}


class _Reading:
    def __init__(self, value: Json) -> None:
        self._root = _object(value)
        if self._root.get("schema") != SCHEMA:
            raise UnreadableDocumentError(
                f"This is no document in the form {SCHEMA}; give a file saved by this program."
            )
        self._origins = [_read_origin(_object(each)) for each in _list(self._root["origins"])]

    def document(self) -> Document:
        root = self._root
        subtitle = root["subtitle"]
        return Document(
            title=self._sentence(root["title"]),
            subtitle=None if subtitle is None else self._sentence(subtitle),
            language=_string(root["language"]),
            municipality=_string(root["municipality"]),
            subject=_string(root["subject"]),
            version=_string(root["version"]),
            moment=datetime.fromisoformat(_string(root["moment"])),
            keywords=_each(root["keywords"], _string),
            sections=_each(root["sections"], self._section),
        )

    def _section(self, value: Json) -> Section:
        read = _object(value)
        return Section(
            heading=self._sentence(read["heading"]),
            anchor=_string(read["anchor"]),
            blocks=_each(read["blocks"], self._block),
            children=_each(read["children"], self._section),
        )

    def _block(self, value: Json) -> Block:
        read = _object(value)
        match read["block"]:
            case "paragraph":
                return Paragraph(self._text(read["text"]))
            case "note":
                return Note(NoteKind(_string(read["kind"])), self._text(read["text"]))
            case "bullets":
                return BulletList(_each(read["items"], self._text))
            case "numbered":
                return NumberedList(_each(read["items"], self._text))
            case "definitions":
                return DefinitionList(_each(read["entries"], self._definition))
            case "table":
                return self._table(read)
            case "page-break":
                return PageBreak()
            case other:
                raise UnreadableDocumentError(f"Block {other!r} is unknown; the document was made by a newer version.")

    def _table(self, read: Mapping[str, Json]) -> Table:
        return Table(
            caption=self._sentence(read["caption"]),
            header=_each(read["header"], self._text),
            rows=_each(read["rows"], lambda row: _each(row, self._text)),
            header_column=read["header_column"] is True,
        )

    def _definition(self, value: Json) -> Definition:
        label, text = _list(value)
        return Definition(self._sentence(label), self._text(text))

    def _text(self, value: Json) -> Text:
        return _each(value, self._sentence)

    def _sentence(self, value: Json) -> Sentence:
        read = _object(value)
        origins = tuple(self._origins[_integer(index)] for index in _list(read["because"]))
        return Sentence(_each(read["runs"], _read_run), Provenance(origins), _string(read.get("slot", "")))


def _read_run(value: Json) -> Run:
    if isinstance(value, str):
        return Run(value)
    style, text, *href = _list(value)
    return Run(_string(text), RunStyle(_string(style)), _string(href[0]) if href else "")


def _read_origin(read: Mapping[str, Json]) -> Origin:
    def words(name: str) -> str:
        return _string(read.get(name, ""))

    label, url = words("label"), words("url")
    match read["kind"]:
        case "criterion":
            catalogue_version = words("catalogue_version")
            return CriterionOrigin(rule=words("rule"), catalogue_version=catalogue_version, label=label, url=url)
        case "record":
            return RecordOrigin(
                record_kind=words("record_kind"),
                record_id=words("record_id"),
                version=_integer(read["version"]),
                field=words("field"),
                field_label=words("field_label"),
                label=label,
                url=url,
            )
        case "law":
            return LawOrigin(law=words("law"), article=words("article"), label=label, url=url)
        case "clause":
            return ClauseOrigin(clause=words("clause"), version=words("version"), label=label, url=url)
        case other:
            raise UnreadableDocumentError(f"Origin {other!r} is unknown; a newer version made this document.")


def _each(value: Json, make: Callable[[Json], Made]) -> tuple[Made, ...]:
    return tuple(make(item) for item in _list(value))


def _object(value: Json) -> Mapping[str, Json]:
    if not isinstance(value, dict):
        raise UnreadableDocumentError(f"{value!r:.60} stands where an object belongs.")
    return value


def _list(value: Json) -> list[Json]:
    if not isinstance(value, list):
        raise UnreadableDocumentError(f"{value!r:.60} stands where a list belongs.")
    return value


def _string(value: Json) -> str:
    if not isinstance(value, str):
        raise UnreadableDocumentError(f"{value!r:.60} stands where a text belongs.")
    return value


def _integer(value: Json) -> int:
    if type(value) is not int or value < 0:
        raise UnreadableDocumentError(f"{value!r:.60} stands where a number belongs.")
    return value
