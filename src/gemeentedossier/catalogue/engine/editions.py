"""The editions of a pack: its folder is the one being written, `releases/*.zip` are those that were published.

A published edition never changes, so that what was judged or adopted under it can be judged under it again.
"""

import io
import re
import tempfile
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from gemeentedossier.catalogue.engine.documents import LARGEST_FILE, Unreadable
from gemeentedossier.catalogue.engine.faults import CatalogueFaults, Fault
from gemeentedossier.catalogue.engine.loader import load_catalogue
from gemeentedossier.catalogue.engine.packs import HEADER, MOST_FILES, read_header
from gemeentedossier.catalogue.facts.catalogue import Catalogue, Pack
from gemeentedossier.catalogue.facts.faults import in_dutch, told

RELEASES = "releases"
_NAME = re.compile(r"(?:[a-z0-9][a-z0-9._-]*/)*[a-z0-9][a-z0-9._-]*\.ya?ml")
_NO_DATE = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True, order=True)
class Edition:
    """One state of a pack; editions sort by the day from which they are in use, then by version."""

    in_use_from: date
    numbers: tuple[int, ...]
    pack: Pack = field(compare=False)
    path: Path = field(compare=False)

    @property
    def is_released(self) -> bool:
        """Whether it was published, and can therefore no longer change."""
        return self.path.suffix == ".zip"


def editions_of(folder: Path) -> tuple[Edition, ...]:
    """Return the editions of the pack in `folder`, oldest first; raises `CatalogueFaults`.

    The folder itself is left out where its version was released: then the release is that edition.
    """
    archives = sorted((folder / RELEASES).glob("*.zip"))
    try:
        released = [_edition(path) for path in archives]
        written = _edition(folder)
    except Unreadable as refusal:
        raise CatalogueFaults([refusal.fault]) from refusal
    versions = {edition.pack.version for edition in released}
    return tuple(sorted([*released, *([] if written.pack.version in versions else [written])]))


def edition_on(day: date, editions: Sequence[Edition]) -> Edition:
    """Return the edition in use on a day; before the first there was none, and the first is the best there is."""
    return edition_begun(day, editions) or editions[0]


def edition_begun(day: date, editions: Sequence[Edition]) -> Edition | None:
    """Return the edition in use on a day; None where the first had not begun."""
    begun = [edition for edition in editions if edition.in_use_from <= day]
    return begun[-1] if begun else None


def load_editions(paths: Sequence[Path]) -> Catalogue:
    """Return the catalogue of these folders and archives; raises `CatalogueFaults`."""
    with ExitStack() as opened:
        try:
            folders = {opened.enter_context(_opened(path)): path for path in paths}
        except Unreadable as refusal:
            raise CatalogueFaults([refusal.fault]) from refusal
        try:
            return load_catalogue(tuple(folders))
        except CatalogueFaults as error:
            raise CatalogueFaults([_in_archive(fault, folders) for fault in error.faults]) from error


def _in_archive(fault: Fault, folders: Mapping[Path, Path]) -> Fault:
    """The fault with the archive in it, where that was read from a folder that is gone by now."""
    for folder, path in folders.items():
        file, english, dutch = (
            text.replace(str(folder), str(path)) for text in (fault.file, fault.sentence, in_dutch(fault.sentence))
        )
        fault = replace(fault, file=file, sentence=told(english, dutch))
    return fault


def release(folder: Path) -> Path:
    """Publish the pack in `folder` as it stands and return the archive; raises `CatalogueFaults`.

    Publishing the same twice changes nothing. Another content under a version that was published is refused.
    """
    load_catalogue([folder])
    edition = _edition(folder)
    target = folder / RELEASES / f"{edition.pack.version}.zip"
    content = _archive(folder)
    if target.exists() and target.read_bytes() != content:
        version = edition.pack.version
        sentence = told(
            f"{version} was published and reads otherwise. Give this edition a version of its own.",
            f"{version} is uitgebracht en luidt anders. Geef deze uitgave een eigen versie.",
        )
        raise CatalogueFaults([Fault(str(folder / HEADER), 1, 1, sentence)])
    target.parent.mkdir(exist_ok=True)
    target.write_bytes(content)
    return target


def _edition(path: Path) -> Edition:
    with _opened(path, only=HEADER) as folder:
        pack = read_header(folder)
    numbers = tuple(int(part) for part in pack.version.split("."))
    return Edition(pack.in_use_from or pack.law_state, numbers, pack, path)


def _archive(folder: Path) -> bytes:
    """The files of the pack, always in the same bytes: sorted, without times."""
    made = io.BytesIO()
    paths = sorted(path for path in folder.rglob("*.y*ml") if path.is_file())
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for path in paths:
            entry = zipfile.ZipInfo(path.relative_to(folder).as_posix(), _NO_DATE)
            archive.writestr(entry, path.read_bytes(), zipfile.ZIP_DEFLATED, 9)
    return made.getvalue()


@contextmanager
def _opened(path: Path, *, only: str | None = None) -> Iterator[Path]:
    """The folder itself, or the files of an archive in a folder that is gone afterwards."""
    if path.suffix != ".zip":
        yield path
        return
    with tempfile.TemporaryDirectory(prefix="pack-") as made:
        _unpack(path, Path(made), only)
        yield Path(made)


def _unpack(path: Path, target: Path, only: str | None) -> None:
    try:
        with zipfile.ZipFile(path) as archive:
            entries = archive.infolist()
            _check(path, entries)
            for entry in entries:
                if only in (None, entry.filename):
                    place = target / entry.filename
                    place.parent.mkdir(parents=True, exist_ok=True)
                    place.write_bytes(archive.read(entry))
    except (zipfile.BadZipFile, OSError, NotImplementedError, RuntimeError) as error:
        raise Unreadable(
            Fault(
                str(path),
                1,
                1,
                told("This edition is damaged. Fetch it anew.", "Deze uitgave is beschadigd. Haal haar opnieuw op."),
            )
        ) from error


def _check(path: Path, entries: Sequence[zipfile.ZipInfo]) -> None:
    odd = next((entry for entry in entries if not _NAME.fullmatch(entry.filename)), None)
    if odd is not None:
        raise Unreadable(
            Fault(
                str(path),
                1,
                1,
                told(
                    f"“{odd.filename}” is no file of a pack. Fetch this edition anew.",
                    f"“{odd.filename}” is geen bestand van een pakket. Haal deze uitgave opnieuw op.",
                ),
            )
        )
    if len(entries) > MOST_FILES + 1 or any(entry.file_size > LARGEST_FILE for entry in entries):
        sentence = told(
            f"An edition has at most {MOST_FILES} files of {LARGEST_FILE:,} bytes. This one is not a pack.",
            f"Een uitgave heeft hoogstens {MOST_FILES} bestanden van {LARGEST_FILE} bytes. Dit is geen pakket.",
        )
        raise Unreadable(Fault(str(path), 1, 1, sentence))
