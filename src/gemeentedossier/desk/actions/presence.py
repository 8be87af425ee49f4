"""Who has a record open right now. No verbs and no history: it says nothing of the dossier.

After 90 seconds without a word nobody is told of it any more. The row goes when somebody of the municipality says that
they are somewhere, and within the hour where nobody does.
"""

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from django.db.models import QuerySet

from gemeentedossier.desk.actions.drafts import storable
from gemeentedossier.desk.models import Presence
from gemeentedossier.foundation import clock
from gemeentedossier.foundation.trail import Actor

LASTS = dt.timedelta(seconds=90)
"""How long somebody counts as being there after their page last said so; pages say so every 25 seconds."""
MOST = 20
"""People of one record who are told of."""
LONGEST_PLACE = 60


@dataclass(frozen=True, slots=True)
class Present:
    """Somebody who has a record open: since when, and whether and where they write."""

    name: str
    since: dt.datetime
    writes: bool = False
    section: str = ""


def be_present(kind: str, record: UUID, *, writes: bool, section: str, by: Actor) -> tuple[Present, ...]:
    """Say that somebody has a record of the municipality in scope open; returns who else has."""
    if by.person_id is None:
        return ()
    forget_absent()
    now = clock.now()
    own = Presence(person_id=by.person_id, name=by.name, kind=kind, record_id=record, since=now, seen_at=now,
                   writes=writes, section=storable(section)[:LONGEST_PLACE])  # fmt: skip
    Presence.objects.bulk_create(
        [own],
        update_conflicts=True,
        unique_fields=["municipality", "kind", "record_id", "person_id"],
        update_fields=["seen_at", "writes", "section"],
    )
    return others_at(kind, record, by=by)


def leave(kind: str, record: UUID, *, by: Actor) -> None:
    """Say that somebody closed the record."""
    if by.person_id is not None:
        _at(kind, record).filter(person_id=by.person_id).delete()


def others_at(kind: str, record: UUID, *, by: Actor) -> tuple[Present, ...]:
    """Who else has the record open, first who came first."""
    there = _at(kind, record).filter(seen_at__gt=clock.now() - LASTS)
    others = there if by.person_id is None else there.exclude(person_id=by.person_id)
    return tuple(Present(each.name, each.since, each.writes, each.section) for each in others[:MOST])


def forget_absent() -> int:
    """Throw away who said no more that they are there; returns how many. What another throws away now is left to it."""
    gone = Presence.objects.filter(seen_at__lte=clock.now() - LASTS).select_for_update(skip_locked=True)
    return int(Presence.objects.filter(pk__in=list(gone.values_list("pk", flat=True))).delete()[0])


def _at(kind: str, record: UUID) -> QuerySet[Presence]:
    found: QuerySet[Presence] = Presence.objects.filter(kind=kind, record_id=record)
    return found
