"""Lines of the access matrix: edited by who may, as they were read, and standing once for a purpose."""

from contextlib import nullcontext
from dataclasses import replace
from typing import Any

import pytest
from django.utils import translation

from gemeentedossier.dossier.register.actions.activities import create_activity
from gemeentedossier.dossier.register.facts import Activity
from gemeentedossier.dossier.security.actions.access import allow_access, change_access, withdraw_access
from gemeentedossier.dossier.security.facts import AccessRule
from gemeentedossier.dossier.security.queries import access_rules_from
from gemeentedossier.foundation.errors import EditedMeanwhile, NotPermitted, Refused
from gemeentedossier.foundation.identifiers import new_id
from gemeentedossier.foundation.rows import live_rows
from gemeentedossier.foundation.trail import Actor
from gemeentedossier.organisation.enums import Role
from gemeentedossier.organisation.models import Person
from tests.builders import an_activity


@pytest.fixture(autouse=True)
def _in_english() -> Any:
    with translation.override("en"):
        yield


def an_activity_of(by: Actor, owner: Person | None = None) -> Activity:
    made = an_activity(owner_id=owner.pk if owner else None, owner=owner.name if owner else "")
    create_activity(made, by=by)
    return made


def a_line(activity: Activity, by: Actor, **more: Any) -> AccessRule:
    line = AccessRule(new_id(), activity.id, **{"function": "Consulent", "reason": "Judges the request.", **more})
    allow_access(line, by=by)
    return line


def test_a_line_is_edited_as_it_was_read(everyone: Actor) -> None:
    activity = an_activity_of(everyone)
    line = a_line(activity, everyone)
    wanted = replace(line, purpose_id=activity.purposes[0].id, data_own=("name",), may_change=False)
    change_access(wanted, read=line.mark, by=everyone)
    assert access_rules_from(live_rows) == (wanted,)
    with pytest.raises(EditedMeanwhile):
        change_access(replace(line, reason="Other."), read=line.mark, by=everyone)
    assert access_rules_from(live_rows) == (wanted,)


def test_a_line_stays_with_its_activity(everyone: Actor) -> None:
    line, other = a_line(an_activity_of(everyone), everyone), an_activity_of(everyone)
    change_access(replace(line, activity_id=other.id, function="Desk"), read=line.mark, by=everyone)
    assert access_rules_from(live_rows) == (replace(line, function="Desk"),)


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"function": " "}, "Name the function"),
        ({"reason": ""}, "say why its task needs these data"),
        ({"function": "CONTROLLER"}, "stands in the matrix for this purpose already"),
        ({"purpose_id": new_id()}, "belongs to another activity"),
    ],
    ids=["no function", "no reason", "twice", "purpose of another"],
)
def test_what_is_no_line_is_refused(everyone: Actor, changes: dict[str, Any], sentence: str) -> None:
    activity = an_activity_of(everyone)
    a_line(activity, everyone, function="Controller")
    line = a_line(activity, everyone)
    with pytest.raises(Refused, match=sentence):
        change_access(replace(line, **changes), read=line.mark, by=everyone)


@pytest.mark.parametrize(
    ("role", "owns", "may"),
    [
        (Role.PROCESS_OWNER, True, True),
        (Role.PROCESS_OWNER, False, False),
        (Role.PRIVACY_OFFICER, False, True),
        (Role.CISO, False, True),
        (Role.DATA_PROTECTION_OFFICER, False, False),
        (Role.EXECUTIVE, True, False),
        (Role.AUDITOR, True, False),
    ],
)
def test_who_may_edit_and_withdraw_a_line(everyone: Actor, role: Role, *, owns: bool, may: bool) -> None:
    someone = Person.objects.create(name="Eva")
    line = a_line(an_activity_of(everyone, someone if owns else None), everyone)
    by = Actor(name="Eva", person_id=someone.pk, roles=frozenset({role}))
    wanted = replace(line, reason="Handles the file.")
    with nullcontext() if may else pytest.raises(NotPermitted):
        change_access(wanted, read=line.mark, by=by)
    assert access_rules_from(live_rows) == ((wanted,) if may else (line,))
    with nullcontext() if may else pytest.raises(NotPermitted):
        withdraw_access(line.id, by=by)
    assert access_rules_from(live_rows) == (() if may else (line,))


def test_a_line_opens_its_own_purpose_or_without_one_all_of_them(everyone: Actor) -> None:
    activity = an_activity_of(everyone)
    own = a_line(activity, everyone, purpose_id=activity.purposes[0].id)
    every = a_line(activity, everyone)
    asked = (activity.purposes[0].id, new_id())
    assert [[line.opens(key) for key in asked] for line in (own, every)] == [[True, False], [True, True]]
