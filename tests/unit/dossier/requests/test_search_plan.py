"""Where somebody's data are looked for: also at who is engaged below a processor, as long as that is agreed."""

import datetime as dt
from uuid import UUID

import pytest

from gemeentedossier.dossier.agreements.facts import Agreement, SubProcessor
from gemeentedossier.dossier.requests.engine.search_plan import search_plan
from tests.builders import an_activity

TODAY = dt.date(2026, 11, 24)


@pytest.mark.parametrize(
    ("ended_on", "named"),
    [
        (None, ["Opslag"]),
        (dt.date(2026, 12, 31), ["Opslag"]),
        (TODAY, ["Opslag"]),
        (dt.date(2026, 11, 23), []),
    ],
)
def test_who_is_engaged_below_a_processor_is_asked_until_the_last_day(
    ended_on: dt.date | None, named: list[str]
) -> None:
    activity = an_activity(recipients=(), parties=())
    below = SubProcessor(UUID(int=1), UUID(int=2), "Opslag")
    agreement = Agreement(
        UUID(int=3), "Hosting", activity_ids=(activity.id,), sub_processors=(below,), ended_on=ended_on
    )
    plan = search_plan([activity], on=TODAY, agreements=[agreement], systems={}, parties={}, categories={})
    assert [line.name for line in plan] == named
