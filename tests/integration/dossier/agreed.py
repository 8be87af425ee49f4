"""Every agreement and role test of the municipality in scope, as they are now."""

from uuid import UUID

from gemeentedossier.dossier.agreements.facts import Agreement, RoleTest
from gemeentedossier.dossier.agreements.queries import agreements_from, role_tests_from
from gemeentedossier.dossier.parties.models import Party
from gemeentedossier.foundation.rows import live_rows
from gemeentedossier.organisation.models import Person


def all_agreements() -> tuple[Agreement, ...]:
    return agreements_from(live_rows, people=_people(), parties=_parties())


def all_role_tests() -> tuple[RoleTest, ...]:
    return role_tests_from(live_rows, people=_people(), parties=_parties())


def _people() -> dict[UUID, str]:
    return dict(Person.objects.values_list("pk", "name"))


def _parties() -> dict[UUID, str]:
    return dict(Party.objects.values_list("pk", "name"))
