"""A judgement of a past moment that is kept a while: the same as one made anew, as long as the ledger stands."""

import datetime as dt
from typing import Any

import pytest

from gemeentedossier.assessment.past import A_WHILE, Past
from gemeentedossier.catalogue.queries import catalogue_at
from gemeentedossier.dossier.register.actions.activities import insert_activities
from gemeentedossier.foundation import clock
from gemeentedossier.foundation.models import Municipality
from gemeentedossier.foundation.tenancy import municipality_scope
from tests.builders import an_activity

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def duinveld() -> Municipality:
    made = Municipality.objects.create(slug="duinveld", name="Duinveld")
    add(made, "Eerste")
    return made


def add(municipality: Municipality, name: str) -> None:
    with municipality_scope(municipality.id):
        insert_activities([an_activity(name=name)])


def seen(past: Past, municipality: Municipality, moment: dt.datetime) -> Any:
    with municipality_scope(municipality.id):
        return past.of(municipality, catalogue_at(moment), moment=moment)


def names(judged: Any) -> list[str]:
    return [each.name for each in judged.dossier.activities]


def test_the_same_moment_is_judged_once(duinveld: Municipality) -> None:
    past, moment = Past(), clock.now()
    assert seen(past, duinveld, moment) is seen(past, duinveld, moment)


def test_what_was_committed_since_is_read_anew_and_changes_nothing_of_then(duinveld: Municipality) -> None:
    past, moment = Past(), clock.now()
    first = seen(past, duinveld, moment)
    add(duinveld, "Tweede")
    after = seen(past, duinveld, moment)
    assert (after is first, names(after), names(seen(past, duinveld, clock.now()))) == (
        False, ["Eerste"], ["Eerste", "Tweede"],
    )  # fmt: skip


def test_another_moment_and_another_municipality_have_their_own(duinveld: Municipality) -> None:
    past, moment = Past(), clock.now()
    other = Municipality.objects.create(slug="heideloo", name="Heideloo")
    add(other, "Hunne")
    before = moment - dt.timedelta(days=1)
    assert [names(seen(past, duinveld, each)) for each in (moment, before)] == [["Eerste"], []]
    assert names(seen(past, other, clock.now())) == ["Hunne"]


def test_it_is_kept_no_longer_than_a_while(duinveld: Municipality, monkeypatch: pytest.MonkeyPatch) -> None:
    past, moment = Past(), clock.now()
    first = seen(past, duinveld, moment)
    monkeypatch.setattr(clock, "now", lambda: moment + 2 * A_WHILE)
    assert seen(past, duinveld, moment) is not first


def test_few_are_kept(duinveld: Municipality) -> None:
    past, moment = Past(most=1), clock.now()
    first = seen(past, duinveld, moment)
    seen(past, duinveld, moment - dt.timedelta(days=1))
    assert seen(past, duinveld, moment) is not first
