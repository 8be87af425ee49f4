"""Evidence files on the disk: outside the web root, named by their digest, so that equal files are kept once."""

import datetime as dt
import hashlib
import os
import shlex
import stat
import subprocess
from functools import lru_cache
from pathlib import Path
from uuid import uuid4

from django.conf import settings
from django.utils.translation import gettext as _

from gemeentedossier.foundation.errors import Refused
from gemeentedossier.foundation.tenancy import require_municipality_id

SCAN_SECONDS = 60


def keep_file(content: bytes) -> str:
    """Keep the content and return its SHA-256 in hexadecimal; Refused where a scanner objects or the disk is full."""
    digest = digest_of(content)
    path, fresh = path_of(digest), path_of(digest).with_name(f"new-{uuid4()}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        _write(fresh, content)
        _check_clean(fresh)
        fresh.replace(path)
    except OSError as error:
        raise Refused(_("The file could not be stored; the disk may be full. Nothing was recorded.")) from error
    finally:
        fresh.unlink(missing_ok=True)
    return digest


def digest_of(content: bytes) -> str:
    """The SHA-256 of the content in hexadecimal: under which name its file is kept."""
    return hashlib.sha256(content).hexdigest()


def files_kept() -> tuple[Path, ...]:
    """Every file that lies in the folder of the municipality in scope, also what was left half written."""
    folder = Path(settings.HOME) / "evidence" / str(require_municipality_id())
    return tuple(sorted(path for path in folder.glob("??/*") if path.is_file() and not path.is_symlink()))


def remove_kept(path: Path, *, before: dt.datetime) -> bool:
    """Remove a file that was last written before a moment; False where it is younger, or cannot be removed."""
    try:
        if path.stat().st_mtime >= before.timestamp():
            return False
        path.unlink()
    except OSError:
        return False
    return True


def path_of(digest: str) -> Path:
    """Where the file with this digest lies, for the municipality in scope."""
    return Path(settings.HOME) / "evidence" / str(require_municipality_id()) / digest[:2] / digest


def are_kept_here() -> bool:
    """Whether this installation has the folder in which the files of the municipality in scope lie.

    Where it has not, that tells nothing of any file: the program may have been started with another home.
    """
    return (Path(settings.HOME) / "evidence" / str(require_municipality_id())).is_dir()


def is_whole(digest: str) -> bool:
    """Whether the file is there and still what it was."""
    path = path_of(digest)
    try:
        if not path.is_file():  # what is put in its place and never ends is not read
            return False
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest() == digest
    except OSError:
        return False


def is_there(digest: str, *, size: int | None) -> bool:
    """Whether a file of that many bytes lies there; far cheaper than ``is_whole``, and blind to what it says."""
    try:
        found = path_of(digest).stat()
        return stat.S_ISREG(found.st_mode) and found.st_size == size
    except OSError:
        return False


def is_back(digest: str) -> bool:
    """Whether a file that was lost is whole again; one that is still damaged is read once, not at every look."""
    path = path_of(digest)
    try:
        found = path.stat()
    except OSError:
        return False
    return stat.S_ISREG(found.st_mode) and _digest_of(path, found.st_mtime_ns, found.st_size) == digest


@lru_cache(maxsize=256)
def _digest_of(path: Path, changed: int, size: int) -> str:
    """The digest of a file as it was at its last change; ``changed`` and ``size`` tell one state from the next."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""


def _write(path: Path, content: bytes) -> None:
    with path.open("xb") as file:
        path.chmod(0o600)
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _check_clean(path: Path) -> None:
    """Ask the scanner that the installation names (``GEMEENTEDOSSIER_SCANNER``): 0 is clean, 1 is not, else unknown."""
    if not settings.GEMEENTEDOSSIER_SCANNER:
        return
    try:
        asked = [*shlex.split(settings.GEMEENTEDOSSIER_SCANNER), str(path)]
        found = subprocess.run(asked, capture_output=True, timeout=SCAN_SECONDS, check=False)
    except (OSError, subprocess.TimeoutExpired, ValueError) as error:
        raise Refused(_scanner_is_silent()) from error
    if found.returncode == 1:
        raise Refused(_("The virus scanner found something in this file. Nothing was recorded."))
    if found.returncode:
        raise Refused(_scanner_is_silent())


def _scanner_is_silent() -> str:
    return _("The virus scanner did not answer, so this file was not recorded. Ask who runs this installation.")
