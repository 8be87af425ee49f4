"""Room on the disk: asked before the first set-up, and recognised where it ran out on the way."""

import errno
import shutil
from collections.abc import Iterator
from pathlib import Path

DISK_FULL = "53100"
"""The state that PostgreSQL gives (appendix A of its manual)."""
LEAST_ROOM = 256 * 1024 * 1024
"""Bytes that must be free for a first set-up; our own choice: the server alone takes nearly 80 MB when still empty."""
NOTHING_LEFT = 8 * 1024 * 1024
"""Bytes below which a server that went away most likely did so because it could not write."""


def room_at(folder: Path) -> int:
    """Bytes that are free where the folder is, or would be made."""
    standing = next(each for each in (folder, *folder.parents) if each.exists())
    return shutil.disk_usage(standing).free


def ran_out(error: BaseException, *, home: Path) -> bool:
    """Whether this error, or one that it came from, says that the disk is full."""
    return any(_says_full(each, home=home) for each in _chain(error))


def _says_full(error: BaseException, *, home: Path) -> bool:
    if isinstance(error, OSError) and error.errno == errno.ENOSPC:
        return True
    if getattr(error, "sqlstate", None) == DISK_FULL:
        return True
    return type(error).__name__ == "OperationalError" and room_at(home) < NOTHING_LEFT


def _chain(error: BaseException | None) -> Iterator[BaseException]:
    seen = set[int]()
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        yield error
        error = error.__cause__ or error.__context__
