"""The judgement that is kept between requests: a change is seen at once, by its own municipality only."""

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from uuid import UUID

import pytest
from django.db import transaction

from gemeentedossier.assessment.facts import Judged
from gemeentedossier.assessment.queries import judged_of
from gemeentedossier.assessment.standing import Standing, judge
from gemeentedossier.catalogue.queries import current_catalogue
from gemeentedossier.dossier.evidence.actions.attestations import attest_criterion
from gemeentedossier.dossier.evidence.enums import Answer
from gemeentedossier.dossier.parties.models import Party
from gemeentedossier.dossier.register.actions.activities import (
    create_activity,
    delete_activity,
    edit_activity,
    insert_activities,
)
from gemeentedossier.dossier.register.facts import PartyRelation
from gemeentedossier.dossier.register.queries.activities import activity_facts
from gemeentedossier.dossier.snapshot.kept import Dossiers
from gemeentedossier.dossier.snapshot.queries import dossier_of
from gemeentedossier.exchange.actions.dossiers import load_dossier
from gemeentedossier.foundation import clock
from gemeentedossier.foundation.identifiers import new_id
from gemeentedossier.foundation.models import Municipality
from gemeentedossier.foundation.tenancy import municipality_scope
from gemeentedossier.foundation.trail import Actor, verb
from gemeentedossier.organisation.enums import Role
from gemeentedossier.organisation.models import OrganisationProfile, Person, Unit
from tests.builders import an_activity
from tests.everything import everything
from tests.integration.dossier.test_kept_whole import MODELS

pytestmark = pytest.mark.django_db(transaction=True)
FIRST, SECOND, PARTY, UNIT, SAM = (UUID(int=number) for number in range(1, 6))
MOMENT = dt.datetime(2026, 11, 23, 12, tzinfo=dt.UTC)


@pytest.fixture
def duinveld() -> Municipality:
    """A municipality with two activities, committed; the second names a unit, an owner and a party."""
    made = Municipality.objects.create(slug="duinveld", name="Duinveld")
    with municipality_scope(made.id):
        Person.objects.create(id=SAM, name="Sam")
        Unit.objects.create(id=UNIT, name="Sociaal domein")
        Party.objects.create(id=PARTY, name="Zorg BV")
        relation = PartyRelation(new_id(), PARTY, "Zorg BV")
        named = an_activity(id=SECOND, name="Tweede", unit_id=UNIT, owner_id=SAM, parties=(relation,))
        insert_activities([an_activity(id=FIRST, name="Eerste"), named])
    return made


def sam() -> Actor:
    return Actor("Sam", SAM, frozenset(Role))


def seen(standing: Standing, municipality: Municipality) -> Judged:
    with municipality_scope(municipality.id):
        return standing.of(municipality, current_catalogue())


def anew(municipality: Municipality) -> Judged:
    with municipality_scope(municipality.id):
        return judge(dossier_of(municipality), current_catalogue())


def told(judged: Judged) -> object:
    findings = [(f.rule_id, f.subject_id, f.answer) for f in judged.assessment.findings()]
    return replace(judged.dossier, moment=MOMENT), findings


def rename_party() -> None:
    Party.objects.filter(pk=PARTY).update(name="Zorg NV", country="US")


CHANGES: dict[str, Callable[[], object]] = {
    "nothing": lambda: None,
    "an edit": lambda: edit_activity(replace(activity_facts(FIRST), name="Zevende", data_uses=()), by=sam()),
    "a part without its activity": lambda: Party.objects.get(pk=PARTY).relations.update(role="processor"),
    "a part that goes": lambda: Party.objects.get(pk=PARTY).relations.all().delete(),
    "a new one": lambda: create_activity(an_activity(name="Derde"), by=sam()),
    "one that goes": lambda: delete_activity(FIRST, by=sam(), reason="dubbel"),
    "a party": rename_party,
    "a unit": lambda: Unit.objects.filter(pk=UNIT).update(name="Samenleving"),
    "an owner": lambda: Person.objects.filter(pk=SAM).update(name="Sam de Boer"),
    "the organisation": lambda: OrganisationProfile.objects.create(is_public_authority=True),
    "an answer": lambda: attest_criterion(
        "A-purposes-reviewed",
        subject_kind="activity",
        subject_id=FIRST,
        answer=Answer.YES,
        explanation="Gezien.",
        review_on=None,
        by=sam(),
    ),
}


