"""The key that signs a municipality's checkpoints: a file that only the program can read, made on first use."""

from uuid import UUID

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
)
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from gemeentedossier.foundation.engine.notes import VerifierKey
from gemeentedossier.foundation.errors import Refused
from gemeentedossier.foundation.models import LedgerCheckpoint
from gemeentedossier.foundation.secret_files import write_once

UNREADABLE = _(
    "The signing key %(file)s cannot be read. Put it back from a copy; a new key cannot vouch for old checkpoints."
)


def origin_of(municipality: UUID) -> str:
    """The name of a municipality's ledger in its checkpoints."""
    return f"gemeentedossier/{municipality}"


def signing_key(municipality: UUID) -> Ed25519PrivateKey:
    """The key of this municipality, made where nothing was signed yet; inside its scope.

    Raises Refused where its file cannot be read, or went after something was signed with it.
    """
    path = settings.HOME / "ledger-keys" / f"{municipality}.pem"
    try:
        if not path.exists() and not LedgerCheckpoint.objects.filter(municipality_id=municipality).exists():
            write_once(path, _fresh())
        key = load_pem_private_key(path.read_bytes(), password=None)
    except (OSError, ValueError) as error:
        raise Refused(UNREADABLE % {"file": path}) from error
    if not isinstance(key, Ed25519PrivateKey):
        raise Refused(UNREADABLE % {"file": path})
    return key


def verifier_key(municipality: UUID) -> VerifierKey:
    """The public key: give it to whoever must be able to check without trusting this installation."""
    return VerifierKey(origin_of(municipality), signing_key(municipality).public_key().public_bytes_raw())


def _fresh() -> bytes:
    return Ed25519PrivateKey.generate().private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
