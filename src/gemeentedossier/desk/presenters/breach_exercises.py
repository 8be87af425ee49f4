"""Invented cases to choose from, and what an exercise shows."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from gemeentedossier.catalogue.facts.catalogue import Catalogue
from gemeentedossier.design.enums import Shape, Tone
from gemeentedossier.design.parts import Badge, Cell, Row
from gemeentedossier.desk.presenters.activity.wording import language
from gemeentedossier.desk.presenters.agreement import Section
from gemeentedossier.desk.presenters.breaches import BreachSight, told_at
from gemeentedossier.desk.presenters.security import table
from gemeentedossier.dossier.breaches.engine.exercise import (
    Choice,
    StepTaken,
    Went,
    choices_of,
    steps_taken,
    told_by_now,
)
from gemeentedossier.dossier.breaches.facts import PersonalDataBreach
from gemeentedossier.foundation.addresses import reverse


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseShown:
    """An invented case: its name, how it begins, and where it is started."""

    name: str
    begins: str
    url: str


def cases_shown(catalogue: Catalogue, slug: str) -> tuple[CaseShown, ...]:
    """Every case of the catalogue."""
    spoken = language()
    return tuple(
        CaseShown(
            name=each.name.in_language(spoken),
            begins=each.events[0].told.in_language(spoken),
            url=reverse("desk:breach-exercise-start", args=[slug, each.id]),
        )
        for each in catalogue.exercise_cases.values()
    )


FIRST = (Went.MISSED, Went.LATE, Went.UNTOLD, Went.TO_COME, Went.IN_TIME, Went.NOT_ASKED)
"""What somebody learns most of stands on top."""


def review_sections(sight: BreachSight, breach: PersonalDataBreach) -> tuple[Section, ...]:
    """What became known, which steps were missed or late, and how the choices were."""
    case, steps = sight.catalogue.exercise_cases.get(breach.exercise_case), sight.catalogue.breach_steps
    taken = sorted(steps_taken(breach, steps, now=sight.until(breach)), key=lambda each: FIRST.index(each.went))
    rows = tuple(_step_row(each) for each in taken)
    labels = (_("Step"), _("How it went"), _("Due"), _("Done"))
    sections = [
        Section(
            anchor="steps",
            title=_("What was missed or late, and what was done"),
            about="",
            table=table(_("Steps"), labels, rows),
        ),
    ]
    if case is None:
        return tuple(sections)
    spoken = language()
    told = tuple(
        Row(
            cells=(
                Cell(text=_("after %(minutes)d minutes") % {"minutes": each.after_minutes}),
                Cell(text=each.told.in_language(spoken)),
            )
        )
        for each in told_by_now(case, breach, sight.until(breach))
    )
    known = Section(
        anchor="known", title=_("What became known"), about="", table=table(_("Known"), (_("When"), _("What")), told)
    )
    choices = tuple(_choice_row(each) for each in choices_of(breach, case))
    judged = Section(
        anchor="choices",
        title=_("How it was judged"),
        about=case.lesson.in_language(spoken) if breach.closing.closed_at or breach.decisions else "",
        table=table(_("Choices"), (_("About"), _("How it went")), choices),
    )
    return (known, *sections, judged)


def _step_row(taken: StepTaken) -> Row:
    spoken = language()
    return Row(
        cells=(
            Cell(text=taken.step.name.in_language(spoken), note=taken.step.within.in_language(spoken)),
            Cell(badge=_went(taken.went)),
            Cell(text=told_at(taken.due_at)),
            Cell(text=told_at(taken.done_at)),
        )
    )


def _went(went: Went) -> Badge:
    badges = {
        Went.IN_TIME: Badge(word=pgettext("step", "done"), tone=Tone.GOOD, shape=Shape.CHECK),
        Went.LATE: Badge(word=pgettext("step", "late"), tone=Tone.ALARM, shape=Shape.CLOCK),
        Went.MISSED: Badge(word=pgettext("step", "missed"), tone=Tone.ATTENTION, shape=Shape.CROSS),
        Went.NOT_ASKED: Badge(word=pgettext("step", "not needed"), tone=Tone.QUIET, shape=Shape.DASH),
        Went.UNTOLD: Badge(word=pgettext("step", "done, not known when"), tone=Tone.QUIET, shape=Shape.HALF),
        Went.TO_COME: Badge(word=pgettext("step", "still in time"), tone=Tone.OPEN, shape=Shape.HOLLOW),
    }
    return badges[went]


def _choice_row(choice: Choice) -> Row:
    about = {"kind": _("Kind of incident"), "risk": _("Risk to people"), "inform": _("Telling people")}
    if not choice.is_made:
        badge = Badge(word=pgettext("choice", "not made"), tone=Tone.OPEN, shape=Shape.HOLLOW)
    elif choice.is_good:
        badge = Badge(word=pgettext("choice", "as the case asks"), tone=Tone.GOOD, shape=Shape.CHECK)
    else:
        badge = Badge(word=pgettext("choice", "other than the case asks"), tone=Tone.ATTENTION, shape=Shape.CLASH)
    return Row(cells=(Cell(text=about[choice.about]), Cell(badge=badge)))
