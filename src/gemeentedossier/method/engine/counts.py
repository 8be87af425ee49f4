"""What of the dossier is counted to tell how far a step is."""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping

from gemeentedossier.assessment.engine.assess import day_of
from gemeentedossier.assessment.engine.lots import lots_in
from gemeentedossier.assessment.enums import Outcome
from gemeentedossier.assessment.facts import Judged
from gemeentedossier.catalogue.facts.method import MethodCount
from gemeentedossier.dossier.register.enums import ProcessingState, RecordState
from gemeentedossier.dossier.register.facts import Activity
from gemeentedossier.dossier.risks.enums import PrescanVerdict
from gemeentedossier.dossier.snapshot.facts import Dossier
from gemeentedossier.method.facts import Counted, Lacking
from gemeentedossier.organisation.enums import Role

YEAR = dt.timedelta(days=365)
ADOPTED = frozenset({RecordState.ADOPTED, RecordState.PUBLISHED})


def counted(count: MethodCount, judged: Judged, *, every: bool) -> Counted:
    """Return how many are done of how many; raises KeyError for what this room does not count itself.

    Without ``every`` one is enough, and then there is always something to count.
    """
    found = _COUNTS[count](judged)
    if every or not found.asked:
        return found
    lacking = () if found.done else found.lacking
    return Counted(done=min(found.done, 1), total=1, lacking=lacking, begun=found.begun)


def _at_least(records: Iterable[object]) -> Counted:
    done = sum(1 for _ in records)
    return Counted(done=done, total=max(done, 1))


def _held(role: Role) -> Callable[[Judged], Counted]:
    def count(judged: Judged) -> Counted:
        day = day_of(judged.dossier)
        return _at_least(p for p in judged.dossier.organisation.people if p.holds_on(role, day))

    return count


def _living(dossier: Dossier) -> tuple[Activity, ...]:
    """What goes on or is still to begin: of a processing that ended nothing new is asked."""
    return tuple(each for each in dossier.activities if each.processing_state is not ProcessingState.ENDED)


def _of_each(holds: Callable[[Judged, Activity], bool]) -> Callable[[Judged], Counted]:
    def count(judged: Judged) -> Counted:
        living = _living(judged.dossier)
        lacking = [each for each in living if not holds(judged, each)]
        return Counted(len(living) - len(lacking), len(living), tuple(map(_named, lacking)))

    return count


def _among(keys: Callable[[Judged], frozenset[object]]) -> Callable[[Judged], Counted]:
    """Of each activity whether its key is among these, which are gathered once."""

    def count(judged: Judged) -> Counted:
        found, living = keys(judged), _living(judged.dossier)
        lacking = [each for each in living if each.id not in found]
        return Counted(len(living) - len(lacking), len(living), tuple(map(_named, lacking)))

    return count


def _named(activity: Activity) -> Lacking:
    return Lacking("activity", activity.id, activity.name)


def _owned(judged: Judged) -> Counted:
    day = day_of(judged.dossier)
    here = frozenset(each.id for each in judged.dossier.organisation.colleagues(day))
    living = _living(judged.dossier)
    lacking = [each for each in living if each.owner_id not in here]
    return Counted(len(living) - len(lacking), len(living), tuple(map(_named, lacking)))


def _is_confirmed(judged: Judged, activity: Activity) -> bool:
    last = activity.last_confirmed_on
    return last is not None and day_of(judged.dossier) - last <= YEAR


def _classified(judged: Judged) -> frozenset[object]:
    """With a level for each aspect, approved by whoever answers for it."""
    known = judged.dossier.classifications
    return frozenset(c.activity_id for c in known if c.approved_at is not None and None not in c.levels.values())


