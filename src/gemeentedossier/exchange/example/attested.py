"""What people of Duinrade answered where no recorded fact can tell, and what they set aside."""

import datetime as dt
from collections.abc import Mapping
from hashlib import sha256

from gemeentedossier.dossier.evidence.enums import Answer, EvidenceKind
from gemeentedossier.dossier.evidence.facts import Evidence
from gemeentedossier.exchange.example import organisation as who
from gemeentedossier.exchange.example.identifiers import named

CRITERION = "sector-power-per-flow"
NEXT_YEAR = dt.date(2027, 9, 22)
NEXT_SPRING = dt.date(2027, 5, 31)

ANSWERS: tuple[tuple[str, Answer, str, dt.date | None], ...] = (
    ("wmo-report-and-inquiry", Answer.YES, "Per stroom uitgezocht met juridische zaken, zie memo 2026-31.", NEXT_YEAR),
    (
        "wmo-tailored-provision",
        Answer.PARTLY,
        "Voor de levering aan aanbieders is het uitgezocht, voor het CAK niet.",
        NEXT_YEAR,
    ),
    ("youth-access", Answer.NO, "Nog niet begonnen.", NEXT_YEAR),
    ("youth-billing", Answer.UNKNOWN, "De vorige eigenaar is vertrokken.", None),
    ("debt-intake", Answer.YES, "Nagelopen in 2024.", dt.date(2026, 10, 1)),
    ("disabled-parking-card", Answer.NOT_APPLICABLE, "Er gaan hier geen gegevens naar of van een ander.", None),
)
"""Reference activity, answer, explanation, and when it must be looked at again (one of them is past)."""

OF_THE_MUNICIPALITY: tuple[tuple[str, Answer, str, dt.date | None], ...] = (
    ("privacy-policy-adopted", Answer.YES, "Vastgesteld door het college op 12 mei 2026.", dt.date(2030, 5, 12)),
    ("privacy-roles-settled", Answer.YES, "Rollen en mandaat staan in het beleid, bijlage 1.", NEXT_YEAR),
    ("policy-for-social-domain", Answer.PARTLY, "Voor Wmo en jeugd wel, voor schulden nog niet.", NEXT_YEAR),
    ("staff-trained", Answer.PARTLY, "Nieuwe medewerkers volgen de training, inhuur nog niet.", NEXT_YEAR),
    ("code-or-certificate", Answer.NOT_APPLICABLE, "Wij beroepen ons niet op een code of certificaat.", None),
    ("officer-published-and-notified", Answer.YES, "Staat op de website; bevestiging van de AP ligt vast.", NEXT_YEAR),
    ("officer-shared", Answer.NOT_APPLICABLE, "De FG werkt alleen voor Duinrade.", None),
    ("breach-procedure-adopted", Answer.YES, "Vastgesteld in 2024.", dt.date(2026, 10, 1)),
    ("breach-exercise", Answer.NO, "Dit jaar nog niet geoefend.", NEXT_YEAR),
    (
        "board-trained-in-security",
        Answer.UNKNOWN,
        "De training is gepland; wie al een bewijs heeft is niet bekend.",
        None,
    ),
)
"""Criterion, answer, explanation, and when it must be looked at again: what the municipality says of itself."""

SEEN = dt.datetime(2026, 5, 18, 9, tzinfo=dt.UTC)
LOST = dt.datetime(2026, 9, 14, 6, tzinfo=dt.UTC)


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
    "privacy-policy-adopted": _seen("beleid", "Besluit van het college", "Getekend besluit van 12 mei 2026.", None),
    "privacy-roles-settled": _seen("mandaat", "Mandaatregister", "Rollen staan in bijlage 1.", dt.date(2026, 10, 1)),
    "officer-published-and-notified": Evidence(
        id=named("evidence confirmation"),
        kind=EvidenceKind.FILE,
        title="Bevestiging van de aanmelding van de FG",
        owner_id=who.PRIVACY_OFFICER.id,
        owner=who.PRIVACY_OFFICER.name,
        added_by_id=who.PRIVACY_OFFICER.id,
        added_by=who.PRIVACY_OFFICER.name,
        added_at=SEEN,
        file_name="bevestiging-ap.pdf",
        media_type="application/pdf",
        size=48213,
        sha256=sha256(b"bevestiging-ap.pdf van Duinrade").hexdigest(),
        lost_at=LOST,
    ),
}
"""By criterion what answers of the municipality rest on: one stands, one ran out, and a file is lost."""

SET_ASIDE = ("objections", "viewing-logged-and-checked", "Het zaaksysteem wordt dit voorjaar vervangen.", NEXT_SPRING)
"""Reference activity, rule, reason, and until when nobody is asked about it."""
