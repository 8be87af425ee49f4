"""Asking for a document that takes its time, and when an older one is the same."""

import datetime as dt
import hashlib
from collections.abc import Collection
from dataclasses import replace
from functools import cache
from pathlib import Path

from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from gemeentedossier.assessment.engine.assess import catalogue_version
from gemeentedossier.catalogue.queries import catalogue_at
from gemeentedossier.documents.engine.blocks import Document
from gemeentedossier.documents.engine.pdf import PdfFailedError
from gemeentedossier.documents.engine.rendering import Format, render
from gemeentedossier.documents.facts import Order, order_from
from gemeentedossier.dossier.register.models import Activity
from gemeentedossier.foundation import clock
from gemeentedossier.foundation.enums import JobState
from gemeentedossier.foundation.errors import Refused
from gemeentedossier.foundation.jobs.actions import ask_job, clear_jobs, remove_job
from gemeentedossier.foundation.jobs.standing import note_interrupted
from gemeentedossier.foundation.jobs.work import Made
from gemeentedossier.foundation.ledger.queries import ledger_size, number_at
from gemeentedossier.foundation.models import Job
from gemeentedossier.foundation.trail import Actor

KIND = "document"
KEPT = dt.timedelta(days=30)
"""A document is made again from the dossier at any time; what nobody fetched in a month goes."""
DIRECTLY = {Format.PDF: 8, Format.ODT: 40, Format.DOCX: 40, Format.HTML: 400}
"""Up to so many activities a document is made within about a second, and comes in the answer itself."""
ROOM = Path(__file__).resolve().parents[1]


def ask_document(order: Order, *, by: Actor) -> Job:
    """The job of this document: ready where the same was made before, else under way; inside the scope.

    Raises Refused where too much is under way already.
    """
    clear_jobs(KIND, older_than=KEPT)
    current = replace(order, catalogue=catalogue_version(catalogue_at(order.moment)))
    job = ask_job(KIND, asked=current.written(), key=key_of(order), by=by)
    _remove_superseded(current, job)
    return job


def make_file(order: Order, document: Document, *, slug: str) -> Made:
    """The document as the file that was ordered, named for of whom, what and which day; raises Refused."""
    return file_of(document, order.form, name=f"{slug}-{order.kind}")


def file_of(document: Document, form: Format, *, name: str) -> Made:
    """A document as a file whose name ends in its language and day; raises Refused."""
    try:
        content = render(document, form)
    except PdfFailedError as error:
        raise Refused(_("The PDF could not be made. Try again, or take another form meanwhile.")) from error
    dated = f"{name}-{document.language}-{localtime(document.moment):%Y-%m-%d}{form.extension}"
    return Made(content=content, name=dated, media_type=form.media_type)


def made_before(order: Order) -> Job | None:
    """The job in which this very document was made, if there is one."""
    found: Job | None = Job.objects.filter(kind=KIND, key=key_of(order), state=JobState.DONE).first()
    return found


def comes_directly(order: Order) -> bool:
    """Whether the document is small enough to wait for."""
    return Activity.objects.count() <= DIRECTLY[order.form]


def at_once(orders: Collection[Order]) -> frozenset[Order]:
    """Those for which nobody has to wait: the document is small enough, or was made before."""
    count = Activity.objects.count()
    states = {moment: state_of(moment) for moment in {order.moment for order in orders}}
    keys = {order: _key(order, states[order.moment]) for order in orders}
    done = Job.objects.filter(kind=KIND, key__in=set(keys.values()), state=JobState.DONE)
    made = set(done.values_list("key", flat=True))
    return frozenset(order for order, key in keys.items() if count <= DIRECTLY[order.form] or key in made)


def asked_documents() -> list[Job]:
    """What was asked for, the newest first; what lost its process is marked as interrupted."""
    jobs = list(Job.objects.filter(kind=KIND))
    note_interrupted(jobs)
    return jobs


def key_of(order: Order) -> str:
    """The same key is the same document: of what, from which entry of the ledger, by which law and words, on which day.

    The day counts because terms run out (GDPR 5(1)(e)) without anything being written.
    """
    return _key(order, state_of(order.moment))


def _key(order: Order, state: str) -> str:
    return f"{KIND}:{order.kind}:{order.form}:{order.language}:{state}"


def state_of(moment: dt.datetime | None) -> str:
    """From which entry of the ledger, on which day, by which law and in which words a document is made."""
    state = f"{number_at(moment)}@{moment.isoformat()}" if moment else f"{ledger_size()}@{clock.today()}"
    catalogue = hashlib.sha256(catalogue_version(catalogue_at(moment)).encode()).hexdigest()[:16]
    return f"{state}:{catalogue}:{_wording()}"


def _remove_superseded(order: Order, kept: Job) -> None:
    """An older document of the same kind, form and language says what is no longer so; a past moment stays what it was.

    It goes once the newer one is there, so that nobody is left with nothing meanwhile.
    """
    if kept.state != JobState.DONE or order.moment:
        return
    for job in Job.objects.filter(kind=KIND, state=JobState.DONE).exclude(id=kept.id):
        other = order_from(job.asked)
        if (other.kind, other.form, other.language, other.moment) == (order.kind, order.form, order.language, None):
            remove_job(job)


@cache
def _wording() -> str:
    """A mark of our own clauses, writers and typeface: after an upgrade a document is made anew."""
    held = hashlib.sha256()
    for folder in ("clauses", "engine", "fonts", "static"):
        for path in sorted((ROOM / folder).rglob("*")):
            if path.is_file() and path.suffix != ".pyc":
                held.update(path.read_bytes())
    return held.hexdigest()[:16]
