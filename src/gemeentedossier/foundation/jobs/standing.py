"""Whether the process of a job lives. It holds a lock of the session in the database, which goes when it dies.

So no heartbeat is needed, a killed server is seen at once, and a process on another machine counts as well. It asks
a connection of the process itself: a pooler that shares connections per transaction cannot stand between.
"""

import datetime as dt
from collections.abc import Iterable
from contextlib import suppress
from uuid import UUID

from django.db import connection

from gemeentedossier.foundation import clock
from gemeentedossier.foundation.enums import JobState
from gemeentedossier.foundation.models.job import UNDER_WAY, Job

STARTING = dt.timedelta(seconds=60)
"""A process that has not shown itself by then was never started, or died before it could."""
TURNS = 2
"""Jobs that are done at the same time in one installation; the others wait in line."""


def hold(job_id: UUID) -> None:
    """Show that this process has the job, until it ends."""
    _ask("SELECT pg_advisory_lock(hashtextextended(%s, 0))", _name(job_id))


def take_turn(job_id: UUID) -> None:
    """Wait until fewer than ``TURNS`` jobs are being done; the turn is given back when the process ends."""
    for number in range(TURNS):
        if _ask("SELECT pg_try_advisory_lock(hashtextextended(%s, 0))", f"job turn {number}"):
            return
    _ask("SELECT pg_advisory_lock(hashtextextended(%s, 0))", f"job turn {job_id.int % TURNS}")


def note_interrupted(jobs: Iterable[Job]) -> None:
    """Jobs under way whose process is gone are marked as interrupted, in the table and in the objects given."""
    for job in jobs:
        if job.is_under_way and _is_late(job) and not _is_held(job.id):
            # Between the look and this line it may have ended as it should: then nothing is changed.
            changed = Job.objects.filter(id=job.id, state__in=UNDER_WAY).update(
                state=JobState.INTERRUPTED, finished_at=clock.now()
            )
            if changed:
                job.state = JobState.INTERRUPTED
            else:
                with suppress(Job.DoesNotExist):
                    job.refresh_from_db()


def _is_late(job: Job) -> bool:
    return job.state == JobState.WORKING or clock.now() - job.asked_at > STARTING


def _is_held(job_id: UUID) -> bool:
    """Shared, and for this transaction only: two readers do not take each other for the process."""
    return not _ask("SELECT pg_try_advisory_xact_lock_shared(hashtextextended(%s, 0))", _name(job_id))


def _name(job_id: UUID) -> str:
    return f"job {job_id}"


def _ask(statement: str, name: str) -> bool:
    with connection.cursor() as cursor:
        cursor.execute(statement, [name])
        return bool(cursor.fetchone()[0])
