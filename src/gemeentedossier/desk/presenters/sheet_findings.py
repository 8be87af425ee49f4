"""Which findings stand on the security sheets of an activity, and beside what."""

from collections.abc import Iterator
from uuid import UUID

from gemeentedossier.assessment.facts import Finding, Judged
from gemeentedossier.catalogue.facts.rules import Part, SubjectKind
from gemeentedossier.desk.presenters.mending import is_of_outages
from gemeentedossier.dossier.register.facts import Activity, Purpose

BESIDE_MEANS = {SubjectKind.SYSTEM: "systems", SubjectKind.MEASURE: "measures"}


def of_part_b(judged: Judged, activity: Activity, purpose: Purpose | None = None) -> Iterator[Finding]:
    """Yield what follows from the records of Part B about an activity; of a purpose what does not concern another."""
    others = _keys_of_others(judged, activity, purpose) if purpose else frozenset()
    for case in judged.assessment.cases:
        if case.case.activity_id != activity.id or case.case.id in others:
            continue
        for finding in case:
            if finding.rule.part is Part.B and not finding.rule.is_attested:
                yield finding


def of_means(judged: Judged, activity: Activity) -> Iterator[Finding]:
    """Yield what was found of the systems and measures of an activity."""
    means = {*activity.system_ids, *activity.measure_ids}
    return (finding for case in judged.assessment.cases if case.case.id in means for finding in case)


def section_on_the_index(finding: Finding) -> str:
    """The section of the index of an activity beside which a finding stands."""
    if finding.subject_kind is SubjectKind.SECURITY_RISK:
        return "risks"
    return "outage" if is_of_outages(finding) else _rights_or_levels(finding)


def section_on_the_sheet(finding: Finding) -> str:
    """The section of the sheet of a purpose beside which a finding stands; risks and outages have none there."""
    return BESIDE_MEANS.get(finding.subject_kind) or _rights_or_levels(finding)


def _rights_or_levels(finding: Finding) -> str:
    return "rights" if finding.subject_kind is SubjectKind.ACCESS_RIGHT else "levels"


def _keys_of_others(judged: Judged, activity: Activity, purpose: Purpose) -> frozenset[UUID]:
    """The purposes of the activity besides this one, and the rights that reach only those."""
    rights = (
        each.id
        for each in judged.dossier.access_rights
        if each.activity_id == activity.id and each.purpose_id not in (None, purpose.id)
    )
    return frozenset({each.id for each in activity.purposes if each.id != purpose.id}) | frozenset(rights)
