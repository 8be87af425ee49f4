"""Two people take files over at the same moment, with real commits: nothing twice, and no fault."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection

from gemeentedossier.dossier.register.models import Activity
from gemeentedossier.exchange.actions.imports import import_register
from gemeentedossier.foundation.models import Municipality
from gemeentedossier.foundation.tenancy import municipality_scope
from gemeentedossier.foundation.trail import Actor
from gemeentedossier.organisation.enums import Role

BY = Actor(name="test", roles=frozenset({Role.PRIVACY_OFFICER}))
REGISTER = "Naam verwerking;Doel;Afdeling;Verwerker\nLeerplicht;toezicht;Jeugd;De Haas\nKlachten;afdoen;Jeugd;De Haas\n"


def taken_over(*files: str) -> tuple[list[bool], list[int], list[str]]:
    """What each of the importers, starting together, was told: new or not, how many; and what the register holds."""
    municipality = Municipality.objects.create(slug="duinveld", name="Duinveld")
    together = Barrier(len(files))

    def take_over(text: str) -> tuple[bool, int]:
        try:
            with municipality_scope(municipality.id):
                together.wait(timeout=20)
                done = import_register(text.encode(), file_name="register.csv", by=BY)
                return done.is_new, done.record.activity_count
        finally:
            connection.close()

    with ThreadPoolExecutor(len(files)) as importers:
        told = sorted(importers.map(take_over, files))
    with municipality_scope(municipality.id):
        names = list(Activity.objects.values_list("name", flat=True))
    return [new for new, _count in told], [count for _new, count in told], names


@pytest.mark.django_db(transaction=True)
def test_one_file_at_the_same_moment_is_taken_over_once() -> None:
    assert taken_over(REGISTER, REGISTER, REGISTER) == ([False, False, True], [2, 2, 2], ["Klachten", "Leerplicht"])


@pytest.mark.django_db(transaction=True)
def test_two_files_with_the_same_records_leave_each_record_once() -> None:
    new, counts, names = taken_over(REGISTER, f"{REGISTER}\n")
    assert (new, sorted(counts), names) == ([True, True], [0, 2], ["Klachten", "Leerplicht"])
