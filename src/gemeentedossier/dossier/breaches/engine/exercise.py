"""What an exercise shows: which steps of the procedure were done in time, late or not at all, and how it was judged."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from gemeentedossier.catalogue.facts.breaches import BreachStep, ExerciseCase, ExerciseEvent
from gemeentedossier.dossier.breaches.enums import DecisionKind, MeasureKind
from gemeentedossier.dossier.breaches.facts import BreachConcerned, PersonalDataBreach


class Went(StrEnum):
    """How a step went."""

    IN_TIME = "in_time"
    LATE = "late"
    MISSED = "missed"
    NOT_ASKED = "not_asked"
    """The choices that were made ask nothing of it."""
    UNTOLD = "untold"
    """It was done, and nobody knows when: it was recorded before moments of it were kept."""
    TO_COME = "to_come"
    """It was not done yet, and its hours are not over, or it has none."""


@dataclass(frozen=True, slots=True)
class StepTaken:
    """A step of the procedure with how it went, when it was due and when it was done."""

    step: BreachStep
    went: Went
    due_at: dt.datetime | None
    done_at: dt.datetime | None


@dataclass(frozen=True, slots=True)
class Choice:
    """A choice that the case asks: whether it was made, and whether it was one of the good ones."""

    about: str
    is_made: bool
    is_good: bool


def told_by_now(case: ExerciseCase, breach: PersonalDataBreach, now: dt.datetime) -> tuple[ExerciseEvent, ...]:
    """What became known of the case since the exercise began."""
    passed = now - breach.reported_at
    return tuple(each for each in case.events if dt.timedelta(minutes=each.after_minutes) <= passed)


def steps_taken(breach: PersonalDataBreach, steps: Iterable[BreachStep], *, now: dt.datetime) -> tuple[StepTaken, ...]:
    """Each step of the procedure with how it went; hours run from awareness, or from the report while that lacks."""
    start = breach.moments.aware_at or breach.reported_at
    return tuple(_taken(breach, step, start, now) for step in steps)


def _taken(breach: PersonalDataBreach, step: BreachStep, start: dt.datetime, now: dt.datetime) -> StepTaken:
    due = start + dt.timedelta(hours=step.hours) if step.hours else None
    done = _done_at(breach, step.id)
    if done:
        return StepTaken(step, Went.LATE if due and done > due else Went.IN_TIME, due, done)
    if _is_done_sometime(breach, step.id):
        return StepTaken(step, Went.UNTOLD, due, None)
    if _is_not_asked(breach, step.id):
        return StepTaken(step, Went.NOT_ASKED, None, None)
    is_over = (due is not None and now > due) or breach.closing.closed_at is not None
    return StepTaken(step, Went.MISSED if is_over else Went.TO_COME, due, None)


def _is_not_asked(breach: PersonalDataBreach, step: str) -> bool:
    """Whether nothing follows: a whole notification needs no other, who was not to be told is not told."""
    told, decided = breach.first_notification, {kind: breach.decision(kind) for kind in DecisionKind}
    no = {kind for kind, each in decided.items() if each and not each.is_yes}
    asked = {
        "step-notify": DecisionKind.NOTIFY_AUTHORITY in no,
        "step-tell": DecisionKind.INFORM_PEOPLE in no,
        "step-complete": DecisionKind.NOTIFY_AUTHORITY in no or (told is not None and told.is_preliminary is False),
    }
    return asked.get(step, False)


def _is_done_sometime(breach: PersonalDataBreach, step: str) -> bool:
    """Whether what the step asks is recorded, without a moment."""
    kinds = {each.kind for each in breach.measures}
    done = {
        "step-look-into": breach.concerned != BreachConcerned(),
        "step-mend": MeasureKind.REMEDY in kinds,
        "step-learn": MeasureKind.IMPROVEMENT in kinds,
    }
    return done.get(step, False)


def _done_at(breach: PersonalDataBreach, step: str) -> dt.datetime | None:
    """When a step was done; None where that is not known, and then it never counts as in time."""
    moments: dict[str, Iterable[dt.datetime | None]] = {
        "step-report": (breach.moments.internally_reported_at or breach.reported_at,),
        "step-contain": (breach.moments.ended_at,),
        "step-record": (breach.moments.aware_at,),
        "step-triage": (breach.triage.triaged_at,),
        "step-look-into": (breach.concerned.looked_into_at,),
        "step-weigh": (breach.judgement.judged_at,),
        "step-advise": (each.given_at for each in breach.advices),
        "step-decide": (_decided_at(breach),),
        "step-notify": (breach.first_notification.sent_at if breach.first_notification else None,),
        "step-tell": (each.told_at for each in breach.messages),
        "step-complete": (each.sent_at for each in breach.notifications[1:]),
        "step-mend": _measured(breach, MeasureKind.REMEDY),
        "step-learn": _measured(breach, MeasureKind.IMPROVEMENT),
        "step-close": (breach.closing.closed_at,),
    }
    return min((each for each in moments.get(step, ()) if each), default=None)


def _decided_at(breach: PersonalDataBreach) -> dt.datetime | None:
    """When the last of both decisions was taken; None while one lacks."""
    made = [breach.decision(kind) for kind in DecisionKind]
    return max((each.decided_at for each in made if each), default=None) if all(made) else None


def _measured(breach: PersonalDataBreach, kind: MeasureKind) -> Iterator[dt.datetime | None]:
    for each in breach.measures:
        if each.kind is kind:
            yield each.recorded_at


def choices_of(breach: PersonalDataBreach, case: ExerciseCase) -> tuple[Choice, ...]:
    """What the case asks to be judged: the kind, the risk, and whether people are told."""
    kind, risk = breach.nature.kind, breach.judgement.risk
    told = breach.decision(DecisionKind.INFORM_PEOPLE)
    return (
        Choice("kind", kind is not None, kind in case.kinds),
        Choice("risk", risk is not None, risk in case.risks),
        Choice("inform", told is not None, told is not None and told.is_yes is case.inform_people),
    )
