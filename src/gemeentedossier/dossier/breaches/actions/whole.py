"""Recording what another dossier held of breaches."""

from collections.abc import Iterable, Sequence
from uuid import UUID, uuid5

from gemeentedossier.dossier.breaches import facts, models
from gemeentedossier.dossier.breaches.queries import SECTIONS
from gemeentedossier.foundation.bulk import insert_values
from gemeentedossier.foundation.models.tracked import MunicipalityRecord
from gemeentedossier.foundation.shaping import stored_values

PARTS: tuple[tuple[str, type[MunicipalityRecord]], ...] = (
    ("decisions", models.BreachDecision),
    ("notifications", models.BreachNotification),
    ("messages", models.BreachCommunication),
    ("advices", models.BreachAdvice),
    ("measures", models.BreachMeasure),
)


def breach_values(breach: facts.PersonalDataBreach) -> dict[str, object]:
    """The columns of a breach, its sections among them."""
    sections = (getattr(breach, field) for field in SECTIONS)
    return stored_values(models.PersonalDataBreach, breach, *sections)


def activity_links(breach_id: UUID, activity_ids: Iterable[UUID]) -> list[dict[str, object]]:
    """The rows that tie a breach to activities."""
    return [
        {"id": uuid5(breach_id, str(key)), "breach_id": breach_id, "activity_id": key, "position": number}
        for number, key in enumerate(dict.fromkeys(activity_ids))
    ]


def insert_breaches(
    breaches: Sequence[facts.PersonalDataBreach], *, links: Iterable[facts.BreachReportLink] = ()
) -> None:
    """Insert many new breaches with all that hangs on them, and the links for reporting. Part of a verb."""
    insert_values(models.PersonalDataBreach, [breach_values(each) for each in breaches])
    insert_values(
        models.BreachActivity, [link for each in breaches for link in activity_links(each.id, each.activity_ids)]
    )
    for field, model in PARTS:
        insert_values(
            model,
            [
                {**stored_values(model, part), "breach_id": breach.id}
                for breach in breaches
                for part in getattr(breach, field)
            ],
        )
    insert_values(models.SentAnswer, [row for each in breaches for row in _answers(each)])
    insert_values(models.BreachReportLink, [stored_values(models.BreachReportLink, link) for link in links])


def answer_values(notification: facts.BreachNotification) -> list[dict[str, object]]:
    """The rows of what was filled in."""
    return [
        {
            **stored_values(models.SentAnswer, answer),
            "notification_id": notification.id,
            "position": number,
        }
        for number, answer in enumerate(notification.answers)
    ]


def _answers(breach: facts.PersonalDataBreach) -> list[dict[str, object]]:
    return [row for notification in breach.notifications for row in answer_values(notification)]
