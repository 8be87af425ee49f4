"""Where the independence of the data protection officer is at stake, as far as the dossier tells (GDPR 38(3), 38(6)).

Told are roles that do not go together, and matters in which one person advised as officer and decided, answered or
drew up as well. Whether that conflicts is for people to judge.
"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from gemeentedossier.dossier.snapshot.facts import Dossier
from gemeentedossier.method.engine.advice import AdviceOn, GivenAdvice, advices_of
from gemeentedossier.organisation.enums import CONFLICTING_WITH_OFFICER, Role


class AtStake(StrEnum):
    """In which way the independence is at stake."""

    CONFLICTING_ROLE = "conflicting_role"
    ANSWERED_OWN = "answered_own"
    DREW_UP = "drew_up"
    DECIDED = "decided"
    OWNS = "owns"


@dataclass(frozen=True, slots=True, kw_only=True)
class Stake:
    """One person in one matter; of a conflicting role there is no matter, and ``roles`` are those roles."""

    how: AtStake
    person: str
    matter: GivenAdvice | None = None
    roles: tuple[Role, ...] = ()


def at_stake(dossier: Dossier, *, on: dt.date) -> tuple[Stake, ...]:
    """Return every matter in which the officer's independence is at stake, roles first."""
    return (*_roles(dossier, on), *(stake for each in advices_of(dossier) for stake in _in_matter(each, dossier)))


def _roles(dossier: Dossier, on: dt.date) -> Iterator[Stake]:
    for person in dossier.organisation.people:
        if person.holds_on(Role.DATA_PROTECTION_OFFICER, on):
            others = tuple(role for role in CONFLICTING_WITH_OFFICER if person.holds_on(role, on))
            if others:
                yield Stake(how=AtStake.CONFLICTING_ROLE, person=person.name, roles=others)


def _in_matter(advice: GivenAdvice, dossier: Dossier) -> Iterator[Stake]:
    if advice.answered_by_id == advice.given_by_id:
        yield Stake(how=AtStake.ANSWERED_OWN, person=advice.given_by, matter=advice)
    for how, people in _others(advice, dossier):
        if advice.given_by_id in people:
            yield Stake(how=how, person=advice.given_by, matter=advice)


def _others(advice: GivenAdvice, dossier: Dossier) -> Iterator[tuple[AtStake, frozenset[UUID | None]]]:
    """Who else had a hand in the matter, by what they did."""
    if advice.on is AdviceOn.ASSESSMENT:
        found = next(each for each in dossier.impact_assessments if each.id == advice.record_id)
        yield AtStake.DREW_UP, frozenset({found.drawn_up_by_id})
        yield AtStake.DECIDED, frozenset({found.adopted_by_id})
        owned = {each.owner_id for each in dossier.activities if each.id in found.activity_ids}
        yield AtStake.OWNS, frozenset(owned)
    elif advice.on is AdviceOn.BREACH:
        breach = next(each for each in dossier.breaches if each.id == advice.record_id)
        yield AtStake.DECIDED, frozenset(each.decided_by_id for each in breach.decisions)
    elif advice.on is AdviceOn.REQUEST:
        request = next(each for each in dossier.requests if each.id == advice.record_id)
        yield AtStake.DECIDED, frozenset({request.decided_by_id})
        yield AtStake.OWNS, frozenset({request.handler_id})
    else:
        own = next(each for each in dossier.own_advices if each.id == advice.record_id)
        yield AtStake.OWNS, frozenset(each.owner_id for each in dossier.activities if each.id == own.subject_id)
