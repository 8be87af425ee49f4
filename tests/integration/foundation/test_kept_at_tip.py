"""What was read at a state of the ledger is read once, is right after any write, and is of one municipality alone."""

from dataclasses import replace
from uuid import UUID

import pytest
from django.db import transaction

from gemeentedossier.dossier.register.actions.activities import edit_activity, insert_activities
from gemeentedossier.dossier.register.models import Activity
from gemeentedossier.dossier.register.queries.activities import activity_facts
from gemeentedossier.foundation.ledger.kept import kept_at_tip
from gemeentedossier.foundation.models import Municipality
from gemeentedossier.foundation.tenancy import municipality_scope
from gemeentedossier.foundation.trail import Actor
from gemeentedossier.organisation.enums import Role
from gemeentedossier.organisation.models import Person
from tests.builders import an_activity

pytestmark = pytest.mark.django_db(transaction=True)
ONE, SAM = UUID(int=1), UUID(int=2)
BY = Actor("Sam", SAM, frozenset(Role))


class Names:
    """Reads what activities are called, and counts how often."""

    def __init__(self) -> None:
        self.read = 0
        self.of = kept_at_tip(self._names)

    def _names(self, beginning: str) -> list[str]:
        self.read += 1
        return list(Activity.objects.filter(name__startswith=beginning).values_list("name", flat=True))

    def in_(self, municipality: Municipality, beginning: str = "") -> list[str]:
        with municipality_scope(municipality.id):
            return self.of(beginning)


def new(slug: str, activity: UUID, person: UUID) -> Municipality:
    made = Municipality.objects.create(slug=slug, name=slug.title())
    with municipality_scope(made.id):
        Person.objects.create(id=person, name="Sam")
        insert_activities([an_activity(id=activity, name=f"Van {slug}")])
    return made


def renamed(municipality: Municipality, name: str) -> None:
    with municipality_scope(municipality.id):
        edit_activity(replace(activity_facts(ONE), name=name), by=BY)


def test_the_same_question_is_read_once_as_long_as_nothing_changes() -> None:
    duinveld, names = new("duinveld", ONE, SAM), Names()
    assert [names.in_(duinveld), names.in_(duinveld), names.read] == [["Van duinveld"], ["Van duinveld"], 1]
    assert [names.in_(duinveld, "Naar"), names.read] == [[], 2]


def test_what_another_process_wrote_is_read_at_once() -> None:
    duinveld, one, other = new("duinveld", ONE, SAM), Names(), Names()
    before = [one.in_(duinveld), other.in_(duinveld)]
    renamed(duinveld, "Anders")
    assert (before, [one.in_(duinveld), other.in_(duinveld)]) == ([["Van duinveld"]] * 2, [["Anders"]] * 2)


def test_two_municipalities_are_told_their_own() -> None:
    names = Names()
    found = [names.in_(new("duinveld", ONE, SAM)), names.in_(new("heideloo", UUID(int=3), UUID(int=4)))]
    assert found == [["Van duinveld"], ["Van heideloo"]]


def test_who_writes_reads_for_itself_and_what_is_undone_is_kept_nowhere() -> None:
    duinveld, names = new("duinveld", ONE, SAM), Names()
    with municipality_scope(duinveld.id):
        edit_activity(replace(activity_facts(ONE), name="Nooit"), by=BY)
        mine = names.of("")
        transaction.set_rollback(True)
    assert (mine, names.in_(duinveld)) == (["Nooit"], ["Van duinveld"])
