"""The secret of a municipality under which envelopes are sealed and pseudonyms made: a file, made on first use."""

import os
import secrets
from pathlib import Path
from uuid import UUID

from django.conf import settings
from django.utils.translation import gettext_lazy as _

from gemeentedossier.foundation.errors import Refused
from gemeentedossier.foundation.models import Envelope

LENGTH = 32
"""Bytes: AES-256."""
UNREADABLE = _(
    "The key %(file)s cannot be read, so that names and addresses cannot be either. Put it back from a copy; "
    "a new key opens no old envelope."
)


def envelope_key(municipality: UUID) -> bytes:
    """The secret of this municipality, made where nothing was sealed yet; inside its scope.

    Raises Refused where its file cannot be read, or went after something was sealed with it.
    """
    path = Path(settings.ENVELOPE_KEYS) / f"{municipality}.key"
    try:
        if not path.exists() and not Envelope.objects.exists():
            _make(path)
        key = path.read_bytes()
    except OSError as error:
        raise Refused(UNREADABLE % {"file": path}) from error
    if len(key) != LENGTH:
        raise Refused(UNREADABLE % {"file": path})
    return key


def _make(path: Path) -> None:
    """Written beside and linked into place, so that two makers end with one whole key."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    fresh = path.with_name(f"{path.name}.{os.getpid()}")
    with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(secrets.token_bytes(LENGTH))
    try:
        os.link(fresh, path)
    except FileExistsError:
        pass
    finally:
        fresh.unlink()
