"""Recording who a municipality is."""

import itertools

from django.db import IntegrityError, transaction
from django.urls import Resolver404, resolve
from django.utils.translation import gettext as _

from gemeentedossier.foundation.bulk import insert_values
from gemeentedossier.foundation.errors import NO_SUCH_MUNICIPALITY, Refused
from gemeentedossier.foundation.identifiers import new_id
from gemeentedossier.foundation.models import Municipality
from gemeentedossier.foundation.shaping import stored_values
from gemeentedossier.foundation.tenancy import municipality_scope
from gemeentedossier.foundation.trail import Actor, verb
from gemeentedossier.organisation import models
from gemeentedossier.organisation.enums import ControllerKind
from gemeentedossier.organisation.facts import Organisation, Person

LONGEST_SLUG, LONGEST_NAME = 50, 200
"""Characters of the short name and of the name of a municipality."""


def can_be_address(slug: str) -> bool:
    """Whether the short name can name a municipality in addresses, and none of the program's own."""
    try:
        return resolve(f"/{slug}/").kwargs.get("municipality") == slug
    except Resolver404:
        return False


def create_municipality(organisation: Organisation) -> Municipality:
    """The municipality as a tenant; what it records comes after, in its scope."""
    return Municipality.objects.create(
        id=organisation.id, slug=organisation.slug, name=organisation.name, is_example=organisation.is_example
    )


def municipality_named(slug: str, *, create: str | None, by: Actor) -> Municipality:
    """The municipality of that short name; founded with the name ``create`` where it is new and one was given.

    Refused where there is none and no name was given, or where the short name cannot stand in addresses.
    """
    found = Municipality.objects.filter(slug=slug).first()
    if found is None and not create:
        raise Refused(str(NO_SUCH_MUNICIPALITY) % {"slug": slug})
    if found is None and not can_be_address(slug):
        told = _("“%(slug)s” cannot name a municipality in addresses. Use letters, digits and hyphens.")
        raise Refused(told % {"slug": slug})
    return found or found_municipality(slug, name=create or slug, by=by)


def found_municipality(slug: str, *, name: str, by: Actor) -> Municipality:
    """A new municipality with what every municipality is by law: a public authority with its three bodies.

    Refused where the names are too long, or somebody made it at the same time.
    Source: Gemeentewet, article 6 (council, executive and mayor); GDPR 4(7).
    """
    if len(slug) > LONGEST_SLUG or len(name) > LONGEST_NAME:
        told = _("Give a short name of at most %(slug)d characters and a name of at most %(name)d.")
        raise Refused(told % {"slug": LONGEST_SLUG, "name": LONGEST_NAME})
    try:
        with transaction.atomic():
            municipality = Municipality.objects.create(slug=slug, name=name)
    except IntegrityError as error:
        told = _("The municipality “%(slug)s” was made by somebody else just now. Nothing was done; try again.")
        raise Refused(told % {"slug": slug}) from error
    with municipality_scope(municipality.id), verb("organisation.found_municipality", by=by):
        models.OrganisationProfile.objects.create(is_public_authority=True)
        for kind, body in BODIES.items():
            models.Controller.objects.create(kind=kind.value, name=body)
    return municipality


BODIES = {
    ControllerKind.COLLEGE: "College van burgemeester en wethouders",
    ControllerKind.BURGEMEESTER: "Burgemeester",
    ControllerKind.GEMEENTERAAD: "Gemeenteraad",
}


def insert_organisation(organisation: Organisation) -> None:
    """Profile, controllers, units, people and roles of the municipality in scope. Part of a verb."""
    insert_values(
        models.OrganisationProfile, [{**stored_values(models.OrganisationProfile, organisation), "id": new_id()}]
    )
    insert_values(models.Controller, [stored_values(models.Controller, c) for c in organisation.controllers])
    insert_values(models.Unit, [stored_values(models.Unit, u) for u in organisation.units])
    people = [stored_values(models.Person, p) for p in organisation.people]
    insert_values(models.Person, people)
    insert_values(models.RoleAssignment, list(itertools.chain.from_iterable(map(_roles, organisation.people))))


def _roles(person: Person) -> list[dict[str, object]]:
    return [
        {**stored_values(models.RoleAssignment, role), "id": new_id(), "person_id": person.id} for role in person.roles
    ]
