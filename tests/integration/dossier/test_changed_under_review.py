"""Who changed a record since it was submitted does not adopt it: nobody else read what stands there then."""

import dataclasses
from collections.abc import Callable
from contextlib import AbstractContextManager
from uuid import UUID

import pytest

from gemeentedossier.desk.views.activity_saving import undo_last_edit
from gemeentedossier.dossier.register.actions.activities import (
    create_activity,
    edit_activity,
    insert_activities,
)
from gemeentedossier.dossier.register.actions.adoption import adopt_activity, return_activity, submit_activity
from gemeentedossier.dossier.register.actions.confirming import confirm_activity
from gemeentedossier.dossier.register.enums import RecordState
from gemeentedossier.dossier.register.models import Purpose
from gemeentedossier.dossier.register.queries.activities import activity_facts
from gemeentedossier.foundation.errors import Refused
from gemeentedossier.foundation.models import Municipality
from gemeentedossier.foundation.tenancy import municipality_scope
from gemeentedossier.foundation.trail import Actor, verb
from gemeentedossier.organisation.enums import Role
from gemeentedossier.organisation.models import Person
from tests.builders import an_activity

pytestmark = pytest.mark.django_db(transaction=True)
OWN_TEXT = "gewijzigd nadat zij was ingediend"
At = Callable[[], AbstractContextManager[None]]


@pytest.fixture
def at() -> At:
    """Each ``with at()`` is a moment of its own: the history tells what came after what by its transactions."""
    duinveld = Municipality.objects.create(slug="duinveld", name="Duinveld")
    return lambda: municipality_scope(duinveld.id)


def people() -> tuple[Actor, Actor, Actor]:
    """Three people with every role."""
    made = [Person.objects.create(name=name) for name in ("Sam", "Robin", "Noor")]
    sam, robin, noor = (Actor(each.name, each.id, frozenset(Role)) for each in made)
    return sam, robin, noor


def submitted(at: At, by: Actor) -> UUID:
    made = an_activity()
    with at():
        create_activity(made, by=by)
    with at():
        submit_activity(made.id, revision=0, by=by)
    return made.id


def rename(at: At, key: UUID, by: Actor) -> None:
    with at():
        edit_activity(dataclasses.replace(activity_facts(key), name="Heel anders"), by=by)


def adopt(at: At, key: UUID, by: Actor) -> int:
    with at():
        revision = activity_facts(key).revision
        return adopt_activity(key, revision=revision, catalogue_version="1", by=by).number


def test_who_changed_it_is_refused_and_another_adopts_it(at: At) -> None:
    with at():
        sam, robin, noor = people()
    key = submitted(at, robin)
    rename(at, key, sam)
    with pytest.raises(Refused, match=OWN_TEXT):
        adopt(at, key, sam)
    assert adopt(at, key, noor) == 1


def test_who_changed_a_part_of_it_alone_is_refused(at: At) -> None:
    with at():
        sam, robin, _ = people()
    key = submitted(at, robin)
    with at(), verb("parties.merge_parties", by=sam):
        Purpose.objects.filter(activity_id=key).update(text="Iets anders.")
    with pytest.raises(Refused, match=OWN_TEXT):
        adopt(at, key, sam)


def test_who_undid_their_edit_is_refused(at: At) -> None:
    with at():
        sam, robin, _ = people()
    key = submitted(at, robin)
    rename(at, key, sam)
    with at():
        undo_last_edit(activity_facts(key), by=sam)
    with pytest.raises(Refused, match=OWN_TEXT):
        adopt(at, key, sam)


def test_who_changed_it_adopts_it_once_another_submitted_it_again(at: At) -> None:
    with at():
        sam, robin, _ = people()
    key = submitted(at, robin)
    rename(at, key, sam)
    with at():
        return_activity(key, revision=2, reason="De naam is beter zo; lees mee.", by=sam)
    with at():
        submit_activity(key, revision=3, by=robin)
    assert adopt(at, key, sam) == 1


def test_who_changed_it_before_another_submitted_it_adopts_it(at: At) -> None:
    with at():
        sam, robin, _ = people()
        made = an_activity()
    with at():
        create_activity(made, by=sam)
    rename(at, made.id, sam)
    with at():
        submit_activity(made.id, revision=1, by=robin)
    assert adopt(at, made.id, sam) == 1


def test_who_confirmed_it_under_review_adopts_it(at: At) -> None:
    with at():
        sam, robin, _ = people()
    key = submitted(at, robin)
    with at():
        confirm_activity(key, revision=1, by=sam)
    assert adopt(at, key, sam) == 1


def test_who_changed_what_a_file_brought_in_under_review_is_refused(at: At) -> None:
    with at():
        sam, robin, _ = people()
        made = an_activity(record_state=RecordState.UNDER_REVIEW)
    with at(), verb("exchange.import_file", by=sam):
        insert_activities([made])
    rename(at, made.id, sam)
    with pytest.raises(Refused, match=OWN_TEXT):
        adopt(at, made.id, sam)
    assert adopt(at, made.id, robin) == 1
