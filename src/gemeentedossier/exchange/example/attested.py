"""What people of Duinrade answered where no recorded fact can tell, and what they set aside."""

import datetime as dt

from gemeentedossier.dossier.evidence.enums import Answer

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

SET_ASIDE = ("objections", "viewing-logged-and-checked", "Het zaaksysteem wordt dit voorjaar vervangen.", NEXT_SPRING)
"""Reference activity, rule, reason, and until when nobody is asked about it."""
