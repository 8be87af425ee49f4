"""How often something may be done at an open door: the minutes run from the first time, however often it is counted."""

import datetime as dt
from typing import Any

import pytest
from django.test import RequestFactory

from gemeentedossier.foundation import clock
from gemeentedossier.foundation.models import Attempt
from gemeentedossier.foundation.throttle import Count, Limit, forget_old_attempts, place_of

FIRST = dt.datetime(2026, 11, 28, 9, tzinfo=dt.UTC)
LIMIT, COUNT = Limit("example", times=2, minutes=60), Count("example", times=2, minutes=60)


@pytest.mark.parametrize(("minutes", "waits"), [(6, True), (59, True), (60, False), (61, False)])
def test_the_minutes_run_from_the_first_time(minutes: int, waits: bool, db: None) -> None:
    request = RequestFactory().get("/")
    with clock.clock_at(FIRST):
        LIMIT.count(request)
    with clock.clock_at(FIRST + dt.timedelta(minutes=5)):
        LIMIT.count(request)
    with clock.clock_at(FIRST + dt.timedelta(minutes=minutes)):
        assert LIMIT.is_reached(request) is waits


def test_after_the_minutes_the_count_begins_anew(db: None) -> None:
    request = RequestFactory().get("/")
    for later in (0, 1, 61):
        with clock.clock_at(FIRST + dt.timedelta(minutes=later)):
            LIMIT.count(request)
    with clock.clock_at(FIRST + dt.timedelta(minutes=62)):
        assert not LIMIT.is_reached(request)


def test_each_is_told_how_often_it_was(db: None) -> None:
    assert [COUNT.count("eva"), COUNT.count("eva"), COUNT.count("jet")] == [1, 2, 1]


def test_what_was_forgotten_begins_anew_and_of_another_stays(db: None) -> None:
    for name in ("eva", "eva", "jet", "jet"):
        COUNT.count(name)
    COUNT.forget("eva")
    assert (COUNT.is_reached("eva"), COUNT.is_reached("jet")) == (False, True)


def test_what_strangers_bring_pushes_no_count_out(db: None) -> None:
    COUNT.count("eva"), COUNT.count("eva")
    Attempt.objects.bulk_create(Attempt(key=f"{n}", times=1, until=clock.now()) for n in range(20_500))
    assert COUNT.is_reached("eva") is True


@pytest.mark.parametrize(("minutes", "left"), [(59, 1), (60, 0)])
def test_what_no_longer_counts_is_thrown_away(minutes: int, left: int, db: None) -> None:
    with clock.clock_at(FIRST):
        COUNT.count("eva")
    with clock.clock_at(FIRST + dt.timedelta(minutes=minutes)):
        forget_old_attempts()
    assert Attempt.objects.count() == left


def test_nobody_reads_in_the_database_who_was_counted(db: None) -> None:
    COUNT.count("eva@duinveld.example")
    assert "eva" not in Attempt.objects.get().key


@pytest.mark.parametrize(
    ("told", "place"),
    [
        ("192.0.2.7", "192.0.2.7"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("2001:db8:1:2:ffff::1", "2001:db8:1:2::/64"),
        ("2001:db8:1:3::1", "2001:db8:1:3::/64"),
        ("::ffff:192.0.2.7", "192.0.2.7"),
        ("ergens", "ergens"),
    ],
)
def test_a_place_is_an_address_and_of_ipv6_the_network(told: str, place: str) -> None:
    assert place_of(RequestFactory(REMOTE_ADDR=told).get("/")) == place


@pytest.mark.parametrize(
    ("https", "forwarded", "place"),
    [(False, "198.51.100.1", "192.0.2.7"), (True, "1.2.3.4, 198.51.100.1", "198.51.100.1"), (True, "", "192.0.2.7")],
)
def test_only_behind_a_proxy_the_place_is_what_the_proxy_saw(
    https: bool, forwarded: str, place: str, settings: Any
) -> None:
    settings.SESSION_COOKIE_SECURE = https
    assert place_of(RequestFactory(REMOTE_ADDR="192.0.2.7", HTTP_X_FORWARDED_FOR=forwarded).get("/")) == place
