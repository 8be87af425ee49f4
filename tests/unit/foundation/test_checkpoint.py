"""Signed notes and checkpoints: the published example of the format, and every byte counts."""

import base64

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from gemeentedossier.foundation.engine.checkpoint import (
    Checkpoint,
    open_checkpoint,
    parse_checkpoint,
    sign_checkpoint,
)
from gemeentedossier.foundation.engine.notes import (
    NotAValidNote,
    VerifierKey,
    open_note,
    parse_verifier_key,
    sign_note,
)

WRITTEN_KEY = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
SEED = base64.b64decode("AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz")[1:]
TEXT = "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n"
NOTE = TEXT + (
    "\n— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n"
)
"""The example that implementations of the format agree on."""

SIGNER = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
KEY = VerifierKey("gemeentedossier/duinveld", SIGNER.public_key().public_bytes_raw())
CHECKPOINT = Checkpoint(KEY.name, 42, bytes(range(32)))


def test_the_known_note_opens() -> None:
    assert open_note(NOTE, key=parse_verifier_key(WRITTEN_KEY)) == TEXT


def test_the_known_key_signs_the_known_note() -> None:
    assert sign_note(TEXT, name="PeterNeumann", key=Ed25519PrivateKey.from_private_bytes(SEED)) == NOTE


def test_a_key_is_written_as_it_is_read() -> None:
    assert str(parse_verifier_key(WRITTEN_KEY)) == WRITTEN_KEY


@pytest.mark.parametrize("place", range(len(WRITTEN_KEY)))
def test_every_character_of_a_written_key_counts(place: int) -> None:
    changed = WRITTEN_KEY[:place] + chr(ord(WRITTEN_KEY[place]) ^ 1) + WRITTEN_KEY[place + 1 :]
    with pytest.raises(NotAValidNote):
        parse_verifier_key(changed)


def test_a_checkpoint_reads_back() -> None:
    assert open_checkpoint(sign_checkpoint(CHECKPOINT, key=SIGNER), key=KEY) == CHECKPOINT


def test_the_text_of_a_checkpoint() -> None:
    assert CHECKPOINT.text() == "gemeentedossier/duinveld\n42\nAAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=\n"


def test_every_single_bit_of_a_signed_checkpoint_counts() -> None:
    note = sign_checkpoint(CHECKPOINT, key=SIGNER).encode()
    for place in range(len(note)):
        for bit in range(8):
            changed = note[:place] + bytes([note[place] ^ 1 << bit]) + note[place + 1 :]
            with pytest.raises(ValueError, match=r".+"):
                open_checkpoint(changed.decode(), key=KEY)


def test_signatures_of_others_are_ignored() -> None:
    witness = Ed25519PrivateKey.from_private_bytes(bytes(32))
    witnessed = sign_note(CHECKPOINT.text(), name="witness.example", key=witness).rpartition("\n\n")[2]
    assert open_checkpoint(sign_checkpoint(CHECKPOINT, key=SIGNER) + witnessed, key=KEY) == CHECKPOINT


def test_a_note_of_somebody_else_is_refused() -> None:
    with pytest.raises(NotAValidNote, match="not signed by the key of PeterNeumann"):
        open_note(sign_checkpoint(CHECKPOINT, key=SIGNER), key=parse_verifier_key(WRITTEN_KEY))


def test_a_checkpoint_of_another_ledger_is_refused() -> None:
    elsewhere = Checkpoint("gemeentedossier/heideloo", 42, CHECKPOINT.root)
    with pytest.raises(NotAValidNote, match="not of"):
        open_checkpoint(sign_note(elsewhere.text(), name=KEY.name, key=SIGNER), key=KEY)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "origin\n42\n",
        "origin\n042\nAAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=\n",
        "origin\n-1\nAAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=\n",
        "origin\n42\nAAEC\n",
        "origin\n42\nAAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh9=\n",
        "\n42\nAAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=\n",
        "origin\n42\nAAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=",
    ],
)
def test_a_malformed_checkpoint_is_refused(text: str) -> None:
    with pytest.raises(NotAValidNote):
        parse_checkpoint(text)
