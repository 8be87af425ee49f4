"""Sealing what belongs to the installation and must not be readable in a copy of the database."""

import secrets
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from gemeentedossier.foundation.errors import Refused
from gemeentedossier.foundation.secret_files import write_once

NONCE, KEY = 12, 32
"""Bytes (NIST SP 800-38D; AES-256)."""
UNREADABLE = _("What was sealed here cannot be read with the key of this installation. Put %(file)s back from a copy.")


def seal(plain: bytes, *, for_what: str, is_first: bool) -> bytes:
    """The text under the key of the installation; only who says for what it was sealed can open it.

    Where nothing was sealed yet (``is_first``) and there is no key, one is made; a key that went is never made anew:
    what it sealed would be lost for good once something stands under another. Raises Refused where there is none.
    """
    if is_first:
        _make_key()
    nonce = secrets.token_bytes(NONCE)
    return nonce + AESGCM(_key()).encrypt(nonce, plain, for_what.encode())


def unseal(sealed: bytes, *, for_what: str) -> bytes:
    """What was sealed; raises Refused where the key is gone or another, or it was sealed for something else."""
    try:
        return AESGCM(_key()).decrypt(sealed[:NONCE], sealed[NONCE:], for_what.encode())
    except (InvalidTag, ValueError) as error:
        raise Refused(UNREADABLE % {"file": _file()}) from error


def _file() -> Path:
    return Path(settings.ENVELOPE_KEYS) / "installation.key"


def _make_key() -> None:
    try:
        if not _file().exists():
            write_once(_file(), secrets.token_bytes(KEY))
    except OSError as error:
        raise Refused(UNREADABLE % {"file": _file()}) from error


def _key() -> bytes:
    try:
        return _file().read_bytes()
    except OSError as error:
        raise Refused(UNREADABLE % {"file": _file()}) from error
