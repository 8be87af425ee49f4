"""A breach as a source of what is told, and the law that its clocks run by."""

import datetime as dt

from gemeentedossier.catalogue.facts.breaches import BreachRule
from gemeentedossier.catalogue.facts.holidays import Holiday
from gemeentedossier.documents.engine.composition.material import Desk
from gemeentedossier.documents.engine.composition.records import Record, record
from gemeentedossier.documents.engine.composition.wordings import in_the_netherlands, long_date
from gemeentedossier.dossier.breaches.engine.agreed import agreed_hours
from gemeentedossier.dossier.breaches.engine.clock import BreachClock, Law, clocks_of
from gemeentedossier.dossier.breaches.facts import PersonalDataBreach


def of_breach(desk: Desk, breach: PersonalDataBreach) -> Record:
    """A breach as a source."""
    return record(desk.w, "breach", breach, f"{breach.number} {breach.title}")


def clocks(desk: Desk, breach: PersonalDataBreach) -> tuple[BreachClock, ...]:
    """The clocks of a breach at the moment of the snapshot, by the catalogue and the processor's agreements."""
    w = desk.w
    law = Law(
        rules=tuple(w.catalogue.entries_of(BreachRule).values()),
        holidays=tuple(w.catalogue.entries_of(Holiday).values()),
    )
    agreed = agreed_hours(breach, w.dossier.agreements)
    return clocks_of(breach, law, now=w.dossier.moment, agreed_hours=agreed)


def at(desk: Desk, moment: dt.datetime | None) -> str:
    """A moment in words with its time, by the Dutch clock; empty where it is unknown."""
    if moment is None:
        return ""
    local = in_the_netherlands(moment)
    return f"{long_date(local.date(), language=desk.w.language)} {local:%H:%M}"
