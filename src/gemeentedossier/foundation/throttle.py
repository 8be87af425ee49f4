"""How often something may be done, at a door that is open to everyone.

Counts stand in the database: every process sees them, two at once are two, and strangers who come with many addresses
push nobody else's out.
"""

import datetime as dt
import ipaddress
from dataclasses import dataclass
from hashlib import sha256

from django.conf import settings
from django.db import connection
from django.http import HttpRequest

from gemeentedossier.foundation import clock
from gemeentedossier.foundation.models import Attempt

NETWORK = 64
"""Bits by which a place of IPv6 is known: who has one address has all that begin so (RFC 6177)."""
COUNTED = """
  INSERT INTO foundation_attempt AS it (key, times, until) VALUES (%(key)s, 1, %(until)s)
  ON CONFLICT (key) DO UPDATE
          SET times = CASE WHEN it.until > %(now)s THEN it.times + 1 ELSE 1 END,
              until = CASE WHEN it.until > %(now)s THEN it.until ELSE EXCLUDED.until END
    RETURNING times"""


@dataclass(frozen=True, slots=True)
class Count:
    """So many times in so many minutes, of whatever is named; the minutes run from the first time."""

    name: str
    times: int
    minutes: int

    def is_reached(self, of: str) -> bool:
        """Whether it must wait."""
        return Attempt.objects.filter(key=self._key(of), until__gt=clock.now(), times__gte=self.times).exists()

    def count(self, of: str) -> int:
        """It was done once more; returns how often by now. Who comes at the same moment waits for it."""
        now = clock.now()
        until = now + dt.timedelta(minutes=self.minutes)
        with connection.cursor() as cursor:
            cursor.execute(COUNTED, {"key": self._key(of), "until": until, "now": now})
            return int(cursor.fetchone()[0])

    def forget(self, of: str) -> None:
        """It begins anew."""
        Attempt.objects.filter(key=self._key(of)).delete()

    def _key(self, of: str) -> str:
        return sha256(f"{self.name}\0{of}".encode(errors="surrogatepass")).hexdigest()


@dataclass(frozen=True, slots=True)
class Limit:
    """So many times in so many minutes, for each place in the network and municipality."""

    name: str
    times: int
    minutes: int

    def is_reached(self, request: HttpRequest) -> bool:
        """Whether it must wait."""
        return self._count().is_reached(_here(request))

    def count(self, request: HttpRequest) -> None:
        """It was done once more."""
        self._count().count(_here(request))

    def _count(self) -> Count:
        return Count(self.name, self.times, self.minutes)


def place_of(request: HttpRequest | None) -> str:
    """Where in the network the request comes from: behind a proxy, what the proxy itself saw; of IPv6 the network."""
    if request is None:
        return ""
    forwarded = request.META.get("HTTP_X_FORWARDED_FOR", "") if settings.SESSION_COOKIE_SECURE else ""
    told = str(forwarded.rpartition(",")[2].strip() or request.META.get("REMOTE_ADDR", ""))
    try:
        place = ipaddress.ip_address(told)
    except ValueError:
        return told
    if isinstance(place, ipaddress.IPv4Address):
        return str(place)
    inside = place.ipv4_mapped
    return str(inside or ipaddress.ip_network((int(place), NETWORK), strict=False))


def forget_old_attempts() -> int:
    """Throw away what no longer counts; returns how many."""
    return int(Attempt.objects.filter(until__lte=clock.now()).delete()[0])


def _here(request: HttpRequest) -> str:
    municipality = getattr(request, "municipality", None)
    return f"{municipality.pk if municipality else ''} {place_of(request)}"
