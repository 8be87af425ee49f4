"""Reads that only the desk needs: what changed lately, and what happened to records beside it."""

import datetime as dt
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, NamedTuple
from urllib.parse import urlsplit
from uuid import UUID

from django.db import connection
from django.urls import Resolver404, resolve

from gemeentedossier.dossier.agreements.models import Agreement
from gemeentedossier.dossier.assets.models import Measure, MeasureEvidence, System
from gemeentedossier.dossier.breaches import models as breaches
from gemeentedossier.dossier.parties.models import Party, PartyRepresentative
from gemeentedossier.dossier.register.models import Activity
from gemeentedossier.dossier.register.queries.history import Happening, RowChange, Whole, event_model, happenings_in
from gemeentedossier.dossier.requests.models import DataSubjectRequest
from gemeentedossier.dossier.risks.models import ImpactAssessment
from gemeentedossier.dossier.security import models as security
from gemeentedossier.foundation.ledger.queries import number_at
from gemeentedossier.foundation.models.tracked import MunicipalityRecord
from gemeentedossier.foundation.tenancy import require_municipality_id
from gemeentedossier.organisation.models import Controller, OrganisationProfile, Person, RoleAssignment, Unit

JOINED = "parties.merge_party"
OF_THE_ORGANISATION = (OrganisationProfile, Controller, Unit, Person, RoleAssignment)


RECORDS: Mapping[str, tuple[type[MunicipalityRecord], str]] = {
    "activity": (Activity, "name"),
    "agreement": (Agreement, "name"),
    "party": (Party, "name"),
    "system": (System, "name"),
    "measure": (Measure, "name"),
    "assessment": (ImpactAssessment, "name"),
    "breach": (breaches.PersonalDataBreach, "number"),
    "request": (DataSubjectRequest, "number"),
}
"""What stands on a page of its own, as its page is called, and the column by which it is known."""


@dataclass(frozen=True, slots=True)
class Happened:
    """One verb on one or more records; ``record`` and ``name`` are of one of them, ``kinds`` what they all are."""

    at: dt.datetime
    verb: str
    by: str
    reason: str
    records: int
    record: UUID
    name: str
    kinds: frozenset[str]
    case: str = ""
    """The key of one change of many records; empty for any other."""


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """Which changes are news: after a moment, of these records, and not made by somebody. None does not matter."""

    since: dt.datetime | None = None
    records: frozenset[UUID] | None = None
    but_not_by: UUID | None = None

    def conditions(self) -> Iterator[str]:
        """What holds of the changes that are, with the names of ``values``."""
        if self.since:
            yield "pgh_created_at > %(since)s"
        if self.records is not None:
            yield "pgh_obj_id = ANY(%(records)s)"
        if self.but_not_by:
            yield "(pgh_context @> %(person)s::jsonb) IS NOT TRUE"

    def values(self) -> dict[str, Any]:
        """What the conditions are asked with."""
        person = json.dumps({"person": str(self.but_not_by)})
        return {"since": self.since, "records": list(self.records or ()), "person": person}


EVERY_CHANGE = News()
CHANGED = """
  (SELECT pgh_created_at, pgh_context, '{kind}', max(pgh_id), count(DISTINCT pgh_obj_id), max(pgh_obj_id::text),
          min("{called}")
     FROM "{table}" AS event
    WHERE municipality_id = %(municipality)s{conditions}
    GROUP BY pgh_created_at, pgh_context ORDER BY pgh_created_at DESC, max(pgh_id) DESC LIMIT %(count)s)"""
KNOWN = """EXISTS (
       SELECT 1 FROM foundation_ledgerentry AS entry
        WHERE entry.municipality_id = event.municipality_id AND entry.source = '{table}'
          AND entry.record = event.pgh_obj_id AND entry.row = event.pgh_id AND entry.number <= %(upto)s)"""
"""Everything of the past is cut by the ledger, by its numbers and their moments.

A long write has the moment at which it began: until it is committed, the moments since then are seen without it.
"""


def latest_changes(*, count: int, moment: dt.datetime | None = None, news: News = EVERY_CHANGE) -> tuple[Happened, ...]:
    """What changed last in the records of the municipality in scope, newest first; what one verb changed is one."""
    conditions = [*news.conditions(), *([KNOWN] if moment else [])]
    asked: dict[str, Any] = {"municipality": require_municipality_id(), "count": count, **news.values()}
    with connection.cursor() as cursor:
        upto = number_at(moment) if moment else None
        cursor.execute(_changed(conditions), {**asked, "upto": upto})
        rows = [_Changed(at, json.loads(trail or "{}"), *others) for at, trail, *others in cursor.fetchall()]
    verbs: dict[tuple[dt.datetime, str], list[_Changed]] = {}
    for row in sorted(rows, key=lambda row: (row.at, row.last), reverse=True):
        verbs.setdefault((row.at, row.trail.get("verb", "")), []).append(row)
    return tuple(_happened(at, verb, found) for (at, verb), found in list(verbs.items())[:count])


class _Changed(NamedTuple):
    """What one verb wrote in the records of one kind."""

    at: dt.datetime
    trail: Mapping[str, str]
    kind: str
    last: int
    records: int
    record: str
    called: str


