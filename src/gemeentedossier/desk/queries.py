"""Reads that only the desk needs: what changed lately in the register, and what happened to records beside it."""

import datetime as dt
from dataclasses import dataclass
from typing import Any, cast
from uuid import UUID

from django.db.models import Count, Exists, Max, Min, OuterRef

from gemeentedossier.dossier.assets.models import Measure, MeasureEvidence, System
from gemeentedossier.dossier.parties.models import Party, PartyRepresentative
from gemeentedossier.dossier.register.models import Activity
from gemeentedossier.dossier.register.queries.history import Happening, Whole, happenings_in
from gemeentedossier.dossier.security import models as security
from gemeentedossier.foundation.ledger.queries import number_at
from gemeentedossier.foundation.models.ledger import LedgerEntry
from gemeentedossier.foundation.tenancy import require_municipality_id
from gemeentedossier.organisation.models import Controller, OrganisationProfile, Person, RoleAssignment, Unit

OF_THE_ORGANISATION = (OrganisationProfile, Controller, Unit, Person, RoleAssignment)


@dataclass(frozen=True, slots=True)
class Happened:
    """One verb on one or more processing activities; ``record`` and ``name`` are of one of them."""

    at: dt.datetime
    verb: str
    by: str
    reason: str
    records: int
    record: UUID
    name: str


def latest_changes(*, count: int, moment: dt.datetime | None = None) -> tuple[Happened, ...]:
    """What changed last in processing activities, newest first; what one verb changed stands together."""
    relation: Any = next(r for r in Activity._meta.related_objects if r.name == "history_events")
    events = relation.related_model.objects.filter(municipality_id=require_municipality_id())
    if moment:
        known = LedgerEntry.objects.filter(  # cut as everything of the past is: a late commit changes no moment
            municipality_id=require_municipality_id(),
            source=relation.related_model._meta.db_table,
            record=OuterRef("pgh_obj_id"),
            row=OuterRef("pgh_id"),
            number__lte=number_at(moment),
        )
        events = events.filter(Exists(known))
    found = (
        events.values("pgh_created_at", "pgh_context")
        .annotate(records=Count("pgh_obj_id", distinct=True), last=Max("pgh_id"), name=Min("name"))
        .order_by("-last")[:count]
    )
    rows = list(found)
    records = dict(events.filter(pgh_id__in=[row["last"] for row in rows]).values_list("pgh_id", "pgh_obj_id"))
    return tuple(_happened(row, records[row["last"]]) for row in rows)


def _happened(row: dict[str, Any], record: object) -> Happened:
    trail = row["pgh_context"] or {}
    return Happened(
        at=row["pgh_created_at"],
        verb=trail.get("verb", ""),
        by=trail.get("by", ""),
        reason=trail.get("reason", ""),
        records=row["records"],
        record=cast(UUID, record),
        name=row["name"],
    )


def organisation_happenings() -> tuple[Happening, ...]:
    """The history of what is recorded of the municipality in scope itself, newest first."""
    whole = Whole(None, OF_THE_ORGANISATION, "municipality_id")
    return happenings_in(whole, require_municipality_id())


def system_happenings(system_id: UUID) -> tuple[Happening, ...]:
    """The history of a system, its levels and the plans for its log with their reviews, newest first."""
    whole = Whole(System, (System, security.SystemLevel, security.LogReviewPlan), "system_id")
    plans = security.LogReviewPlan.objects.filter(system_id=system_id).values_list("pk", flat=True)
    looked = (each for plan in plans for each in happenings_in(Whole(None, (security.LogReview,), "plan_id"), plan))
    found = (*happenings_in(whole, system_id), *looked)
    return tuple(sorted(found, key=lambda each: (each.numbered_at, each.at), reverse=True))


def measure_happenings(measure_id: UUID) -> tuple[Happening, ...]:
    """The history of a measure and of which evidence shows it, newest first."""
    return happenings_in(Whole(Measure, (Measure, MeasureEvidence), "measure_id"), measure_id)


def sheet_happenings(activity_id: UUID) -> tuple[Happening, ...]:
    """The history of how an activity is secured: its levels, who may see what, and its plan for an outage."""
    parts = (security.Classification, security.AccessRule, security.AccessRight, security.Continuity)
    return happenings_in(Whole(None, parts, "activity_id"), activity_id)


def party_happenings(party_id: UUID) -> tuple[Happening, ...]:
    """The history of a party of the municipality in scope, and of who may act for it, newest first."""
    return happenings_in(Whole(Party, (Party, PartyRepresentative), "party_id"), party_id)
