"""One change of many records: all of them or none, each with its own history, and undone where nobody changed since."""

from uuid import UUID

import pytest

from gemeentedossier.dossier.register.actions.activities import edit_activity, insert_activities
from gemeentedossier.dossier.register.actions.adoption import (
    adopt_activity,
    publish_activity,
    submit_activity,
    withdraw_publication,
)
from gemeentedossier.dossier.register.actions.many import Undone, edit_many, undo_many
from gemeentedossier.dossier.register.enums import ManyField, ProcessingState, RecordState, Untouched
from gemeentedossier.dossier.register.facts import Activity as Facts
from gemeentedossier.dossier.register.models import Activity
from gemeentedossier.dossier.register.queries.activities import activity_facts
from gemeentedossier.dossier.register.queries.history import happenings_of
from gemeentedossier.dossier.register.queries.many import EDIT_MANY, many_done, many_undone
from gemeentedossier.foundation.errors import EditedMeanwhile, NotPermitted, Refused
from gemeentedossier.foundation.identifiers import new_id
from gemeentedossier.foundation.models import Municipality
from gemeentedossier.foundation.tenancy import municipality_scope
from gemeentedossier.foundation.trail import Actor
from gemeentedossier.organisation.enums import Role
from gemeentedossier.organisation.models import Person, RoleAssignment, Unit
from tests.builders import an_activity

WHY = "De afdeling is nieuw."
OFFICER = Actor(name="Noor", person_id=UUID(int=7), roles=frozenset({Role.PRIVACY_OFFICER}))


@pytest.fixture
def two(municipality: Municipality) -> tuple[Facts, Facts]:
    made = an_activity(name="Bijstand"), an_activity(name="Leerplicht", record_state=RecordState.ADOPTED, version=1)
    insert_activities(made)
    return made


@pytest.fixture
def unit(municipality: Municipality) -> Unit:
    return Unit.objects.create(name="Zorg")


def read(*activities: Facts) -> dict[UUID, int]:
    return {each.id: each.revision for each in activities}


def moved(two: tuple[Facts, Facts], unit: Unit, by: Actor = OFFICER) -> UUID:
    return edit_many(read(*two), field=ManyField.UNIT, value=unit.pk, reason=WHY, by=by)


def stored() -> list[tuple[str, str | None, str, int]]:
    return list(Activity.objects.order_by("name").values_list("name", "unit__name", "record_state", "revision"))


BEFORE = [("Bijstand", None, "concept", 0), ("Leerplicht", None, "adopted", 0)]


def test_every_record_gets_it_and_an_adopted_one_is_a_concept_again(two: tuple[Facts, Facts], unit: Unit) -> None:
    moved(two, unit)
    assert stored() == [("Bijstand", "Zorg", "concept", 1), ("Leerplicht", "Zorg", "concept", 1)]


def test_each_keeps_its_own_history_with_the_same_reason(two: tuple[Facts, Facts], unit: Unit) -> None:
    key = moved(two, unit)
    last = [next(h for h in happenings_of(each.id) if h.verb == EDIT_MANY) for each in two]
    assert [(each.verb, each.reason, each.case) for each in last] == [(EDIT_MANY, WHY, str(key))] * 2


def test_a_record_under_review_stays_there(municipality: Municipality, unit: Unit) -> None:
    reviewed = an_activity(name="Bijstand", record_state=RecordState.UNDER_REVIEW)
    insert_activities([reviewed])
    edit_many(read(reviewed), field=ManyField.UNIT, value=unit.pk, reason=WHY, by=OFFICER)
    assert stored() == [("Bijstand", "Zorg", "under_review", 1)]


def test_where_one_was_changed_since_nothing_changes(two: tuple[Facts, Facts], unit: Unit) -> None:
    edit_activity(activity_facts(two[0].id), by=OFFICER)
    stood = stored()
    with pytest.raises(EditedMeanwhile):
        moved(two, unit)
    assert stored() == stood


def test_a_record_that_is_gone_counts_as_changed(two: tuple[Facts, Facts], unit: Unit) -> None:
    with pytest.raises(EditedMeanwhile):
        edit_many({**read(*two), new_id(): 0}, field=ManyField.UNIT, value=unit.pk, reason=WHY, by=OFFICER)
    assert stored() == BEFORE


def test_who_answers_for_one_does_not_change_the_other(two: tuple[Facts, Facts], unit: Unit) -> None:
    person = Person.objects.create(name="Jet")
    Activity.objects.filter(name="Bijstand").update(owner=person)
    owner = Actor(name="Jet", person_id=person.pk, roles=frozenset({Role.PROCESS_OWNER}))
    with pytest.raises(Refused):
        moved(two, unit, by=owner)
    edit_many(read(two[0]), field=ManyField.UNIT, value=unit.pk, reason=WHY, by=owner)
    assert [row[1] for row in stored()] == ["Zorg", None]


def test_who_only_reads_changes_nothing(two: tuple[Facts, Facts], unit: Unit) -> None:
    with pytest.raises(NotPermitted):
        moved(two, unit, by=Actor(name="Ans", roles=frozenset({Role.AUDITOR})))


def test_a_unit_of_another_municipality_is_not_there(
    two: tuple[Facts, Facts], other_municipality: Municipality
) -> None:
    with municipality_scope(other_municipality.id):
        elsewhere = Unit.objects.create(name="Elders")
    with pytest.raises(Refused):
        moved(two, elsewhere)


def test_an_owner_is_somebody_who_may_answer_for_the_record(two: tuple[Facts, Facts]) -> None:
    person = Person.objects.create(name="Bas")
    RoleAssignment.objects.create(person=person, role=Role.ADMINISTRATOR.value)
    with pytest.raises(Refused, match="geen rol waarmee iemand verantwoordelijk kan zijn voor een verwerking"):
        edit_many(read(*two), field=ManyField.OWNER, value=person.pk, reason=WHY, by=OFFICER)


