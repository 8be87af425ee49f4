"""Outages as people read them: how long people can do without, within when a system is back, and what is done then."""

import datetime as dt
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from uuid import UUID

from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from gemeentedossier.design.enums import Shape, Tone
from gemeentedossier.design.parts import Badge, Cell, Definition, Link, Row, Table
from gemeentedossier.desk.presenters.activity.wording import day, listing
from gemeentedossier.desk.presenters.agreement import said
from gemeentedossier.desk.presenters.security import table, used_by
from gemeentedossier.desk.presenters.security_sheet import Sheet
from gemeentedossier.dossier.assets.facts import System
from gemeentedossier.dossier.register.facts import Activity
from gemeentedossier.dossier.security.engine.continuity import Stopped, shortest_outage, stopped_by
from gemeentedossier.dossier.security.facts import Continuity
from gemeentedossier.foundation.addresses import reverse

ASKED_FROM = 3
"""From this level of availability on, people must be helped in an outage."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Standstill:
    """An activity that stands still, as it is read in a hurry."""

    name: str
    url: str
    limit: str
    by: str
    """The moment from which it is too long; empty where nobody told since when it is down, or how long it may be."""
    left: Badge | None
    """How long there is still, or how long it has been too long; None where ``by`` is empty."""
    systems: str
    owner: str
    fallback: str
    asks_plan: bool
    """Whether its level of availability asks that people are helped in an outage."""

    @property
    def is_told(self) -> bool:
        """Whether somebody said how long people can wait, or how they are helped."""
        return bool(self.limit or self.fallback)


@dataclass(frozen=True, slots=True, kw_only=True)
class Down:
    """A system that is down."""

    name: str
    url: str
    back: str
    fallback: str
    left: Badge | None = None
    """How long it may still be down, where since when is known."""


def hours_told(hours: int | None) -> str:
    """Hours in words, whole days as days; empty for none."""
    if hours is None:
        return ""
    if hours and hours % 24 == 0:
        days = hours // 24
        return ngettext("%(count)s day", "%(count)s days", days) % {"count": days}
    return ngettext("%(count)s hour", "%(count)s hours", hours) % {"count": hours}


def plans_by_activity(sheet: Sheet) -> dict[UUID, Continuity]:
    """The plans of the dossier, by activity."""
    return {each.activity_id: each for each in sheet.dossier.continuities}


def planned_table(sheet: Sheet) -> Table | None:
    """The activities for which somebody planned, what can wait least first."""
    plans, systems = plans_by_activity(sheet), {each.id: each.name for each in sheet.dossier.systems}
    activities = [each for each in sheet.dossier.activities if each.id in plans]
    ordered = sorted(activities, key=lambda each: _waits(plans[each.id], each.name))
    rows = tuple(
        Row(
            cells=(
                Cell(text=each.name, url=continuity_url(sheet, each.id)),
                Cell(text=hours_told(plans[each.id].outage_hours) or _("not recorded")),
                Cell(badge=_has_fallback(plans[each.id])),
                Cell(text=day(plans[each.id].tried_on) or _("never"), note=plans[each.id].outcome),
                Cell(text=listing(systems[key] for key in each.system_ids if key in systems)),
            )
        )
        for each in ordered
    )
    labels = (
        pgettext("column", "Activity"),
        _("Too long after"),
        _("Fallback"),
        _("Tried on"),
        _("Runs on"),
    )
    return table(_("Plans for an outage"), labels, rows)


def _waits(plan: Continuity, name: str) -> tuple[bool, int, str]:
    return plan.outage_hours is None, plan.outage_hours or 0, name


def _has_fallback(plan: Continuity) -> Badge:
    if plan.fallback.strip():
        return Badge(word=pgettext("fallback", "Written down"), tone=Tone.GOOD, shape=Shape.CHECK)
    return Badge(word=pgettext("fallback", "Lacks"), tone=Tone.OPEN, shape=Shape.HOLLOW)


def asking_a_plan(sheet: Sheet) -> frozenset[UUID]:
    """The activities of which the level of availability asks that people are helped in an outage."""
    asked = (e.activity_id for e in sheet.dossier.classifications if (e.availability or 0) >= ASKED_FROM)
    return frozenset(asked)


def unplanned(sheet: Sheet) -> tuple[Link, ...]:
    """The activities of which the level of availability asks a plan, and that have none."""
    plans, asked = plans_by_activity(sheet), asking_a_plan(sheet)
    found = (each for each in sheet.dossier.activities if each.id in asked and each.id not in plans)
    return tuple(Link(label=each.name, url=continuity_url(sheet, each.id)) for each in found)


def recovery_table(sheet: Sheet, systems: Iterable[System]) -> Table | None:
    """Within when systems are back, how much work is lost, and whether people can wait that long."""
    plans, rows = plans_by_activity(sheet), []
    for each in systems:
        waits = shortest_outage((activity.id for activity in used_by(each, sheet.dossier)), plans)
        rows.append(
            Row(
                cells=(
                    Cell(text=each.name, url=reverse("desk:system", args=[sheet.slug, each.id])),
                    Cell(text=hours_told(each.recovery_hours) or _("not recorded")),
                    Cell(text=hours_told(each.loss_hours) or _("not recorded")),
                    Cell(
                        text=hours_told(waits.outage_hours) if waits else _("not recorded"),
                        note=listing(a.name for a in sheet.activities((waits.activity_id,))) if waits else "",
                    ),
                    Cell(badge=_in_time(each, waits)),
                    Cell(text=day(each.recovery_tested_on) or _("never")),
                )
            )
        )
    labels = (
        _("System"),
        _("Back within"),
        _("Work that may be lost"),
        _("People can do without for"),
        _("In time"),
        _("Recovery tried on"),
    )
    return table(_("Recovery of systems"), labels, tuple(rows))


def _in_time(system: System, waits: Continuity | None) -> Badge:
    if system.recovery_hours is None or waits is None or waits.outage_hours is None:
        return Badge(word=pgettext("recovery", "Not known"), tone=Tone.OPEN, shape=Shape.HOLLOW)
    if system.recovery_hours <= waits.outage_hours:
        return Badge(word=pgettext("recovery", "In time"), tone=Tone.GOOD, shape=Shape.CHECK)
    return Badge(word=pgettext("recovery", "Too late"), tone=Tone.ATTENTION, shape=Shape.CROSS)


def plan_said(plan: Continuity | None) -> Iterator[Definition]:
    """How long people can do without, what is done meanwhile, and whether that was tried."""
    nobody = _("Nobody planned for an outage")
    yield said(_("Too long after"), hours_told(plan.outage_hours) if plan else "", missing="" if plan else nobody)
    yield said(_("How people are helped meanwhile"), plan.fallback if plan else "")
    tried = f"{day(plan.tried_on)}: {plan.outcome}" if plan and plan.tried_on else ""
    yield said(_("Tried on"), tried, missing=_("Nobody tried it yet"))


def continuity_url(sheet: Sheet, activity_id: UUID) -> str:
    """The page of the plan of an activity."""
    return reverse("desk:continuity", args=[sheet.slug, activity_id])


def down_systems(
    sheet: Sheet, keys: Collection[UUID], *, since: dt.datetime | None, now: dt.datetime
) -> tuple[Down, ...]:
    """The systems that are down, and whether they should be back by now."""
    return tuple(
        Down(
            name=each.name,
            url=reverse("desk:system", args=[sheet.slug, each.id]),
            back=hours_told(each.recovery_hours),
            fallback=each.fallback,
            left=_left(until, now) if (until := _until(since, each.recovery_hours)) else None,
        )
        for each in sheet.dossier.systems
        if each.id in keys
    )


def standstills(
    sheet: Sheet, keys: Collection[UUID], *, since: dt.datetime | None, now: dt.datetime
) -> tuple[Standstill, ...]:
    """What stands still without these systems, what can wait least first, unplanned last."""
    found = stopped_by(keys, sheet.dossier.activities, plans_by_activity(sheet))
    of, asked = {each.id: each for each in sheet.dossier.activities}, asking_a_plan(sheet)
    return tuple(_standstill(sheet, each, of[each.activity_id], since, now, asked) for each in found)


def _standstill(
    sheet: Sheet,
    stopped: Stopped,
    activity: Activity,
    since: dt.datetime | None,
    now: dt.datetime,
    asked: Collection[UUID],
) -> Standstill:
    plan, names = stopped.plan, {each.id: each.name for each in sheet.dossier.systems}
    hours = plan.outage_hours if plan else None
    until = _until(since, hours)
    return Standstill(
        name=stopped.activity_name,
        url=continuity_url(sheet, stopped.activity_id),
        limit=hours_told(hours),
        by=_moment(until) if until else "",
        left=_left(until, now) if until else None,
        systems=listing(names[key] for key in stopped.system_ids if key in names),
        owner=owner_told(sheet, activity),
        fallback=plan.fallback if plan else "",
        asks_plan=stopped.activity_id in asked,
    )


def owner_told(sheet: Sheet, activity: Activity) -> str:
    """Who answers for it, with a word where that person left: nobody should be called in vain."""
    known = next((each for each in sheet.dossier.organisation.people if each.id == activity.owner_id), None)
    if known is None or known.works_here_on(sheet.today):
        return activity.owner
    return _("%(name)s (left)") % {"name": activity.owner}


def _until(since: dt.datetime | None, hours: int | None) -> dt.datetime | None:
    return since + dt.timedelta(hours=hours) if since and hours is not None else None


def _left(until: dt.datetime, now: dt.datetime) -> Badge:
    if now < until:
        told = pgettext("outage", "%(time)s left") % {"time": _lasting(until - now)}
        return Badge(word=told, tone=Tone.NOTE, shape=Shape.CLOCK)
    told = pgettext("outage", "too long for %(time)s already") % {"time": _lasting(now - until)}
    return Badge(word=told, tone=Tone.ALARM, shape=Shape.CLOCK)


def _lasting(time: dt.timedelta) -> str:
    """A length of time in whole minutes below an hour, whole hours below two days, and whole days from there."""
    minutes = int(time.total_seconds() // 60)
    if minutes < 60:
        return ngettext("%(count)s minute", "%(count)s minutes", minutes) % {"count": minutes}
    hours = minutes // 60
    return hours_told(hours if hours < 48 else hours - hours % 24)


def _moment(at: dt.datetime) -> str:
    return date_format(localtime(at), "l j F Y, H:i")
