"""Who works for the municipality, and who left or only comes for a party."""

import datetime as dt

import pytest

from gemeentedossier.foundation.identifiers import new_id
from gemeentedossier.organisation.enums import Role
from gemeentedossier.organisation.facts import Organisation, Person, RoleAssignment

TODAY = dt.date(2025, 7, 1)
GONE = dt.date(2025, 6, 30)


@pytest.mark.parametrize(
    ("roles", "works_here"),
    [
        ((), True),
        ((RoleAssignment(Role.PROVIDER),), False),
        ((RoleAssignment(Role.PROVIDER, ends_on=GONE),), False),
        ((RoleAssignment(Role.PROVIDER), RoleAssignment(Role.CISO)), True),
        ((RoleAssignment(Role.PROCESS_OWNER, ends_on=GONE),), False),
        ((RoleAssignment(Role.PROCESS_OWNER, ends_on=TODAY),), True),
        ((RoleAssignment(Role.PROCESS_OWNER, starts_on=TODAY + dt.timedelta(days=1)),), True),
    ],
)
def test_who_left_or_comes_for_a_party_is_no_colleague(roles: tuple[RoleAssignment, ...], *, works_here: bool) -> None:
    person = Person(new_id(), "Mira", roles=roles)
    found = Organisation(new_id(), "duinveld", "Duinveld", people=(person,))
    assert found.colleagues(TODAY) == ((person,) if works_here else ())
