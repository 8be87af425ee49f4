"""Subjects whose records come later: their facts are declared, so that rules about them are checked and tried.

A rule about one of these says which record it awaits. Once its cases are made, a subject moves to ``cases``.
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from gemeentedossier.assessment.engine.subjects.impact_assessment import ImpactAssessmentSubject
from gemeentedossier.assessment.engine.subjects.observed import (
    ConsentSubject,
    LogFindingSubject,
    PublicationSubject,
)
from gemeentedossier.assessment.engine.subjects.request import RequestSubject
from gemeentedossier.catalogue.facts.rules import SubjectKind

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

AWAITED: Mapping[SubjectKind, "type[DataclassInstance]"] = {
    SubjectKind.IMPACT_ASSESSMENT: ImpactAssessmentSubject,
    SubjectKind.LOG_FINDING: LogFindingSubject,
    SubjectKind.CONSENT: ConsentSubject,
    SubjectKind.PUBLICATION: PublicationSubject,
    SubjectKind.REQUEST: RequestSubject,
}
