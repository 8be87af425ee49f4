"""How often something may be done from one place in the network, at a door that is open to everyone."""

import datetime as dt
from dataclasses import dataclass

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest

from gemeentedossier.foundation import clock

Counted = tuple[int, dt.datetime]
"""How often it was done, and the moment from which that no longer counts."""


@dataclass(frozen=True, slots=True)
class Limit:
    """So many times in so many minutes, for each place and municipality."""

    name: str
    times: int
    minutes: int

    def is_reached(self, request: HttpRequest) -> bool:
        """Whether it must wait."""
        counted = self._counted(request)
        return counted is not None and counted[0] >= self.times

    def count(self, request: HttpRequest) -> None:
        """It was done once more; the minutes run from the first time."""
        now = clock.now()
        times, until = self._counted(request) or (0, now + dt.timedelta(minutes=self.minutes))
        # Not cache.incr: on files it begins a time-out of its own, five minutes long.
        cache.set(self._key(request), (times + 1, until), timeout=(until - now).total_seconds())

    def _counted(self, request: HttpRequest) -> Counted | None:
        """What counts still."""
        counted: Counted | None = cache.get(self._key(request))
        return counted if counted and clock.now() < counted[1] else None

    def _key(self, request: HttpRequest) -> str:
        municipality = getattr(request, "municipality", None)
        return f"limited-{self.name}-{municipality.pk if municipality else ''}-{_place(request)}"


def _place(request: HttpRequest) -> str:
    """Where in the network the request comes from: behind a proxy, the address that the proxy itself saw."""
    forwarded = request.META.get("HTTP_X_FORWARDED_FOR", "") if settings.SESSION_COOKIE_SECURE else ""
    place = forwarded.rpartition(",")[2].strip() or request.META.get("REMOTE_ADDR", "")
    return str(place).encode().hex()[:200]
