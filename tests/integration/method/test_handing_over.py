"""What is on the name of who left goes to a colleague, at once and whole, and back again; nothing goes unseen."""

import datetime as dt
from collections.abc import Iterable
from uuid import UUID

import pytest
from django.apps import apps
from django.db.models import ForeignKey

from gemeentedossier.dossier.assets.models import System
from gemeentedossier.dossier.evidence.models import Evidence
from gemeentedossier.dossier.register.actions.activities import edit_activity, insert_activities
from gemeentedossier.dossier.register.models import Activity
from gemeentedossier.dossier.register.queries.activities import activity_facts
from gemeentedossier.dossier.register.queries.history import event_model
from gemeentedossier.dossier.requests.models import DataSubjectRequest, SearchLine
from gemeentedossier.dossier.snapshot.queries import dossier_of
from gemeentedossier.foundation import clock
from gemeentedossier.foundation.errors import EditedMeanwhile, NotPermitted, Refused
from gemeentedossier.foundation.models import Municipality
from gemeentedossier.foundation.models.tracked import MunicipalityRecord
from gemeentedossier.foundation.tenancy import municipality_scope
from gemeentedossier.foundation.trail import Actor
from gemeentedossier.method.actions.handing_over import PLACES, hand_back, hand_over
from gemeentedossier.method.engine.leavers import leavers_of
from gemeentedossier.method.facts import Held
from gemeentedossier.organisation.enums import Role
from gemeentedossier.organisation.models import Person, RoleAssignment
from tests.builders import an_activity
from tests.integration.desk.people import someone
from tests.integration.desk.samples import one_of_everything

WHY = "Jet werkt hier niet meer."


@pytest.fixture
def officer(municipality: Municipality) -> Actor:
    person = someone(Role.PRIVACY_OFFICER)
    return Actor(name=person.name, person_id=person.pk, roles=frozenset({Role.PRIVACY_OFFICER}))


@pytest.fixture
def left(municipality: Municipality) -> Person:
    """Who left, with an activity, a request of which they search a place, and evidence on their name."""
    person = leaver()
    made = an_activity(name="Leerplicht", owner_id=person.pk)
    insert_activities([made])
    one_of_everything(made.id)
    DataSubjectRequest.objects.filter(pk=made.id).update(
        handler=person, closed_as="", closed_on=None, closed_because=""
    )
    SearchLine.objects.filter(pk=made.id).update(owner=person, found=None)
    Evidence.objects.filter(pk=made.id).update(owner=person)
    return person


def leaver() -> Person:
    person = someone()
    yesterday = clock.today() - dt.timedelta(days=1)
    RoleAssignment.objects.create(person=person, role=Role.PROCESS_OWNER.value, ends_on=yesterday)
    return person


def on_name_of(person: Person, municipality: Municipality) -> tuple[Held, ...]:
    every = leavers_of(dossier_of(municipality), on=clock.today())
    return next((each.held for each in every if each.person.id == person.pk), ())


def people_of(records: Iterable[Held]) -> set[UUID]:
    """Who is the accountable person of these records now."""
    return {
        PLACES[each.kind].model.objects.values_list(PLACES[each.kind].column, flat=True).get(pk=each.id)
        for each in records
    }


def test_every_accountable_person_of_the_dossier_can_be_handed_over() -> None:
    named = {
        (model, field.attname)
        for model in apps.get_models()
        if issubclass(model, MunicipalityRecord)
        for field in model._meta.concrete_fields
        if isinstance(field, ForeignKey) and field.related_model is Person and field.name in ("owner", "handler")
    }
    assert {(each.model, each.column) for each in PLACES.values()} == named


def test_all_of_it_goes_to_the_colleague(municipality: Municipality, officer: Actor, left: Person) -> None:
    records, colleague = on_name_of(left, municipality), someone(Role.CISO)
    hand_over(records, to=colleague.pk, reason=WHY, by=officer)
    assert len(records) == 4
    assert (people_of(records), on_name_of(left, municipality)) == ({colleague.pk}, ())


def test_what_was_not_chosen_stays(municipality: Municipality, officer: Actor, left: Person) -> None:
    first, *others = on_name_of(left, municipality)
    hand_over([first], to=someone(Role.CISO).pk, reason=WHY, by=officer)
    assert {each.id for each in on_name_of(left, municipality)} == {each.id for each in others}


def test_each_record_counts_it_as_one_edit(municipality: Municipality, officer: Actor, left: Person) -> None:
    request, activity = DataSubjectRequest.objects.get().revision, Activity.objects.get().revision
    hand_over(on_name_of(left, municipality), to=someone(Role.CISO).pk, reason=WHY, by=officer)
    after = DataSubjectRequest.objects.get().revision, Activity.objects.get().revision
    assert after == (request + 1, activity + 1)


def test_it_is_one_entry_of_the_trail_with_the_reason(municipality: Municipality, officer: Actor, left: Person) -> None:
    hand_over(on_name_of(left, municipality), to=someone(Role.CISO).pk, reason=WHY, by=officer)
    trails = [
        event_model(model).objects.order_by("-pgh_id").first().pgh_context for model in (Activity, SearchLine, Evidence)
    ]
    told = {"verb": "method.hand_over", "by": officer.name, "reason": WHY, "person": str(officer.person_id)}
    assert trails == [told, told, told]


