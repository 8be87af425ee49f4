"""How an activity is secured: its levels, what its measures bring about on the day, and who reaches it.

A measure counts as long as evidence that stands shows it; what nobody recorded stays unknown.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from gemeentedossier.assessment.engine.subjects.law import Law
from gemeentedossier.assessment.engine.subjects.left_over import left_over_in, texts_of_classification
from gemeentedossier.assessment.engine.subjects.security import (
    AccessRightSubject,
    SecurityClassificationSubject,
)
from gemeentedossier.assessment.engine.subjects.truths import all_of, any_of, over_a_year_ago
from gemeentedossier.catalogue.engine.lint import Lint
from gemeentedossier.catalogue.facts.risks import RiskLevel
from gemeentedossier.dossier.assets.enums import Effect
from gemeentedossier.dossier.register.facts import Activity
from gemeentedossier.dossier.security.engine.access import is_within_task
from gemeentedossier.dossier.security.engine.appetite import level_accepted
from gemeentedossier.dossier.security.facts import (
    AccessRight,
    AccessRule,
    Classification,
    Continuity,
    SecurityRisk,
)
from gemeentedossier.dossier.snapshot.facts import Dossier

ASKED_OF_CONFIDENTIAL = (Effect.LOGGING, Effect.SECOND_FACTOR, Effect.ACCESS_REVIEW)


@dataclass(frozen=True, slots=True)
class Protected:
    """One measure of an activity as it counts on the day; ``in_effect`` None is not recorded."""

    effects: tuple[Effect, ...]
    in_effect: bool | None


@dataclass(frozen=True, slots=True)
class Secured:
    """What is recorded of the security of one activity, on one day."""

    classification: Classification | None = None
    measures: tuple[Protected, ...] = ()
    rights: tuple[tuple[AccessRight, bool | None], ...] = ()
    continuity: Continuity | None = None
    risks: tuple[SecurityRisk, ...] = ()
    accepted: RiskLevel | None = None
    """The highest level of risk that may remain; unknown where no controller of the activity decided."""

    def is_classified(self, lint: Lint) -> bool | None:
        """Whether its levels are recorded and approved; unknown where nobody did, or a blank is the reason."""
        found = self.classification
        if found is None or any(lint.is_unfinished(reason) for reason in found.reasons.values()):
            return None
        return found.approved_at is not None

    @property
    def in_effect_count(self) -> int | None:
        """How many of its measures count; unknown where none does and of some nobody recorded how far they are."""
        truths = [each.in_effect for each in self.measures]
        count = sum(truth is True for truth in truths)
        return None if not count and None in truths else count

    def has(self, effect: Effect) -> bool | None:
        """Whether a measure that counts brings it about; unknown without measures, or while one says too little."""
        if not self.measures:
            return None
        return any_of(_brings(each, effect) for each in self.measures)


NOT_SECURED = Secured()


def secured_in(dossier: Dossier, *, day: dt.date) -> Mapping[UUID, Secured]:
    """Return how each activity is secured on the day."""
    evidence = {piece.id: piece for piece in dossier.evidence}
    measures = {each.id: Protected(each.effects, each.is_in_effect_on(day, evidence)) for each in dossier.measures}
    levels = {each.activity_id: each for each in dossier.classifications}
    lines: dict[UUID, list[AccessRule]] = defaultdict(list)
    for line in dossier.access_rules:
        lines[line.activity_id].append(line)
    rights: dict[UUID, list[tuple[AccessRight, bool | None]]] = defaultdict(list)
    for right in dossier.access_rights:
        rights[right.activity_id].append((right, is_within_task(right, lines.get(right.activity_id, ()))))
    outages = {each.activity_id: each for each in dossier.continuities}
    risks: dict[UUID, list[SecurityRisk]] = defaultdict(list)
    for risk in dossier.security_risks:
        risks[risk.activity_id].append(risk)
    return {
        activity.id: Secured(
            levels.get(activity.id),
            tuple(measures[key] for key in activity.measure_ids if key in measures),
            tuple(rights.get(activity.id, ())),
            outages.get(activity.id),
            tuple(risks.get(activity.id, ())),
            level_accepted(dossier.appetites, activity.controller_ids, on=day) if activity.id in risks else None,
        )
        for activity in dossier.activities
    }


def fits_levels(secured: Iterable[Secured], law: Law) -> bool | None:
    """Return whether measures that count bring about all that the levels ask; unknown without approved levels."""
    truths = [_fits(each, law) for each in secured]
    return all_of(truths) if truths else None


def classification_subject(found: Classification, secured: Secured, law: Law) -> SecurityClassificationSubject:
    """Return the classification of an activity as a subject of rules on the law's day."""
    plan = secured.continuity
    logging, factor, review = truths = [secured.has(effect) for effect in ASKED_OF_CONFIDENTIAL]
    asked = zip(ASKED_OF_CONFIDENTIAL, truths, strict=True)
    lacking = tuple(effect.value for effect, truth in asked if truth is not True)
    return SecurityClassificationSubject(
        availability=found.availability,
        integrity=found.integrity,
        confidentiality=found.confidentiality,
        logging_in_effect=logging,
        second_factor_in_effect=factor,
        access_review_in_effect=review,
        missing_measures=lacking,
        has_fallback=law.lint.says_something(plan.fallback) if plan else None,
        has_outage_limit=plan.outage_hours is not None if plan else None,
        fallback_trial_overdue=over_a_year_ago(plan.tried_on, on=law.day) if plan else None,
        **vars(left_over_in(texts_of_classification(found), law.lint)),
    )


def right_subject(right: AccessRight, activity: Activity, law: Law, *, within: bool | None) -> AccessRightSubject:
    """Return a right that was found as a subject of rules on the law's day."""
    purpose = next((each.text for each in activity.purposes if each.id == right.purpose_id), activity.name)
    ended = right.role_ended_on
    return AccessRightSubject(
        holder=right.holder,
        purpose=purpose,
        within_task=within,
        account_active=right.account_active,
        role_ended=None if ended is None else ended < law.day,
        role_ended_on=ended,
    )


def _brings(measure: Protected, effect: Effect) -> bool | None:
    if effect in measure.effects:
        return measure.in_effect
    return None if not measure.effects and measure.in_effect is None else False


def _fits(secured: Secured, law: Law) -> bool | None:
    found = secured.classification
    if found is None or not secured.is_classified(law.lint) or not secured.measures:
        return None
    asked = {effect for aspect, level in found.levels.items() if level for effect in law.asked.get((aspect, level), ())}
    return all_of(secured.has(Effect(effect)) for effect in asked)
