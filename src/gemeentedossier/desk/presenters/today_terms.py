"""What runs by a clock of the law and cannot wait: breaches by the hour, requests by the day."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from gemeentedossier.design.enums import Shape, Tone
from gemeentedossier.design.parts import Link
from gemeentedossier.desk.presenters.activity.vocabulary import name_of
from gemeentedossier.desk.presenters.breaches import BreachSight, clock_link, running_clocks, unjudged
from gemeentedossier.desk.presenters.requests import SOON, days_left
from gemeentedossier.desk.presenters.today import Matter
from gemeentedossier.dossier.breaches.engine.clock import ClockState
from gemeentedossier.dossier.requests.engine.clock import RequestDeadline, RequestLaw, terms_for
from gemeentedossier.dossier.requests.facts import DataSubjectRequest
from gemeentedossier.foundation.addresses import reverse

SHOWN = 4
"""Terms of requests that are named; of more than these only the number is told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Running:
    """A term that runs, as a line that leads to its record; red once it passed."""

    link: Link
    is_late: bool = False
    about: frozenset[Matter] = frozenset()
    """The terms that it tells of."""

    @property
    def tone(self) -> Tone:
        """Alarm once the term passed."""
        return Tone.ALARM if self.is_late else Tone.ATTENTION

    @property
    def shape(self) -> Shape:
        """A cross once the term passed, before that a clock."""
        return Shape.CROSS if self.is_late else Shape.CLOCK


def breach_terms(sight: BreachSight) -> tuple[Running, ...]:
    """The clocks of breaches, the one that ends first on top, then the reports of which no clock is known yet."""
    clocks = (
        Running(
            link=clock_link(sight, breach, clock),
            is_late=clock.state is ClockState.OVERDUE,
            about=frozenset({(breach.id, clock.kind)}),
        )
        for breach, clock in running_clocks(sight)
    )
    return (*clocks, *(Running(link=each) for each in unjudged(sight)))


def request_terms(
    requests: Iterable[DataSubjectRequest], law: RequestLaw, *, today: dt.date, slug: str
) -> tuple[Running, ...]:
    """The terms of requests that run out within a week or did so, the most urgent first."""
    return tuple(_request_terms(requests, law, today, slug))


def _request_terms(
    requests: Iterable[DataSubjectRequest], law: RequestLaw, today: dt.date, slug: str
) -> Iterator[Running]:
    near = [each for each in terms_for(requests, law, on=today) if (each.on - today).days <= SOON]
    for term in near[:SHOWN]:
        url = reverse("desk:request", args=[slug, term.record_id])
        yield Running(link=Link(label=_told(term, today), url=url), is_late=term.on < today, about=_matters(term))
    if more := near[SHOWN:]:
        told = ngettext("%(count)s more term of a request", "%(count)s more terms of requests", len(more))
        link = Link(label=told % {"count": len(more)}, url=reverse("desk:requests", args=[slug]))
        yield Running(link=link, is_late=more[0].on < today, about=_matters(*more))


def _matters(*terms: RequestDeadline) -> frozenset[Matter]:
    return frozenset((each.record_id, each.kind) for each in terms)


def _told(term: RequestDeadline, today: dt.date) -> str:
    asked = {"what": name_of(term.kind), "number": term.number, "left": days_left(term.on, today)}
    return _("%(what)s %(number)s: %(left)s") % asked
