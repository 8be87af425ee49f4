"""A file between its upload and the decision to take it over: outside the web root, for a day at most."""

import json
import os
import time
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID, uuid4

from django.conf import settings
from django.utils.translation import gettext as _

from gemeentedossier.exchange.enums import ListKind
from gemeentedossier.foundation.errors import Refused
from gemeentedossier.foundation.tenancy import require_municipality_id
from gemeentedossier.foundation.trail import Actor

A_DAY = 24 * 60 * 60


@dataclass(frozen=True, slots=True)
class Upload:
    """A file, its name, what it lists, and the agreement to which a list of sub-processors belongs."""

    content: bytes
    file_name: str
    what: ListKind = ListKind.REGISTER
    agreement_id: UUID | None = None


def keep_upload(upload: Upload, *, by: Actor) -> UUID:
    """Keep the file for this person and return what to ask for it by."""
    folder, token = _folder(by), uuid4()
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        _drop_old(folder)
        _write(folder / f"{token}.name", json.dumps(_told(upload)).encode())
        _write(folder / f"{token}.file", upload.content)
    except OSError as error:
        raise Refused(_("The file could not be stored; the disk may be full. Nothing was imported.")) from error
    return token


def _told(upload: Upload) -> dict[str, str]:
    about = str(upload.agreement_id) if upload.agreement_id else ""
    return {"name": upload.file_name, "what": upload.what.value, "agreement": about}


def kept_upload(token: UUID, *, by: Actor) -> Upload:
    """The file with what was said of it; Refused where it is gone or another's."""
    folder = _folder(by)
    try:
        told = json.loads((folder / f"{token}.name").read_text(encoding="utf-8"))
        content = (folder / f"{token}.file").read_bytes()
        about = UUID(told["agreement"]) if told["agreement"] else None
        return Upload(content, str(told["name"]), ListKind(told["what"]), about)
    except (OSError, TypeError, KeyError, ValueError) as error:
        raise Refused(_("This upload is no longer here. Choose the file once more.")) from error


def drop_upload(token: UUID, *, by: Actor) -> None:
    """Forget the file."""
    for path in _folder(by).glob(f"{token}.*"):
        path.unlink(missing_ok=True)


def _folder(by: Actor) -> Path:
    return Path(settings.HOME) / "uploads" / str(require_municipality_id()) / str(by.person_id)


def _write(path: Path, content: bytes) -> None:
    """Nobody else on the machine reads it, not even while it is being written."""
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(content)


def _drop_old(folder: Path) -> None:
    for path in folder.iterdir():
        if time.time() - path.stat().st_mtime > A_DAY:
            path.unlink(missing_ok=True)
