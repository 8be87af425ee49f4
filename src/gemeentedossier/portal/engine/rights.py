"""Which rights a person has when their data are processed on given legal bases (GDPR 7(3), 15 to 22, 77)."""

from collections.abc import Iterable, Set
from dataclasses import dataclass
from enum import StrEnum

from gemeentedossier.dossier.register.enums import Article6, DataSubjectRight, SpecialCategoryGround
from gemeentedossier.dossier.register.facts import Activity


class Standing(StrEnum):
    """Whether a right holds here."""

    HOLDS = "holds"
    LIMITED = "limited"
    """It exists, but the law that asks for the processing often stands in its way (GDPR 17(3)(b))."""
    DEPENDS = "depends"
    """It hangs on something that nobody recorded."""


@dataclass(frozen=True, slots=True)
class RightHeld:
    """A right with its standing; a right that does not hold is simply not there."""

    right: DataSubjectRight
    standing: Standing = Standing.HOLDS


@dataclass(frozen=True, slots=True)
class Grounds:
    """What the rights hang on. ``article_6`` with None in it: a ground was not recorded."""

    article_6: Set[Article6 | None]
    explicit_consent: bool = False
    automated_decision: bool | None = None


ALWAYS = (DataSubjectRight.ACCESS, DataSubjectRight.RECTIFICATION)
BY_LAW = frozenset({Article6.LEGAL_OBLIGATION, Article6.PUBLIC_TASK})
ON_GROUNDS: tuple[tuple[DataSubjectRight, frozenset[Article6]], ...] = (
    (DataSubjectRight.OBJECTION, frozenset({Article6.PUBLIC_TASK, Article6.LEGITIMATE_INTERESTS})),
    (DataSubjectRight.PORTABILITY, frozenset({Article6.CONSENT, Article6.CONTRACT})),
    (DataSubjectRight.WITHDRAW_CONSENT, frozenset({Article6.CONSENT})),
)
"""GDPR 21(1), 20(1)(a) and 7(3): the rights that exist on some grounds only."""


def grounds_of(activity: Activity) -> Grounds:
    """The grounds that an activity names; a purpose without ground counts as one that was not recorded."""
    named: set[Article6 | None] = set()
    for purpose in activity.purposes:
        named |= {basis.article_6 for basis in purpose.legal_bases} or {None}
    return Grounds(
        article_6=frozenset(named or {None}),
        explicit_consent=any(u.special_ground is SpecialCategoryGround.EXPLICIT_CONSENT for u in activity.data_uses),
        automated_decision=activity.characteristics.automated_decision,
    )


def rights_for(grounds: Grounds) -> tuple[RightHeld, ...]:
    """The rights on these grounds, the ones that always hold first."""
    return (
        *(RightHeld(right) for right in ALWAYS),
        RightHeld(DataSubjectRight.ERASURE, _erasure(grounds)),
        RightHeld(DataSubjectRight.RESTRICTION),
        *_on_grounds(grounds),
        *_automated(grounds),
    )


def _erasure(grounds: Grounds) -> Standing:
    return Standing.LIMITED if grounds.article_6 & BY_LAW else Standing.HOLDS


def _on_grounds(grounds: Grounds) -> Iterable[RightHeld]:
    """Explicit consent of 9(2)(a) counts as consent in 20(1)(a), and can be withdrawn like any other."""
    for right, needed in ON_GROUNDS:
        if grounds.article_6 & needed or (grounds.explicit_consent and Article6.CONSENT in needed):
            yield RightHeld(right)
        elif None in grounds.article_6:
            yield RightHeld(right, Standing.DEPENDS)


def _automated(grounds: Grounds) -> Iterable[RightHeld]:
    """GDPR 22: silent only where someone recorded that no decision is automated."""
    if grounds.automated_decision is not False:
        standing = Standing.HOLDS if grounds.automated_decision else Standing.DEPENDS
        yield RightHeld(DataSubjectRight.NO_AUTOMATED_DECISION, standing)
