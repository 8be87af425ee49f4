"""From the findings on a dossier as it was to those on the dossier as it is: only what changed is judged anew.

What it returns is what ``assess`` returns. A case sees its activity, the parties, the organisation as a subject, what
its activity must know of the rest (``subjects.whole``), and the answers and evidence of people and what they set aside;
whatever else of a dossier differs has everything judged anew. The municipality itself, and what stands beside
the register (systems, measures, readings, positions, clauses of policy, evidence), are few, and always judged anew; of
agreements, impact assessments, requests and breaches those that see something that differs, or on whose clock an hour
began.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import fields, replace
from itertools import groupby
from uuid import UUID

from gemeentedossier.assessment.engine.assess import assess, day_of, law_on, whole_in, whole_renewed
from gemeentedossier.assessment.engine.subjects.assessed import copies_among
from gemeentedossier.assessment.engine.subjects.breached import turned_since
from gemeentedossier.assessment.engine.subjects.organisation import organisation_subject
from gemeentedossier.assessment.engine.subjects.whole import Whole
from gemeentedossier.assessment.facts import Assessment, CaseFindings
from gemeentedossier.catalogue.facts.catalogue import Catalogue
from gemeentedossier.dossier.register.facts import Activity
from gemeentedossier.dossier.risks.facts import ImpactAssessment
from gemeentedossier.dossier.snapshot.facts import Dossier

SEEN_PER_CASE = frozenset(
    {"organisation", "activities", "parties", "attestations", "evidence", "suppressions", "agreements", "role_tests"}
    | {"systems", "measures", "classifications", "access_rules", "access_rights", "system_levels"}
    | {"appetites", "policy_clauses", "log_review_plans", "security_risks", "exclusions", "continuities"}
    | {"interpretations", "matters", "reliances", "requests", "consents"}
    | {"interpretations", "matters", "reliances", "prescans", "impact_assessments"}
)
"""What is compared below, record by record."""
SEEN_BY_NO_CASE = frozenset(
    {"moment", "ledger_number", "versions", "representatives", "tools", "tool_rules", "leaflets"}
    | {"breaches", "report_links", "planned_steps", "ambitions", "review_notes"}
    | {"own_advices", "supervision_checks", "samples", "officer_reports"}
)
"""What no rule about an activity is told of; of the moment they are told the day."""
SEEN_BESIDE: Mapping[str, frozenset[str]] = {
    "agreements": frozenset(
        {"agreements", "role_tests", "parties", "systems", "evidence", "tools", "leaflets"}  # one sees the others
    ),
    "impact_assessments": frozenset(
        {"organisation", "appetites", "parties", "systems", "measures", "tools", "tool_rules"}
    ),
    "requests": frozenset({"agreements", "parties", "systems"}),
    "breaches": frozenset({"organisation", "agreements"}),
}
"""Of these records the fields of the dossier that each sees, beside itself and what it knows of its activities."""
ALONE = frozenset({"breaches"})
"""Of these a record without activities sees no others either."""


def reassess(
    before: Assessment,
    *,
    of: Dossier,
    now: Dossier,
    catalogue: Catalogue,
    knew: Whole | None = None,
    knows: Whole | None = None,
) -> Assessment:
    """Return what ``assess`` finds of ``now``; ``before`` is what it found of the dossier ``of``, by this catalogue.

    ``knew`` is what was gathered of that dossier, where somebody kept it; ``knows`` the same of ``now``, of which then
    nothing is remembered.
    """
    if _everything_differs(of, now, catalogue):
        return assess(now, catalogue, whole=knows)
    knew = knew or whole_in(of)
    knows = knows or whole_renewed(of, now, knew=knew)
    answered = _subjects_answered(of, now)
    changed = _changed(before, of, now, answered) | _told_otherwise(knew, knows)
    moved = changed | knew.activities.keys() - knows.activities.keys()
    same = _same_beside(before, of, now, moved=moved)
    same = {key: each for key, each in same.items() if key not in answered}
    fewer = replace(now, activities=tuple(a for a in now.activities if a.id in changed))
    part = assess(fewer, catalogue, whole=knows, same=same)
    kept, fresh = _by_activity(before.cases), _by_activity(part.cases)
    cases = list(_known(before.cases, fresh.get(None, ())))
    for activity in now.activities:
        cases += (fresh if activity.id in changed else kept)[activity.id]
    return replace(part, cases=tuple(cases))


def _told_otherwise(knew: Whole, knows: Whole) -> set[UUID]:
    """The activities that are told something else of the rest."""
    everybody = knows.activities.values()
    if knew.decided != knows.decided or knew.in_office != knows.in_office:
        return {a.id for a in everybody if knew.seen_by(a) != knows.seen_by(a)}
    changed: set[UUID] = set()
    for old, new in (
        (knew.copies, knows.copies),
        (knew.covers, knows.covers),
        (knew.secured, knows.secured),
        (knew.assessed, knows.assessed),
    ):
        changed |= {key for key in old.keys() | new.keys() if old.get(key) != new.get(key)}
    return changed & knows.activities.keys()


def _known(before: Iterable[CaseFindings], fresh: Iterable[CaseFindings]) -> Iterator[CaseFindings]:
    """The same, with those that stood there before where nothing differs: what is kept is not counted again."""
    were = {(each.case.kind, each.case.id): each for each in before if each.case.activity_id is None}
    for each in fresh:
        old = were.get((each.case.kind, each.case.id))
        yield old if old == each else each


def _same_beside(before: Assessment, of: Dossier, now: Dossier, *, moved: Set[UUID]) -> Mapping[UUID, CaseFindings]:
    """The cases of agreements, impact assessments, requests and breaches that see nothing that differs.

    ``moved`` are the activities that changed, came or went, or of which something else is known.
    """
    cases = {each.case.id: each for each in before.cases if each.case.activity_id is None}
    found = {}
    for name, seen in SEEN_BESIDE.items():
        if any(getattr(of, each) != getattr(now, each) for each in seen):
            continue
        were = {each.id: each for each in getattr(of, name)}
        for each in getattr(now, name):
            if (
                each.id in cases
                and were.get(each.id) == each
                and (each.activity_ids or name in ALONE)
                and moved.isdisjoint(each.activity_ids)
            ):
                found[each.id] = cases[each.id]
    others = _copied_otherwise(of.impact_assessments, now.impact_assessments)
    others |= turned_since(now.breaches, since=of.moment, now=now.moment)
    return {key: case for key, case in found.items() if key not in others}


def _copied_otherwise(were: tuple[ImpactAssessment, ...], are: tuple[ImpactAssessment, ...]) -> Set[UUID]:
    """The assessments that are told of another copy, since that one changed."""
    if were is are:
        return frozenset()
    old, new = copies_among(were), copies_among(are)
    return {key for key in {*old, *new} if old.get(key) != new.get(key)}


def _everything_differs(of: Dossier, now: Dossier, catalogue: Catalogue) -> bool:
    day = day_of(now)
    if day != day_of(of):
        return True
    law = law_on(day, catalogue)
    if organisation_subject(of.organisation, law) != organisation_subject(now.organisation, law):
        return True
    others = {field.name for field in fields(Dossier)} - SEEN_PER_CASE - SEEN_BY_NO_CASE
    return any(getattr(of, name) != getattr(now, name) for name in others)


def _changed(before: Assessment, of: Dossier, now: Dossier, answered: Set[UUID]) -> set[UUID]:
    """The activities whose cases must be judged anew."""
    were = {activity.id: activity for activity in of.activities}
    changed = {a.id for a in now.activities if a is not (was := were.get(a.id)) and a != was}
    parties = _differing(of.parties, now.parties)
    if parties:
        changed |= {activity.id for activity in now.activities if not parties.isdisjoint(_parties_of(activity))}
    if answered:
        cases = (each.case for each in before.cases)
        changed |= {case.activity_id for case in cases if case.activity_id and case.id in answered}
    return changed & {activity.id for activity in now.activities}


def _subjects_answered(of: Dossier, now: Dossier) -> set[UUID]:
    """The records about which people's answers, the evidence for them, or what they set aside differ."""
    if all(getattr(of, name) is getattr(now, name) for name in ("attestations", "evidence", "suppressions")):
        return set()
    evidence = _differing(of.evidence, now.evidence)
    answers = _differing(of.attestations, now.attestations)
    every = (*of.attestations, *now.attestations)
    answered = {a.subject_id for a in every if a.id in answers or not evidence.isdisjoint(a.evidence_ids)}
    return answered | {each.subject_id for each in set(of.suppressions) ^ set(now.suppressions)}


def _differing(old: Iterable[object], new: Iterable[object]) -> set[UUID]:
    """The keys of records that are in one of the two only, or differ; what was not read again is the same."""
    if old is new:
        return set()
    return {record.id for record in set(old) ^ set(new)}  # type: ignore[attr-defined]  # every record has a key


def _parties_of(activity: Activity) -> Iterator[UUID | None]:
    yield from (recipient.party_id for recipient in activity.recipients)
    yield from (relation.party_id for relation in activity.parties)


def _by_activity(cases: Iterable[CaseFindings]) -> Mapping[UUID | None, list[CaseFindings]]:
    found: dict[UUID | None, list[CaseFindings]] = defaultdict(list)
    for _, together in groupby(
        cases, key=lambda each: id(each.case.activity_id)
    ):  # of one activity they stand together
        group = list(together)
        found[group[0].case.activity_id] += group
    return found
