"""Invented breaches for tests of their engines."""

import datetime as dt
from typing import Any

from gemeentedossier.catalogue.queries import current_catalogue
from gemeentedossier.dossier.breaches.engine.clock import Law
from gemeentedossier.dossier.breaches.enums import DecisionKind, MeasureKind, NotificationKind
from gemeentedossier.dossier.breaches.facts import (
    BreachDecision,
    BreachMeasure,
    BreachNotification,
    PersonalDataBreach,
)
from gemeentedossier.foundation.clock import AMSTERDAM
from gemeentedossier.foundation.identifiers import new_id

WHO = new_id()


def at(text: str, *, fold: int = 0) -> dt.datetime:
    """A moment as the clock in the Netherlands shows it."""
    return dt.datetime.fromisoformat(text).replace(tzinfo=AMSTERDAM, fold=fold)


def law() -> Law:
    """The terms of the catalogue that is shipped."""
    return Law.of(current_catalogue())


def a_breach(**fields: Any) -> PersonalDataBreach:
    """A breach of which nothing else is known."""
    return PersonalDataBreach(
        **{"id": new_id(), "number": "2026-001", "title": "Brief", "reported_at": at("2026-11-20T16:40"), **fields}
    )


def decided(kind: DecisionKind, *, is_yes: bool, when: str = "2026-11-20T18:00") -> BreachDecision:
    """A decision of somebody."""
    return BreachDecision(id=new_id(), kind=kind, is_yes=is_yes, reason="Zo.", decided_by_id=WHO, decided_at=at(when))


def sent(kind: NotificationKind, when: str, **fields: Any) -> BreachNotification:
    """Something that was sent to an authority."""
    return BreachNotification(id=new_id(), kind=kind, sent_at=at(when), sent_by_id=WHO, **fields)


def improved(done_on: dt.date | None, *, kind: MeasureKind = MeasureKind.IMPROVEMENT) -> BreachMeasure:
    """A measure, done on a day or not yet."""
    return BreachMeasure(id=new_id(), kind=kind, what="Adrescontrole", done_on=done_on, done_how="x" if done_on else "")
