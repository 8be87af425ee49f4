"""The whole dossier as one JSON file: what leaves the program comes back as the same snapshot."""

import json
from dataclasses import dataclass, replace

from gemeentedossier.catalogue.facts.sources import Text
from gemeentedossier.dossier.snapshot.facts import Dossier
from gemeentedossier.exchange.engine.earlier_dossiers import as_written_now
from gemeentedossier.foundation.engine.plain import Misshapen, from_plain, to_plain

FORMAT = "gemeentedossier/dossier"
VERSION = 1
NOT_JSON = Text(
    "Dit bestand is geen JSON. Kies een bestand dat Gemeentedossier heeft geëxporteerd.",
    "This file is not JSON. Choose a file that Gemeentedossier exported.",
)
NOT_OURS = Text(
    "Dit JSON-bestand is geen dossier dat Gemeentedossier heeft geëxporteerd.",
    "This JSON file is not a dossier that Gemeentedossier exported.",
)
ANOTHER_VERSION = Text(
    "Dit dossier is geschreven door een andere versie van Gemeentedossier. Exporteer het opnieuw met deze.",
    "This dossier was written by another version of Gemeentedossier. Export it again with this one.",
)


class NotADossier(ValueError):
    """The file is not a dossier; ``said`` tells in both languages what is wrong and what to do."""

    def __init__(self, said: Text) -> None:
        super().__init__(said.in_language("en"))
        self.said = said


DRAFTS_LEFT_OUT = Text(
    "Conceptverslagen van de functionaris gegevensbescherming staan niet in dit bestand: die leest alleen de "
    "functionaris (artikel 38 lid 3 AVG).",
    "Drafts of reports of the data protection officer are not in this file: only the officer reads those "
    "(Article 38(3) GDPR).",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class DossierFile:
    """The form of the file: what it is, in which version, and the dossier itself.

    ``left_out`` says what does not stand in it because of who asked for it; absent where the file is whole.
    """

    format: str
    format_version: int
    left_out: Text | None = None
    dossier: Dossier


def write_dossier(dossier: Dossier, *, with_drafts: bool = True) -> bytes:
    """The file as UTF-8 JSON, readable and with stable order, so that two files can be compared.

    Without drafts, the reports of the officer that were not adopted are left out, and the file says so (GDPR 38(3)).
    """
    told = dossier if with_drafts else _adopted_alone(dossier)
    left_out = None if with_drafts else DRAFTS_LEFT_OUT
    plain = to_plain(DossierFile(format=FORMAT, format_version=VERSION, dossier=told, left_out=left_out))
    return json.dumps(plain, ensure_ascii=False, indent=1).encode()


def _adopted_alone(dossier: Dossier) -> Dossier:
    return replace(dossier, officer_reports=tuple(each for each in dossier.officer_reports if each.is_adopted))


def read_dossier(content: bytes) -> Dossier:
    """The dossier in the file; raises NotADossier."""
    try:
        plain = json.loads(content.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:  # also a number of more digits than Python reads
        raise NotADossier(NOT_JSON) from error
    if not isinstance(plain, dict) or plain.get("format") != FORMAT:
        raise NotADossier(NOT_OURS)
    if plain.get("format_version") != VERSION:
        raise NotADossier(ANOTHER_VERSION)
    try:
        return from_plain(DossierFile, as_written_now(plain)).dossier
    except Misshapen as error:
        raise NotADossier(_damaged(str(error))) from error


def _damaged(fault: str) -> Text:
    """What is wrong is told in the words of the file's form, which are English; where it is, in both."""
    place = fault.partition(": ")[0]
    return Text(
        f"Het dossier is beschadigd bij “{place}”. Er is niets geïmporteerd.",
        f"The dossier is damaged at {fault} Nothing was imported.",
    )


def same_content(one: Dossier, other: Dossier) -> bool:
    """Whether two dossiers record the same, whenever each was taken."""
    return replace(one, moment=other.moment, ledger_number=other.ledger_number) == other


def is_dossier(content: bytes) -> bool:
    """Whether the file says of itself that it is a dossier; ``read_dossier`` then tells what is wrong with it."""
    return f'"{FORMAT}"'.encode() in content[:400]