def test_a_record_of_another_municipality_is_not_there(
    two: tuple[Facts, Facts], other_municipality: Municipality
) -> None:
    with municipality_scope(other_municipality.id), pytest.raises(EditedMeanwhile):
        edit_many(read(*two), field=ManyField.POLICY_DOMAIN, value="youth", reason=WHY, by=OFFICER)


def test_undoing_gives_back_value_and_state(two: tuple[Facts, Facts], unit: Unit) -> None:
    key = moved(two, unit)
    assert undo_many(key, reason="Vergissing.", by=OFFICER) == Undone(2, ())
    assert stored() == [("Bijstand", None, "concept", 2), ("Leerplicht", None, "adopted", 2)]


def test_undoing_gives_each_record_its_own_back(two: tuple[Facts, Facts]) -> None:
    Activity.objects.filter(name="Bijstand").update(processing_state="planned")
    ended = ProcessingState.ENDED.value
    key = edit_many(read(*two), field=ManyField.PROCESSING_STATE, value=ended, reason=WHY, by=OFFICER)
    undo_many(key, reason="Vergissing.", by=OFFICER)
    assert list(Activity.objects.order_by("name").values_list("processing_state", flat=True)) == ["planned", ""]


def test_what_was_changed_since_is_left_and_named(two: tuple[Facts, Facts], unit: Unit) -> None:
    key = moved(two, unit)
    edit_activity(activity_facts(two[0].id), by=OFFICER)
    undone = undo_many(key, reason="Vergissing.", by=OFFICER)
    assert [undone.restored, [each.name for each in undone.left]] == [1, ["Bijstand"]]
    assert [row[1] for row in stored()] == ["Zorg", None]


def test_it_is_undone_once(two: tuple[Facts, Facts], unit: Unit) -> None:
    key = moved(two, unit)
    undo_many(key, reason="Vergissing.", by=OFFICER)
    with pytest.raises(Refused):
        undo_many(key, reason="Nog eens.", by=OFFICER)


def test_what_two_people_undo_is_told_of_each(two: tuple[Facts, Facts], unit: Unit) -> None:
    owner = Person.objects.create(name="Femke")
    Activity.objects.filter(name="Bijstand").update(owner=owner)
    key = moved(two, unit)
    hers = Actor(name="Femke", roles=frozenset({Role.PROCESS_OWNER}), person_id=owner.pk)
    undo_many(key, reason="De mijne niet.", by=hers)
    undo_many(key, reason="De rest ook niet.", by=OFFICER)
    told = [(each.by, each.reason, [to.name for to in each.records]) for each in many_undone(key, by=OFFICER)]
    first, second = ("Femke", "De mijne niet.", ["Bijstand"]), (OFFICER.name, "De rest ook niet.", ["Leerplicht"])
    assert told == [first, second]


def test_another_municipality_does_not_find_it(
    two: tuple[Facts, Facts], unit: Unit, other_municipality: Municipality
) -> None:
    key = moved(two, unit)
    with municipality_scope(other_municipality.id):
        assert many_done(key, by=OFFICER) is None


@pytest.mark.parametrize("count", [1, 3])
def test_many_cost_as_little_as_one(
    count: int, municipality: Municipality, unit: Unit, django_assert_num_queries: object
) -> None:
    made = [an_activity(name=f"Nummer {each}") for each in range(count)]
    insert_activities(made)
    with django_assert_num_queries(7):  # type: ignore[operator]  # a fixture without types
        edit_many(read(*made), field=ManyField.UNIT, value=unit.pk, reason=WHY, by=OFFICER)


def test_undoing_leaves_and_names_what_would_go_back_to_a_unit_that_was_removed(
    two: tuple[Facts, Facts], unit: Unit
) -> None:
    old = Unit.objects.create(name="Oud")
    Activity.objects.filter(pk=two[0].id).update(unit=old)
    key = moved(two, unit)
    old.delete()
    undone = undo_many(key, reason="Toch niet.", by=OFFICER)
    assert (undone.restored, [(each.name, each.untouched) for each in undone.left]) == (
        1,
        [("Bijstand", Untouched.NOT_THERE)],
    )


def test_undoing_publishes_nothing_that_was_withdrawn_since(municipality: Municipality, unit: Unit) -> None:
    made = an_activity(name="Bijstand")
    insert_activities([made])
    roles = frozenset({Role.PRIVACY_OFFICER, Role.EXECUTIVE})
    one, other = (Actor(name=n, person_id=Person.objects.create(name=n).pk, roles=roles) for n in ("A", "B"))
    submit_activity(made.id, revision=0, by=one)
    adopt_activity(made.id, revision=1, catalogue_version="1", by=other)
    publish_activity(made.id, revision=2, by=other)
    key = edit_many({made.id: 3}, field=ManyField.UNIT, value=unit.pk, reason=WHY, by=one)
    withdraw_publication(made.id, revision=4, reason="Fout.", by=other)
    with pytest.raises(Refused):
        undo_many(key, reason="Toch niet.", by=other)
    assert Activity.objects.get().record_state == RecordState.CONCEPT


def test_a_change_is_made_once_under_its_key(two: tuple[Facts, Facts], unit: Unit) -> None:
    case = edit_many(read(two[0]), field=ManyField.UNIT, value=unit.pk, reason=WHY, by=OFFICER)
    with pytest.raises(Refused, match="al gemaakt"):
        edit_many(read(two[1]), field=ManyField.UNIT, value=unit.pk, reason=WHY, by=OFFICER, case=case)
    assert [name for _record, name, *_rest in stored()] == ["Zorg", None]
