"""The whole dossier as one JSON file: what leaves the program comes back as the same snapshot."""

import json
from dataclasses import dataclass, replace

from gemeentedossier.dossier.snapshot.facts import Dossier
from gemeentedossier.foundation.engine.plain import Misshapen, from_plain, to_plain

FORMAT = "gemeentedossier/dossier"
VERSION = 1


class NotADossier(ValueError):
    """The file is not a dossier; the sentence says what is wrong and what to do."""


@dataclass(frozen=True, slots=True)
class DossierFile:
    """The form of the file: what it is, in which version, and the dossier itself."""

    format: str
    format_version: int
    dossier: Dossier


def write_dossier(dossier: Dossier) -> bytes:
    """The file as UTF-8 JSON, readable and with stable order, so that two files can be compared."""
    plain = to_plain(DossierFile(format=FORMAT, format_version=VERSION, dossier=dossier))
    return json.dumps(plain, ensure_ascii=False, indent=1).encode()


def read_dossier(content: bytes) -> Dossier:
    """The dossier in the file; raises NotADossier."""
    try:
        plain = json.loads(content.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:  # also a number of more digits than Python reads
        raise NotADossier("This file is not JSON. Choose a file that Gemeentedossier exported.") from error
    if not isinstance(plain, dict) or plain.get("format") != FORMAT:
        raise NotADossier("This JSON file is not a dossier that Gemeentedossier exported.")
    if plain.get("format_version") != VERSION:
        raise NotADossier(
            "This dossier was written by another version of Gemeentedossier. Export it again with this one."
        )
    try:
        return from_plain(DossierFile, plain).dossier
    except Misshapen as error:
        raise NotADossier(f"The dossier is damaged at {error} Nothing was imported.") from error


def same_content(one: Dossier, other: Dossier) -> bool:
    """Whether two dossiers record the same, whenever each was taken."""
    return replace(one, moment=other.moment, ledger_number=other.ledger_number) == other


def is_dossier(content: bytes) -> bool:
    """Whether the file says of itself that it is a dossier; ``read_dossier`` then tells what is wrong with it."""
    return f'"{FORMAT}"'.encode() in content[:400]
