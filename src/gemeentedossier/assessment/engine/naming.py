"""What the record is called that a case is about."""

from gemeentedossier.assessment.facts import Case
from gemeentedossier.catalogue.facts.rules import SubjectKind

AGREED = frozenset({SubjectKind.AGREEMENT, SubjectKind.COVENANT})
"""Kinds of records that are agreements: they stand beside the register, and in no activity."""


def record_name(case: Case) -> str:
    """Return the name of the agreement, of the activity in which the case stands, or of the municipality."""
    return str(case.fact(f"{record_kind(case).value}.name"))


def record_kind(case: Case) -> SubjectKind:
    """Return what kind of record it is: an agreement, a covenant, an activity, or the municipality itself."""
    if case.kind in AGREED:
        return case.kind
    return SubjectKind.ACTIVITY if case.activity_id else SubjectKind.ORGANISATION
