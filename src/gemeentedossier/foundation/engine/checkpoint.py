"""Checkpoints: the signed size and root of a ledger (c2sp.org/tlog-checkpoint)."""

import base64
import re
from dataclasses import dataclass

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from gemeentedossier.foundation.engine.merkle import HASH_SIZE
from gemeentedossier.foundation.engine.notes import NotAValidNote, VerifierKey, open_note, sign_note

_SIZE = re.compile(r"0|[1-9][0-9]{0,18}")


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """What a ledger was at one size."""

    origin: str
    size: int
    root: bytes

    def text(self) -> str:
        """The three lines that are signed."""
        return f"{self.origin}\n{self.size}\n{base64.b64encode(self.root).decode()}\n"


def sign_checkpoint(checkpoint: Checkpoint, *, key: Ed25519PrivateKey) -> str:
    """The signed note; the key signs under the name of the origin."""
    parse_checkpoint(checkpoint.text())
    return sign_note(checkpoint.text(), name=checkpoint.origin, key=key)


def open_checkpoint(note: str, *, key: VerifierKey) -> Checkpoint:
    """The checkpoint in a note that the key has signed for its own ledger. Raises NotAValidNote."""
    checkpoint = parse_checkpoint(open_note(note, key=key))
    if checkpoint.origin != key.name:
        raise NotAValidNote(f"This checkpoint is of “{checkpoint.origin}”, not of “{key.name}”.")
    return checkpoint


def parse_checkpoint(text: str) -> Checkpoint:
    """The checkpoint from its text; lines after the third are somebody else's. Raises NotAValidNote."""
    lines = text.split("\n")
    if len(lines) < 4 or lines.pop() or not all(lines):
        raise NotAValidNote("A checkpoint has three lines: origin, size and root.")
    origin, size, root = lines[:3]
    if not _SIZE.fullmatch(size):
        raise NotAValidNote("The size of a checkpoint is a whole number without leading zeros.")
    return Checkpoint(origin, int(size), _root(root))


def _root(encoded: str) -> bytes:
    try:
        root = base64.b64decode(encoded, validate=True)
    except ValueError:
        root = b""
    if len(root) != HASH_SIZE or base64.b64encode(root).decode() != encoded:
        raise NotAValidNote(f"The root of a checkpoint is {HASH_SIZE} bytes in base 64.")
    return root
