"""The systems and measures of Duinrade as assets, with what shows that measures work, and what became of the faults."""

import datetime as dt
from dataclasses import replace

from gemeentedossier.dossier.assets.enums import Effect, MeasureState, SystemState
from gemeentedossier.dossier.assets.facts import Measure, System
from gemeentedossier.dossier.evidence.enums import EvidenceKind
from gemeentedossier.dossier.evidence.facts import Evidence
from gemeentedossier.exchange.example import organisation as who
from gemeentedossier.exchange.example.identifiers import named
from gemeentedossier.organisation.facts import Person

SEEN = dt.datetime(2026, 9, 1, 10, tzinfo=dt.UTC)
MEASURED = dt.date(2026, 9, 1)
NEXT_YEAR = dt.date(2027, 9, 1)
RAN_OUT = dt.date(2026, 3, 1)
E = Effect


def _evidence(measure: Measure, title: str, seen: str, *, valid_until: dt.date = NEXT_YEAR) -> Evidence:
    return Evidence(
        id=named(f"evidence {measure.name}"),
        kind=EvidenceKind.LINK,
        title=title,
        owner_id=who.CISO.id,
        owner=who.CISO.name,
        added_by_id=who.CISO.id,
        added_by=who.CISO.name,
        added_at=SEEN,
        valid_until=valid_until,
        url=f"https://intranet.duinrade.example/beveiliging/{measure.id.hex[:8]}",
        seen=seen,
    )


EVIDENCE = (
    _evidence(who.ACCESS, "Nagelopen rechten 2026", "Alle rechten per functie bekeken; 14 ingetrokken."),
    _evidence(who.TWO_FACTOR, "Instelling tweede factor", "Verplicht voor alle accounts; geen uitzonderingen."),
    _evidence(who.LOGGING, "Steekproef inzage, derde kwartaal", "50 inzagen bekeken, 2 nagevraagd, geen misbruik."),
    _evidence(who.BACKUP, "Verslag hersteltest", "Zaaksysteem hersteld in 6 uur, met verlies van 1 uur werk."),
    _evidence(who.CORRECTION, "Controle op correcties", "20 correcties gevolgd tot bij de ontvanger."),
    _evidence(who.ENCRYPTION, "Overzicht van versleuteling", "Opslag, verkeer en laptops versleuteld."),
    _evidence(who.CRISIS_LOGGING, "Logging piketdienst 2025", "Logregels van een week bekeken.", valid_until=RAN_OUT),
    _evidence(who.WRONG_POST, "Werkinstructie post", "Vaste controle door een tweede medewerker."),
)
_SHOWN = {piece.id: piece.id for piece in EVIDENCE}


def _measure(measure: Measure, baseline: str, *effects: Effect, owner: Person = who.CISO, indicator: str) -> Measure:
    return replace(
        measure,
        owner_id=owner.id,
        owner=owner.name,
        state=MeasureState.DONE,
        baseline=tuple(baseline.split()),
        effects=effects,
        indicator=indicator,
        result="Zie het bewijs.",
        measured_on=MEASURED,
        evidence_ids=(_SHOWN[named(f"evidence {measure.name}")],),
    )


_MADE = (
    _measure(who.ACCESS, "5.15 5.18.02", E.ACCESS_BY_TASK, E.ACCESS_REVIEW, indicator="Rechten zonder functie: nul."),
    _measure(who.TWO_FACTOR, "8.05", E.SECOND_FACTOR, indicator="Accounts zonder tweede factor: nul."),
    _measure(who.LOGGING, "8.15.01 8.15.04", E.LOGGING, indicator="Elk kwartaal 50 inzagen bekeken."),
    _measure(
        who.BACKUP, "8.13.01 8.13.02 8.13.04", E.BACKUP, E.RECOVERY_TESTED, indicator="Hersteld binnen 8 uur, elk jaar."
    ),
    _measure(who.CORRECTION, "5.33", E.CORRECTION, owner=who.OWNER_SUPPORT, indicator="Ontvangers ingelicht: alle."),
    _measure(who.ENCRYPTION, "8.24.01 8.24.04", E.ENCRYPTION, indicator="Opslag zonder versleuteling: geen."),
    _measure(who.CRISIS_LOGGING, "8.15.01", E.LOGGING, owner=who.OWNER_INCOME, indicator=""),
    replace(
        _measure(who.WRONG_POST, "5.14", owner=who.OWNER_SUPPORT, indicator="Nader in te vullen."),
        repeated_incident_on=dt.date(2026, 10, 6),
    ),
)
MEASURES = tuple(sorted(_MADE, key=lambda each: (each.name, each.id)))


def _system(system: System, place: str, owner: Person, *, oldest: dt.date, accounts: int) -> System:
    return replace(
        system,
        owner_id=owner.id,
        owner=owner.name,
        location=place,
        state=SystemState.IN_USE,
        oldest_record_on=oldest,
        oldest_record_measured_on=MEASURED,
        accounts=accounts,
        accounts_reviewed_on=MEASURED,
        recovery_hours=8,
        loss_hours=1,
        fallback="Consulenten werken met de noodlijst op papier en voeren later in.",
        recovery_tested_on=MEASURED,
    )


_PLACED = (
    _system(who.CASE_SYSTEM, "Datacentrum in Nederland", who.OWNER_SUPPORT, oldest=dt.date(2019, 1, 2), accounts=212),
    replace(
        _system(
            who.SUPPORT_SYSTEM,
            "Bij de leverancier, in Nederland",
            who.OWNER_SUPPORT,
            oldest=dt.date(2021, 3, 1),
            accounts=94,
        ),
        recovery_hours=48,
    ),
    _system(who.ARCHIVE, "Wolkenveld, in Nederland", who.OWNER_INCOME, oldest=dt.date(2018, 5, 7), accounts=41),
    replace(
        _system(who.LEGACY, "Server in het stadhuis", who.OWNER_INCOME, oldest=dt.date(2009, 2, 3), accounts=6),
        state=SystemState.LEGACY,
        supported_until=dt.date(2019, 12, 31),
        legacy_reason="Oude regelingen zijn nooit overgezet.",
        fallback="Nog in te vullen.",
        recovery_tested_on=None,
    ),
)
SYSTEMS = tuple(sorted(_PLACED, key=lambda each: (each.name, each.id)))


def mended_system(system: System) -> System:
    """The old debts were destroyed or moved; every system is back before people can wait no longer."""
    mended = replace(system, recovery_hours=4)
    if system.id != who.LEGACY.id:
        return mended
    return replace(mended, oldest_record_on=dt.date(2023, 1, 9), fallback="De dossiers staan ook op papier.")


def mended_measure(measure: Measure) -> Measure:
    """What happened again was opened again, and one can see of each whether it works."""
    if measure.id == who.CRISIS_LOGGING.id:
        return replace(measure, indicator="Elke maand bekeken.")
    if measure.repeated_incident_on is None:
        return measure
    indicator = "Verkeerd bezorgde brieven: geen."
    return replace(measure, repeated_incident_on=None, state=MeasureState.IN_PROGRESS, indicator=indicator)


def renewed(piece: Evidence) -> Evidence:
    """What had run out was looked at again, and what nobody looked after was taken over."""
    if piece.owner_id == who.LEFT.id:
        piece = replace(piece, owner_id=who.OWNER_INCOME.id, owner=who.OWNER_INCOME.name)
    return replace(piece, valid_until=NEXT_YEAR) if piece.valid_until == RAN_OUT else piece
