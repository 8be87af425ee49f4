"""What requests of data subjects ask of this very person: terms that come near, and places where they are to look."""

import datetime as dt
from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from gemeentedossier.design.parts import Link
from gemeentedossier.desk.presenters.activity.vocabulary import name_of
from gemeentedossier.desk.presenters.requests import SOON, days_left
from gemeentedossier.desk.presenters.today import Waiting
from gemeentedossier.dossier.requests.engine.clock import RequestDeadline, RequestLaw, terms_for
from gemeentedossier.dossier.snapshot.facts import Dossier
from gemeentedossier.foundation.trail import Actor
from gemeentedossier.organisation.permissions import can

SHOWN = 4
"""Terms that are named; of more than these only the number is told."""


def request_terms(dossier: Dossier, law: RequestLaw, *, actor: Actor, today: dt.date, slug: str) -> tuple[Waiting, ...]:
    """The terms that run out within a week or did so, the most urgent first, and the places that wait for the actor."""
    return tuple(_waiting(dossier, law, actor, today, slug))


def _waiting(dossier: Dossier, law: RequestLaw, actor: Actor, today: dt.date, slug: str) -> Iterator[Waiting]:
    if can(actor, "requests.close_request"):
        near = [each for each in terms_for(dossier.requests, law, on=today) if (each.on - today).days <= SOON]
        for term in near[:SHOWN]:
            yield Waiting(sentence=Link(label=_told(term, today), url=_page(slug, term)))
        if more := len(near) - SHOWN if len(near) > SHOWN else 0:
            told = ngettext("%(count)s more term of a request", "%(count)s more terms of requests", more)
            yield Waiting(sentence=Link(label=told % {"count": more}, url=reverse("desk:requests", args=[slug])))
    mine = sum(
        line.owner_id == actor.person_id and line.found is None
        for each in dossier.requests
        if each.is_open and each.decided_at is None
        for line in each.lines
    )
    if mine and actor.person_id and can(actor, "requests.tick_line"):
        told = ngettext(
            "%(count)s place where you look for data of a request",
            "%(count)s places where you look for data of requests",
            mine,
        )
        yield Waiting(sentence=Link(label=told % {"count": mine}, url=reverse("desk:requests", args=[slug])))


def _told(term: RequestDeadline, today: dt.date) -> str:
    asked = {"what": name_of(term.kind), "number": term.number, "left": days_left(term.on, today)}
    return _("%(what)s %(number)s: %(left)s") % asked


def _page(slug: str, term: RequestDeadline) -> str:
    return reverse("desk:request", args=[slug, term.record_id])
