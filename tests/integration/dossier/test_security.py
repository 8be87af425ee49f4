"""Classification, departures and access as records: who writes them, what is refused, what must be approved anew."""

import datetime as dt
from contextlib import nullcontext
from dataclasses import replace
from typing import Any

import pytest
from django.utils import translation

from gemeentedossier.catalogue.facts.security import SecurityAspect
from gemeentedossier.dossier.assets.actions.systems import delete_system, record_system
from gemeentedossier.dossier.assets.facts import System
from gemeentedossier.dossier.register.actions.activities import create_activity, edit_activity
from gemeentedossier.dossier.register.facts import Activity
from gemeentedossier.dossier.security.actions.access import allow_access, record_right, remove_right, withdraw_access
from gemeentedossier.dossier.security.actions.classification import (
    approve_classification,
    classify_activity,
    depart_from_level,
    follow_inherited,
)
from gemeentedossier.dossier.security.facts import AccessRight, AccessRule, Classification
from gemeentedossier.dossier.security.queries import (
    access_rights_from,
    access_rules_from,
    classifications_from,
    system_levels_from,
)
from gemeentedossier.foundation import clock
from gemeentedossier.foundation.errors import EditedMeanwhile, NotPermitted, Refused
from gemeentedossier.foundation.identifiers import new_id
from gemeentedossier.foundation.rows import live_rows
from gemeentedossier.foundation.trail import Actor
from gemeentedossier.organisation.enums import Role
from gemeentedossier.organisation.models import Person
from tests.builders import an_activity


@pytest.fixture(autouse=True)
def _today_in_english() -> Any:
    with translation.override("en"), clock.clock_at(dt.datetime(2026, 11, 24, 9, tzinfo=dt.UTC)):
        yield


@pytest.fixture
def activity(everyone: Actor) -> Activity:
    made = an_activity()
    create_activity(made, by=everyone)
    return made


def levels(activity: Activity, **more: Any) -> Classification:
    said = {f"{aspect}_reason": "People are harmed." for aspect in SecurityAspect}
    given = {"availability": 2, "integrity": 3, "confidentiality": 3, **said, **more}
    return Classification(new_id(), activity.id, **given)


def stored() -> Classification:
    (found,) = classifications_from(live_rows, people={})
    return found


def test_levels_read_back_with_their_reasons(everyone: Actor, activity: Activity) -> None:
    made = levels(activity)
    classify_activity(made, by=everyone)
    assert stored() == replace(made, revision=1)


def test_other_levels_must_be_approved_anew_and_other_words_not(everyone: Actor, activity: Activity) -> None:
    classify_activity(levels(activity), by=everyone)
    approve_classification(activity.id, revision=1, by=everyone)
    classify_activity(levels(activity, integrity_reason="Decisions on rights.", revision=1), by=everyone)
    assert stored().approved_at is not None
    classify_activity(levels(activity, integrity=4, revision=2), by=everyone)
    assert stored().approved_at is None


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"integrity": 5}, "A level is 1, 2, 3 or 4"),
        ({"integrity": 0}, "A level is 1, 2, 3 or 4"),
        ({"integrity_reason": " "}, "Say for each level why it fits"),
    ],
    ids=["five", "none", "unreasoned"],
)
def test_what_is_no_classification_is_refused(everyone: Actor, activity: Activity, fields: Any, sentence: str) -> None:
    with pytest.raises(Refused, match=sentence):
        classify_activity(levels(activity, **fields), by=everyone)


def test_who_saves_an_older_version_is_told(everyone: Actor, activity: Activity) -> None:
    classify_activity(levels(activity), by=everyone)
    with pytest.raises(EditedMeanwhile):
        classify_activity(levels(activity), by=everyone)


def test_levels_that_were_changed_after_they_were_read_are_not_approved(everyone: Actor, activity: Activity) -> None:
    classify_activity(levels(activity), by=everyone)
    classify_activity(levels(activity, confidentiality=1, revision=1), by=everyone)
    with pytest.raises(EditedMeanwhile):
        approve_classification(activity.id, revision=1, by=everyone)
    assert stored().approved_at is None


def test_half_a_classification_cannot_be_approved(everyone: Actor, activity: Activity) -> None:
    classify_activity(levels(activity, availability=None), by=everyone)
    with pytest.raises(Refused, match="Give all three levels first"):
        approve_classification(activity.id, revision=1, by=everyone)


def test_a_departure_has_a_reason_and_can_be_taken_back(everyone: Actor) -> None:
    system = record_system(System(new_id(), "Archive"), by=everyone)
    with pytest.raises(Refused, match="Say why this system"):
        depart_from_level(system.id, SecurityAspect.AVAILABILITY, level=1, reason="", by=everyone)
    for level in (2, 1):
        depart_from_level(system.id, SecurityAspect.AVAILABILITY, level=level, reason="Read on paper.", by=everyone)
    assert [each.level for each in system_levels_from(live_rows, people={})] == [1]
    follow_inherited(system.id, SecurityAspect.AVAILABILITY, by=everyone)
    assert system_levels_from(live_rows, people={}) == ()


