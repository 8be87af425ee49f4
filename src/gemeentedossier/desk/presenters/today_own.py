"""What is the reader's own to do by a day, and which records are theirs."""

from collections.abc import Set
from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from gemeentedossier.design.parts import Link
from gemeentedossier.desk.presenters.agenda import Agenda, about_more, duty_url, what, when
from gemeentedossier.desk.presenters.today import Matter
from gemeentedossier.desk.presenters.today_terms import Running
from gemeentedossier.dossier.snapshot.facts import Dossier
from gemeentedossier.foundation.addresses import reverse
from gemeentedossier.method.enums import DutyState
from gemeentedossier.method.facts import Duty

SHOWN = 5
URGENT = frozenset({DutyState.OVERDUE, DutyState.NOW})


@dataclass(frozen=True, slots=True, kw_only=True)
class Own:
    """The first of what is the reader's by a day, and where the rest is."""

    lines: tuple[Running, ...]
    all: Link
    about: frozenset[Matter] = frozenset()
    """All that is told here: by name, or in the number of the rest."""


def own_of(agenda: Agenda, *, told: Set[Matter]) -> Own:
    """What is late or comes within a week, the most urgent first, but for what was ``told`` above."""
    urgent = [
        each
        for each in agenda.own
        if matter_of(each) not in told and not each.ends_by_itself and agenda.state(each) in URGENT
    ]
    rest = len(urgent) - SHOWN
    label = (
        ngettext("%(count)s more, in your agenda", "%(count)s more, in your agenda", rest) % {"count": rest}
        if rest > 0
        else _("Your agenda")
    )
    link = Link(label=label, url=f"{reverse('desk:agenda', args=[agenda.slug])}?whose=mine")
    lines = tuple(_line(agenda, each) for each in urgent[:SHOWN])
    return Own(lines=lines, all=link, about=frozenset(map(matter_of, urgent)))


def matter_of(duty: Duty) -> Matter:
    """What a term tells."""
    return duty.record_id, duty.kind


def _line(agenda: Agenda, duty: Duty) -> Running:
    about = " – ".join(filter(None, (duty.name, about_more(agenda, duty))))
    told = _("%(what)s: %(about)s (%(when)s)") % {"what": what(duty), "about": about, "when": when(duty)}
    link = Link(label=told, url=duty_url(duty, agenda.slug))
    return Running(link=link, is_late=agenda.state(duty) is DutyState.OVERDUE, about=frozenset({matter_of(duty)}))


def own_records(dossier: Dossier, owner: UUID) -> frozenset[UUID]:
    """The records that somebody answers for, and the assessments of their activities."""
    activities = {each.id for each in dossier.activities if each.owner_id == owner}
    owned = {each.id for each in dossier.agreements if each.owner_id == owner}
    owned |= {each.id for each in dossier.systems if each.owner_id == owner}
    owned |= {each.id for each in dossier.measures if each.owner_id == owner}
    about = (each.id for each in dossier.impact_assessments if activities & set(each.activity_ids))
    return frozenset(activities | owned | set(about))
