"""An export of before, in which the officer's advice stood with the request itself, reads as the dossier of today."""

from typing import Any
from uuid import UUID

import pytest

from gemeentedossier.dossier.requests.facts import DataSubjectRequest
from gemeentedossier.exchange.engine.earlier_dossiers import as_written_now
from gemeentedossier.foundation.engine.plain import Misshapen, from_plain

WHO, BY = UUID(int=1), UUID(int=2)
BARE = {
    "id": str(UUID(int=9)),
    "number": "2026-0001",
    "right": "access",
    "received_on": "2026-11-02",
    "channel": "letter",
}
ADVISED = {
    **BARE,
    "advice": "Geef alles.",
    "advised_by_id": str(WHO),
    "advised_by": "Noor",
    "advised_at": "2026-11-03T09:00:00+00:00",
}
DECIDED = {
    **ADVISED,
    "advice_answer": "Gevolgd.",
    "decided_by_id": str(BY),
    "decided_by": "Piet",
    "decided_at": "2026-11-04T09:00:00+00:00",
    "decided_because": "Het is van hen.",
}


def read(request: Any) -> DataSubjectRequest:
    now: Any = as_written_now({"dossier": {"requests": [request]}})
    return from_plain(DataSubjectRequest, now["dossier"]["requests"][0])


@pytest.mark.parametrize(
    ("request_", "found"),
    [
        (BARE, []),
        (ADVISED, [("Geef alles.", WHO, "", None)]),
        (DECIDED, [("Geef alles.", WHO, "Gevolgd.", BY)]),
    ],
)
def test_the_advice_of_before_stands_in_the_list(request_: Any, found: list[tuple[object, ...]]) -> None:
    advices = read(request_).advices
    assert [(each.text, each.given_by_id, each.answer, each.answered_by_id) for each in advices] == found


def test_a_damaged_request_is_told_as_it_was() -> None:
    with pytest.raises(Misshapen, match="advice"):
        read({**ADVISED, "advised_at": "gisteren"})
    assert as_written_now({"dossier": {"requests": ["x"]}}) == {"dossier": {"requests": ["x"]}}
