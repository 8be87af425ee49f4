"""Recording what another dossier held of requests and consents."""

from collections.abc import Iterable, Sequence
from uuid import uuid5

from gemeentedossier.dossier.requests import facts, models
from gemeentedossier.dossier.requests.actions.rows import part_values
from gemeentedossier.foundation.bulk import insert_values
from gemeentedossier.foundation.shaping import stored_values


def insert_requests(requests: Sequence[facts.DataSubjectRequest], *, consents: Iterable[facts.Consent] = ()) -> None:
    """Insert many new requests with their parts, and consents. Part of a verb."""
    rows = [{**stored_values(models.DataSubjectRequest, each), **NO_EARLIER_ADVICE} for each in requests]
    insert_values(models.DataSubjectRequest, rows)
    activities = [
        {"id": uuid5(each.id, str(key)), "request_id": each.id, "activity_id": key, "position": number}
        for each in requests
        for number, key in enumerate(each.activity_ids)
    ]
    insert_values(models.RequestActivity, activities)
    for model, name in PARTS:
        insert_values(model, [row for each in requests for row in part_values(model, each.id, getattr(each, name))])
    insert_values(models.Consent, [stored_values(models.Consent, each) for each in consents])


NO_EARLIER_ADVICE = {"advice": "", "advice_answer": ""}
"""Every advice comes into the table, also one that stood with the request itself."""
PARTS = (
    (models.Suspension, "suspensions"),
    (models.SearchLine, "lines"),
    (models.QuestionAnswer, "answers"),
    (models.DecisionPart, "parts"),
    (models.RequestAdvice, "advices"),
)
"""The tables of what belongs to a request, with the field that holds it."""
