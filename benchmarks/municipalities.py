"""Municipalities to measure in, each new, each with somebody who may do everything."""

from collections.abc import Iterator
from contextlib import contextmanager

from gemeentedossier.foundation.identifiers import new_id
from gemeentedossier.foundation.models import Municipality
from gemeentedossier.foundation.tenancy import municipality_scope
from gemeentedossier.foundation.trail import Actor
from gemeentedossier.organisation.enums import Role
from gemeentedossier.organisation.models import Person


def new_municipality() -> Municipality:
    """A municipality of its own; no other measurement has left anything in it."""
    key = new_id()
    return Municipality.objects.create(id=key, slug=f"bench-{key.hex[-12:]}", name="Meting", is_example=True)


@contextmanager
def somebody(municipality: Municipality) -> Iterator[Actor]:
    """One who may do everything, inside the scope of the municipality; committed at the end."""
    with municipality_scope(municipality.id):
        person = Person.objects.create(name="Sam de Meter")
        yield Actor(name=person.name, person_id=person.id, roles=frozenset(Role))
