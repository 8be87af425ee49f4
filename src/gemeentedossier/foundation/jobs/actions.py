"""Asking for work, and clearing away what came of it."""

import datetime as dt
import os
import subprocess
import sys
from uuid import UUID

from django.core.files.storage import default_storage
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from gemeentedossier.foundation import clock
from gemeentedossier.foundation.enums import JobState
from gemeentedossier.foundation.errors import Refused
from gemeentedossier.foundation.jobs.standing import note_interrupted
from gemeentedossier.foundation.models.job import UNDER_WAY, Job
from gemeentedossier.foundation.tenancy import require_municipality_id
from gemeentedossier.foundation.trail import Actor

MOST_UNDER_WAY = 12
"""Of one municipality: enough for every document in every form, too few to fill a machine."""


def ask_job(kind: str, *, asked: str, key: str, by: Actor) -> Job:
    """The job for this work: the one that is done or under way already, else a new one, started at commit.

    Raises Refused where too much is under way already.
    """
    note_interrupted(Job.objects.filter(key=key, state__in=UNDER_WAY))
    found = _with(key)
    if found is not None:
        return found
    if Job.objects.filter(state__in=UNDER_WAY).count() >= MOST_UNDER_WAY:
        raise Refused(_("Much is being made already. Wait until some of it is ready, then ask again."))
    Job.objects.filter(key=key).delete()  # what went wrong before makes room for the new attempt
    try:
        with transaction.atomic():
            job: Job = Job.objects.create(kind=kind, asked=asked, key=key, asked_at=clock.now(), asked_by=by.name)
    except IntegrityError:  # somebody else asked for the same at the same time
        meanwhile: Job = Job.objects.get(key=key, state__in=[*UNDER_WAY, JobState.DONE])
        return meanwhile
    municipality_id = require_municipality_id()
    transaction.on_commit(lambda: _start(municipality_id, job.id))
    return job


def _with(key: str) -> Job | None:
    """The job with this key that counts; one whose file is gone from the disk makes room."""
    found: Job | None = Job.objects.filter(key=key, state__in=[*UNDER_WAY, JobState.DONE]).first()
    if found is None or found.is_under_way or default_storage.exists(found.file):
        return found
    remove_job(found)
    return None


def remove_job(job: Job) -> None:
    """The job and its file are gone; nothing of the dossier is."""
    file = job.file
    job.delete()
    if file:
        transaction.on_commit(lambda: default_storage.delete(file))


def clear_jobs(kind: str, *, older_than: dt.timedelta) -> None:
    """Remove what ended longer ago."""
    ended = clock.now() - older_than
    for job in Job.objects.filter(kind=kind, finished_at__lt=ended).exclude(state__in=UNDER_WAY):
        remove_job(job)


def _start(municipality_id: UUID, job_id: UUID) -> None:
    """In a session of its own: it goes on when the process that serves is replaced."""
    worker = "gemeentedossier.foundation.jobs.process"
    subprocess.Popen(
        [sys.executable, "-m", worker, str(municipality_id), str(job_id)],
        env=os.environ,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        start_new_session=True,
    )
