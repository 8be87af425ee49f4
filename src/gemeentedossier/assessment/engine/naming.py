"""What the record is called that a case is about."""

from gemeentedossier.assessment.facts import Case
from gemeentedossier.catalogue.facts.rules import SubjectKind

AGREED = frozenset({SubjectKind.AGREEMENT, SubjectKind.COVENANT})
"""Kinds of records that are agreements: they stand beside the register, and in no activity."""
ASSETS = frozenset({SubjectKind.SYSTEM, SubjectKind.MEASURE})
"""Kinds of records that are systems and measures."""
GOVERNED = frozenset({SubjectKind.INTERPRETATION, SubjectKind.POSITION})
"""Kinds of records that say how the law is read."""
BESIDE = AGREED | ASSETS | GOVERNED | {SubjectKind.EVIDENCE}
"""Kinds of records that stand beside the register, each with a page of its own."""


def record_name(case: Case, language: str = "nl") -> str:
    """Return the name of what stands beside the register, of the activity in which the case stands, or of the whole.

    What the municipality named itself has one name; only a reading is called by a norm of the catalogue.
    """
    kind = record_kind(case)
    translated = kind is SubjectKind.INTERPRETATION and language.startswith("en")
    return str(case.fact(f"{kind.value}.{'name_en' if translated else 'name'}"))


def record_kind(case: Case) -> SubjectKind:
    """Return what kind of record it is: one beside the register, an activity, or the municipality itself."""
    if case.kind in BESIDE:
        return case.kind
    return SubjectKind.ACTIVITY if case.activity_id else SubjectKind.ORGANISATION
