"""Breaches as lists: those that are worked on with their clocks, the register, and what today asks."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from gemeentedossier.catalogue.facts import Status
from gemeentedossier.catalogue.facts.catalogue import Catalogue
from gemeentedossier.design.enums import Shape, Tone
from gemeentedossier.design.parts import Badge, Cell, Link, Row, Table
from gemeentedossier.desk.presenters.activity.wording import language
from gemeentedossier.desk.presenters.roles import role_name
from gemeentedossier.desk.presenters.security import table
from gemeentedossier.dossier.breaches.engine.agreed import agreed_hours
from gemeentedossier.dossier.breaches.engine.clock import (
    BreachClock,
    ClockState,
    Law,
    clocks_of,
    end_by_regulation,
)
from gemeentedossier.dossier.breaches.engine.triage import state_of
from gemeentedossier.dossier.breaches.engine.words import word
from gemeentedossier.dossier.breaches.enums import BreachState, BreachTermKind
from gemeentedossier.dossier.breaches.facts import PersonalDataBreach
from gemeentedossier.dossier.snapshot.facts import Dossier
from gemeentedossier.foundation.addresses import reverse
from gemeentedossier.organisation.permissions import PERMISSIONS

JUDGED_BY = ("breaches.triage_breach", "breaches.edit_breach")
"""What who judges a report may do: say whether it is a breach, and since when the municipality knew."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BreachSight:
    """What is needed to show breaches: the dossier with its terms, at a moment."""

    slug: str
    dossier: Dossier
    catalogue: Catalogue
    law: Law
    now: dt.datetime
    judges: bool = False
    """Whether the reader may judge reports now, and say since when the municipality knew."""

    def clocks(self, breach: PersonalDataBreach) -> tuple[BreachClock, ...]:
        """The clocks of a breach, by the hours of the agreement with its processor where one names them."""
        return clocks_of(breach, self.law, now=self.until(breach), agreed_hours=self.agreed_hours(breach))

    def until(self, breach: PersonalDataBreach) -> dt.datetime:
        """Until when its clocks are told: now, or when the work was closed, after which none runs on."""
        return min(self.now, breach.closing.closed_at or self.now)

    def agreed_hours(self, breach: PersonalDataBreach) -> int | None:
        """Within how many hours a processor must report by its agreements; None where none says so."""
        return agreed_hours(breach, self.dossier.agreements)


def breach_url(slug: str, breach: PersonalDataBreach) -> str:
    """The page of a breach."""
    return reverse("desk:breach", args=[slug, breach.id])


STATES = {
    BreachState.REPORTED: (Tone.ATTENTION, Shape.HOLLOW),
    BreachState.TO_WEIGH: (Tone.ATTENTION, Shape.HALF),
    BreachState.TO_DECIDE: (Tone.ATTENTION, Shape.HALF),
    BreachState.TO_NOTIFY: (Tone.ATTENTION, Shape.CLOCK),
    BreachState.TO_TELL: (Tone.ATTENTION, Shape.CLOCK),
    BreachState.TO_MEND: (Tone.OPEN, Shape.HALF),
    BreachState.TO_CLOSE: (Tone.OPEN, Shape.HALF),
    BreachState.NO_BREACH: (Tone.QUIET, Shape.DASH),
    BreachState.CLOSED: (Tone.GOOD, Shape.CHECK),
    BreachState.WITHDRAWN: (Tone.QUIET, Shape.DASH),
}
CLOCKS = {
    ClockState.WAITING: (Tone.OPEN, Shape.HOLLOW),
    ClockState.RUNNING: (Tone.ATTENTION, Shape.CLOCK),
    ClockState.OVERDUE: (Tone.ALARM, Shape.CLOCK),
    ClockState.MET: (Tone.GOOD, Shape.CHECK),
    ClockState.LATE: (Tone.ALARM, Shape.CROSS),
    ClockState.UNDECIDED: (Tone.ATTENTION, Shape.HALF),
    ClockState.UNTOLD: (Tone.ATTENTION, Shape.CLASH),
}


def state_badge(breach: PersonalDataBreach) -> Badge:
    """How far the work is."""
    state = state_of(breach)
    tone, shape = STATES[state]
    return Badge(word=word(state, language()), tone=tone, shape=shape)


def clock_badge(clock: BreachClock, now: dt.datetime) -> Badge:
    """How a clock stands; red only where it is overdue or was late."""
    tone, shape = CLOCKS[clock.state]
    return Badge(word=clock_word(clock, now), tone=tone, shape=shape)