@pytest.mark.parametrize("change", CHANGES)
def test_a_change_is_seen_at_once(duinveld: Municipality, change: str) -> None:
    standing = Standing(Dossiers(most=100))
    seen(standing, duinveld)
    with municipality_scope(duinveld.id):
        CHANGES[change]()
    assert told(seen(standing, duinveld)) == told(anew(duinveld))


def test_what_goes_of_any_table_beside_the_register_is_seen_at_once() -> None:
    standing, filled = Standing(Dossiers(most=100)), load_dossier(everything(), by=Actor("test")).municipality
    before = told(seen(standing, filled))
    for model in MODELS:
        with municipality_scope(filled.id), verb("test.take_away", by=Actor("test")):
            model.objects.all().delete()
        after = told(seen(standing, filled))
        assert after == told(anew(filled)), model
        assert after != before, model
        before = after


def test_what_did_not_change_is_not_judged_again(duinveld: Municipality) -> None:
    standing = Standing(Dossiers(most=100))
    first = seen(standing, duinveld)
    assert seen(standing, duinveld).assessment.cases is first.assessment.cases


def test_who_writes_sees_what_is_not_committed_and_nobody_else_does(duinveld: Municipality) -> None:
    standing = Standing(Dossiers(most=100))
    before = told(seen(standing, duinveld))
    with municipality_scope(duinveld.id):
        edit_activity(replace(activity_facts(FIRST), name="Nooit"), by=sam())
        mine = standing.of(duinveld, current_catalogue())
        transaction.set_rollback(True)
    assert [a.name for a in mine.dossier.activities] == ["Nooit", "Tweede"]
    assert told(seen(standing, duinveld)) == before


def test_another_municipality_never_sees_it(duinveld: Municipality) -> None:
    other, standing = Municipality.objects.create(slug="heideloo", name="Heideloo"), Standing(Dossiers(most=100))
    seen(standing, duinveld)
    found = seen(standing, other)
    assert (found.dossier.organisation.name, found.dossier.activities) == ("Heideloo", ())


def test_a_new_day_judges_anew(duinveld: Municipality) -> None:
    standing = Standing(Dossiers(most=100))
    with clock.clock_at(dt.datetime(2026, 11, 23, 22, 59, tzinfo=dt.UTC)):
        evening = seen(standing, duinveld)
    with clock.clock_at(dt.datetime(2026, 11, 23, 23, 1, tzinfo=dt.UTC)):
        after_midnight = seen(standing, duinveld)
    assert after_midnight.assessment.cases is not evening.assessment.cases
    assert after_midnight.assessment.moment == dt.datetime(2026, 11, 23, 23, 1, tzinfo=dt.UTC)


def test_the_past_is_read_from_history_and_leaves_now_as_it_is(duinveld: Municipality) -> None:
    with municipality_scope(duinveld.id):
        judged_of(duinveld)
    before = clock.now()
    with municipality_scope(duinveld.id):
        edit_activity(replace(activity_facts(FIRST), name="Anders"), by=sam())
    with municipality_scope(duinveld.id):
        past, now = judged_of(duinveld, moment=before), judged_of(duinveld)
    assert [[a.name for a in found.dossier.activities] for found in (past, now)] == [
        ["Eerste", "Tweede"],
        ["Anders", "Tweede"],
    ]


def test_the_municipality_asked_for_longest_ago_is_let_go(duinveld: Municipality) -> None:
    other, standing = Municipality.objects.create(slug="heideloo", name="Heideloo"), Standing(Dossiers(most=1))
    first = seen(standing, duinveld)
    seen(standing, other)
    assert seen(standing, duinveld).assessment.cases is not first.assessment.cases
