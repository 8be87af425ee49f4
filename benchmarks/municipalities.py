"""Municipalities to measure in, each new, each with somebody who may do everything."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection

from gemeentedossier.dossier.snapshot.facts import Dossier
from gemeentedossier.exchange.actions.dossiers import load_dossier
from gemeentedossier.foundation.identifiers import new_id
from gemeentedossier.foundation.models import Municipality
from gemeentedossier.foundation.tenancy import as_owner, municipality_scope
from gemeentedossier.foundation.trail import Actor
from gemeentedossier.organisation.enums import Role
from gemeentedossier.organisation.models import Person

PROGRAM = Actor("benchmarks", roles=frozenset(Role))


def new_municipality() -> Municipality:
    """A municipality of its own; no other measurement has left anything in it."""
    key = new_id()
    return Municipality.objects.create(id=key, slug=f"bench-{key.hex[-12:]}", name="Meting", is_example=True)


def loaded(dossier: Dossier) -> Municipality:
    """The dossier in the database, with the statistics that the server would have gathered by tomorrow."""
    municipality = load_dossier(dossier, by=PROGRAM).municipality
    with as_owner(), connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    return municipality


@contextmanager
def somebody(municipality: Municipality) -> Iterator[Actor]:
    """One who may do everything, inside the scope of the municipality; committed at the end."""
    with municipality_scope(municipality.id):
        person = Person.objects.create(name="Sam de Meter")
        yield Actor(name=person.name, person_id=person.id, roles=frozenset(Role))
