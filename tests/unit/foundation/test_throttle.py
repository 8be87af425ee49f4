"""How often something may be done at an open door: the minutes run from the first time, however often it is counted."""

import datetime as dt
from collections.abc import Iterator
from typing import Any

import pytest
from django.core.cache import cache
from django.core.cache.backends.filebased import FileBasedCache
from django.test import RequestFactory

from gemeentedossier.foundation import clock
from gemeentedossier.foundation.throttle import Limit

FIRST = dt.datetime(2026, 11, 28, 9, tzinfo=dt.UTC)
LIMIT = Limit("example", times=2, minutes=60)


@pytest.fixture(autouse=True)
def _files(settings: Any, tmp_path: Any) -> Iterator[None]:
    backend = "django.core.cache.backends.filebased.FileBasedCache"
    settings.CACHES = {"default": {"BACKEND": backend, "LOCATION": tmp_path}}
    yield
    cache.clear()


@pytest.mark.parametrize(("minutes", "waits"), [(6, True), (59, True), (60, False), (61, False)])
def test_the_minutes_run_from_the_first_time(minutes: int, waits: bool) -> None:
    request = RequestFactory().get("/")
    with clock.clock_at(FIRST):
        LIMIT.count(request)
        LIMIT.count(request)
    with clock.clock_at(FIRST + dt.timedelta(minutes=minutes)):
        assert LIMIT.is_reached(request) is waits


def test_the_file_is_kept_for_what_remains(monkeypatch: pytest.MonkeyPatch) -> None:
    kept: list[float] = []

    def keep(_cache: FileBasedCache, _key: str, _value: object, timeout: float) -> None:
        kept.append(timeout)
        put(_cache, _key, _value, timeout=timeout)

    put = FileBasedCache.set
    monkeypatch.setattr(FileBasedCache, "set", keep)
    request = RequestFactory().get("/")
    for later in (0, 20):
        with clock.clock_at(FIRST + dt.timedelta(minutes=later)):
            LIMIT.count(request)
    assert kept == [3600.0, 2400.0]


def test_after_the_minutes_the_count_begins_anew() -> None:
    request = RequestFactory().get("/")
    for later in (0, 1, 61):
        with clock.clock_at(FIRST + dt.timedelta(minutes=later)):
            LIMIT.count(request)
    with clock.clock_at(FIRST + dt.timedelta(minutes=62)):
        assert not LIMIT.is_reached(request)
