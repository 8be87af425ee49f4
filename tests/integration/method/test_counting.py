"""A month is counted once for ever, so not while something of it is still being written."""

import datetime as dt
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection

from gemeentedossier.dossier.register.actions.activities import insert_activities
from gemeentedossier.foundation import clock
from gemeentedossier.foundation.ledger.actions import settle, under_one_moment
from gemeentedossier.foundation.models import Municipality
from gemeentedossier.foundation.tenancy import municipality_scope
from gemeentedossier.method.actions.counting import count_month
from tests.builders import an_activity


def counted_elsewhere(municipality: Municipality) -> dt.date | None:
    """What another process counts meanwhile, when this month is over."""

    def count() -> dt.date | None:
        try:
            with clock.clock_at(month_after()), municipality_scope(municipality.id):
                return count_month()
        finally:
            connection.close()

    with ThreadPoolExecutor(1) as pool:
        return pool.submit(count).result(timeout=60)


def month_after() -> dt.datetime:
    """In the first day of the month after this one."""
    return clock.end_of((clock.today().replace(day=28) + dt.timedelta(days=4)).replace(day=1))


@pytest.mark.django_db(transaction=True)
def test_a_month_is_not_counted_before_a_long_write_of_it_is_committed() -> None:
    municipality = Municipality.objects.create(slug="duinveld", name="Duinveld")
    with municipality_scope(municipality.id):
        insert_activities([an_activity(name="Een")])
    with municipality_scope(municipality.id), under_one_moment():
        insert_activities([an_activity(name="Twee")])
        settle()
        assert counted_elsewhere(municipality) is None
    assert counted_elsewhere(municipality) == month_after().date() - dt.timedelta(days=1)


@pytest.mark.django_db(transaction=True)
def test_who_writes_does_not_wait_for_a_count() -> None:
    municipality = Municipality.objects.create(slug="duinveld", name="Duinveld")
    with municipality_scope(municipality.id):
        insert_activities([an_activity(name="Een")])

    def write() -> None:
        try:
            with municipality_scope(municipality.id):
                with connection.cursor() as cursor:
                    cursor.execute("SET LOCAL lock_timeout = '5s'")
                insert_activities([an_activity(name="Twee")])
        finally:
            connection.close()

    with clock.clock_at(month_after()), municipality_scope(municipality.id):
        assert count_month() is not None
        with ThreadPoolExecutor(1) as pool:
            assert pool.submit(write).result(timeout=60) is None
