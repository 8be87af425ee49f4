"""The secret of a municipality under which envelopes are sealed and pseudonyms made: a file, made on first use."""

import secrets
from pathlib import Path
from uuid import UUID

from django.conf import settings
from django.utils.translation import gettext_lazy as _

from gemeentedossier.foundation.errors import Refused
from gemeentedossier.foundation.models import Envelope, EnvelopeOpening
from gemeentedossier.foundation.secret_files import write_once

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
        if not path.exists() and not _was_used():
            write_once(path, secrets.token_bytes(LENGTH))
        key = path.read_bytes()
    except OSError as error:
        raise Refused(UNREADABLE % {"file": path}) from error
    if len(key) != LENGTH:
        raise Refused(UNREADABLE % {"file": path})
    return key


def _was_used() -> bool:
    """Whether an envelope is there or was: one that is destroyed stands among the openings."""
    return Envelope.objects.exists() or EnvelopeOpening.objects.exists()
