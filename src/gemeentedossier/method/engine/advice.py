"""Every advice of the data protection officer, wherever it was given, and what became of it (GDPR 38(3), 39(1)(a)).

On an impact assessment and of the officer's own accord, who decides says whether the advice was followed. On a breach
and a request they answer in their own words: that it was answered can be counted, whether it was followed cannot.
"""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from gemeentedossier.catalogue.facts.catalogue import Catalogue
from gemeentedossier.dossier.breaches.facts import BreachAdvice
from gemeentedossier.dossier.governance.enums import AdviceAnswer
from gemeentedossier.dossier.governance.facts import OwnAdvice
from gemeentedossier.dossier.requests.facts import RequestAdvice
from gemeentedossier.dossier.risks.engine.clock import after, term_on
from gemeentedossier.dossier.risks.engine.terms import ANSWER
from gemeentedossier.dossier.risks.facts import OfficerAdvice
from gemeentedossier.dossier.snapshot.facts import Dossier
from gemeentedossier.foundation.clock import AMSTERDAM


class AdviceOn(StrEnum):
    """On what an advice was given."""

    ASSESSMENT = "assessment"
    BREACH = "breach"
    REQUEST = "request"
    OWN_ACCORD = "own_accord"


class AdviceStanding(StrEnum):
    """What became of an advice, on a day."""

    FOLLOWED = "followed"
    PARTLY_FOLLOWED = "partly_followed"
    NOT_FOLLOWED = "not_followed"
    ANSWERED = "answered"
    """In own words: whether it was followed is not recorded."""
    WAITING = "waiting"
    OVERDUE = "overdue"
    """Waits for longer than the municipality's own term."""


OPEN = (AdviceStanding.WAITING, AdviceStanding.OVERDUE)


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenAdvice:
    """One advice; ``record_id`` is what it was given on, and of an advice of own accord the advice itself."""

    id: UUID
    on: AdviceOn
    record_id: UUID
    name: str
    discreet: str
    """By what it is known outside the program."""
    text: str
    given_by_id: UUID
    given_by: str
    given_at: dt.datetime
    answer: AdviceAnswer | None = None
    reason: str = ""
    answered_by_id: UUID | None = None
    answered_by: str = ""
    answered_at: dt.datetime | None = None

    @property
    def given_on(self) -> dt.date:
        """The day on which it was given."""
        return self.given_at.astimezone(AMSTERDAM).date()

    def waits(self, *, on: dt.date) -> int:
        """Days that it waited for its answer, or has waited by that day."""
        until = self.answered_at.astimezone(AMSTERDAM).date() if self.answered_at else on
        return max(0, (until - self.given_on).days)


def advices_of(dossier: Dossier) -> tuple[GivenAdvice, ...]:
    """Return every advice of the officer in the dossier, the newest first."""
    found = (*_on_assessments(dossier), *_on_breaches(dossier), *_on_requests(dossier), *_of_own_accord(dossier))
    return tuple(sorted(found, key=lambda each: (each.given_at, each.id), reverse=True))


def advices_by(dossier: Dossier, day: dt.date) -> tuple[GivenAdvice, ...]:
    """Return every advice that was given by the end of that day, the oldest first."""
    return tuple(each for each in reversed(advices_of(dossier)) if each.given_on <= day)


def due_of(advice: GivenAdvice, catalogue: Catalogue) -> dt.date | None:
    """Return the last day for the answer by the municipality's own term; None where no term is set."""
    term = term_on(catalogue, ANSWER, on=advice.given_on)
    return after(advice.given_on, term) if term else None


def standing_of(advice: GivenAdvice, catalogue: Catalogue, *, on: dt.date) -> AdviceStanding:
    """Return what became of it by that day."""
    if advice.answer:
        return AdviceStanding(advice.answer.value)
    if advice.answered_at:
        return AdviceStanding.ANSWERED
    due = due_of(advice, catalogue)
    return AdviceStanding.OVERDUE if due and due < on else AdviceStanding.WAITING


def counts_of(advices: Iterable[GivenAdvice], catalogue: Catalogue, *, on: dt.date) -> dict[AdviceStanding, int]:
    """Return how many stand how, by that day; every standing is named, also with none."""
    counted = dict.fromkeys(AdviceStanding, 0)
    for each in advices:
        counted[standing_of(each, catalogue, on=on)] += 1
    return counted


def _on_assessments(dossier: Dossier) -> Iterator[GivenAdvice]:
    for assessment in dossier.impact_assessments:
        about = _About(AdviceOn.ASSESSMENT, assessment.id, assessment.name, assessment.name)
        yield from (_advised(each, about) for each in assessment.advice)


def _on_breaches(dossier: Dossier) -> Iterator[GivenAdvice]:
    """An exercise is no breach, and advice in it none on one."""
    for breach in dossier.breaches:
        about = _About(AdviceOn.BREACH, breach.id, f"{breach.number} {breach.title}", breach.number)
        yield from (_given(each, about) for each in breach.advices if not breach.is_exercise)


def _on_requests(dossier: Dossier) -> Iterator[GivenAdvice]:
    for request in dossier.requests:
        about = _About(AdviceOn.REQUEST, request.id, request.number, request.number)
        yield from (_given(each, about) for each in request.advices)


def _of_own_accord(dossier: Dossier) -> Iterator[GivenAdvice]:
    for each in dossier.own_advices:
        day = f"{each.advised_at.astimezone(AMSTERDAM):%d-%m-%Y}"
        yield _advised(each, _About(AdviceOn.OWN_ACCORD, each.id, each.title, day))


@dataclass(frozen=True, slots=True)
class _About:
    """What an advice is about: of which kind, which record, its name here and outside the program."""

    on: AdviceOn
    record_id: UUID
    name: str
    discreet: str


def _advised(each: OfficerAdvice | OwnAdvice, about: _About) -> GivenAdvice:
    """Advice that is followed or not, with the reason."""
    return GivenAdvice(
        id=each.id,
        on=about.on,
        record_id=about.record_id,
        name=about.name,
        discreet=about.discreet,
        text=each.text,
        given_by_id=each.advised_by_id,
        given_by=each.advised_by,
        given_at=each.advised_at,
        answer=each.answer,
        reason=each.answer_reason,
        answered_by_id=each.answered_by_id,
        answered_by=each.answered_by,
        answered_at=each.answered_at,
    )


def _given(each: BreachAdvice | RequestAdvice, about: _About) -> GivenAdvice:
    """Advice that is answered in words."""
    return GivenAdvice(
        id=each.id,
        on=about.on,
        record_id=about.record_id,
        name=about.name,
        discreet=about.discreet,
        text=each.text,
        given_by_id=each.given_by_id,
        given_by=each.given_by,
        given_at=each.given_at,
        reason=each.answer,
        answered_by_id=each.answered_by_id,
        answered_by=each.answered_by,
        answered_at=each.answered_at,
    )
