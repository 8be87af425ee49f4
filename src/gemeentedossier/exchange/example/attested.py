"""What people of Duinrade answered where no recorded fact can tell."""

import datetime as dt

from gemeentedossier.dossier.evidence.enums import Answer

CRITERION = "sector-power-per-flow"
NEXT_YEAR = dt.date(2027, 9, 22)

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
