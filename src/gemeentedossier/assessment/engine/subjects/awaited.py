"""Subjects whose records come later: their facts are declared, so that rules about them are checked and tried.

A rule about one of these says which record it awaits. Once its cases are made, a subject moves to ``cases``.
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from gemeentedossier.assessment.engine.subjects.observed import (
    LogFindingSubject,
    PublicationSubject,
)
from gemeentedossier.catalogue.facts.rules import SubjectKind

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

AWAITED: Mapping[SubjectKind, "type[DataclassInstance]"] = {
    SubjectKind.LOG_FINDING: LogFindingSubject,
    SubjectKind.PUBLICATION: PublicationSubject,
}