def _assessed(judged: Judged) -> Counted:
    """Of the activities that may need an assessment, those with an adopted one; nothing to count before the first
    decision that one is needed.

    Only a person's decision that none is needed takes an activity out: as long as nobody decided, it may need one.
    """
    dossier, living = judged.dossier, _living(judged.dossier)
    needed = {each.activity_id for each in dossier.prescans if each.decision is PrescanVerdict.REQUIRED}
    decided = {each.activity_id for each in dossier.prescans if each.decision is not None}
    if not any(each.id in needed for each in living):
        return Counted(0, 0, asked=not living or any(each.id not in decided for each in living))
    adopted = {key for each in dossier.impact_assessments if each.version for key in each.activity_ids}
    asked = [each for each in living if each.id in needed or each.id not in decided]
    lacking = tuple(_named(each) for each in asked if each.id not in adopted)
    return Counted(len(asked) - len(lacking), len(asked), lacking)


def _consistent(judged: Judged) -> frozenset[object]:
    """Activities of which nothing contradicts."""
    against = (lot for lot in lots_in(judged.assessment) if lot.outcome is Outcome.CONTRADICTS)
    contradicted = {case.activity_id for lot in against for case in lot.cases()}
    return frozenset(each.id for each in judged.dossier.activities if each.id not in contradicted)


def _contact_point(judged: Judged) -> Counted:
    return Counted(int(bool(judged.dossier.organisation.contact_point)), 1)


def _exercises(judged: Judged) -> Counted:
    """Exercises that were finished in the past year; one that still runs is a beginning."""
    dossier = judged.dossier
    held = [each for each in dossier.breaches if each.is_exercise and dossier.moment - each.reported_at <= YEAR]
    finished = [each for each in held if each.closing.closed_at is not None]
    return Counted(len(finished), max(len(finished), 1), begun=bool(held))


def _appetites(judged: Judged) -> Counted:
    day = day_of(judged.dossier)
    return _at_least(each for each in judged.dossier.appetites if each.holds_on(day))


def _log_review_plans(judged: Judged) -> Counted:
    day = day_of(judged.dossier)
    return _at_least(each for each in judged.dossier.log_review_plans if each.holds_on(day))


_COUNTS: Mapping[MethodCount, Callable[[Judged], Counted]] = {
    MethodCount.BODIES: lambda judged: _at_least(judged.dossier.organisation.controllers),
    MethodCount.CONTACT_POINT: _contact_point,
    MethodCount.UNITS: lambda judged: _at_least(judged.dossier.organisation.units),
    MethodCount.OFFICERS: _held(Role.DATA_PROTECTION_OFFICER),
    MethodCount.PRIVACY_OFFICERS: _held(Role.PRIVACY_OFFICER),
    MethodCount.SECURITY_OFFICERS: _held(Role.CISO),
    MethodCount.EXECUTIVES: _held(Role.EXECUTIVE),
    MethodCount.ACTIVITIES: lambda judged: _at_least(judged.dossier.activities),
    MethodCount.ACTIVITIES_OWNED: _owned,
    MethodCount.ACTIVITIES_ADOPTED: _of_each(lambda _judged, each: each.record_state in ADOPTED),
    MethodCount.ACTIVITIES_CONFIRMED: _of_each(_is_confirmed),
    MethodCount.ACTIVITIES_PUBLISHED: _among(
        lambda judged: frozenset(each.activity_id for each in judged.dossier.versions if each.is_public)
    ),
    MethodCount.ACTIVITIES_CLASSIFIED: _among(_classified),
    MethodCount.ACTIVITIES_WITH_MEASURES: _of_each(lambda _judged, each: bool(each.measure_ids)),
    MethodCount.ACTIVITIES_WITH_ACCESS: _among(
        lambda judged: frozenset(each.activity_id for each in judged.dossier.access_rules)
    ),
    MethodCount.ACTIVITIES_ASSESSED: _assessed,
    MethodCount.ACTIVITIES_CONSISTENT: _among(_consistent),
    MethodCount.SYSTEMS: lambda judged: _at_least(judged.dossier.systems),
    MethodCount.LOG_REVIEW_PLANS: _log_review_plans,
    MethodCount.APPETITES: _appetites,
    MethodCount.POLICY_CLAUSES: lambda judged: _at_least(judged.dossier.policy_clauses),
    MethodCount.EXERCISES: _exercises,
}
"""How each is counted; steps of the plan are counted where the other steps are known (``progress``)."""
