"""What stood with the request itself before the officer's advice stood in a table of its own."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace
from uuid import UUID, uuid5

from gemeentedossier.dossier.requests.facts import DataSubjectRequest, RequestAdvice


def earlier_key(request_id: UUID, given_at: dt.datetime) -> UUID:
    """The id of the advice that stood with a request since that moment; always the same."""
    return uuid5(request_id, f"advice {given_at.astimezone(dt.UTC).isoformat()}")


def earlier_advice(
    request: DataSubjectRequest, *, text: str, given_by_id: UUID, given_by: str, given_at: dt.datetime, answer: str
) -> RequestAdvice:
    """The advice that stood with the request; who decided is who answered it."""
    made = RequestAdvice(earlier_key(request.id, given_at), text, given_by_id, given_at, given_by)
    if not answer or request.decided_at is None:
        return made
    return replace(
        made,
        answer=answer,
        answered_by_id=request.decided_by_id,
        answered_by=request.decided_by,
        answered_at=request.decided_at,
    )


def beside_the_rest(earlier: RequestAdvice, advices: Iterable[RequestAdvice]) -> tuple[RequestAdvice, ...]:
    """The earlier advice before the others; where the table has it, with its answer, that is what stands."""
    others = tuple(advices)
    return others if earlier.id in {each.id for each in others} else (earlier, *others)
