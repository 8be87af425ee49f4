"""Several writers at once, with real commits: no gap, no loss, numbers in the order of commits."""

from concurrent.futures import ThreadPoolExecutor
from uuid import UUID

import pytest
from django.db import connection

from gemeentedossier.foundation.ledger.queries import entries, ledger_size
from gemeentedossier.foundation.ledger.verification import verify_ledger
from gemeentedossier.foundation.models import Municipality
from gemeentedossier.foundation.tenancy import municipality_scope
from gemeentedossier.organisation.models import Person

COMMITS = 40


def write(municipalities: list[UUID]) -> None:
    """One writer: two people per commit, in the municipalities in turn."""
    try:
        for n in range(COMMITS):
            with municipality_scope(municipalities[n % len(municipalities)]):
                Person.objects.create(name=f"first {n}")
                Person.objects.create(name=f"second {n}")
    finally:
        connection.close()


def written_by_four(orders: list[list[UUID]]) -> None:
    with ThreadPoolExecutor(4) as writers:
        list(writers.map(write, orders))


@pytest.mark.django_db(transaction=True)
def test_four_writers_in_one_municipality_leave_no_gap() -> None:
    municipality = Municipality.objects.create(slug="duinveld", name="Duinveld")
    written_by_four([[municipality.id]] * 4)
    found = verify_ledger(municipality)
    assert (found.size, found.fault) == (4 * COMMITS * 2, None)


@pytest.mark.django_db(transaction=True)
def test_a_commit_stays_together() -> None:
    municipality = Municipality.objects.create(slug="duinveld", name="Duinveld")
    written_by_four([[municipality.id]] * 4)
    with municipality_scope(municipality.id):
        names = [(e.content or "").partition('"name": "')[2].partition('"')[0] for e in entries(up_to=ledger_size())]
    assert [a.replace("first", "second") for a in names[::2]] == names[1::2]


@pytest.mark.django_db(transaction=True)
def test_writers_in_two_municipalities_do_not_mix() -> None:
    one = Municipality.objects.create(slug="duinveld", name="Duinveld")
    two = Municipality.objects.create(slug="heideloo", name="Heideloo")
    written_by_four([[one.id, two.id], [two.id, one.id]] * 2)
    assert [(v.size, v.fault) for v in map(verify_ledger, (one, two))] == [(4 * COMMITS, None)] * 2
