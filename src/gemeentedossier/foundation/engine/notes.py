"""Signed notes with Ed25519 (c2sp.org/signed-note): text that anyone with the public key can check."""

import base64
import binascii
from dataclasses import dataclass
from hashlib import sha256

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

ED25519 = b"\x01"
MOST_SIGNATURES = 16
SIGNATURE_START = "— "


class NotAValidNote(ValueError):
    """The note cannot be trusted; the sentence says why."""


@dataclass(frozen=True, slots=True)
class VerifierKey:
    """A public key and the name under which it signs."""

    name: str
    public: bytes

    def __post_init__(self) -> None:
        if not self.name or "+" in self.name or any(c.isspace() for c in self.name):
            raise NotAValidNote(f"“{self.name}” cannot name a key: it is empty or has a space or a plus in it.")
        if len(self.public) != 32:
            raise NotAValidNote("A public key of Ed25519 has 32 bytes.")

    @property
    def id(self) -> bytes:
        """Four bytes that tell keys of one name apart."""
        return sha256(self.name.encode() + b"\n" + ED25519 + self.public).digest()[:4]

    def __str__(self) -> str:
        """The usual written form: name, identifier in hexadecimals, type and key in base 64."""
        return f"{self.name}+{self.id.hex()}+{base64.b64encode(ED25519 + self.public).decode()}"


def parse_verifier_key(written: str) -> VerifierKey:
    """The key from its written form. Raises NotAValidNote."""
    name, _, rest = written.partition("+")
    identifier, _, encoded = rest.partition("+")
    material = _decoded(encoded)
    key = VerifierKey(name, material[1:])
    if material[:1] != ED25519 or identifier != key.id.hex():
        raise NotAValidNote("This is not the written form of an Ed25519 key, or a character in it is wrong.")
    return key


def sign_note(text: str, *, name: str, key: Ed25519PrivateKey) -> str:
    """The note: the text, a blank line and the signature."""
    _check_text(text)
    verifier = VerifierKey(name, key.public_key().public_bytes_raw())
    signature = base64.b64encode(verifier.id + key.sign(text.encode())).decode()
    return f"{text}\n{SIGNATURE_START}{name} {signature}\n"


def open_note(note: str, *, key: VerifierKey) -> str:
    """The text of a note that this key has signed. Raises NotAValidNote; signatures of other keys are ignored."""
    text, separator, signatures = note.rpartition("\n\n")
    if not separator or not signatures.endswith("\n"):
        raise NotAValidNote("This is not a signed note: it has no text, blank line and signature.")
    text += "\n"
    _check_text(text)
    lines = signatures[:-1].split("\n")
    if len(lines) > MOST_SIGNATURES:
        raise NotAValidNote(f"This note has more than {MOST_SIGNATURES} signatures.")
    known = [_signed_by(line, text=text, key=key) for line in lines]
    if True not in known:
        raise NotAValidNote(f"This note is not signed by the key of {key.name}.")
    return text


def _signed_by(line: str, *, text: str, key: VerifierKey) -> bool:
    name, separator, encoded = line.removeprefix(SIGNATURE_START).partition(" ")
    if not line.startswith(SIGNATURE_START) or not separator:
        raise NotAValidNote("A line under this note is not a signature.")
    signature = _decoded(encoded)
    if (name, signature[:4]) != (key.name, key.id):
        return False
    try:
        Ed25519PublicKey.from_public_bytes(key.public).verify(signature[4:], text.encode())
    except InvalidSignature:
        raise NotAValidNote(
            f"The signature of {name} does not belong to this text, or one of them was changed."
        ) from None
    return True


def _check_text(text: str) -> None:
    if not text.endswith("\n") or any(c < " " and c != "\n" for c in text):
        raise NotAValidNote("The text of a note ends in a line feed and has no other control characters.")


def _decoded(encoded: str) -> bytes:
    """Base 64 in its one canonical spelling, so that no other spelling of the same note passes."""
    try:
        decoded = base64.b64decode(encoded, validate=True)
    except (binascii.Error, ValueError):
        raise NotAValidNote("A signature or key is not written in base 64.") from None
    if base64.b64encode(decoded).decode() != encoded:
        raise NotAValidNote("A signature or key is not written in canonical base 64.")
    return decoded
