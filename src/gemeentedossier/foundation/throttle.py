"""How often something may be done from one place in the network, at a door that is open to everyone."""

from dataclasses import dataclass

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest


@dataclass(frozen=True, slots=True)
class Limit:
    """So many times in so many minutes, for each place and municipality."""

    name: str
    times: int
    minutes: int

    def is_reached(self, request: HttpRequest) -> bool:
        """Whether it must wait."""
        count: int = cache.get(self._key(request), 0)
        return count >= self.times

    def count(self, request: HttpRequest) -> None:
        """It was done once more; the minutes run from the first time."""
        key = self._key(request)
        if not cache.add(key, 1, timeout=self.minutes * 60):
            cache.incr(key)

    def _key(self, request: HttpRequest) -> str:
        municipality = getattr(request, "municipality", None)
        return f"limit-{self.name}-{municipality.pk if municipality else ''}-{_place(request)}"


def _place(request: HttpRequest) -> str:
    """Where in the network the request comes from: behind a proxy, the address that the proxy itself saw."""
    forwarded = request.META.get("HTTP_X_FORWARDED_FOR", "") if settings.SESSION_COOKIE_SECURE else ""
    place = forwarded.rpartition(",")[2].strip() or request.META.get("REMOTE_ADDR", "")
    return str(place).encode().hex()[:200]
