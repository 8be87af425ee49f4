"""What can be asked on the legal bases of an activity, and on which ground it can be refused; all of it by article."""

from collections.abc import Iterable, Set
from dataclasses import dataclass

from gemeentedossier.catalogue.facts.catalogue import Catalogue
from gemeentedossier.catalogue.facts.citations import LawReference
from gemeentedossier.catalogue.facts.requests import RequestRefusal, RequestRight, RightOnGround, RightStanding
from gemeentedossier.dossier.register.enums import Article6, DataSubjectRight, SpecialCategoryGround
from gemeentedossier.dossier.register.facts import Activity

LIMITATION = "uavg-41"
ERASURE_EXCEPTION = "erasure-exception"
EXCESSIVE = "excessive"
"""Grounds for refusing that more is asked of."""
ORDER = (RightStanding.YES, RightStanding.LIMITED, RightStanding.NO)


@dataclass(frozen=True, slots=True)
class RightHere:
    """How a right stands for one activity: the best standing on its legal bases, with the articles that say so.

    ``standing`` is None where a legal basis was not recorded, so that nobody can tell.
    """

    standing: RightStanding | None
    law: tuple[LawReference, ...]
    letters: tuple[str, ...]


def right_in(catalogue: Catalogue, right: DataSubjectRight) -> RequestRight | None:
    """What the catalogue says of a right."""
    return catalogue.entries_of(RequestRight).get(right.value.replace("_", "-"))


def letters_of(activity: Activity) -> frozenset[Article6 | None]:
    """The legal bases of an activity; None among them where a purpose has none that was recorded.

    Explicit consent of 9(2)(a) counts as consent, as in GDPR 20(1)(a).
    """
    named: set[Article6 | None] = set()
    for purpose in activity.purposes:
        named |= {basis.article_6 for basis in purpose.legal_bases} or {None}
    if any(use.special_ground is SpecialCategoryGround.EXPLICIT_CONSENT for use in activity.data_uses):
        named.add(Article6.CONSENT)
    return frozenset(named or {None})


def right_here(known: RequestRight, letters: Set[Article6 | None]) -> RightHere:
    """How the right stands on these legal bases: it exists where it exists on one of them."""
    found = {each.value: known.grounds[each.value] for each in letters if each is not None}
    best = min(found.values(), key=lambda each: ORDER.index(each.standing), default=None)
    standing = best.standing if best else None
    if None in letters and standing is not RightStanding.YES:
        standing = None
    return RightHere(standing, _saying(found.values(), standing), tuple(sorted(found)))


def rests_on(activities: Iterable[Activity], wanted: Set[Article6]) -> bool | None:
    """Whether one of the activities rests on one of these; unknown without activities or where a basis is missing."""
    letters = frozenset[Article6 | None]().union(*map(letters_of, activities))
    if letters & wanted:
        return True
    return None if not letters or None in letters else False


def refusals_for(catalogue: Catalogue, right: DataSubjectRight) -> tuple[RequestRefusal, ...]:
    """The grounds on which this right can be refused; another one is not in the law."""
    known, every = right_in(catalogue, right), catalogue.entries_of(RequestRefusal)
    return tuple(every[key] for key in known.refusals if key in every) if known else ()


def never_for(catalogue: Catalogue, right: DataSubjectRight) -> tuple[RequestRefusal, ...]:
    """The grounds that cannot be relied on against this right, though they can against others."""
    can = {each.id for each in refusals_for(catalogue, right)}
    return tuple(each for each in catalogue.entries_of(RequestRefusal).values() if each.id not in can)


def _saying(grounds: Iterable[RightOnGround], standing: RightStanding | None) -> tuple[LawReference, ...]:
    return tuple(dict.fromkeys(each.law for each in grounds if each.standing is standing))
