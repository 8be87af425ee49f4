"""What was found: every finding, the worst first."""

from collections.abc import Iterable, Iterator
from typing import Protocol
from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render

from gemeentedossier.assessment.engine.assess import day_of
from gemeentedossier.assessment.engine.lots import InLots, Lot, lots_in, lots_of
from gemeentedossier.assessment.facts import Judged
from gemeentedossier.assessment.queries import judged_of
from gemeentedossier.desk.enums import FilterPlace
from gemeentedossier.desk.forms.findings import FindingsFilter, Wanted, beside_the_register
from gemeentedossier.desk.presenters.activity.wording import language
from gemeentedossier.desk.presenters.finding_list import (
    BY_RULE,
    by_rule,
    findings_pagination,
    grouping_tabs,
    nothing_found,
    outcome_tabs,
    rules_table,
    with_changes,
)
from gemeentedossier.desk.presenters.findings import Reader, shown_findings
from gemeentedossier.desk.presenters.frame import frame_for
from gemeentedossier.desk.rules import Visit, staff
from gemeentedossier.desk.views.activity_sight import EDIT
from gemeentedossier.desk.views.assessment_folds import steps_with
from gemeentedossier.desk.views.breach_folds import steps_of
from gemeentedossier.desk.views.filters import kept_above
from gemeentedossier.dossier.evidence.actions.evidence import can_change
from gemeentedossier.dossier.register.enums import RecordState
from gemeentedossier.dossier.security.engine.reviews import most_urgent
from gemeentedossier.dossier.snapshot.facts import Dossier
from gemeentedossier.foundation.addresses import reverse
from gemeentedossier.organisation.permissions import can, can_for

PAGE = 50
CLASSIFY, WEIGH, LOOK = "security.classify_activity", "security.edit_risk", "security.review_log"


class _Owned(Protocol):
    @property
    def id(self) -> UUID: ...
    @property
    def owner_id(self) -> UUID | None: ...


def judged_by(visit: Visit) -> Judged:
    """The dossier that the visit looks at, with its findings."""
    return judged_of(visit.municipality, moment=visit.moment)


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
        steps=_steps(visit, judged.dossier),
        decides_risks=visit.moment is None and can(visit.actor, "security.decide_risk"),
        looks=_looks_of(visit, judged),
        records_rights=visit.moment is None and can(visit.actor, "security.record_right"),
        answers_for_all=answers_for_all,
        edits_organisation=visit.moment is None and can(visit.actor, "organisation.edit_organisation"),
        sets_aside=visit.moment is None and can(visit.actor, "governance.suppress_finding"),
        sets_unlawful_aside=visit.moment is None and can(visit.actor, "governance.suppress_unlawful"),
        at=visit.moment,
    )


def _steps(visit: Visit, dossier: Dossier) -> dict[UUID, frozenset[str]]:
    """By breach and by impact assessment, the steps that this visit may take with it."""
    activities = {each.id: each for each in dossier.activities}
    of_breaches = {each.id: steps_of(visit, each, dossier) for each in dossier.breaches}
    return of_breaches | {each.id: steps_with(visit, each, activities) for each in dossier.impact_assessments}


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


@staff("assessment.view_findings")
def findings(visit: Visit) -> HttpResponse:
    """Filter, group and page through the findings."""
    kept, instead = kept_above(visit, FilterPlace.FINDINGS)
    if instead:
        return redirect(instead)
    judged, query, slug = judged_by(visit), visit.request.GET, visit.municipality.slug
    every = lots_in(judged.assessment)
    filters = FindingsFilter(query.dict(), judged=judged, lots=every)
    wanted = filters.wanted()
    fitting = _fitting(wanted, judged, every)
    chosen = [lot for lot in fitting if wanted.has_outcome(lot)]
    activity = next((a for a in judged.dossier.activities if str(a.id) == wanted.activity), None)
    shown = {
        "frame": frame_for(visit, place="desk:findings"),
        "filters": filters,
        "url": reverse("desk:findings", args=[slug]) + "?all=1",
        "kept": kept,
        "tabs": outcome_tabs(fitting, query=query),
        "grouping": grouping_tabs(query),
        "only_of": activity.name if activity else "",
        "without_activity": with_changes(query, activity="", page=""),
        "faults": tuple(each.in_language(language()) for each in judged.assessment.faults),
        "empty": nothing_found(
            slug,
            is_narrowed=wanted != Wanted(outcome=wanted.outcome, counted=wanted.counted),
            has_activities=bool(judged.dossier.activities),
        ),
        **_listed(chosen, judged, visit),
    }
    return render(visit.request, "desk/findings.html", shown)


def _fitting(wanted: Wanted, judged: Judged, every: Iterable[Lot]) -> list[Lot]:
    """The findings that are wanted, whatever their outcome."""
    if wanted.is_about_some:
        about: set[UUID | None] = {key for key, each in judged.activities.items() if wanted.fits_activity(each)}
        about |= {None} if wanted.is_about_the_whole else set()
        agreed = {each.id for each in beside_the_register(judged.dossier) if wanted.fits_beside(each)}
        cases = judged.assessment.cases
        every = lots_of(each for each in cases if each.case.activity_id in about or each.case.id in agreed)
    return [lot for lot in every if wanted.fits_rule(lot.rule)]


def _listed(chosen: list[Lot], judged: Judged, visit: Visit) -> dict[str, object]:
    query = visit.request.GET
    if query.get("group") == BY_RULE:
        groups = Paginator(by_rule(chosen), PAGE).get_page(query.get("page"))
        table = rules_table(list(groups), query=query) if chosen else None
        return {"table": table, "pagination": findings_pagination(groups, query=query)}
    page = Paginator(InLots(chosen), PAGE).get_page(query.get("page"))
    return {
        "cases": shown_findings(page, judged, reader_of(visit, judged)),
        "pagination": findings_pagination(page, query=query),
    }
