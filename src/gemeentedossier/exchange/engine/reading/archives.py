"""Zip archives of XLSX and ODS, judged before anything inside is trusted."""

import io
import zipfile
import zlib
from collections.abc import Iterator

from gemeentedossier.exchange.engine.reading.limits import Limits, UnreadableFile
from gemeentedossier.exchange.enums import FileFault

ENCRYPTED = 0x1
CHUNK = 1 << 16


def open_archive(content: bytes, *, limits: Limits) -> zipfile.ZipFile:
    """The archive, once its directory is sound: no password, no path out of it, no declared bomb."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
    except (zipfile.BadZipFile, ValueError, EOFError, NotImplementedError) as error:
        raise UnreadableFile(FileFault.DAMAGED) from error
    members = archive.infolist()
    _check_directory(members, limits=limits)
    return archive


def _check_directory(members: list[zipfile.ZipInfo], *, limits: Limits) -> None:
    if not members:
        raise UnreadableFile(FileFault.EMPTY)
    if any(member.flag_bits & ENCRYPTED for member in members):
        raise UnreadableFile(FileFault.PASSWORD)
    names = [member.filename for member in members]
    for name in names:
        if _leaves_the_archive(name):
            raise UnreadableFile(FileFault.UNSAFE_PATH, parameters={"name": name[:80]})
    # Two parts of one name: one reader could judge the first and another read the second.
    if len({name.casefold() for name in names}) < len(names):
        raise UnreadableFile(FileFault.DAMAGED)
    if len(members) > limits.parts or sum(member.file_size for member in members) > limits.unpacked:
        raise _too_large_unpacked(limits)


def _leaves_the_archive(name: str) -> bool:
    parts = name.replace("\\", "/").split("/")
    return name.startswith(("/", "\\")) or ".." in parts or ":" in parts[0]


def _too_large_unpacked(limits: Limits) -> UnreadableFile:
    allowed = str(limits.unpacked // 1_000_000)
    return UnreadableFile(FileFault.TOO_LARGE_UNPACKED, parameters={"allowed": allowed})


def chunks_of(archive: zipfile.ZipFile, name: str, *, limits: Limits) -> Iterator[bytes]:
    """The unpacked bytes of one part, in pieces; stops a part that grows past the limit it declared."""
    total = 0
    try:
        with archive.open(name) as part:
            while piece := part.read(CHUNK):
                total += len(piece)
                if total > limits.unpacked:
                    raise _too_large_unpacked(limits)
                yield piece
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError) as error:
        raise UnreadableFile(FileFault.DAMAGED) from error
