"""Who in Duinrade takes which step of the method, and by which day."""

import datetime as dt

from gemeentedossier.dossier.governance.facts import PlannedStep
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
