"""Documents that were asked for: how far each is, and what can be done with it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.template.defaultfilters import filesizeformat
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext as _

from gemeentedossier.catalogue.engine.edition_words import edition_words
from gemeentedossier.design.enums import Shape, Tone, Weight
from gemeentedossier.design.parts import Action, Badge, Progress
from gemeentedossier.desk.presenters.documents import LANGUAGES, title_of
from gemeentedossier.documents.facts import Order, order_from
from gemeentedossier.foundation.addresses import reverse
from gemeentedossier.foundation.enums import JobState

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from gemeentedossier.foundation.models import Job


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """One document that was asked for; ``progress`` only while it is made, ``sentence`` only when it was not."""

    identifier: str
    title: str
    facts: tuple[str, ...]
    state: Badge
    progress: Progress | None = None
    sentence: str = ""
    action: Action | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Papers:
    """The list, the address where it is found anew, and whether it is worth asking again."""

    papers: tuple[Paper, ...]
    url: str
    page_url: str
    goes_on: bool


def papers_of(jobs: Sequence[Job], *, slug: str) -> Papers:
    """The documents that were asked for, the newest first."""
    return Papers(
        papers=tuple(_paper(job, slug) for job in jobs),
        url=reverse("desk:papers", args=[slug]),
        page_url=reverse("desk:documents", args=[slug]),
        goes_on=any(job.is_under_way for job in jobs),
    )


def _paper(job: Job, slug: str) -> Paper:
    order = order_from(job.asked)
    title = f"{title_of(order.kind)} · {order.form.upper()}"
    return Paper(
        identifier=f"paper-{job.id}",
        title=title,
        facts=_facts(job, order),
        state=_state(job),
        progress=_progress(job) if job.state == JobState.WORKING else None,
        sentence=_sentence(job),
        action=_action(job, slug),
    )


def _facts(job: Job, order: Order) -> tuple[str, ...]:
    asked = _("asked by %(name)s on %(moment)s") % {"name": job.asked_by, "moment": _moment(job.asked_at)}
    edition = _("law and method: %(edition)s") % {"edition": edition_words(order.catalogue, get_language() or "nl")}
    facts = [LANGUAGES[order.language], asked, edition]
    if order.moment:
        facts.insert(1, _("state of the dossier on %(moment)s") % {"moment": _moment(order.moment)})
    if job.state == JobState.DONE:
        facts += [_("ready on %(moment)s") % {"moment": _moment(job.finished_at)}, filesizeformat(job.size)]
    return tuple(facts)


def _moment(moment: dt.datetime | None) -> str:
    return date_format(localtime(moment), "j F Y, H:i") if moment else ""


def _state(job: Job) -> Badge:
    word, tone, shape = {
        JobState.WAITING: (pgettext("document", "in line"), Tone.OPEN, Shape.CLOCK),
        JobState.WORKING: (pgettext("document", "being made"), Tone.OPEN, Shape.HALF),
        JobState.DONE: (pgettext("document", "ready"), Tone.GOOD, Shape.CHECK),
        JobState.FAILED: (pgettext("document", "not made"), Tone.ATTENTION, Shape.CROSS),
        JobState.INTERRUPTED: (pgettext("document", "interrupted"), Tone.ATTENTION, Shape.DASH),
    }[JobState(job.state)]
    return Badge(word=word, tone=tone, shape=shape)


def _progress(job: Job) -> Progress:
    step = {
        "": _("Reading the dossier"),
        "reading": _("Reading the dossier"),
        "composing": _("Composing the text, chapter by chapter"),
        "typesetting": _("Setting the pages"),
    }[job.step]
    counted = job.step == "composing"
    return Progress(
        label=step,
        done=job.steps_done if counted else 0,
        total=job.steps_total if counted else 0,
        note=_("You may leave this page; the document will stand here."),
        identifier=f"progress-{job.id}",
    )


def _sentence(job: Job) -> str:
    if job.state == JobState.WAITING:
        return _("You may leave this page; the document will stand here.")
    if job.state == JobState.INTERRUPTED:
        return _("The program stopped while this document was being made, so it is not there. Ask for it again.")
    if job.state == JobState.FAILED:
        return job.failed_because or _("This document could not be made. Try again; the log of the program says more.")
    return ""


def _action(job: Job, slug: str) -> Action | None:
    if job.is_under_way:
        return None
    if job.state == JobState.DONE:
        return Action(label=_("Download"), url=reverse("desk:paper", args=[slug, job.id]), weight=Weight.SECONDARY)
    url = reverse("desk:paper-again", args=[slug, job.id])
    return Action(label=_("Try again"), url=url, weight=Weight.SECONDARY, posts=True)
