"""The officer in random histories: advice and its answer, the plan, a sample and its verdict, a report."""

import datetime as dt
from dataclasses import replace
from uuid import UUID

from gemeentedossier.dossier.governance.actions.own_advice import advise_unasked, answer_own_advice
from gemeentedossier.dossier.governance.actions.reports import adopt_report, begin_report, discard_report, write_report
from gemeentedossier.dossier.governance.actions.samples import draw_sample, judge_case
from gemeentedossier.dossier.governance.actions.supervision import (
    close_supervision,
    plan_supervision,
    replan_supervision,
)
from gemeentedossier.dossier.governance.enums import AdviceAnswer, SampledKind, SampleVerdict, SupervisionManner
from gemeentedossier.dossier.governance.facts import SupervisionCheck
from gemeentedossier.dossier.snapshot.facts import Dossier
from gemeentedossier.foundation import clock
from gemeentedossier.foundation.identifiers import new_id
from gemeentedossier.foundation.trail import Actor
from gemeentedossier.organisation.enums import Role
from gemeentedossier.organisation.models import Person


def _officer(by: Actor) -> Actor:
    return replace(by, roles=frozenset({Role.DATA_PROTECTION_OFFICER}))


def _executive() -> Actor:
    person = Person.objects.create(name="Wie antwoordt")
    return Actor(person.name, person_id=person.pk, roles=frozenset({Role.EXECUTIVE}))


def advise(now: Dossier, activity: UUID, by: Actor) -> None:
    """Advise, or have the oldest unanswered advice answered."""
    waiting = next((each for each in now.own_advices if each.answered_at is None), None)
    if waiting:
        answer_own_advice(waiting.id, AdviceAnswer.NOT_FOLLOWED, reason="Kan niet.", by=_executive())
    else:
        advise_unasked(
            "Minder vragen", text="Vraag minder.", subject_kind="activity", subject_id=activity, by=_officer(by)
        )


def watch(now: Dossier, _activity: UUID, by: Actor) -> None:
    """Plan, change and close a check."""
    known = next((each for each in now.supervision_checks if each.was_done is None), None)
    if known is None:
        check = SupervisionCheck(new_id(), "Inzage", "Gevoelig.", SupervisionManner.AUDIT, clock.today())
        plan_supervision(check, by=_officer(by))
    elif known.revision:
        close_supervision(
            known.id, was_done=True, outcome="Goed.", closed_on=clock.today(), revision=known.revision, by=_officer(by)
        )
    else:
        replan_supervision(replace(known, manner=SupervisionManner.INTERVIEW), by=_officer(by))


def sample(now: Dossier, _activity: UUID, by: Actor) -> None:
    """Draw, or judge what was drawn."""
    waiting = next((case for each in now.samples for case in each.cases if case.verdict is None), None)
    if waiting:
        judge_case(waiting, SampleVerdict.IN_ORDER, note="Klopt.", by=_officer(by))
    else:
        draw_sample(
            SampledKind.ACTIVITIES,
            population={each.id: each.name for each in now.activities},
            ledger_number=1,
            size=2,
            reason="Steekproef.",
            planned_check_id=None,
            by=_officer(by),
        )


def report(now: Dossier, _activity: UUID, by: Actor) -> None:
    """Begin a report, write it, and adopt it once its text is kept; a second one is thrown away."""
    known = next((each for each in now.officer_reports if not each.is_adopted), None)
    if known is None:
        day = clock.today() - dt.timedelta(days=2)
        begin_report(day, ends_on=day + dt.timedelta(days=1), by=_officer(by))
    elif any(each.is_adopted for each in now.officer_reports):
        discard_report(known.id, reason="Verkeerd jaar.", revision=known.revision, by=_officer(by))
    elif known.judgement and now.evidence:
        adopt_report(known.id, evidence_id=now.evidence[0].id, revision=known.revision, by=_officer(by))
    else:
        write_report(known.id, judgement="Beter.", advice="", revision=known.revision, by=_officer(by))
