"""Which findings belong on the security sheets of an activity."""

from collections.abc import Iterator
from uuid import UUID

from gemeentedossier.assessment.facts import Assessment, Finding
from gemeentedossier.catalogue.facts.rules import Part
from gemeentedossier.dossier.register.facts import Activity, Purpose
from gemeentedossier.dossier.snapshot.facts import Dossier


def of_part_b(
    assessment: Assessment, dossier: Dossier, activity: Activity, purpose: Purpose | None = None
) -> Iterator[Finding]:
    """Yield what follows from the records of Part B about an activity; of a purpose what does not concern another."""
    others = _keys_of_others(dossier, activity, purpose) if purpose else frozenset()
    for case in assessment.cases:
        if case.case.activity_id != activity.id or case.case.id in others:
            continue
        for finding in case:
            if finding.rule.part is Part.B and not finding.rule.is_attested:
                yield finding


def of_means(assessment: Assessment, activity: Activity) -> Iterator[Finding]:
    """Yield what was found of the systems and measures of an activity."""
    means = {*activity.system_ids, *activity.measure_ids}
    return (finding for case in assessment.cases if case.case.id in means for finding in case)


def _keys_of_others(dossier: Dossier, activity: Activity, purpose: Purpose) -> frozenset[UUID]:
    """The purposes of the activity besides this one, and the rights that reach only those."""
    rights = (
        each.id
        for each in dossier.access_rights
        if each.activity_id == activity.id and each.purpose_id not in (None, purpose.id)
    )
    return frozenset({each.id for each in activity.purposes if each.id != purpose.id}) | frozenset(rights)