def clock_word(clock: BreachClock, now: dt.datetime) -> str:
    """How a clock stands, in words."""
    left = clock.left(now)
    if clock.state is ClockState.RUNNING and left is not None:
        return _("%(time)s left") % {"time": span(left)}
    if clock.state is ClockState.OVERDUE and left is not None:
        return _("%(time)s too late") % {"time": span(-left)}
    words = {
        ClockState.WAITING: pgettext("clock", "waits for its moment"),
        ClockState.RUNNING: pgettext("clock", "as soon as can be"),
        ClockState.MET: pgettext("clock", "done in time"),
        ClockState.LATE: pgettext("clock", "done too late"),
        ClockState.UNDECIDED: pgettext("clock", "the decision is missing"),
        ClockState.UNTOLD: pgettext("clock", "done; the moments do not tell whether in time"),
    }
    if clock.state is ClockState.MET and clock.due_at is None:
        return pgettext("clock", "done")
    return words.get(clock.state, "")


def reckoning(clock: BreachClock) -> str:
    """How the end of a clock is reckoned, in words."""
    if clock.kind is BreachTermKind.PEOPLE:
        return _("The law names no hours: without undue delay (Article 34(1)).")
    if clock.kind is BreachTermKind.FINAL_REPORT:
        return _("One month after the notification of the incident, by the calendar.")
    if clock.hours is None:
        return _("The catalogue names no term that held on that day.")
    if clock.due_at is None or clock.started_at is None:
        return _("%(hours)s hours from the moment that is still to be recorded.") % {"hours": clock.hours}
    told = _("%(start)s and %(hours)s elapsed hours is %(due)s.") % {
        "start": told_at(clock.started_at),
        "hours": clock.hours,
        "due": told_at(clock.due_at),
    }
    if clock.is_agreed:
        return f"{told} {_('The hours are those of the agreement.')}"
    if clock.kind is BreachTermKind.AUTHORITY:
        later = _("By Regulation 1182/71 it could end at %(moment)s; do not rely on that.")
        told = f"{told} {later % {'moment': told_at(end_by_regulation(clock.started_at, clock.hours))}}"
    return told


def own_hours(clock: BreachClock) -> str:
    """That the law names no hours, where those of a clock are the catalogue's own work."""
    rule = clock.rule
    is_own = rule is not None and rule.status is Status.OWN_WORK and not clock.is_agreed
    return rule.note.in_language(language()) if is_own and rule and rule.note else ""