def test_the_matrix_has_one_line_for_a_function_and_a_purpose(everyone: Actor, activity: Activity) -> None:
    line = AccessRule(new_id(), activity.id, "Consulent", activity.purposes[0].id, reason="Judges the request.")
    allow_access(line, by=everyone)
    assert access_rules_from(live_rows) == (line,)
    with pytest.raises(Refused, match="stands in the matrix"):
        allow_access(replace(line, id=new_id(), function="consulent"), by=everyone)
    withdraw_access(line.id, by=everyone)
    assert access_rules_from(live_rows) == ()


def test_a_purpose_of_another_activity_opens_nothing(everyone: Actor, activity: Activity) -> None:
    with pytest.raises(Refused, match="belongs to another activity"):
        allow_access(AccessRule(new_id(), activity.id, "Consulent", new_id(), reason="Task."), by=everyone)


def test_a_right_that_was_found_stays_when_its_purpose_or_system_would_go(everyone: Actor, activity: Activity) -> None:
    system = record_system(System(new_id(), "Archive"), by=everyone)
    right = AccessRight(new_id(), system.id, activity.id, "g-consulenten", "Consulent", activity.purposes[0].id)
    record_right(right, by=everyone)
    with pytest.raises(Refused, match="while other records name it: g-consulenten"):
        edit_activity(replace(activity, purposes=(), data_uses=()), by=everyone)
    with pytest.raises(Refused, match="still name this system"):
        delete_system(system.id, reason="Gone.", by=everyone)
    assert access_rights_from(live_rows) == (right,)


def test_a_right_is_recorded_as_found_and_removed(everyone: Actor, activity: Activity) -> None:
    system = record_system(System(new_id(), "Archive"), by=everyone)
    right = AccessRight(new_id(), system.id, activity.id, "g-consulenten", "Consulent", account_active=True)
    record_right(right, by=everyone)
    assert access_rights_from(live_rows) == (right,)
    with pytest.raises(Refused, match="Say since when the right is gone"):
        remove_right(right.id, reason=" ", by=everyone)
    remove_right(right.id, reason="Taken away on Monday; looked up.", by=everyone)
    assert access_rights_from(live_rows) == ()


OFFICER = Role.DATA_PROTECTION_OFFICER
WHO_TELLS_OF_RIGHTS = [
    (Role.PROCESS_OWNER, True, True),
    (Role.PROCESS_OWNER, False, False),
    (Role.PRIVACY_OFFICER, False, True),
    (OFFICER, False, True),
    (Role.CISO, False, True),
    (Role.EXECUTIVE, True, False),
    (Role.AUDITOR, True, False),
]


@pytest.mark.parametrize(("role", "owns", "may"), WHO_TELLS_OF_RIGHTS)
def test_who_may_record_a_right_may_take_it_back(everyone: Actor, role: Role, *, owns: bool, may: bool) -> None:
    someone = Person.objects.create(name="Eva")
    activity = an_activity(owner_id=someone.pk if owns else None, owner=someone.name if owns else "")
    create_activity(activity, by=everyone)
    system = record_system(System(new_id(), "Archive"), by=everyone)
    right = AccessRight(new_id(), system.id, activity.id, "g-consulenten", "Consulent")
    with nullcontext() if may else pytest.raises(NotPermitted):
        record_right(right, by=Actor(name="Eva", person_id=someone.pk, roles=frozenset({role})))
    assert access_rights_from(live_rows) == ((right,) if may else ())


WHO_SAYS_IT_IS_GONE = [(role, owns, may and role is not OFFICER) for role, owns, may in WHO_TELLS_OF_RIGHTS]
"""The officer may find a right that should not be there, and never mends what she watches over (GDPR 38(6))."""


@pytest.mark.parametrize(("role", "owns", "may"), WHO_SAYS_IT_IS_GONE)
def test_who_may_say_that_a_right_is_gone(everyone: Actor, role: Role, *, owns: bool, may: bool) -> None:
    someone = Person.objects.create(name="Eva")
    activity = an_activity(owner_id=someone.pk if owns else None, owner=someone.name if owns else "")
    create_activity(activity, by=everyone)
    system = record_system(System(new_id(), "Archive"), by=everyone)
    right = AccessRight(new_id(), system.id, activity.id, "g-consulenten", "Consulent")
    record_right(right, by=everyone)
    by = Actor(name="Eva", person_id=someone.pk, roles=frozenset({role}))
    with nullcontext() if may else pytest.raises(NotPermitted):
        remove_right(right.id, reason="Looked up.", by=by)
    assert access_rights_from(live_rows) == (() if may else (right,))
