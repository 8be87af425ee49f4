"""A process that serves judges before anybody asks: what fits, once a day, whatever goes wrong with one of them."""

import datetime as dt
import gc
import weakref
from uuid import UUID

import pytest
from django.db import Error, OperationalError

from gemeentedossier.assessment import ahead
from gemeentedossier.assessment.queries import forget_what_stands, is_judged, judged_of
from gemeentedossier.desk.forms.sign_in import SignInForm
from gemeentedossier.dossier.register.actions.activities import insert_activities
from gemeentedossier.dossier.snapshot.kept import LEAST, Dossiers
from gemeentedossier.foundation import clock
from gemeentedossier.foundation.backend.base import DatabaseWrapper
from gemeentedossier.foundation.models import Municipality
from gemeentedossier.foundation.tenancy import municipality_scope
from tests.builders import an_activity

pytestmark = pytest.mark.django_db(transaction=True)
EVENING = dt.datetime(2026, 11, 28, 22, tzinfo=dt.UTC)
NEXT_DAY = EVENING + dt.timedelta(hours=2)


def new(slug: str, number: int) -> Municipality:
    made = Municipality.objects.create(slug=slug, name=slug.title())
    with municipality_scope(made.id):
        insert_activities([an_activity(id=UUID(int=number), name=f"Van {slug}")])
    return made


def judged(*, also: ahead.Also = str, rests: list[float] | None = None) -> int:
    return ahead.judge_ahead(also, rest=(rests if rests is not None else []).append)


@pytest.fixture(autouse=True)
def _nothing_judged() -> None:
    forget_what_stands()


def test_each_municipality_is_judged_once_a_day() -> None:
    places = [new("duinveld", 1), new("heideloo", 2)]
    with clock.clock_at(EVENING):
        assert (judged(), judged()) == (2, 0)
        assert all(map(is_judged, places))
    with clock.clock_at(NEXT_DAY):
        assert not any(map(is_judged, places))
        assert (judged(), judged()) == (2, 0)


def test_what_changed_since_is_judged_again() -> None:
    place = new("duinveld", 1)
    new("heideloo", 2)
    with clock.clock_at(EVENING):
        judged()
        with municipality_scope(place.id):
            insert_activities([an_activity(id=UUID(int=3), name="Van later")])
        made: list[int] = []
        assert judged(also=lambda found: made.append(len(found.dossier.activities))) == 1
    assert made == [2]


def test_who_asks_gets_what_was_judged_ahead() -> None:
    place = new("duinveld", 1)
    with clock.clock_at(EVENING):
        judged()
        with municipality_scope(place.id):
            first, second = judged_of(place), judged_of(place)
    assert first.assessment.cases is second.assessment.cases
    assert [each.name for each in first.dossier.activities] == ["Van duinveld"]


def test_what_is_made_of_a_judgement_is_made_of_each() -> None:
    new("duinveld", 1)
    new("heideloo", 2)
    made: list[str] = []
    judged(also=lambda found: made.append(found.dossier.organisation.slug))
    assert made == ["duinveld", "heideloo"]


def test_what_does_not_fit_pushes_nobody_out(monkeypatch: pytest.MonkeyPatch) -> None:
    dossiers = Dossiers(most=LEAST + 1)
    monkeypatch.setattr(ahead, "DOSSIERS", dossiers)  # judged_of keeps in its own, in which there is room
    places = [new("duinveld", 1), new("heideloo", 2)]
    with municipality_scope(places[1].id):
        dossiers.of(places[1])
    judged()
    assert [is_judged(each) for each in places] == [False, True]


def test_a_fault_in_one_stops_no_other(monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture) -> None:
    places = [new("duinveld", 1), new("heideloo", 2)]

    def fail_in_the_first(municipality: Municipality) -> object:
        if municipality == places[0]:
            raise ValueError("something odd")
        return judged_of(municipality)

    monkeypatch.setattr(ahead, "judged_of", fail_in_the_first)
    assert judged() == 1
    assert [is_judged(each) for each in places] == [False, True]
    assert "duinveld could not be judged ahead" in caplog.text
    caplog.clear()
    assert (judged(), caplog.text) == (0, "")  # the same fault is told once
    monkeypatch.setattr(ahead, "judged_of", judged_of)
    assert (judged(), is_judged(places[0])) == (1, True)


def test_no_fault_stops_it_for_good(monkeypatch: pytest.MonkeyPatch) -> None:
    class ProcessEnds(BaseException):
        pass

    faults = iter((Error("the database is away"), OSError("a pack cannot be read"), ProcessEnds()))

    def look(_also: ahead.Also) -> int:
        raise next(faults)

    monkeypatch.setattr(ahead, "judge_ahead", look)
    monkeypatch.setattr(ahead, "BETWEEN", 0)
    with pytest.raises(ProcessEnds):
        ahead._keep_judging(str)


def test_without_a_database_no_other_is_tried(monkeypatch: pytest.MonkeyPatch) -> None:
    for number, slug in enumerate(("duinveld", "heideloo"), 1):
        new(slug, number)
    tried: list[str] = []

    def lose_it(municipality: Municipality) -> object:
        tried.append(municipality.slug)
        raise OperationalError("the server closed the connection")

    monkeypatch.setattr(ahead, "judged_of", lose_it)
    monkeypatch.setattr(DatabaseWrapper, "is_usable", lambda _connection: False)
    with pytest.raises(OperationalError):
        judged()
    assert tried == ["duinveld"]


def test_it_rests_three_times_as_long_as_it_works(monkeypatch: pytest.MonkeyPatch) -> None:
    new("duinveld", 1)
    told = iter((10.0, 12.0))
    monkeypatch.setattr(ahead.time, "perf_counter", lambda: next(told))
    rests: list[float] = []
    judged(rests=rests)
    assert rests == [6.0]


def test_what_somebody_had_in_hand_meanwhile_goes_when_they_are_done() -> None:
    place = new("duinveld", 1)
    judged()
    form = SignInForm()
    str(form["username"])  # a bound field and its form hold each other, as on every page with a form
    gone = weakref.ref(form)
    with municipality_scope(place.id):
        insert_activities([an_activity(id=UUID(int=2), name="Later")])
    assert judged() == 1
    del form
    gc.collect()
    assert gone() is None
