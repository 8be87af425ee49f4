"""Breaches as facts, from the rows of any moment."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from typing import Any
from uuid import UUID

from gemeentedossier.dossier.breaches import models
from gemeentedossier.dossier.breaches.facts import (
    BreachAdvice,
    BreachAtProcessor,
    BreachClosing,
    BreachCommunication,
    BreachConcerned,
    BreachDecision,
    BreachJudgement,
    BreachMeasure,
    BreachMoments,
    BreachNature,
    BreachNotification,
    BreachReportLink,
    BreachScore,
    BreachTriage,
    PersonalDataBreach,
    SentAnswer,
)
from gemeentedossier.dossier.parties.models import Party
from gemeentedossier.foundation.models.tracked import MunicipalityRecord
from gemeentedossier.foundation.rows import Row, Rows, live_rows, live_rows_in
from gemeentedossier.foundation.shaping import grouped, shaped
from gemeentedossier.organisation.models import Person

Names = Mapping[UUID, str]
SECTIONS: Mapping[str, type[Any]] = {
    "moments": BreachMoments,
    "processor": BreachAtProcessor,
    "nature": BreachNature,
    "concerned": BreachConcerned,
    "triage": BreachTriage,
    "score": BreachScore,
    "judgement": BreachJudgement,
    "closing": BreachClosing,
}
"""The parts of a breach that stand in its own row, by field of the facts."""
SIGNED = ("lead", "triaged_by", "judged_by", "closed_by")


def breaches_from(rows: Rows, *, people: Names, parties: Names) -> tuple[PersonalDataBreach, ...]:
    """All breaches and exercises, the newest first. ``people`` and ``parties`` are names by key."""
    found = list(rows(models.PersonalDataBreach))
    if not found:
        return ()
    parts = _parts(rows, people)
    links = grouped(rows(models.BreachActivity), by="breach_id")
    made = (
        shaped(
            PersonalDataBreach,
            row,
            **_sections({**row, **_names(row, people, parties)}),
            lead=people.get(row["lead_id"], ""),
            activity_ids=tuple(link["activity_id"] for link in links.get(row["id"], ())),
            **{field: tuple(group.get(row["id"], ())) for field, group in parts.items()},
        )
        for row in found
    )
    return tuple(sorted(made, key=lambda each: (each.reported_at, each.id), reverse=True))


def _names(row: Row, people: Names, parties: Names) -> dict[str, str]:
    named = {name: people.get(row[f"{name}_id"], "") for name in SIGNED}
    return named | {f"{name}_name": parties.get(row[f"{name}_id"], "") for name in ("party", "controller")}


def _sections(row: Row) -> dict[str, Any]:
    return {field: shaped(section, row) for field, section in SECTIONS.items()}


def _parts(rows: Rows, people: Names) -> dict[str, dict[UUID, list[Any]]]:
    """What hangs on breaches, by field and breach, each in the order of its moments."""
    answers = grouped(rows(models.SentAnswer), by="notification_id")

    def notification(row: Row) -> BreachNotification:
        told = tuple(shaped(SentAnswer, each) for each in answers.get(row["id"], ()))
        return shaped(BreachNotification, row, sent_by=people.get(row["sent_by_id"], ""), answers=told)

    return {
        "decisions": _by_breach(
            rows(models.BreachDecision),
            lambda row: shaped(BreachDecision, row, decided_by=people.get(row["decided_by_id"], "")),
            order="decided_at",
        ),
        "notifications": _by_breach(rows(models.BreachNotification), notification, order="sent_at"),
        "messages": _by_breach(
            rows(models.BreachCommunication),
            lambda row: shaped(BreachCommunication, row, sent_by=people.get(row["sent_by_id"], "")),
            order="told_at",
        ),
        "advices": _by_breach(
            rows(models.BreachAdvice),
            lambda row: shaped(
                BreachAdvice,
                row,
                given_by=people.get(row["given_by_id"], ""),
                answered_by=people.get(row["answered_by_id"], ""),
            ),
            order="given_at",
        ),
        "measures": _by_breach(
            rows(models.BreachMeasure),
            lambda row: shaped(BreachMeasure, row, owner=people.get(row["owner_id"], "")),
            order="id",
        ),
    }


def _by_breach(rows: Iterable[Row], read: Any, *, order: str) -> dict[UUID, list[Any]]:
    groups: dict[UUID, list[Any]] = defaultdict(list)
    for row in sorted(rows, key=lambda each: (each[order], each["id"])):
        groups[row["breach_id"]].append(read(row))
    return groups


def report_links_from(rows: Rows, *, people: Names) -> tuple[BreachReportLink, ...]:
    """The links by which employees report, oldest first."""
    made = (
        shaped(BreachReportLink, row, made_by=people.get(row["made_by_id"], ""))
        for row in rows(models.BreachReportLink)
    )
    return tuple(sorted(made, key=lambda each: (each.made_at, each.id)))


def breach_facts(breach_id: UUID) -> PersonalDataBreach:
    """One breach as it is now; DoesNotExist (Django's) where the municipality has none of that id."""
    found = breaches_in([breach_id])
    if not found:
        raise models.PersonalDataBreach.DoesNotExist
    return found[0]


def breaches_in(keys: Collection[UUID]) -> tuple[PersonalDataBreach, ...]:
    """The breaches of these keys as they are now, the newest first."""

    def rows(model: type[MunicipalityRecord], /) -> Iterable[Row]:
        if model is models.SentAnswer:
            sent = live_rows_in(models.BreachNotification, column="breach_id", keys=keys)
            told = [each["id"] for each in sent]
            return live_rows_in(model, column="notification_id", keys=told) if told else ()
        column = "id" if model is models.PersonalDataBreach else "breach_id"
        return live_rows_in(model, column=column, keys=keys)

    return breaches_from(rows, people=_named(Person), parties=_named(Party))


def breaches_now() -> tuple[PersonalDataBreach, ...]:
    """All breaches and exercises of the municipality in scope as they are now, the newest first."""
    return breaches_from(live_rows, people=_named(Person), parties=_named(Party))


def open_report_link() -> BreachReportLink | None:
    """The link by which employees can report now; None where nobody made one, or it was ended."""
    links = report_links_from(live_rows, people=_named(Person))
    return next((each for each in links if each.ended_at is None), None)


def _named(model: type[MunicipalityRecord]) -> Names:
    return {row["id"]: row["name"] for row in live_rows(model)}
