"""Recording who a municipality is."""

import itertools

from gemeentedossier.foundation.bulk import insert_values
from gemeentedossier.foundation.identifiers import new_id
from gemeentedossier.foundation.models import Municipality
from gemeentedossier.foundation.shaping import stored_values
from gemeentedossier.organisation import models
from gemeentedossier.organisation.facts import Organisation, Person


def create_municipality(organisation: Organisation) -> Municipality:
    """The municipality as a tenant; what it records comes after, in its scope."""
    return Municipality.objects.create(
        id=organisation.id, slug=organisation.slug, name=organisation.name, is_example=organisation.is_example
    )


def insert_organisation(organisation: Organisation) -> None:
    """Profile, controllers, units, people and roles of the municipality in scope. Part of a verb."""
    insert_values(
        models.OrganisationProfile, [{**stored_values(models.OrganisationProfile, organisation), "id": new_id()}]
    )
    insert_values(models.Controller, [stored_values(models.Controller, c) for c in organisation.controllers])
    insert_values(models.Unit, [stored_values(models.Unit, u) for u in organisation.units])
    insert_values(models.Person, [stored_values(models.Person, p) for p in organisation.people])
    insert_values(models.RoleAssignment, list(itertools.chain.from_iterable(map(_roles, organisation.people))))


def _roles(person: Person) -> list[dict[str, object]]:
    return [
        {**stored_values(models.RoleAssignment, role), "id": new_id(), "person_id": person.id} for role in person.roles
    ]