def _changed(conditions: Iterable[str]) -> str:
    """One statement for all kinds; Django would take longer to compose it than the database to answer."""
    told = "".join(f" AND {each}" for each in conditions)
    tables = ((kind, event_model(model)._meta.db_table, called) for kind, (model, called) in RECORDS.items())
    return " UNION ALL ".join(
        CHANGED.format(kind=kind, table=table, called=called, conditions=told.format(table=table))
        for kind, table, called in tables
    )


def _happened(at: dt.datetime, verb: str, rows: list[_Changed]) -> Happened:
    trail, newest = rows[0].trail, rows[0]
    return Happened(
        at=at,
        verb=verb,
        by=trail.get("by", ""),
        reason=trail.get("reason", ""),
        records=sum(row.records for row in rows),
        record=UUID(newest.record),
        name=newest.called,
        kinds=frozenset(row.kind for row in rows),
        case=trail.get("case", ""),
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


def breach_happenings(breach_id: UUID) -> tuple[Happening, ...]:
    """The history of a breach and of all that was decided, told and mended about it, newest first."""
    parts = (
        breaches.PersonalDataBreach,
        breaches.BreachActivity,
        breaches.BreachDecision,
        breaches.BreachNotification,
        breaches.BreachCommunication,
        breaches.BreachAdvice,
        breaches.BreachMeasure,
    )
    return happenings_in(Whole(breaches.PersonalDataBreach, parts, "breach_id"), breach_id)


def measure_happenings(measure_id: UUID) -> tuple[Happening, ...]:
    """The history of a measure and of which evidence shows it, newest first."""
    return happenings_in(Whole(Measure, (Measure, MeasureEvidence), "measure_id"), measure_id)


def sheet_happenings(activity_id: UUID) -> tuple[Happening, ...]:
    """The history of how an activity is secured: its levels, who may see what, and its plan for an outage."""
    parts = (security.Classification, security.AccessRule, security.AccessRight, security.Continuity)
    return happenings_in(Whole(None, parts, "activity_id"), activity_id)


def party_happenings(party_id: UUID) -> tuple[Happening, ...]:
    """The history of a party of the municipality in scope, and of who may act for it, newest first.

    Where another was joined with it, that one stands among the changes as what went.
    """
    found = happenings_in(Whole(Party, (Party, PartyRepresentative), "party_id"), party_id)
    joined = [each.at for each in found if each.verb == JOINED]
    gone = _joinings().filter(pgh_label="delete", pgh_created_at__in=joined).exclude(pgh_obj_id=party_id)
    rows = gone.values("pgh_created_at", "pgh_context", "pgh_obj_id", "name") if joined else ()
    doubles = {(row["pgh_created_at"], row["pgh_context"]["reason"]): row for row in rows}
    return tuple(_with_double(each, doubles.get((each.at, each.reason))) for each in found)


def _with_double(happening: Happening, double: dict[str, Any] | None) -> Happening:
    if double is None:
        return happening
    change = RowChange(Party, double["pgh_obj_id"], "delete", {"name": double["name"]}, {})
    return replace(happening, changes=(*happening.changes, change))


@dataclass(frozen=True, slots=True)
class Went:
    """A party that is no longer there: what it was called, and the party that stays where it was joined with one."""

    name: str
    stays: UUID | None


def went(party_id: UUID) -> Went | None:
    """What became of a party of the municipality in scope that is not there; None where it is, or never was."""
    if Party.objects.filter(pk=party_id).exists():
        return None
    gone = event_model(Party).objects.filter(municipality_id=require_municipality_id(), pgh_label="delete")
    last = gone.filter(pgh_obj_id=party_id).order_by("-pgh_id").values().first()
    if last is None:
        return None
    if (last["pgh_context"] or {}).get("verb") != JOINED:
        return Went(last["name"], None)
    written = _joinings().filter(pgh_created_at=last["pgh_created_at"], pgh_id__lt=last["pgh_id"], pgh_label="update")
    stays = written.order_by("-pgh_id").values_list("pgh_obj_id", flat=True).first()  # written last before it went
    further = went(stays) if stays else None
    return Went(last["name"], further.stays if further else stays)


def _joinings() -> Any:
    """What joinings wrote in the parties of the municipality in scope; one joining is one moment."""
    return event_model(Party).objects.filter(municipality_id=require_municipality_id(), pgh_context__verb=JOINED)


def names_of_pages(pages: Iterable[str]) -> Mapping[str, str]:
    """By page of a record of the municipality in scope what that record is called; one query for each kind."""
    told = {page: record for page in pages if (record := _record_of(page)) is not None}
    names: dict[tuple[str, UUID], str] = {}
    for kind in {kind for kind, _key in told.values()}:
        model, column = RECORDS[kind]
        keys = [key for found, key in told.values() if found == kind]
        names |= {(kind, key): name for key, name in model.objects.filter(pk__in=keys).values_list("pk", column)}
    return {page: names[record] for page, record in told.items() if record in names}


def _record_of(page: str) -> tuple[str, UUID] | None:
    try:
        match = resolve(urlsplit(page).path)
    except Resolver404:
        return None
    if "activity_id" in match.kwargs:
        return "activity", match.kwargs["activity_id"]
    kind = (match.url_name or "").partition("-")[0]
    return (kind, match.kwargs["key"]) if kind in RECORDS and "key" in match.kwargs else None
