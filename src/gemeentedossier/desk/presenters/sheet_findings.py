"""Which findings stand on the security sheets of an activity, and beside what."""

from collections.abc import Iterator

from gemeentedossier.assessment.engine import sheets
from gemeentedossier.assessment.facts import Finding, Judged
from gemeentedossier.catalogue.facts.rules import SubjectKind
from gemeentedossier.desk.presenters.mending import is_of_outages
from gemeentedossier.dossier.register.facts import Activity, Purpose

BESIDE_MEANS = {SubjectKind.SYSTEM: "systems", SubjectKind.MEASURE: "measures"}


def of_part_b(judged: Judged, activity: Activity, purpose: Purpose | None = None) -> Iterator[Finding]:
    """Yield what follows from the records of Part B about an activity; of a purpose what does not concern another."""
    return sheets.of_part_b(judged.assessment, judged.dossier, activity, purpose)


def of_means(judged: Judged, activity: Activity) -> Iterator[Finding]:
    """Yield what was found of the systems and measures of an activity."""
    return sheets.of_means(judged.assessment, activity)


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
