"""What an activity must know of the rest of the dossier is renewed with the rest, and rules say what they await."""

import datetime as dt
from dataclasses import replace
from typing import cast

import pytest

from gemeentedossier.assessment.engine.assess import SECURED_BY, assess, assess_activity, whole_in, whole_renewed
from gemeentedossier.assessment.engine.renewal import reassess
from gemeentedossier.assessment.engine.subjects.awaited import AWAITED
from gemeentedossier.assessment.engine.subjects.secured import secured_in
from gemeentedossier.assessment.enums import Outcome
from gemeentedossier.assessment.facts import Assessment
from gemeentedossier.catalogue.queries import current_catalogue
from gemeentedossier.dossier.register.facts import Activity, LegalBasis, Purpose
from gemeentedossier.dossier.snapshot.facts import Dossier
from gemeentedossier.organisation.enums import Role
from gemeentedossier.organisation.facts import Person, RoleAssignment
from tests.everything import everything
from tests.unit.assessment.dossiers import DAY, dossier_with, some_id

LONG = " ".join(f"woord{number}" for number in range(40))
YESTERDAY = DAY - dt.timedelta(days=1)


def weighing(number: int, necessity: str = "") -> Activity:
    basis = LegalBasis(some_id(number + 1), necessity=necessity)
    purpose = Purpose(some_id(number + 2), 1, "Doel", (basis,))
    return Activity(some_id(number), f"Verwerking {number}", purposes=(purpose,))


def found(assessment: Assessment, rule: str) -> list[object]:
    return [f.activity_id for f in assessment.findings() if f.rule_id == rule and f.outcome is Outcome.CONTRADICTS]


def test_a_copy_made_later_is_found_in_the_record_that_nobody_touched() -> None:
    catalogue, before = current_catalogue(), dossier_with(weighing(10, LONG), weighing(20))
    now = replace(before, activities=(weighing(10, LONG), weighing(20, LONG)))
    renewed = reassess(assess(before, catalogue), of=before, now=now, catalogue=catalogue)
    assert found(assess(before, catalogue), "copied-reasoning") == []
    assert found(renewed, "copied-reasoning") == [some_id(10), some_id(20)]


def test_one_activity_alone_still_knows_of_the_others() -> None:
    dossier = dossier_with(weighing(10, LONG), weighing(20, LONG))
    alone = assess_activity(dossier, current_catalogue(), some_id(20))
    assert found(alone, "copied-reasoning") == [some_id(20)]


def test_what_an_activity_knows_of_others_is_renewed_to_what_is_gathered_anew() -> None:
    before = everything()
    first, *others = before.activities
    now = replace(before, activities=(replace(first, name="Anders", measure_ids=()), *others))
    renewed = whole_renewed(before, now)
    assert renewed == whole_in(replace(now))
    assert renewed is whole_in(now)
    assert whole_renewed(now, replace(now, activities=tuple(others))) == whole_in(
        replace(now, activities=tuple(others))
    )


def test_what_says_how_an_activity_is_secured_is_compared() -> None:
    dossier, read = everything(), set[str]()

    class Reading:
        def __getattr__(self, name: str) -> object:
            read.add(name)
            return getattr(dossier, name)

    secured_in(cast(Dossier, Reading()), day=DAY)
    assert read - {"activities"} == set(SECURED_BY)


def owned(*roles: RoleAssignment) -> Dossier:
    dossier = dossier_with(replace(weighing(10), owner_id=some_id(70), owner="J. Smit"))
    person = Person(some_id(70), "J. Smit", roles=roles)
    return replace(dossier, organisation=replace(dossier.organisation, people=(person,)))


@pytest.mark.parametrize(
    ("roles", "in_office"),
    [
        ((), None),
        ((RoleAssignment(Role.PROCESS_OWNER),), True),
        ((RoleAssignment(Role.PROCESS_OWNER, ends_on=DAY),), True),
        ((RoleAssignment(Role.PROCESS_OWNER, ends_on=YESTERDAY),), False),
        ((RoleAssignment(Role.PROCESS_OWNER, ends_on=YESTERDAY), RoleAssignment(Role.EXECUTIVE)), True),
    ],
    ids=["no role recorded", "for good", "last day", "ended", "another role"],
)
def test_an_owner_is_in_office_as_long_as_a_role_is_held(
    roles: tuple[RoleAssignment, ...],
    in_office: bool | None,
) -> None:
    dossier = owned(*roles)
    assert whole_in(dossier).owner_in_office(dossier.activities[0]) is in_office


def test_an_owner_whose_role_ended_is_found_by_renewal_too() -> None:
    catalogue, before = current_catalogue(), owned(RoleAssignment(Role.PROCESS_OWNER))
    now = owned(RoleAssignment(Role.PROCESS_OWNER, ends_on=YESTERDAY))
    renewed = reassess(assess(before, catalogue), of=before, now=now, catalogue=catalogue)
    assert found(renewed, "owner-out-of-office") == [some_id(10)]


@pytest.mark.parametrize(
    ("roles", "conflicting"),
    [
        ((Role.DATA_PROTECTION_OFFICER,), ()),
        ((Role.DATA_PROTECTION_OFFICER, Role.AUDITOR), ()),
        ((Role.DATA_PROTECTION_OFFICER, Role.CISO), ("ciso",)),
        ((Role.PROCESS_OWNER, Role.CISO), ()),
        ((Role.DATA_PROTECTION_OFFICER, Role.EXECUTIVE, Role.PRIVACY_OFFICER), ("privacy_officer", "executive")),
    ],
    ids=["officer", "auditor too", "ciso too", "no officer", "two roles too"],
)
def test_an_officer_who_decides_or_manages_is_found(roles: tuple[Role, ...], conflicting: tuple[str, ...]) -> None:
    dossier = owned(*map(RoleAssignment, roles))
    case = assess(dossier, current_catalogue()).cases[0].case
    assert case.fact("organisation.officer_other_roles") == conflicting


def test_a_rule_awaits_the_record_that_it_is_about_and_no_other_rule_awaits_any() -> None:
    rules = current_catalogue().rules.values()
    awaiting = {rule.id: rule.awaits for rule in rules if rule.awaits is not None}
    assert awaiting == {rule.id: rule.subject.value for rule in rules if rule.subject in AWAITED}


def test_the_rest_of_a_dossier_is_gathered_once() -> None:
    dossier = dossier_with(weighing(10))
    assert whole_in(dossier) is whole_in(dossier)
    assert whole_in(replace(dossier)) is not whole_in(dossier)
