"""The organisation from its rows."""

from collections import defaultdict
from uuid import UUID

from gemeentedossier.foundation.models import Municipality
from gemeentedossier.foundation.rows import Rows
from gemeentedossier.foundation.shaping import shaped, values_for
from gemeentedossier.organisation import models
from gemeentedossier.organisation.facts import Controller, Organisation, Person, RoleAssignment, Unit


def organisation_from(municipality: Municipality, rows: Rows) -> Organisation:
    """Who the municipality is, with its people and the roles they hold or held."""
    profile = next(iter(rows(models.OrganisationProfile)), {})
    recorded = {k: v for k, v in values_for(Organisation, profile).items() if k != "id"}
    return Organisation(
        **recorded,
        id=municipality.id,
        slug=municipality.slug,
        name=municipality.name,
        is_example=municipality.is_example,
        controllers=tuple(sorted((shaped(Controller, r) for r in rows(models.Controller)), key=lambda c: c.name)),
        units=tuple(sorted((shaped(Unit, r) for r in rows(models.Unit)), key=lambda u: u.name)),
        people=_people(rows),
    )


def _people(rows: Rows) -> tuple[Person, ...]:
    roles: dict[UUID, list[RoleAssignment]] = defaultdict(list)
    for row in rows(models.RoleAssignment):
        roles[row["person_id"]].append(shaped(RoleAssignment, row))
    people = (
        shaped(Person, row, roles=tuple(sorted(roles[row["id"]], key=lambda r: r.role))) for row in rows(models.Person)
    )
    return tuple(sorted(people, key=lambda p: (p.name, p.id)))
