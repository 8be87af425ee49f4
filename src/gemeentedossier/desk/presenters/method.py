"""The path of the method as the desk shows it: phases, steps, where we are, and what is next."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from gemeentedossier.catalogue.facts.catalogue import Catalogue
from gemeentedossier.catalogue.facts.method import MethodStep
from gemeentedossier.design.enums import Shape, Tone
from gemeentedossier.design.numbers import counted
from gemeentedossier.design.parts import Action, Badge, Definition, EmptyState, Link
from gemeentedossier.desk.presenters.activity.wording import day, language
from gemeentedossier.desk.presenters.method_places import place_of, products_of, rules_of
from gemeentedossier.desk.presenters.roles import responsible_name
from gemeentedossier.dossier.governance.facts import PlannedStep
from gemeentedossier.foundation.addresses import reverse
from gemeentedossier.foundation.trail import Actor
from gemeentedossier.method.enums import StepState
from gemeentedossier.method.facts import Condition, Lacking, Path, PhaseProgress, StepProgress
from gemeentedossier.organisation.enums import ResponsibleRole

NAMED = 5
"""Records that lack something and are named; of more than these only the number is told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sight:
    """What is needed to show the path: where, for whom, on which day, and by which catalogue."""

    path: Path
    catalogue: Catalogue
    slug: str
    actor: Actor
    today: dt.date


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownStep:
    """A step as a line of the path."""

    number: int
    link: Link
    badge: Badge
    who: str
    how_far: str
    is_late: bool
    is_next: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownPhase:
    """A phase as a stretch of the path."""

    anchor: str
    title: str
    aim: str
    told: str
    steps: tuple[ShownStep, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NextStep:
    """The step that comes now: what to do, and the pages where that is done."""

    link: Link
    how: str
    lead: str
    todo: tuple[Link, ...]


def state_badge(state: StepState) -> Badge:
    """How far a step or a condition is: a word, a shape and a colour."""
    word, tone, shape = {
        StepState.DONE: (pgettext("state of a step", "Done"), Tone.GOOD, Shape.CHECK),
        StepState.BEGUN: (pgettext("state of a step", "Begun"), Tone.ATTENTION, Shape.HALF),
        StepState.OPEN: (pgettext("state of a step", "To do"), Tone.OPEN, Shape.HOLLOW),
        StepState.UNKNOWN: (pgettext("state of a step", "Cannot be told yet"), Tone.QUIET, Shape.HOLLOW),
        StepState.NOT_ASKED: (pgettext("state of a step", "Does not apply"), Tone.QUIET, Shape.DASH),
    }[state]
    return Badge(word=word, tone=tone, shape=shape)


def lead_of(path: Path) -> str:
    """How far the whole path is, in one sentence."""
    steps = path.steps
    closed = sum(each.is_closed for each in steps)
    if closed == len(steps):
        return _("All %(total)s steps are done. From here on it is kept up.") % {"total": len(steps)}
    return _("%(done)s of %(total)s steps are done.") % {"done": closed, "total": len(steps)}


def shown_phases(sight: Sight) -> tuple[ShownPhase, ...]:
    """Every phase with its steps."""
    return tuple(_phase(each, sight) for each in sight.path.phases)


def _phase(each: PhaseProgress, sight: Sight) -> ShownPhase:
    spoken = language()
    told = _("%(done)s of %(total)s done") % {"done": each.closed, "total": len(each.steps)}
    return ShownPhase(
        anchor=each.phase.id,
        title=each.phase.name.in_language(spoken),
        aim=each.phase.aim.in_language(spoken),
        told=told,
        steps=tuple(_step(step, sight) for step in each.steps),
    )


def _step(each: StepProgress, sight: Sight) -> ShownStep:
    upcoming = sight.path.next_step
    return ShownStep(
        number=each.step.number,
        link=step_link(each.step, sight.slug),
        badge=state_badge(each.state),
        who=who_and_when(each),
        how_far=_how_far(each),
        is_late=each.is_late(sight.today),
        is_next=upcoming is not None and upcoming.step.id == each.step.id,
    )


def step_link(step: MethodStep, slug: str) -> Link:
    """The page of a step."""
    return Link(label=step.name.in_language(language()), url=reverse("desk:method-step", args=[slug, step.id]))


def who_and_when(each: StepProgress) -> str:
    """Who takes the step by which day; where nobody planned it, whose work it is."""
    if each.planned:
        return _("%(name)s, by %(day)s") % {"name": _owner(each, each.planned), "day": day(each.planned.due_on)}
    return role_word(each.step.lead)


def _owner(each: StepProgress, planned: PlannedStep) -> str:
    return planned.owner if each.is_led else _("%(name)s (left)") % {"name": planned.owner}


def _how_far(each: StepProgress) -> str:
    told = [one for one in each.conditions if one.state is not StepState.NOT_ASKED]
    done = sum(one.state is StepState.DONE for one in told)
    if each.is_closed or not told:
        return ""
    if len(told) == 1:
        return _counted(told[0])
    return _("%(done)s of %(total)s conditions") % {"done": done, "total": len(told)}


def role_word(role: str) -> str:
    """A role as a line begins."""
    name = responsible_name(ResponsibleRole(role))
    return name if name.isupper() else f"{name[0].upper()}{name[1:]}"


def next_step(sight: Sight) -> NextStep | None:
    """What comes now; None where every step is done."""
    upcoming = sight.path.next_step
    if upcoming is None:
        return None
    todo = dict.fromkeys(
        link for each in upcoming.conditions if each.state is not StepState.DONE for link in ways_on(each, sight)
    )
    return NextStep(
        link=step_link(upcoming.step, sight.slug),
        how=upcoming.step.how.in_language(language()),
        lead=who_and_when(upcoming),
        todo=tuple(todo),
    )


def ways_on(condition: Condition, sight: Sight) -> tuple[Link, ...]:
    """The pages where a condition is worked on: of criteria only those that still ask something, where one does."""
    if condition.asked.rules:
        return rules_of(condition.counted.criteria or condition.asked.rules, sight.catalogue, sight.slug)
    return (place_of(condition.asked.count, sight.slug, sight.actor),) if condition.asked.count else ()


def condition_definitions(each: StepProgress, sight: Sight) -> Iterator[Definition]:
    """When the step is done: per condition how far it is, why, and the records that lead to it."""
    for condition in each.conditions:
        yield Definition(
            term=condition.asked.text.in_language(language()),
            badge=state_badge(condition.state),
            texts=tuple(filter(None, (_counted(condition),))),
            links=(*_lacking(condition, sight), *ways_on(condition, sight)),
        )


def _counted(condition: Condition) -> str:
    found = condition.counted
    if condition.state is StepState.UNKNOWN:
        return _("Nothing is recorded yet by which this can be told.")
    if condition.state is StepState.NOT_ASKED:
        return _("It does not apply to what is recorded.")
    if found.total == 1:
        return _("Something was begun, and is not finished.") if found.begun and not found.done else ""
    return _("%(done)s of %(total)s") % {"done": counted(found.done), "total": counted(found.total)}


def _lacking(condition: Condition, sight: Sight) -> Iterator[Link]:
    lacking = condition.counted.lacking
    for each in lacking[:NAMED]:
        yield _record(each, sight)
    more = len(lacking) - NAMED
    if more > 0 and condition.asked.count:
        place = place_of(condition.asked.count, sight.slug, sight.actor)
        yield Link(label=_("and %(count)s more") % {"count": counted(more)}, url=place.url)


def _record(each: Lacking, sight: Sight) -> Link:
    if each.kind == "activity":
        return Link(label=each.name, url=reverse("desk:activity", args=[sight.slug, each.id]))
    found = sight.path.step(each.name)
    return step_link(found.step, sight.slug) if found else Link(label=each.name, url="")


def step_definitions(step: MethodStep, sight: Sight) -> Iterator[Definition]:
    """Why, how, who leads and helps, where the law asks it, and what it brings forth."""
    spoken = language()
    yield Definition(term=_("Why"), texts=(step.why.in_language(spoken),))
    yield Definition(term=_("How"), texts=(step.how.in_language(spoken),))
    yield Definition(term=_("Whose work it is"), texts=(role_word(step.lead),))
    if step.supports:
        yield Definition(term=_("Who helps"), texts=(", ".join(map(_role, step.supports)),))
    if step.law:
        yield Definition(term=_("Where the law asks it"), texts=tuple(each.citation(spoken) for each in step.law))
    if step.produces:
        yield Definition(term=_("What it brings forth"), links=products_of(step.produces, sight.slug))


def _role(role: str) -> str:
    name = responsible_name(ResponsibleRole(role))
    return name.upper() if name == "ciso" else name


def plan_definitions(each: StepProgress, today: dt.date) -> tuple[Definition, ...]:
    """Who takes the step and by which day; nothing where nobody planned it."""
    planned = each.planned
    if planned is None:
        return (Definition(term=_("Who leads it"), missing=_("Nobody yet")),)
    late = Badge(word=_("The day has passed"), tone=Tone.ALARM, shape=Shape.CLOCK) if each.is_late(today) else None
    return (
        Definition(term=_("Who leads it"), texts=(_owner(each, planned),)),
        Definition(term=_("Done by"), texts=(day(planned.due_on),), badge=late),
        *((Definition(term=_("Agreements about it"), texts=(planned.note,)),) if planned.note else ()),
    )


def no_method(slug: str) -> EmptyState:
    """Why there is no path here: an older edition of the catalogue held none."""
    return EmptyState(
        title=_("There was no method then"),
        belongs=_("The edition of law and method that held at this moment has no steps yet."),
        step=Action(label=_("Look at today"), url=reverse("desk:home", args=[slug])),
    )
