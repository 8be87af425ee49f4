"""The process in which one job is done: ``python -m gemeentedossier.foundation.jobs.process MUNICIPALITY JOB``.

What the work takes of memory is given back when it ends, and no visitor waits for it.
"""

import logging
import sys
import time
from uuid import UUID

import django
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

BETWEEN_NOTES = 0.5
"""Seconds: more often nobody looks."""
log = logging.getLogger(__name__)


def main(municipality_id: UUID, job_id: UUID) -> None:
    """Do the job and write down how it ended; ends without a word when there is no such job to do."""
    from gemeentedossier.foundation.jobs import standing

    standing.hold(job_id)
    standing.take_turn(job_id)
    do(municipality_id, job_id)


def do(municipality_id: UUID, job_id: UUID) -> None:
    """The work itself, with each step written down in a transaction of its own."""
    from gemeentedossier.foundation import clock
    from gemeentedossier.foundation.enums import JobState
    from gemeentedossier.foundation.errors import Refused
    from gemeentedossier.foundation.jobs.work import Task, work_of
    from gemeentedossier.foundation.models import Job
    from gemeentedossier.foundation.tenancy import municipality_scope

    with municipality_scope(municipality_id):
        job = Job.objects.filter(id=job_id, state=JobState.WAITING).first()
        if job is None:
            return
        _note(municipality_id, job_id, state=JobState.WORKING, started_at=clock.now())
    try:
        made = work_of(job.kind)(Task(municipality_id=municipality_id, asked=job.asked), _Told(municipality_id, job_id))
        file = default_storage.save(f"jobs/{municipality_id}/{job_id}-{made.name}", ContentFile(made.content))
    except Refused as refusal:
        _note(municipality_id, job_id, state=JobState.FAILED, finished_at=clock.now(), failed_because=str(refusal))
    except Exception:
        log.exception("job %s of kind %s failed", job_id, job.kind)
        _note(municipality_id, job_id, state=JobState.FAILED, finished_at=clock.now())
    else:
        _note(municipality_id, job_id, state=JobState.DONE, finished_at=clock.now(), step="", file=file,
              file_name=made.name, media_type=made.media_type, size=len(made.content))  # fmt: skip


class _Told:
    """Writes progress down, not oftener than people look."""

    def __init__(self, municipality_id: UUID, job_id: UUID) -> None:
        self._of, self._job_id = municipality_id, job_id
        self._step, self._noted = "", 0.0

    def __call__(self, step: str, *, done: int = 0, total: int = 0) -> None:
        now = time.monotonic()
        if step == self._step and now - self._noted < BETWEEN_NOTES:
            return
        self._step, self._noted = step, now
        _note(self._of, self._job_id, step=step, steps_done=done, steps_total=total)


def _note(municipality_id: UUID, job_id: UUID, **values: object) -> None:
    from gemeentedossier.foundation.models import Job
    from gemeentedossier.foundation.tenancy import municipality_scope

    with municipality_scope(municipality_id):
        Job.objects.filter(id=job_id).update(**values)


if __name__ == "__main__":
    django.setup()
    from gemeentedossier.foundation.tenancy import connect_as_application

    connect_as_application()
    main(UUID(sys.argv[1]), UUID(sys.argv[2]))
