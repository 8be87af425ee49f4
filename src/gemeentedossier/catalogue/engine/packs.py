"""Finding the files of a pack and reading its `pack.yaml`."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from gemeentedossier.catalogue.engine.documents import Document, Unreadable, read_document
from gemeentedossier.catalogue.engine.faults import Fault
from gemeentedossier.catalogue.engine.kinds import Kind
from gemeentedossier.catalogue.engine.records import Record
from gemeentedossier.catalogue.engine.schemas import form_errors
from gemeentedossier.catalogue.facts.catalogue import Pack
from gemeentedossier.catalogue.facts.faults import told

HEADER = "pack.yaml"
MOST_FILES = 500


@dataclass(frozen=True, slots=True)
class PackFiles:
    """A pack that was found: its header, what it requires of others, and its documents by kind."""

    pack: Pack
    header: Record
    documents: tuple[tuple[Kind, Document], ...]
    faults: tuple[Fault, ...]


def read_pack(folder: Path, kinds: Sequence[Kind]) -> PackFiles:
    """Return the pack in `folder`; raises `Unreadable` where there is no usable `pack.yaml`."""
    if not (folder / HEADER).is_file():
        raise _no_header(folder)
    header = _header(read_document(folder / HEADER))
    documents: list[tuple[Kind, Document]] = []
    faults: list[Fault] = []
    for path in _files(folder):
        try:
            documents.append(_document(path, folder, kinds))
        except Unreadable as refusal:
            faults.append(refusal.fault)
    return PackFiles(_pack(header), header, tuple(documents), tuple(faults))


def read_header(folder: Path) -> Pack:
    """Return what `pack.yaml` says; raises `Unreadable`."""
    if not (folder / HEADER).is_file():
        raise _no_header(folder)
    return _pack(_header(read_document(folder / HEADER)))


def _no_header(folder: Path) -> Unreadable:
    sentence = told(
        f"There is no {HEADER} here. A pack is a folder with a {HEADER} that gives its id and version.",
        f"Hier is geen {HEADER}. Een pakket is een map met een {HEADER} die zijn id en versie geeft.",
    )
    return Unreadable(Fault(str(folder / HEADER), 1, 1, sentence))


def _header(document: Document) -> Record:
    if not isinstance(document.value, dict):
        sentence: str = told(
            f"{HEADER} must have the fields of a pack, such as id and version.",
            f"{HEADER} moet de velden van een pakket hebben, zoals id en version.",
        )
        raise Unreadable(document.fault((), sentence))
    for path, sentence, key in form_errors("pack", document.value):
        raise Unreadable(document.fault(path, sentence, at_key=key))
    return Record(document, (), document.value, str(document.value["id"]))


def _pack(header: Record) -> Pack:
    law_state = header.day("law_state")
    assert law_state is not None, "the schema requires law_state"  # noqa: S101  # told to the type checker
    return Pack(
        id=header.text("id"),
        name=header.both("name"),
        version=header.text("version"),
        law_state=law_state,
        in_use_from=header.day("in_use_from"),
        licence=header.text("licence"),
    )


def _files(folder: Path) -> Iterator[Path]:
    paths = sorted(path for suffix in ("yaml", "yml") for path in folder.rglob(f"*.{suffix}") if path.is_file())
    for number, path in enumerate(path for path in paths if path != folder / HEADER):
        if number == MOST_FILES:
            sentence = told(
                f"A pack has at most {MOST_FILES} files; is this the folder?",
                f"Een pakket heeft hoogstens {MOST_FILES} bestanden; is dit de map?",
            )
            raise Unreadable(Fault(str(path), 1, 1, sentence))
        yield path


def _document(path: Path, folder: Path, kinds: Sequence[Kind]) -> tuple[Kind, Document]:
    if not path.resolve().is_relative_to(folder.resolve()):
        sentence = told(
            "This link leads out of the pack; copy the file into it.",
            "Deze koppeling leidt het pakket uit; kopieer het bestand erin.",
        )
        raise Unreadable(Fault(str(path), 1, 1, sentence))
    name = path.relative_to(folder).parts[0].removesuffix(".yaml").removesuffix(".yml")
    kind = next((kind for kind in kinds if kind.name == name), None)
    if kind is None:
        known = ", ".join(kind.name for kind in kinds)
        sentence = told(
            f"“{name}” is no kind of entry. Move the file to a folder of one of: {known}.",
            f"“{name}” is geen soort regel. Zet het bestand in een map van een van deze: {known}.",
        )
        raise Unreadable(Fault(str(path), 1, 1, sentence))
    return kind, read_document(path)