def span(time: dt.timedelta) -> str:
    """A time in hours and minutes; from two days on in days and hours."""
    minutes = int(time.total_seconds() // 60)
    days, hours = divmod(minutes // 60, 24)
    if days >= 2:
        told = ngettext("%(days)d day", "%(days)d days", days) % {"days": days}
        of_hours = ngettext("%(hours)d hour", "%(hours)d hours", hours) % {"hours": hours}
        return f"{told} {of_hours}" if hours else told
    return _("%(hours)d hours %(minutes)02d minutes") % {"hours": minutes // 60, "minutes": minutes % 60}


def told_at(moment: dt.datetime | None) -> str:
    """A moment in full, in Dutch time; where the clock shows it twice, which of the two. Empty for none."""
    if moment is None:
        return ""
    local = localtime(moment)
    told = date_format(local, "j F Y H:i")
    return f"{told} ({pgettext('which of two hours', 'winter time')})" if local.fold else told


def next_clock(sight: BreachSight, breach: PersonalDataBreach) -> BreachClock | None:
    """The clock that runs and ends first; None where none runs."""
    if breach.closing.closed_at:
        return None
    running = [each for each in sight.clocks(breach) if each.is_running and each.due_at]
    return min(running, key=lambda each: each.due_at or sight.now, default=None)


def breaches_table(sight: BreachSight, breaches: Iterable[PersonalDataBreach]) -> Table | None:
    """Breaches with their state and the clock that ends first, the most urgent on top."""
    made = [(each, next_clock(sight, each)) for each in breaches]
    made.sort(key=lambda pair: (pair[1] is None, pair[1].due_at if pair[1] and pair[1].due_at else sight.now))
    rows = tuple(_row(sight, breach, clock) for breach, clock in made)
    labels = (_("Breach"), _("State"), _("Clock"), _("Reported"), _("People"))
    return table(_("Breaches"), labels, rows)


def _row(sight: BreachSight, breach: PersonalDataBreach, clock: BreachClock | None) -> Row:
    return Row(
        cells=(
            Cell(text=breach.title, url=breach_url(sight.slug, breach), note=breach.number),
            Cell(badge=state_badge(breach)),
            _clock_cell(sight, breach, clock),
            Cell(text=told_at(breach.reported_at)),
            Cell(text=people_told(breach)),
        )
    )


def _clock_cell(sight: BreachSight, breach: PersonalDataBreach, clock: BreachClock | None) -> Cell:
    """How the clock stands; where none can run, what lacks: to be said by who may, and for others by whom."""
    if clock:
        return Cell(badge=clock_badge(clock, sight.now), note=word(clock.kind, language()))
    if not waits_for_its_moment(breach):
        return Cell(text="")
    badge = Badge(word=pgettext("clock", "not known since when"), tone=Tone.ATTENTION, shape=Shape.HOLLOW)
    if sight.judges:
        return Cell(text=_("Say since when you knew"), url=moment_url(sight, breach), badge=badge)
    return Cell(badge=badge, note=_("Waits for: %(roles)s.") % {"roles": who_judges()})


def waits_for_its_moment(breach: PersonalDataBreach) -> bool:
    """Whether nobody recorded since when the municipality knew of what may be a breach, so that no clock can run."""
    return is_open(breach) and breach.is_breach is not False and breach.moments.aware_at is None


def moment_url(sight: BreachSight, breach: PersonalDataBreach) -> str:
    """The field in which it is said since when the municipality knew."""
    return f"{reverse('desk:breach-moments', args=[sight.slug, breach.id])}?field=aware_at"


def who_judges() -> str:
    """The roles that judge a report, and say since when the municipality knew."""
    return " / ".join(sorted(role_name(each) for each in PERMISSIONS[JUDGED_BY[0]]))


def people_told(breach: PersonalDataBreach) -> str:
    """How many people are concerned, as far as is known."""
    least, most = breach.concerned.people_min, breach.concerned.people_max
    if least is None and most is None:
        return ""
    if least == most:
        return str(most)
    if most is None:
        return _("at least %(number)s") % {"number": least}
    return _("%(least)s to %(most)s") % {"least": least or 0, "most": most}


def real(dossier: Dossier) -> tuple[PersonalDataBreach, ...]:
    """Everything that is no exercise, the newest first."""
    return tuple(each for each in dossier.breaches if not each.is_exercise)


def is_open(breach: PersonalDataBreach) -> bool:
    """Whether somebody still works on it."""
    return breach.closing.closed_at is None


def running_clocks(sight: BreachSight) -> Iterator[tuple[PersonalDataBreach, BreachClock]]:
    """The clocks of the law that run now, the one that ends first on top; not those of exercises."""
    found = [
        (each, clock)
        for each in real(sight.dossier)
        if is_open(each)
        for clock in sight.clocks(each)
        if clock.is_running and clock.kind is not BreachTermKind.INTERNAL_REPORT
    ]
    last = dt.datetime.max.replace(tzinfo=dt.UTC)
    yield from sorted(found, key=lambda pair: (pair[1].due_at or last, pair[0].number))


def unjudged(sight: BreachSight) -> Iterator[Link]:
    """The reports of which nobody recorded when the municipality knew: no clock warns of them, so a line does.

    Who judges is told to, and led to the form; others hear who does.
    """
    for each in real(sight.dossier):
        if waits_for_its_moment(each):
            told = {"number": each.number, "moment": told_at(each.reported_at), "roles": who_judges()}
            if sight.judges:
                label = _("Breach %(number)s, reported %(moment)s: judge it, and say since when you knew") % told
                url = moment_url(sight, each)
            else:
                label = _("Breach %(number)s, reported %(moment)s: waits to be judged by %(roles)s") % told
                url = f"{breach_url(sight.slug, each)}#moments"
            yield Link(label=label, url=url)


def clock_link(sight: BreachSight, breach: PersonalDataBreach, clock: BreachClock) -> Link:
    """A running clock as a line that leads to its breach."""
    told = {"number": breach.number, "what": word(clock.kind, language()), "time": clock_word(clock, sight.now)}
    return Link(label=_("Breach %(number)s, %(what)s: %(time)s") % told, url=f"{breach_url(sight.slug, breach)}#clocks")
