"""What the five questions tell, how far the work is, and a breach that comes back."""

import datetime as dt
from dataclasses import replace

import pytest

from gemeentedossier.dossier.breaches.engine.repeats import repeats_of
from gemeentedossier.dossier.breaches.engine.triage import Verdict, open_questions, state_of, verdict_of
from gemeentedossier.dossier.breaches.enums import (
    BreachRisk,
    BreachState,
    BreachType,
    DecisionKind,
    IncidentKind,
    Manner,
    MeasureKind,
    MunicipalRole,
    NotificationKind,
)
from gemeentedossier.dossier.breaches.facts import (
    BreachClosing,
    BreachCommunication,
    BreachJudgement,
    BreachMoments,
    BreachNature,
    BreachTriage,
    PersonalDataBreach,
)
from gemeentedossier.foundation.identifiers import new_id
from tests.unit.dossier.breaches.recorded import WHO, a_breach, at, decided, improved, sent


@pytest.mark.parametrize(
    ("security", "personal", "verdict"),
    [
        (None, None, Verdict.OPEN),
        (True, None, Verdict.OPEN),
        (None, True, Verdict.OPEN),
        (False, None, Verdict.NOT_SECURITY),
        (False, True, Verdict.NOT_SECURITY),
        (True, False, Verdict.INCIDENT),
        (None, False, Verdict.INCIDENT),
        (True, True, Verdict.BREACH),
    ],
)
def test_the_first_two_questions_decide(security: bool | None, personal: bool | None, verdict: Verdict) -> None:
    assert verdict_of(BreachTriage(security_broken=security, personal_data=personal)) is verdict


@pytest.mark.parametrize(
    ("triage", "asked"),
    [
        (BreachTriage(), (1, 2, 3, 4, 5)),
        (BreachTriage(security_broken=False), ()),
        (BreachTriage(security_broken=True, personal_data=True), (3, 4, 5)),
        (BreachTriage(security_broken=True, personal_data=True, police_data=False), (3, 4, 5)),
        (
            BreachTriage(
                security_broken=True,
                personal_data=True,
                municipal_role=MunicipalRole.CONTROLLER,
                types=(BreachType.INTEGRITY,),
                police_data=False,
                significant_incident=False,
            ),
            (),
        ),
    ],
)
def test_which_questions_are_still_open(triage: BreachTriage, asked: tuple[int, ...]) -> None:
    assert open_questions(triage) == asked


def at_step(step: int) -> PersonalDataBreach:
    """A breach on which the first so many steps were done."""
    yes = tuple(decided(kind, is_yes=True) for kind in DecisionKind)
    told = BreachCommunication(id=new_id(), manner=Manner.LETTER, told_at=at("2026-11-21T10:00"), sent_by_id=WHO)
    steps = [
        {
            "triage": BreachTriage(
                security_broken=True, personal_data=True, triaged_by_id=WHO, triaged_at=at("2026-11-20T17:00")
            )
        },
        {"judgement": BreachJudgement(risk=BreachRisk.HIGH)},
        {"decisions": yes},
        {"notifications": (sent(NotificationKind.FIRST, "2026-11-21T09:00"),)},
        {"messages": (told,)},
        {"measures": (improved(dt.date(2026, 11, 25)),)},
        {"closing": BreachClosing(closed_at=at("2026-11-27T09:00"), closed_by_id=WHO)},
    ]
    breach = a_breach()
    for fields in steps[:step]:
        breach = replace(breach, **fields)  # type: ignore[arg-type]  # each holds fields of a breach
    return breach


@pytest.mark.parametrize(
    ("step", "state"),
    list(
        enumerate(
            [
                BreachState.REPORTED,
                BreachState.TO_WEIGH,
                BreachState.TO_DECIDE,
                BreachState.TO_NOTIFY,
                BreachState.TO_TELL,
                BreachState.TO_MEND,
                BreachState.TO_CLOSE,
                BreachState.CLOSED,
            ]
        )
    ),
)
def test_how_far_the_work_is(step: int, state: BreachState) -> None:
    assert state_of(at_step(step)) is state


def test_a_measure_that_is_not_done_keeps_it_open() -> None:
    breach = replace(at_step(6), measures=(improved(None),))
    assert state_of(breach) is BreachState.TO_MEND


def test_what_is_no_breach_is_said_so_and_what_was_withdrawn_too() -> None:
    none = a_breach(triage=BreachTriage(security_broken=True, personal_data=False))
    withdrawn = replace(at_step(7), notifications=(sent(NotificationKind.WITHDRAWAL, "2026-11-26T09:00"),))
    assert (state_of(none), state_of(withdrawn)) == (BreachState.NO_BREACH, BreachState.WITHDRAWN)


BEGAN = dt.date(2026, 11, 20)
ACTIVITY = new_id()
NOW_AGAIN = a_breach(
    number="2026-009",
    nature=BreachNature(kind=IncidentKind.WRONG_RECIPIENT),
    moments=BreachMoments(began_at=at("2026-11-20T09:00")),
    activity_ids=(ACTIVITY,),
)
EARLIER = replace(NOW_AGAIN, id=new_id(), number="2026-004", measures=(improved(BEGAN - dt.timedelta(days=1)),))


@pytest.mark.parametrize(
    ("earlier", "repeats"),
    [
        (EARLIER, True),
        (replace(EARLIER, measures=(improved(BEGAN),)), False),
        (replace(EARLIER, measures=(improved(None),)), False),
        (replace(EARLIER, measures=(improved(BEGAN - dt.timedelta(days=1), kind=MeasureKind.REMEDY),)), False),
        (replace(EARLIER, nature=BreachNature(kind=IncidentKind.HACKED)), False),
        (replace(EARLIER, activity_ids=(new_id(),)), False),
        (replace(EARLIER, activity_ids=()), True),
        (replace(EARLIER, is_exercise=True), False),
        (NOW_AGAIN, False),
    ],
)
def test_a_breach_comes_back_after_an_improvement_was_done(earlier: PersonalDataBreach, *, repeats: bool) -> None:
    assert bool(repeats_of(NOW_AGAIN, [earlier])) is repeats


def test_an_exercise_repeats_nothing() -> None:
    assert repeats_of(replace(NOW_AGAIN, is_exercise=True), [EARLIER]) == ()
