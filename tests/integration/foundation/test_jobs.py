"""Long work: asked once, done elsewhere, and never under way for ever."""

import datetime as dt
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.core.files.storage import default_storage
from django.db import IntegrityError, transaction

from gemeentedossier.foundation import clock
from gemeentedossier.foundation.enums import JobState
from gemeentedossier.foundation.errors import Refused
from gemeentedossier.foundation.jobs.actions import MOST_UNDER_WAY, ask_job, clear_jobs, remove_job
from gemeentedossier.foundation.jobs.process import do
from gemeentedossier.foundation.jobs.standing import note_interrupted
from gemeentedossier.foundation.jobs.work import Made, Progress, Task, register
from gemeentedossier.foundation.models import Job, Municipality
from gemeentedossier.foundation.tenancy import municipality_scope
from gemeentedossier.foundation.trail import Actor

JET = Actor("Jet")


def greet(task: Task, progress: Progress) -> Made:
    progress("greeting", done=1, total=2)
    return Made(content=f"Dag {task.asked}".encode(), name="dag.txt", media_type="text/plain")


def refuse(task: Task, progress: Progress) -> Made:
    raise Refused(f"{task.asked} is er niet.")


def break_down(task: Task, progress: Progress) -> Made:
    raise ZeroDivisionError


@pytest.fixture(autouse=True)
def _works(municipality: Municipality) -> Iterator[None]:
    for kind, work in (("greet", greet), ("refuse", refuse), ("break", break_down)):
        register(kind, work)
    yield
    for job in Job.objects.exclude(file=""):
        default_storage.delete(job.file)


def asked(kind: str = "greet", *, key: str = "a") -> Job:
    return ask_job(kind, asked="Jet", key=key, by=JET)


def done(job: Job) -> Job:
    do(job.municipality_id, job.id)
    job.refresh_from_db()
    return job


def test_work_that_is_done_leaves_its_file_and_when() -> None:
    job = done(asked())
    assert (job.state, job.step, job.file_name, job.size) == (JobState.DONE, "", "dag.txt", 7)
    assert default_storage.open(job.file).read() == b"Dag Jet"
    assert job.asked_at <= job.started_at <= job.finished_at


def test_the_same_work_is_not_done_twice() -> None:
    first = asked()
    assert asked().id == first.id
    assert done(first).id == asked().id


def test_work_with_another_key_is_other_work() -> None:
    assert asked(key="a").id != asked(key="b").id


def test_the_database_holds_one_job_per_key() -> None:
    asked()
    with pytest.raises(IntegrityError), transaction.atomic():
        Job.objects.create(kind="greet", key="a", asked_at=clock.now(), asked_by="Sam")


def test_work_that_is_refused_says_why() -> None:
    job = done(asked("refuse"))
    assert (job.state, job.failed_because) == (JobState.FAILED, "Jet is er niet.")


def test_work_that_breaks_down_is_not_left_under_way() -> None:
    job = done(asked("break"))
    assert (job.state, job.failed_because) == (JobState.FAILED, "")


def test_what_failed_makes_room_for_another_attempt() -> None:
    failed = done(asked("break"))
    again = asked()
    assert (again.id != failed.id, again.state) == (True, JobState.WAITING)
    assert Job.objects.count() == 1


def test_a_job_whose_process_is_gone_is_interrupted() -> None:
    job = asked()
    Job.objects.filter(id=job.id).update(state=JobState.WORKING)
    job.refresh_from_db()
    note_interrupted([job])
    assert (job.state, Job.objects.get().state) == (JobState.INTERRUPTED, JobState.INTERRUPTED)


@pytest.mark.parametrize(("seconds", "state"), [(60, JobState.WAITING), (61, JobState.INTERRUPTED)])
def test_a_process_gets_a_minute_to_begin(seconds: int, state: JobState) -> None:
    job = asked()
    with clock.clock_at(job.asked_at + dt.timedelta(seconds=seconds)):
        note_interrupted([job])
    assert job.state == state


def test_a_job_that_is_done_already_is_not_done_again() -> None:
    job = done(asked())
    finished = job.finished_at
    assert done(job).finished_at == finished


def test_no_more_is_begun_than_a_machine_can_bear() -> None:
    for number in range(MOST_UNDER_WAY):
        asked(key=str(number))
    with pytest.raises(Refused):
        asked(key="one more")


def test_another_municipality_does_not_see_the_job(other_municipality: Municipality) -> None:
    asked()
    with municipality_scope(other_municipality.id):
        assert Job.objects.count() == 0
        assert Job._base_manager.count() == 0


@pytest.mark.django_db(transaction=False)
def test_what_is_removed_leaves_no_file(django_capture_on_commit_callbacks: object) -> None:
    job = done(asked())
    file = job.file
    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[operator]  # a fixture without a type
        remove_job(job)
    assert (default_storage.exists(file), Job.objects.count()) == (False, 0)


@pytest.mark.parametrize(("days", "left"), [(30, 1), (31, 0)])
def test_what_ended_long_ago_is_cleared_away(days: int, left: int) -> None:
    job = done(asked())
    with clock.clock_at(job.finished_at + dt.timedelta(days=days)):
        clear_jobs("greet", older_than=dt.timedelta(days=30))
    assert Job.objects.count() == left


def test_a_file_that_was_lost_is_made_again() -> None:
    job = done(asked())
    default_storage.delete(job.file)
    assert asked().state == JobState.WAITING


def test_what_was_made_is_read_by_no_other_user_of_the_machine() -> None:
    path = Path(default_storage.path(done(asked()).file))
    root = Path(default_storage.path(""))
    above = [each for each in path.parents if each == root or root in each.parents]
    assert {stat.S_IMODE(each.stat().st_mode) for each in above} == {0o700}
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
