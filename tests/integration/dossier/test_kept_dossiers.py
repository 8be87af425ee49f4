"""The dossier that a process keeps is the one of now: whichever process wrote, and of no other municipality."""

import datetime as dt
from dataclasses import replace
from uuid import UUID

import pytest
from django.db import transaction

from gemeentedossier.dossier.register.actions.activities import edit_activity, insert_activities
from gemeentedossier.dossier.register.queries.activities import activity_facts
from gemeentedossier.dossier.snapshot.facts import Dossier
from gemeentedossier.dossier.snapshot.kept import LEAST, Dossiers, dossier_now
from gemeentedossier.dossier.snapshot.queries import dossier_of
from gemeentedossier.foundation import clock
from gemeentedossier.foundation.models import Municipality
from gemeentedossier.foundation.tenancy import municipality_scope
from gemeentedossier.foundation.trail import Actor
from gemeentedossier.organisation.enums import Role
from gemeentedossier.organisation.models import Person
from tests.builders import an_activity

pytestmark = pytest.mark.django_db(transaction=True)
ONE, SAM = UUID(int=1), UUID(int=2)
BY = Actor("Sam", SAM, frozenset(Role))


def new(slug: str, activity: UUID, person: UUID) -> Municipality:
    made = Municipality.objects.create(slug=slug, name=slug.title())
    with municipality_scope(made.id):
        Person.objects.create(id=person, name="Sam")
        insert_activities([an_activity(id=activity, name=f"Van {slug}")])
    return made


def kept(dossiers: Dossiers, municipality: Municipality) -> Dossier:
    with municipality_scope(municipality.id):
        reading = dossiers.of(municipality)
    assert reading is not None
    return reading.dossier


def names(dossier: Dossier) -> list[str]:
    return [each.name for each in dossier.activities]


def test_two_processes_see_at_once_what_one_wrote_and_each_municipality_its_own() -> None:
    first, second = Dossiers(most=100), Dossiers(most=100)
    duinveld, heideloo = new("duinveld", ONE, SAM), new("heideloo", UUID(int=3), UUID(int=4))
    before = [names(kept(each, one)) for each in (first, second) for one in (duinveld, heideloo)]
    assert before == [["Van duinveld"], ["Van heideloo"]] * 2
    assert kept(first, duinveld) is kept(first, duinveld)
    with municipality_scope(duinveld.id):
        edit_activity(replace(activity_facts(ONE), name="Anders"), by=BY)
    after = [names(kept(each, one)) for each in (first, second) for one in (duinveld, heideloo)]
    assert after == [["Anders"], ["Van heideloo"]] * 2


def test_who_writes_reads_what_is_not_committed_and_what_is_undone_is_kept_nowhere() -> None:
    duinveld = new("duinveld", ONE, SAM)
    with municipality_scope(duinveld.id):
        edit_activity(replace(activity_facts(ONE), name="Nooit"), by=BY)
        mine = names(dossier_now(duinveld))
        transaction.set_rollback(True)
    with municipality_scope(duinveld.id):
        assert (mine, names(dossier_now(duinveld))) == (["Nooit"], ["Van duinveld"])


def test_it_is_told_as_of_now_under_the_name_that_the_municipality_has() -> None:
    moment = dt.datetime(2026, 11, 28, 12, tzinfo=dt.UTC)
    duinveld = new("duinveld", ONE, SAM)
    with municipality_scope(duinveld.id), clock.clock_at(moment):
        dossier_now(duinveld)
        duinveld.name = "Duinveld aan Zee"
        told, read = dossier_now(duinveld), dossier_of(duinveld)
    assert told == read
    assert (told.moment, told.organisation.name) == (moment, "Duinveld aan Zee")


def test_the_one_not_asked_for_longest_goes_where_all_together_are_too_large() -> None:
    dossiers = Dossiers(most=2 * (LEAST + 1))
    places = [new(slug, UUID(int=10 + n), UUID(int=20 + n)) for n, slug in enumerate(("een", "twee", "drie"))]
    for place in places:
        kept(dossiers, place)
    assert [dossiers.keeps(place.id) for place in places] == [False, True, True]
    dossiers.forget()
    assert not dossiers.keeps(places[2].id)


def test_there_is_room_for_as_many_as_may_be_kept() -> None:
    dossiers = Dossiers(most=2 * (LEAST + 1))
    assert dossiers.has_room(LEAST + 2)
    kept(dossiers, new("een", UUID(int=10), UUID(int=20)))
    assert [dossiers.has_room(each) for each in (1, 2)] == [True, False]


def test_what_was_worked_out_of_a_dossier_is_of_that_very_one() -> None:
    dossiers, duinveld = Dossiers(most=100), new("duinveld", ONE, SAM)
    before = kept(dossiers, duinveld)
    shelf = dossiers.derived(replace(before, moment=before.moment + dt.timedelta(hours=1)))
    assert shelf is not None
    assert dossiers.derived(replace(before, activities=())) is None
    with municipality_scope(duinveld.id):
        edit_activity(replace(activity_facts(ONE), name="Anders"), by=BY)
    after = kept(dossiers, duinveld)
    assert dossiers.derived(before) is None
    assert dossiers.derived(after) is not shelf
