"""For whom findings are shown: which records this visit can mend, and by which steps."""

from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import Protocol
from uuid import UUID

from gemeentedossier.assessment.engine.assess import day_of
from gemeentedossier.assessment.facts import Judged
from gemeentedossier.desk.presenters.findings import Reader
from gemeentedossier.desk.rules import Visit
from gemeentedossier.desk.views.activity_sight import EDIT
from gemeentedossier.desk.views.assessment_permitted import steps_with
from gemeentedossier.desk.views.breach_folds import steps_of
from gemeentedossier.dossier.evidence.actions.evidence import can_change
from gemeentedossier.dossier.register.enums import RecordState
from gemeentedossier.dossier.security.engine.reviews import most_urgent
from gemeentedossier.dossier.snapshot.facts import Dossier
from gemeentedossier.organisation.permissions import can, can_for

CLASSIFY, WEIGH, LOOK = "security.classify_activity", "security.edit_risk", "security.review_log"


class _Owned(Protocol):
    @property
    def id(self) -> UUID: ...
    @property
    def owner_id(self) -> UUID | None: ...


def reader_of(visit: Visit, judged: Judged) -> Reader:
    """For whom, and which records they can mend."""
    mends = frozenset[UUID]()
    classifies = weighs = frozenset[UUID]()
    if visit.moment is None:
        known = judged.dossier.activities
        mends = _owned(visit, EDIT, [each for each in known if each.record_state is not RecordState.REPLACED])
        classifies, weighs = _owned(visit, CLASSIFY, known), _owned(visit, WEIGH, known)
        for permission, records in _beside(judged.dossier):
            mends |= _owned(visit, permission, records)
        if can(visit.actor, "agreements.edit_leaflet"):
            mends |= {each.id for each in judged.dossier.leaflets}
        if can(visit.actor, "requests.edit_request"):
            mends |= {each.id for each in judged.dossier.requests}
        if can(visit.actor, "requests.record_consent"):
            mends |= {each.id for each in judged.dossier.consents}
        if can(visit.actor, "breaches.edit_breach"):
            mends |= {each.id for each in judged.dossier.breaches}
        mends |= _law_mended_by(visit, judged) | _evidence_mended_by(visit, judged)
        mends |= {each.id for each in judged.dossier.impact_assessments if mends & set(each.activity_ids)}
    answers_for_all = visit.moment is None and can(visit.actor, "evidence.attest_municipality")
    return Reader(
        slug=visit.municipality.slug,
        mends=mends,
        classifies=classifies,
        weighs=weighs,
        steps_of=_steps(visit, judged.dossier),
        decides_risks=visit.moment is None and can(visit.actor, "security.decide_risk"),
        looks=_looks_of(visit, judged),
        records_rights=visit.moment is None and can(visit.actor, "security.record_right"),
        answers_for_all=answers_for_all,
        edits_organisation=visit.moment is None and can(visit.actor, "organisation.edit_organisation"),
        sets_aside=visit.moment is None and can(visit.actor, "governance.suppress_finding"),
        sets_unlawful_aside=visit.moment is None and can(visit.actor, "governance.suppress_unlawful"),
        at=visit.moment,
    )


def _steps(visit: Visit, dossier: Dossier) -> Callable[[UUID], frozenset[str]]:
    """The steps that this visit may take with a breach or an impact assessment, worked out for those that are shown."""

    @cache
    def steps(key: UUID) -> frozenset[str]:
        if breach := next((each for each in dossier.breaches if each.id == key), None):
            return steps_of(visit, breach, dossier)
        assessment = next((each for each in dossier.impact_assessments if each.id == key), None)
        activities = {each.id: each for each in dossier.activities} if assessment else {}
        return steps_with(visit, assessment, activities) if assessment else frozenset()

    return steps


def _beside(dossier: Dossier) -> Iterator[tuple[str, Iterable[_Owned]]]:
    """The records beside the register that have an owner, with the permission to write them."""
    yield "agreements.edit_agreement", dossier.agreements
    yield "assets.edit_system", dossier.systems
    yield "assets.edit_measure", dossier.measures
    yield "governance.edit_clause", dossier.policy_clauses
    yield "assets.edit_tool", dossier.tools


def _owned(visit: Visit, permission: str, records: Iterable[_Owned]) -> frozenset[UUID]:
    """The records for which this visit has the permission; asked once for each owner, of whom there are few."""
    owners = {each.owner_id for each in records}
    granted = {owner for owner in owners if can_for(visit.actor, permission, owner_id=owner)}
    return frozenset(each.id for each in records if each.owner_id in granted)


def _looks_of(visit: Visit, judged: Judged) -> dict[UUID, UUID]:
    """For who may look at logs: by system the plan whose log is to be looked at first."""
    if visit.moment is not None or not can(visit.actor, LOOK):
        return {}
    plans, day = judged.dossier.log_review_plans, day_of(judged.dossier)
    systems = {each.system_id for each in plans}
    first = {key: most_urgent((each for each in plans if each.system_id == key), on=day) for key in systems}
    return {key: plan.id for key, plan in first.items() if plan}


def _law_mended_by(visit: Visit, judged: Judged) -> frozenset[UUID]:
    """The readings and positions of which this visit may change something: themselves, or what rests on them."""
    rely = can(visit.actor, "governance.record_reliance")
    read = rely or can(visit.actor, "governance.decide_interpretation")
    readings = (each.id for each in judged.dossier.interpretations if read)
    return frozenset(readings) | {p.id for m in judged.dossier.matters if rely for p in m.positions}


def _evidence_mended_by(visit: Visit, judged: Judged) -> frozenset[UUID]:
    known = judged.dossier.evidence
    theirs = (e for e in known if can_change(visit.actor, owner_id=e.owner_id, added_by_id=e.added_by_id))
    return frozenset(each.id for each in theirs)
