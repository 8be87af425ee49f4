"""Who may not, reads who may."""

from uuid import UUID

import pytest
from django.utils import translation

from gemeentedossier.foundation.errors import NotPermitted
from gemeentedossier.foundation.trail import Actor
from gemeentedossier.organisation.enums import Role
from gemeentedossier.organisation.permissions import OWN_ONLY, PERMISSIONS, ROLE_WORDS, can_for, check_permitted


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "Your roles do not allow this. It can be done by: privacy officer, process owner."),
        ("nl", "Uw rollen staan dit niet toe. Dit kan worden gedaan door: privacy officer, proceseigenaar."),
    ],
)
def test_a_refusal_names_the_roles_that_may_in_the_language_of_the_reader(language: str, sentence: str) -> None:
    auditor = Actor(name="A. Auditor", roles=frozenset({Role.AUDITOR}))
    with translation.override(language), pytest.raises(NotPermitted) as refused:
        check_permitted(auditor, "register.edit_activity")
    assert str(refused.value) == sentence


def test_every_role_has_a_word() -> None:
    assert set(ROLE_WORDS) == set(Role)


ME, SOMEBODY_ELSE = UUID(int=1), UUID(int=2)


@pytest.mark.parametrize(
    ("roles", "owner_id", "may"),
    [
        ({Role.PRIVACY_OFFICER}, ME, True),
        ({Role.PRIVACY_OFFICER}, SOMEBODY_ELSE, True),
        ({Role.PRIVACY_OFFICER}, None, True),
        ({Role.PROCESS_OWNER}, ME, True),
        ({Role.PROCESS_OWNER}, SOMEBODY_ELSE, False),
        ({Role.PROCESS_OWNER}, None, False),
        ({Role.PROCESS_OWNER, Role.PRIVACY_OFFICER}, SOMEBODY_ELSE, True),
        ({Role.AUDITOR}, ME, False),
        (set(), ME, False),
    ],
)
@pytest.mark.parametrize(
    "permission", ["register.edit_activity", "register.confirm_activity", "register.submit_activity"]
)
def test_a_process_owner_writes_own_records_only(
    permission: str, roles: set[Role], owner_id: UUID | None, *, may: bool
) -> None:
    me = Actor(name="Jet", person_id=ME, roles=frozenset(roles))
    assert can_for(me, permission, owner_id=owner_id) is may


def test_part_of_the_program_owns_no_record() -> None:
    assert not can_for(Actor(name="x", roles=frozenset({Role.PROCESS_OWNER})), "register.edit_activity", owner_id=None)


def test_a_role_that_is_bound_to_its_own_records_stands_in_the_table() -> None:
    assert all(roles <= PERMISSIONS[permission] for permission, roles in OWN_ONLY.items())


def test_who_supervises_signs_and_who_writes_does_not() -> None:
    assert PERMISSIONS["ledger.sign_checkpoint"] == {Role.DATA_PROTECTION_OFFICER, Role.AUDITOR}


def test_what_risk_may_remain_is_decided_by_who_neither_guards_it_nor_proposes() -> None:
    decisions = ("governance.set_appetite", "security.decide_risk", "security.decide_exclusion")
    assert {each: PERMISSIONS[each] for each in decisions} == {each: {Role.EXECUTIVE} for each in decisions}
    assert PERMISSIONS["governance.choose_ambition"] == {Role.EXECUTIVE}
    assert PERMISSIONS["security.propose_exclusion"] == {Role.CISO}


def test_a_provider_may_act_at_its_own_door_only_and_nobody_else_there() -> None:
    carried = {name for name, roles in PERMISSIONS.items() if Role.PROVIDER in roles}
    assert carried == {name for name in PERMISSIONS if name.startswith("guest.")}
    assert {PERMISSIONS[name] for name in carried} == {frozenset({Role.PROVIDER})}
