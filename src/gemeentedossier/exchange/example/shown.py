"""What answers of Duinrade rest on: files with what stands in them, and places where something was seen."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import replace
from hashlib import sha256
from uuid import UUID

from gemeentedossier.dossier.evidence.enums import EvidenceKind
from gemeentedossier.dossier.evidence.facts import Evidence
from gemeentedossier.exchange.example import organisation as who
from gemeentedossier.exchange.example.identifiers import named

SEEN = dt.datetime(2026, 5, 18, 9, tzinfo=dt.UTC)
LOST = dt.datetime(2026, 9, 14, 6, tzinfo=dt.UTC)
RAN_OUT = dt.date(2026, 10, 1)
LOOKED_AT_AGAIN = dt.date(2027, 10, 1)

DECISION = b"""Gemeente Duinrade (een verzonnen gemeente, voorbeeld)

Besluit van het college van 12 mei 2026

1. Het privacybeleid 2026-2030 vast te stellen, met bijlage 1 (rollen en mandaat).
2. Het privacybeleid 2022-2026 in te trekken.
3. Het beleid te laten nalopen voor 12 mei 2030, of eerder als de wet of het werk erom vraagt.

Getekend door de burgemeester en de secretaris.
"""

NOTIFICATION = b"""Gemeente Duinrade (een verzonnen gemeente, voorbeeld)

Aantekening van 18 mei 2026

De contactgegevens van de FG zijn vandaag aan de Autoriteit Persoonsgegevens meegedeeld (artikel 37, zevende lid, AVG).
De bevestiging kwam dezelfde dag en staat in het zaaksysteem.
"""


def _file(name: str, title: str, content: bytes) -> Evidence:
    return replace(
        _seen(name, title, "", None),
        kind=EvidenceKind.FILE,
        url="",
        file_name=f"{name}.txt",
        media_type="text/plain",
        size=len(content),
        sha256=sha256(content).hexdigest(),
    )


def _seen(name: str, title: str, seen: str, valid_until: dt.date | None) -> Evidence:
    return Evidence(
        id=named(f"evidence {name}"),
        kind=EvidenceKind.LINK,
        title=title,
        owner_id=who.PRIVACY_OFFICER.id,
        owner=who.PRIVACY_OFFICER.name,
        added_by_id=who.PRIVACY_OFFICER.id,
        added_by=who.PRIVACY_OFFICER.name,
        added_at=SEEN,
        valid_until=valid_until,
        url=f"https://intranet.duinrade.example/privacy/{name}",
        seen=seen,
    )


SHOWN: Mapping[str, Evidence] = {
    "privacy-policy-adopted": _file("besluit-privacybeleid", "Besluit van het college", DECISION),
    "privacy-roles-settled": _seen("mandaat", "Mandaatregister", "Rollen staan in bijlage 1.", RAN_OUT),
    "staff-trained": _seen("training", "Overzicht van trainingen", "64 nieuwe medewerkers; van inhuur niets.", None),
    "officer-published-and-notified": replace(
        _file("aanmelding-fg", "Aantekening van de aanmelding van de FG", NOTIFICATION), lost_at=LOST
    ),
}
"""By criterion what answers of the municipality rest on: a file and a link stand, one ran out, and a file is lost."""

_CONTENTS = {sha256(content).hexdigest(): content for content in (DECISION, NOTIFICATION)}


def files(evidence: Iterable[Evidence]) -> tuple[bytes, ...]:
    """The content of each file that is not lost."""
    kept = (each for each in evidence if each.kind is EvidenceKind.FILE and each.lost_at is None)
    return tuple(_CONTENTS[each.sha256] for each in kept)


def standing(evidence: Evidence) -> Evidence:
    """The same, looked at again where it had run out, and found again where it was lost."""
    ran_out = evidence.id in _OURS and evidence.valid_until == RAN_OUT
    return replace(evidence, lost_at=None, valid_until=LOOKED_AT_AGAIN if ran_out else evidence.valid_until)


_OURS: frozenset[UUID] = frozenset(each.id for each in SHOWN.values())
