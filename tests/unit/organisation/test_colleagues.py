"""Who works for the municipality, and who only comes for a party."""

import datetime as dt

import pytest

from gemeentedossier.foundation.identifiers import new_id
from gemeentedossier.organisation.enums import Role
from gemeentedossier.organisation.facts import Organisation, Person, RoleAssignment

GONE = dt.date(2025, 6, 30)


@pytest.mark.parametrize(
    ("roles", "works_here"),
    [
        ((), True),
        ((RoleAssignment(Role.PROVIDER),), False),
        ((RoleAssignment(Role.PROVIDER, ends_on=GONE),), False),
        ((RoleAssignment(Role.PROVIDER), RoleAssignment(Role.CISO)), True),
        ((RoleAssignment(Role.PROCESS_OWNER, ends_on=GONE),), True),
    ],
)
def test_who_only_comes_for_a_party_is_no_colleague(roles: tuple[RoleAssignment, ...], *, works_here: bool) -> None:
    person = Person(new_id(), "Mira", roles=roles)
    found = Organisation(new_id(), "duinveld", "Duinveld", people=(person,))
    assert found.colleagues == ((person,) if works_here else ())
