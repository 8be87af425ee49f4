"""How far each step of the method is, by the dossier and what was found of it. Nobody ticks a step off."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace
from uuid import NAMESPACE_URL, UUID, uuid5

from gemeentedossier.assessment.engine.assess import day_of
from gemeentedossier.assessment.engine.lots import lots_in
from gemeentedossier.assessment.enums import Outcome
from gemeentedossier.assessment.facts import Judged
from gemeentedossier.catalogue.facts.catalogue import Catalogue
from gemeentedossier.catalogue.facts.method import DoneWhen, MethodCount, MethodStep
from gemeentedossier.dossier.governance.facts import PlannedStep
from gemeentedossier.method.engine.counts import counted
from gemeentedossier.method.enums import PlanTermKind
from gemeentedossier.method.facts import Condition, Counted, Lacking, Path, PhaseProgress, PlanTerm, StepProgress

Outcomes = Mapping[str, Counter[Outcome]]
SETTLED = frozenset({Outcome.MET, Outcome.NOT_APPLICABLE})
"""Outcomes of a criterion after which nothing is left to do about it."""
Planned = Mapping[str, tuple[PlannedStep, bool]]
"""By step its plan, and whether whoever takes it works here."""


def path_of(judged: Judged, catalogue: Catalogue) -> Path:
    """Return how far every step is; without steps where this edition of the catalogue has no method."""
    dossier, outcomes = judged.dossier, _outcomes(judged)
    here = frozenset(each.id for each in dossier.organisation.colleagues(day_of(dossier)))
    planned = {each.step: (each, each.owner_id in here) for each in dossier.planned_steps}
    first = [_progress(each, judged, outcomes, planned) for each in catalogue.method_steps]
    steps = [_with_plan(each, first) for each in first]
    phases = (
        PhaseProgress(phase, tuple(each for each in steps if each.step.phase == phase.id))
        for phase in catalogue.method_phases
    )
    return Path(tuple(phases))


def plan_terms(path: Path, language: str) -> tuple[PlanTerm, ...]:
    """Return by which day which step is to be done, as far as it is not; also what is past."""
    return tuple(
        sorted(
            PlanTerm(
                each.planned.due_on,
                PlanTermKind.STEP,
                each.planned.id,
                each.step.id,
                each.step.name.in_language(language),
                each.planned.owner_id,
            )
            for each in path.steps
            if each.planned and not each.is_closed
        )
    )


def steps_of(path: Path, person_id: UUID) -> tuple[StepProgress, ...]:
    """Return the steps that a person takes and that are not done, the most urgent first."""
    own = [each for each in path.steps if each.planned and each.planned.owner_id == person_id and not each.is_closed]
    return tuple(sorted(own, key=lambda each: (each.planned.due_on if each.planned else dt.date.max, each.step.number)))


def _outcomes(judged: Judged) -> Outcomes:
    found: dict[str, Counter[Outcome]] = {}
    for lot in lots_in(judged.assessment):
        found.setdefault(lot.rule.id, Counter())[lot.outcome] += lot.count
    return found


def _progress(
    step: MethodStep, judged: Judged, outcomes: Outcomes, planned: Mapping[str, tuple[PlannedStep, bool]]
) -> StepProgress:
    conditions = (Condition(each, _counted(each, judged, outcomes)) for each in step.done_when)
    return StepProgress(step, tuple(conditions), *planned.get(step.id, (None, False)))


def _counted(asked: DoneWhen, judged: Judged, outcomes: Outcomes) -> Counted:
    if asked.rules:
        return of_rules(asked.rules, outcomes)
    if asked.count is None or asked.count is MethodCount.STEPS_PLANNED:
        return Counted(0, 0)
    return counted(asked.count, judged, every=asked.every)


def of_rules(rules: Iterable[str], outcomes: Outcomes) -> Counted:
    """Return how many findings of these criteria are met, of those that apply.

    Criteria that apply to no record ask nothing. Where nothing at all was found, nobody can tell.
    """
    found: Counter[Outcome] = Counter()
    unmet = []
    for rule in rules:
        of_rule = outcomes.get(rule, Counter())
        found.update(of_rule)
        unmet += [rule] if of_rule.keys() - SETTLED else []
    if not found:
        return Counted(0, 0)
    total = sum(count for outcome, count in found.items() if outcome is not Outcome.NOT_APPLICABLE)
    return Counted(found[Outcome.MET], total, (), bool(found[Outcome.PARTLY]), bool(total), tuple(unmet))


def _with_plan(progress: StepProgress, steps: Iterable[StepProgress]) -> StepProgress:
    """The step with its condition about the plan counted, where it has one."""
    if all(each.asked.count is not MethodCount.STEPS_PLANNED for each in progress.conditions):
        return progress
    asked = [each for each in steps if each.step.id != progress.step.id and not each.is_closed]
    lacking = tuple(
        Lacking("step", uuid5(NAMESPACE_URL, each.step.id), each.step.id) for each in asked if not each.is_led
    )
    whole = Counted(len(asked) - len(lacking), len(asked), lacking, asked=bool(asked))
    conditions = (
        Condition(each.asked, whole) if each.asked.count is MethodCount.STEPS_PLANNED else each
        for each in progress.conditions
    )
    return replace(progress, conditions=tuple(conditions))
