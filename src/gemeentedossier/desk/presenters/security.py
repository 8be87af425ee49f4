"""Systems, measures and the statement of applicability as lists."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from gemeentedossier.assessment.engine.naming import ASSETS
from gemeentedossier.assessment.enums import Retained
from gemeentedossier.assessment.facts import Assessment
from gemeentedossier.catalogue.facts.security import SecurityAspect
from gemeentedossier.design.enums import Shape, Tone
from gemeentedossier.design.parts import Badge, Cell, Column, Row, Table
from gemeentedossier.desk.presenters.activity.vocabulary import name_of
from gemeentedossier.desk.presenters.activity.wording import day
from gemeentedossier.dossier.assets.enums import MeasureState
from gemeentedossier.dossier.assets.facts import Measure, System
from gemeentedossier.dossier.register.facts import Activity
from gemeentedossier.dossier.security.engine.inherited import InheritedLevel, inherited_levels
from gemeentedossier.dossier.snapshot.facts import Dossier
from gemeentedossier.foundation.addresses import reverse


def effect_badge(measure: Measure, dossier: Dossier, today: dt.date) -> Badge:
    """Whether the measure counts today: unknown, not done, not shown, or in effect."""
    truth = measure.is_in_effect_on(today, {piece.id: piece for piece in dossier.evidence})
    if truth is None:
        return Badge(word=pgettext("measure", "Not recorded"), tone=Tone.OPEN, shape=Shape.HOLLOW)
    if truth:
        return Badge(word=_("In effect"), tone=Tone.GOOD, shape=Shape.CHECK)
    return Badge(word=_("Does not count"), tone=Tone.ATTENTION, shape=Shape.CLOCK)


def why_not(measure: Measure, dossier: Dossier, today: dt.date) -> str:
    """Why a measure does not count today; empty where it does, or where nobody recorded how far it is."""
    if measure.is_in_effect_on(today, {piece.id: piece for piece in dossier.evidence}) is not False:
        return ""
    if measure.state is not MeasureState.DONE:
        return _("It is not done yet.")
    if measure.repeated_incident_on:
        return _("It happened again on %(day)s.") % {"day": day(measure.repeated_incident_on)}
    return _("No evidence that stands shows that it works.")


def state_badge(system: System, today: dt.date) -> Badge:
    """Where the system stands in its life."""
    if system.is_outlived_on(today):
        return Badge(word=pgettext("system", "Runs on, not maintained"), tone=Tone.ATTENTION, shape=Shape.CLOCK)
    if system.state is None:
        return Badge(word=pgettext("system", "Not recorded"), tone=Tone.OPEN, shape=Shape.HOLLOW)
    return Badge(word=name_of(system.state), tone=Tone.QUIET, shape=Shape.CHECK)


def levels_of(system: System, dossier: Dossier) -> tuple[InheritedLevel, ...]:
    """The levels of a system, inherited or decided."""
    using = (each.id for each in used_by(system, dossier))
    found = {each.activity_id: each for each in dossier.classifications}
    return inherited_levels(using, found, (each for each in dossier.system_levels if each.system_id == system.id))


def used_by(system: System, dossier: Dossier) -> tuple[Activity, ...]:
    """The activities that use the system."""
    return tuple(each for each in dossier.activities if system.id in each.system_ids)


def in_short(levels: Iterable[InheritedLevel]) -> str:
    """Three levels in one glance, by the letters that the trade has for them; what is unknown has a question mark."""
    known = tuple(levels)
    if all(each.level is None for each in known):
        return pgettext("levels of security", "Not classified")
    return levels_told({each.aspect: each.level for each in known})


def levels_told(levels: Mapping[SecurityAspect, int | None]) -> str:
    """Levels with the letter of their aspect, such as “A 2 · I 3 · C ?”."""
    letters = {
        SecurityAspect.AVAILABILITY: pgettext("letter of a level", "A"),
        SecurityAspect.INTEGRITY: pgettext("letter of a level", "I"),
        SecurityAspect.CONFIDENTIALITY: pgettext("letter of a level", "C"),
    }
    return " · ".join(f"{letters[aspect]}\u00a0{level or '?'}" for aspect, level in levels.items())


def systems_table(dossier: Dossier, assessment: Assessment, *, today: dt.date, slug: str) -> Table | None:
    """The systems with their state, levels and what is open."""
    waiting, suppliers = open_per_asset(assessment), {each.id: each.name for each in dossier.parties}
    labels = (_("System"), _("State"), _("Supplier"), _("Who answers for it"), _("Levels"), _("Activities"), _("To do"))
    rows = tuple(
        Row(
            cells=(
                Cell(text=each.name, url=reverse("desk:system", args=[slug, each.id]), note=each.location),
                Cell(badge=state_badge(each, today)),
                Cell(text=suppliers.get(each.supplier_id, "") if each.supplier_id else ""),
                Cell(text=each.owner),
                Cell(text=in_short(levels_of(each, dossier))),
                Cell(text=str(len(used_by(each, dossier)))),
                Cell(text=str(waiting[each.id])),
            )
        )
        for each in dossier.systems
    )
    return table(_("Systems"), labels, rows)


def retained_words(state: Retained) -> str:
    """Which systems are listed, by how the oldest record stands to the periods."""
    return {
        Retained.PAST: _("Only systems with data past their period."),
        Retained.WITHIN: _("Only systems whose oldest record is within the longest period."),
        Retained.UNKNOWN: _(
            "Only systems of which it cannot be told whether data stay too long: nobody measured the oldest record, or "
            "an activity that uses it has no period."
        ),
    }[state]


def measures_table(dossier: Dossier, assessment: Assessment, *, today: dt.date, slug: str) -> Table | None:
    """The measures with whether they count, by which evidence, until when."""
    waiting, pieces = open_per_asset(assessment), {piece.id: piece for piece in dossier.evidence}
    used: Mapping[UUID, int] = _uses(dossier)
    labels = (
        _("Measure"),
        _("Counts"),
        _("Evidence until"),
        _("BIO2"),
        _("Who answers for it"),
        _("Activities"),
        _("To do"),
    )
    rows = []
    for each in dossier.measures:
        until = [pieces[key].valid_until for key in each.evidence_ids if key in pieces and pieces[key].stands_on(today)]
        last = max((found for found in until if found), default=None)
        cells = (
            Cell(text=each.name, url=reverse("desk:measure", args=[slug, each.id])),
            Cell(badge=effect_badge(each, dossier, today), note=why_not(each, dossier, today)),
            Cell(text=_("no end") if None in until else day(last)),
            Cell(text=", ".join(each.baseline)),
            Cell(text=each.owner),
            Cell(text=str(used[each.id])),
            Cell(text=str(waiting[each.id])),
        )
        rows.append(Row(cells=cells))
    return table(_("Measures"), labels, tuple(rows))


def open_per_asset(assessment: Assessment) -> Mapping[UUID, int]:
    """How many findings are open about each system and measure."""
    found: defaultdict[UUID, int] = defaultdict(int)
    for each in assessment.cases:
        if each.case.kind in ASSETS:
            found[each.case.id] += sum(finding.is_open for finding in each)
    return found


def _uses(dossier: Dossier) -> Mapping[UUID, int]:
    found: defaultdict[UUID, int] = defaultdict(int)
    for activity in dossier.activities:
        for key in activity.measure_ids:
            found[key] += 1
    return found


def table(caption: str, labels: tuple[str, ...], rows: tuple[Row, ...]) -> Table | None:
    """A table; None where nothing stands in it."""
    if not rows:
        return None
    return Table(caption=caption, caption_hidden=True, columns=tuple(Column(label=each) for each in labels), rows=rows)
