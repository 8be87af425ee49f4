"""How far each theme is from the level that the executive chose, and what is still needed for it."""

from collections.abc import Iterable, Mapping

from gemeentedossier.catalogue.facts.catalogue import Catalogue
from gemeentedossier.catalogue.facts.method import MethodStep
from gemeentedossier.catalogue.facts.sources import Text
from gemeentedossier.dossier.governance.facts import Ambition
from gemeentedossier.method.enums import HeldBack, PlanTermKind
from gemeentedossier.method.facts import AmbitionStanding, Holding, PlanTerm, ThemeMaturity

HALF, WHOLE, BEYOND = 2, 3, 4
"""From which level half of what the law asks is in order, all of it with proof, and what is asked beside the law."""
LEVEL = Text("niveau {level}", "level {level}")
BELOW_WHOLE = frozenset({HeldBack.NOT_MET, HeldBack.CONTRADICTS, HeldBack.UNPROVED})


def standings_of(
    found: Iterable[ThemeMaturity], ambitions: Iterable[Ambition], catalogue: Catalogue
) -> tuple[AmbitionStanding, ...]:
    """Return each theme for which a level was chosen, in the order of the themes."""
    chosen, steps = {each.theme: each for each in ambitions}, steps_by_rule(catalogue)
    return tuple(_standing(each, chosen[each.theme.id], steps) for each in found if each.theme.id in chosen)


def ambition_terms(standings: Iterable[AmbitionStanding], language: str) -> tuple[PlanTerm, ...]:
    """Return by which day which theme is to be as far as was chosen, as far as it is not; also what is past."""
    return tuple(
        PlanTerm(
            each.ambition.due_on,
            PlanTermKind.AMBITION,
            each.ambition.id,
            each.found.theme.id,
            each.found.theme.name.in_language(language),
            each.ambition.decided_by_id,
            LEVEL.in_language(language).format(level=each.ambition.level),
        )
        for each in standings
        if not each.is_reached
    )


def needed_for(found: ThemeMaturity, level: int) -> tuple[Holding, ...]:
    """Return what holds a theme below a level, the most cases first; nothing where it is reached.

    For the second level enough of it must be in order, from the third all of it.
    """
    if (found.level or 0) >= level:
        return ()
    asked = {HeldBack.NOT_MET} if level <= HALF else set(BELOW_WHOLE)
    if level >= BEYOND:
        asked |= {HeldBack.BEYOND, HeldBack.OVERDUE}
    held = tuple(each for each in found.holding if each.why in asked)
    unmet = {each.rule.id for each in held if each.why in (HeldBack.NOT_MET, HeldBack.BEYOND)}
    return tuple(each for each in held if each.why is not HeldBack.OVERDUE or each.rule.id not in unmet)


def short_of_half(found: ThemeMaturity) -> int:
    """Return how many points of the law must still be in order before half of them is."""
    return max(0, -(-found.applying // 2) - found.met)


def steps_by_rule(catalogue: Catalogue) -> Mapping[str, MethodStep]:
    """Return the first step of the method that asks each rule, for the rules that one asks."""
    steps: dict[str, MethodStep] = {}
    for step in sorted(catalogue.method_steps, key=lambda each: each.number):
        for rule in (rule for condition in step.done_when for rule in condition.rules):
            steps.setdefault(rule, step)
    return steps


def _standing(found: ThemeMaturity, ambition: Ambition, steps: Mapping[str, MethodStep]) -> AmbitionStanding:
    needed = needed_for(found, ambition.level)
    own = {each.rule.id: steps[each.rule.id] for each in needed if each.rule.id in steps}
    return AmbitionStanding(ambition, found, needed, own, short_of_half(found) if ambition.level == HALF else 0)
