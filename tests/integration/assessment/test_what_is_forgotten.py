"""What a process remembers beside what stands: nothing that was erased, also where nobody looks any more."""

import datetime as dt
import gc
from collections.abc import Iterator
from dataclasses import replace
from uuid import UUID

import pytest

from gemeentedossier.assessment import queries
from gemeentedossier.assessment.ahead import judge_ahead
from gemeentedossier.assessment.engine.subjects import copies
from gemeentedossier.dossier.register.actions.activities import delete_activity, insert_activities
from gemeentedossier.dossier.register.facts import DataUse
from gemeentedossier.foundation import clock
from gemeentedossier.foundation.models import Municipality
from gemeentedossier.foundation.tenancy import municipality_scope
from gemeentedossier.foundation.trail import Actor
from gemeentedossier.organisation.enums import Role
from tests.builders import an_activity

pytestmark = pytest.mark.django_db(transaction=True)
KEY = UUID(int=1)
TEXT = (
    "Wil Voorbeeld uit de Dorpsstraat kreeg hulp van de wijk omdat zij thuis geslagen werd, en dat staat per ongeluk"
    " hier met naam en adres bij de noodzaak van wat de gemeente van iedereen vraagt"
)
EVENING = dt.datetime(2026, 11, 28, 12, tzinfo=dt.UTC)
"""Long before the rows are written, so that nothing is judged on another day than it is looked at."""


SAM = Actor(name="Sam de Tester", roles=frozenset(Role))


@pytest.fixture
def place() -> Iterator[Municipality]:
    queries.forget_what_stands()
    made = Municipality.objects.create(slug="duinveld", name="Duinveld")
    use = DataUse(id=UUID(int=7), position=0, data_categories=("name",), necessity=TEXT)
    with municipality_scope(made.id):
        insert_activities([replace(an_activity(id=KEY), data_uses=(use,))])
    with clock.clock_at(EVENING):
        yield made


def taken_away(place: Municipality) -> int:
    """The activity is gone, and whoever judges ahead judged once more; how many were."""
    with municipality_scope(place.id):
        delete_activity(KEY, by=SAM, reason="Stond er per ongeluk.")
    return judge_ahead(str, rest=lambda seconds: None)


def holds(root: object, depth: int = 12) -> bool:
    """Whether the text can be reached from here in so many steps."""
    met, ahead = set[int](), [root]
    for _ in range(depth):
        some = [each for each in ahead if id(each) not in met and not isinstance(each, type)]
        if any(isinstance(each, str) and "Dorpsstraat" in each for each in some):
            return True
        met |= {id(each) for each in some}
        ahead = gc.get_referents(*(each for each in some if type(each).__name__ not in ("module", "function")))
    return False


def test_a_text_that_was_compared_is_remembered_no_longer_than_it_stands(place: Municipality) -> None:
    with municipality_scope(place.id):
        queries.judged_of(place)
    assert holds(copies._sketch)
    assert taken_away(place) == 1
    assert not holds(copies._sketch)


def test_what_one_reasons_is_remembered_no_longer_than_it_stands(place: Municipality) -> None:
    with municipality_scope(place.id):
        queries.judged_alone(place, activity_id=KEY)
    assert holds(queries._REASONED)
    assert taken_away(place) == 1
    assert not holds(queries._REASONED)


def test_a_past_moment_goes_where_nobody_looks_any_more(place: Municipality) -> None:
    now = dt.datetime.now(dt.UTC)
    with clock.clock_at(now), municipality_scope(place.id):
        queries.judged_of(place, moment=now)
    assert holds(queries._PAST)
    with clock.clock_at(now + dt.timedelta(days=30)):
        judge_ahead(str, rest=lambda seconds: None)
    assert not holds(queries._PAST)