@pytest.mark.parametrize("role", sorted(set(Role) - {Role.PRIVACY_OFFICER}))
def test_nobody_but_the_privacy_officer_hands_over(role: Role, municipality: Municipality) -> None:
    by = Actor(name="Wim", person_id=someone(role).pk, roles=frozenset({role}))
    with pytest.raises(NotPermitted):
        hand_over([], to=someone(Role.CISO).pk, reason=WHY, by=by)


NO_HOLDERS = (Role.PROVIDER, Role.COUNCIL_MEMBER, Role.ADMINISTRATOR, Role.AUDITOR, Role.DATA_PROTECTION_OFFICER)


def test_it_goes_to_nobody_who_left_or_whose_role_answers_for_no_record(
    municipality: Municipality, officer: Actor, left: Person
) -> None:
    records = on_name_of(left, municipality)
    for other in (leaver(), someone(), *(someone(role) for role in NO_HOLDERS)):
        with pytest.raises(Refused):
            hand_over(records, to=other.pk, reason=WHY, by=officer)
    assert people_of(records) == {left.pk}


def test_it_goes_to_nobody_of_another_municipality(
    municipality: Municipality, other_municipality: Municipality, officer: Actor, left: Person
) -> None:
    with municipality_scope(other_municipality.id):
        stranger = someone(Role.CISO)
    with pytest.raises(Refused, match="werkt hier niet"):
        hand_over(on_name_of(left, municipality), to=stranger.pk, reason=WHY, by=officer)


def test_records_of_another_municipality_are_not_reached(
    municipality: Municipality, other_municipality: Municipality, officer: Actor, left: Person
) -> None:
    with municipality_scope(other_municipality.id):
        theirs = leaver()
        System.objects.create(name="Zaaksysteem", owner=theirs)
        records = on_name_of(theirs, other_municipality)
    with pytest.raises(EditedMeanwhile):
        hand_over(records, to=someone(Role.CISO).pk, reason=WHY, by=officer)


def test_one_record_that_was_changed_meanwhile_stops_all(
    municipality: Municipality, officer: Actor, left: Person
) -> None:
    records = on_name_of(left, municipality)
    edit_activity(activity_facts(Activity.objects.get().pk), by=officer)
    with pytest.raises(EditedMeanwhile):
        hand_over(records, to=someone(Role.CISO).pk, reason=WHY, by=officer)
    assert people_of(records) == {left.pk}


@pytest.mark.parametrize("reason", ["", " ", "…"])
def test_it_is_not_done_without_a_reason(reason: str, municipality: Municipality, officer: Actor, left: Person) -> None:
    with pytest.raises(Refused, match="Zeg waarom"):
        hand_over(on_name_of(left, municipality), to=someone(Role.CISO).pk, reason=reason, by=officer)


def test_nothing_chosen_is_refused(municipality: Municipality, officer: Actor) -> None:
    with pytest.raises(Refused, match="niets gekozen"):
        hand_over([], to=someone(Role.CISO).pk, reason=WHY, by=officer)


def test_handing_back_undoes_it(municipality: Municipality, officer: Actor, left: Person) -> None:
    colleague, before = someone(Role.CISO), on_name_of(left, municipality)
    hand_over(before, to=colleague.pk, reason=WHY, by=officer)
    hand_back(_as_they_are(before, colleague), to=left.pk, reason="Vergissing.", by=officer)
    assert people_of(before) == {left.pk}


def test_nothing_goes_back_to_who_never_had_it(municipality: Municipality, officer: Actor, left: Person) -> None:
    colleague, before = someone(Role.CISO), on_name_of(left, municipality)
    hand_over(before, to=colleague.pk, reason=WHY, by=officer)
    with pytest.raises(Refused, match="kwam niet als laatste van deze persoon"):
        hand_back(_as_they_are(before, colleague), to=leaver().pk, reason="Vergissing.", by=officer)


def test_what_came_in_another_way_does_not_go_back(municipality: Municipality, officer: Actor, left: Person) -> None:
    before, colleague = on_name_of(left, municipality), someone(Role.CISO)
    for each in before:
        PLACES[each.kind].model.objects.filter(pk=each.id).update(**{PLACES[each.kind].column: colleague.pk})
    with pytest.raises(Refused, match="kwam niet als laatste van deze persoon"):
        hand_back(_as_they_are(before, colleague, counted=0), to=left.pk, reason="Vergissing.", by=officer)


def _as_they_are(records: Iterable[Held], person: Person, *, counted: int = 1) -> list[Held]:
    """The same records, on their new name and after that edit."""
    return [replaced(each, person, counted) for each in records]


def replaced(held: Held, person: Person, counted: int) -> Held:
    return Held(
        kind=held.kind,
        id=held.id,
        name=held.name,
        person_id=person.pk,
        record_id=held.record_id,
        revision=held.revision + counted if PLACES[held.kind].counting else 0,
    )
