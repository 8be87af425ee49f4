"""Requests and consents as facts, from the rows of any moment."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from operator import itemgetter
from typing import Any
from uuid import UUID

from gemeentedossier.dossier.requests import models
from gemeentedossier.dossier.requests.engine.earlier import beside_the_rest, earlier_advice
from gemeentedossier.dossier.requests.facts import (
    Consent,
    DataSubjectRequest,
    DecisionPart,
    QuestionAnswer,
    RequestAdvice,
    SearchLine,
    Suspension,
)
from gemeentedossier.foundation.rows import Row, Rows
from gemeentedossier.foundation.shaping import grouped, shaped

Names = Mapping[UUID, str]
TABLES = (
    models.DataSubjectRequest,
    models.RequestActivity,
    models.Suspension,
    models.SearchLine,
    models.QuestionAnswer,
    models.DecisionPart,
    models.RequestAdvice,
)


def requests_from(rows: Rows, *, people: Names) -> tuple[DataSubjectRequest, ...]:
    """All requests with what was done for them, the oldest first. ``people`` are names by key."""
    found = list(rows(models.DataSubjectRequest))
    parts = _Parts(rows, people) if found else None
    made = (request_from(row, parts, people=people) for row in found) if parts else ()
    return tuple(sorted(made, key=lambda each: (each.received_on, each.number)))


def request_from(row: Row, parts: "_Parts", *, people: Names) -> DataSubjectRequest:
    """One request from its row and the rows of its parts."""
    named = {f"{field}": people.get(row[f"{field}_id"], "") for field in ("handler", "decided_by")}
    made = shaped(DataSubjectRequest, row, **named, **parts.of(row["id"]))
    return _with_earlier_advice(made, row, people) if row["advice"] else made


def _with_earlier_advice(request: DataSubjectRequest, row: Row, people: Names) -> DataSubjectRequest:
    earlier = earlier_advice(
        request,
        text=row["advice"],
        given_by_id=row["advised_by_id"],
        given_by=people.get(row["advised_by_id"], ""),
        given_at=row["advised_at"],
        answer=row["advice_answer"],
    )
    return replace(request, advices=beside_the_rest(earlier, request.advices))


def consents_from(rows: Rows, *, people: Names) -> tuple[Consent, ...]:
    """All consents, the oldest first."""
    made = (shaped(Consent, row, recorded_by=people.get(row["recorded_by_id"], "")) for row in rows(models.Consent))
    return tuple(sorted(made, key=lambda each: (each.given_on, each.id)))


class _Parts:
    """What belongs to each request, by its key."""

    def __init__(self, rows: Rows, people: Names) -> None:
        self.people = people
        self.activities = grouped(rows(models.RequestActivity), by="request_id")
        self.lines = grouped(rows(models.SearchLine), by="request_id")
        self.parts = grouped(rows(models.DecisionPart), by="request_id")
        self.advices = _by_request(rows(models.RequestAdvice), "given_at")
        self.suspensions = _by_request(rows(models.Suspension), "since")
        self.answers = _by_request(rows(models.QuestionAnswer), "question")

    def of(self, key: UUID) -> dict[str, Any]:
        """The parts of one request, as facts."""
        return {
            "activity_ids": tuple(row["activity_id"] for row in self.activities.get(key, ())),
            "lines": tuple(
                shaped(SearchLine, row, owner=self.people.get(row["owner_id"], "")) for row in self.lines.get(key, ())
            ),
            "parts": tuple(shaped(DecisionPart, row) for row in self.parts.get(key, ())),
            "advices": tuple(_advice(row, self.people) for row in self.advices.get(key, ())),
            "suspensions": tuple(shaped(Suspension, row) for row in self.suspensions.get(key, ())),
            "answers": tuple(shaped(QuestionAnswer, row) for row in self.answers.get(key, ())),
        }


def _advice(row: Row, people: Names) -> RequestAdvice:
    named = {name: people.get(row[f"{name}_id"], "") for name in ("given_by", "answered_by")}
    return shaped(RequestAdvice, row, **named)


def _by_request(rows: Iterable[Row], order: str) -> dict[UUID, list[Row]]:
    groups: dict[UUID, list[Row]] = defaultdict(list)
    for row in rows:
        groups[row["request_id"]].append(row)
    for group in groups.values():
        group.sort(key=itemgetter(order, "id"))
    return groups


def request_of(request_id: UUID, *, people: Names) -> DataSubjectRequest:
    """One request as it stands now; raises DoesNotExist. Inside the municipality's scope."""
    row = models.DataSubjectRequest.objects.filter(pk=request_id).values().get()

    def rows(model: Any, /) -> Iterable[Row]:
        found: Iterable[Row] = model.objects.filter(request_id=request_id).values()
        return found

    return request_from(row, _Parts(rows, people), people=people)
