"""Who has a record open right now. No verbs and no table, and it says nothing of the dossier.

After 90 seconds nobody is told of it any more. The file of the cache itself goes when somebody opens that record again,
or when the cache is full.
"""

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from django.core.cache import cache

from gemeentedossier.foundation import clock
from gemeentedossier.foundation.tenancy import require_municipality_id
from gemeentedossier.foundation.trail import Actor

LASTS = dt.timedelta(seconds=90)
"""How long somebody counts as being there after their page last said so; pages say so every 25 seconds."""
MOST = 20
"""People of one record who are told of."""
LONGEST_PLACE = 60


@dataclass(frozen=True, slots=True)
class Present:
    """Somebody who has a record open: since when, when they last said so, and whether and where they write."""

    person_id: UUID
    name: str
    since: dt.datetime
    seen_at: dt.datetime
    writes: bool = False
    section: str = ""


def be_present(kind: str, record: UUID, *, writes: bool, section: str, by: Actor) -> tuple[Present, ...]:
    """Say that somebody has a record of the municipality in scope open; returns who else has."""
    if by.person_id is None:
        return ()
    now, others = clock.now(), others_at(kind, record, by=by)
    known = next((each for each in _kept(kind, record) if each.person_id == by.person_id), None)
    since = known.since if known and _is_there(known, now) else now
    own = Present(by.person_id, by.name, since, now, writes, section[:LONGEST_PLACE])
    _keep(kind, record, (*others[: MOST - 1], own))
    return others


def leave(kind: str, record: UUID, *, by: Actor) -> None:
    """Say that somebody closed the record."""
    _keep(kind, record, others_at(kind, record, by=by))


def others_at(kind: str, record: UUID, *, by: Actor) -> tuple[Present, ...]:
    """Who else has the record open, first who came first."""
    now = clock.now()
    found = (each for each in _kept(kind, record) if each.person_id != by.person_id and _is_there(each, now))
    return tuple(sorted(found, key=lambda each: each.since))


def _is_there(present: Present, now: dt.datetime) -> bool:
    return now - present.seen_at < LASTS


def _kept(kind: str, record: UUID) -> tuple[Present, ...]:
    found: tuple[Present, ...] = cache.get(_key(kind, record), ())
    return found


def _keep(kind: str, record: UUID, people: tuple[Present, ...]) -> None:
    """Of two who say so in the same moment one is kept; the other says so again within half a minute."""
    if people:
        cache.set(_key(kind, record), people, LASTS.total_seconds())
    else:
        cache.delete(_key(kind, record))


def _key(kind: str, record: UUID) -> str:
    """The municipality is part of it: nobody sees who is at the record of another."""
    return f"presence:{require_municipality_id()}:{kind}:{record}"
