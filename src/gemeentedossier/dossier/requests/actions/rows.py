"""A request as it stands, locked for one write; and its parts as rows."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any
from uuid import UUID, uuid5

from django.db import connection
from django.utils.translation import gettext as _

from gemeentedossier.dossier.register.models import Activity
from gemeentedossier.dossier.requests import facts, models
from gemeentedossier.dossier.requests.policies import owner_for
from gemeentedossier.dossier.requests.queries import request_of
from gemeentedossier.foundation.bulk import insert_values
from gemeentedossier.foundation.edits import check_unchanged, write_difference_of
from gemeentedossier.foundation.errors import Refused
from gemeentedossier.foundation.shaping import stored_values
from gemeentedossier.foundation.tenancy import require_municipality_id
from gemeentedossier.foundation.trail import Actor
from gemeentedossier.organisation.permissions import check_permitted_for

Parts = Sequence[facts.SearchLine | facts.DecisionPart | facts.Suspension | facts.QuestionAnswer | facts.RequestAdvice]


def locked(request_id: UUID, *, read: int | None = None) -> facts.DataSubjectRequest:
    """The request as it stands, so that nobody else writes it meanwhile. Part of a verb.

    Raises EditedMeanwhile where ``read``, the revision that was read, is not the one that stands.
    """
    models.DataSubjectRequest.objects.select_for_update().get(pk=request_id)
    stored = request_of(request_id, people={})
    if read is not None:
        check_unchanged(stored.revision, read=read, name=stored.number)
    return stored


def check_own(by: Actor, request: facts.DataSubjectRequest) -> None:
    """Raises NotPermitted for a process owner who neither handles the request nor looks for its data."""
    check_permitted_for(by, "requests.edit_request", owner_id=owner_for(request, by.person_id))


def write(stored: facts.DataSubjectRequest, **changes: Any) -> facts.DataSubjectRequest:
    """Write these fields of a request, with the next revision. Part of a verb."""
    wanted = replace(stored, **changes, revision=stored.revision + 1)
    write_difference_of(models.DataSubjectRequest, before=stored, after=wanted)
    return wanted


def next_number(year: int) -> str:
    """The next number of a year, e.g. 2026-0014; nobody else gets it. Part of a verb."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 1))", [str(require_municipality_id())])
    prefix = f"{year}-"
    numbers = models.DataSubjectRequest.objects.filter(number__startswith=prefix).values_list("number", flat=True)
    given = [int(tail) for number in numbers if (tail := number.removeprefix(prefix)).isdecimal()]
    return f"{prefix}{max(given, default=0) + 1:04}"


def link_activities(request_id: UUID, activity_ids: Iterable[UUID]) -> None:
    """These are the activities that the request is about, in this order. Raises Refused for one that is not here."""
    wanted = tuple(dict.fromkeys(activity_ids))
    if Activity.objects.filter(pk__in=wanted).count() != len(wanted):
        raise Refused(_("One of these processing activities is not here. Choose them from the list."))
    models.RequestActivity.objects.filter(request_id=request_id).exclude(activity_id__in=wanted).delete()
    there = set(models.RequestActivity.objects.filter(request_id=request_id).values_list("activity_id", flat=True))
    for position, key in enumerate(wanted):
        if key not in there:
            models.RequestActivity.objects.create(
                id=uuid5(request_id, str(key)), request_id=request_id, activity_id=key, position=position
            )


def insert_parts(model: Any, request_id: UUID, parts: Parts) -> None:
    """Insert parts of a request in their order. Part of a verb."""
    insert_values(model, part_values(model, request_id, parts))


def part_values(model: Any, request_id: UUID, parts: Parts) -> list[dict[str, Any]]:
    """The rows of parts of one request, in their order."""
    has_position = any(field.attname == "position" for field in model._meta.concrete_fields)
    return [
        {
            **stored_values(model, part),
            "request_id": request_id,
            **({"position": number} if has_position else {}),
        }
        for number, part in enumerate(parts)
    ]
