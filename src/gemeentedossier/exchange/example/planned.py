"""Who in Duinrade takes which step of the method by which day, and how far the college wants its themes."""

import datetime as dt

from gemeentedossier.dossier.governance.facts import Ambition, PlannedStep
from gemeentedossier.exchange.example import organisation as who
from gemeentedossier.exchange.example.identifiers import named
from gemeentedossier.organisation.facts import Person


def _planned(step: str, owner: Person, due_on: dt.date, note: str = "") -> PlannedStep:
    return PlannedStep(
        id=named(f"planned {step}"), step=step, owner_id=owner.id, due_on=due_on, owner=owner.name, note=note
    )


PLANNED_STEPS = (
    _planned("prepare-for-breaches", who.PRIVACY_OFFICER, dt.date(2026, 11, 20), "Oefening samen met de CISO."),
    _planned("adopt-every-activity", who.PRIVACY_OFFICER, dt.date(2026, 12, 18)),
    _planned("take-measures", who.CISO, dt.date(2027, 1, 29), "Eerst wat van niveau 3 of hoger is."),
    _planned("report-and-improve", who.EXECUTIVE, dt.date(2027, 3, 31), "Samen met de jaarstukken."),
)


def _ambition(theme: str, level: int, due_on: dt.date, because: str) -> Ambition:
    who_decides = who.EXECUTIVE
    return Ambition(
        id=named(f"ambition {theme}"),
        theme=theme,
        level=level,
        due_on=due_on,
        because=because,
        decided_by_id=who_decides.id,
        decided_on=dt.date(2026, 10, 6),
        decided_by=who_decides.name,
        revision=1,
    )


AMBITIONS = (
    _ambition("rights", 3, dt.date(2027, 6, 30), "Wie ons iets vraagt, krijgt op tijd antwoord; dat beloofden wij."),
    _ambition("processors", 3, dt.date(2027, 3, 31), "Aanbieders van jeugdhulp weten dan waar zij aan toe zijn."),
    _ambition("breaches", 4, dt.date(2027, 12, 31), "Van een fout leren wij, ook waar de wet dat niet vraagt."),
)
