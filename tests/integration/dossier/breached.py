"""Steps of a random history with breaches: reported, judged, told, mended, closed and opened again."""

from dataclasses import replace
from uuid import UUID

from gemeentedossier.dossier.breaches.actions import breaches as verbs
from gemeentedossier.dossier.breaches.actions import links, mending, told
from gemeentedossier.dossier.breaches.enums import (
    BreachRisk,
    DataContext,
    DecisionKind,
    IncidentKind,
    InformGround,
    Manner,
    MeasureKind,
    MunicipalRole,
    NotificationKind,
)
from gemeentedossier.dossier.breaches.facts import (
    BreachAtProcessor,
    BreachCommunication,
    BreachConcerned,
    BreachJudgement,
    BreachMeasure,
    BreachMoments,
    BreachNature,
    BreachNotification,
    BreachScore,
    BreachTriage,
    PersonalDataBreach,
)
from gemeentedossier.dossier.snapshot.facts import Dossier
from gemeentedossier.foundation import clock
from gemeentedossier.foundation.identifiers import new_id
from gemeentedossier.foundation.trail import Actor

BREACHING = (
    "report a breach", "know of a breach", "judge a breach", "judge a breach", "tell of a breach",
    "mend a breach", "close or reopen a breach", "renew the link",
)  # fmt: skip


def breach_something(verb: str, now: Dossier, activity: UUID, by: Actor) -> None:
    """One step with breaches; the newest is worked on."""
    if verb == "renew the link":
        links.end_link(by=by) if any(each.ended_at is None for each in now.report_links) else links.renew_link(by=by)
    elif verb == "report a breach" or not now.breaches:
        draft = PersonalDataBreach(id=new_id(), number="", title="Brief bij de buren", reported_at=clock.now())
        verbs.report_breach(replace(draft, activity_ids=(activity,)), by=by)
    elif verb == "know of a breach":
        _know(now.breaches[0], activity, by)
    elif verb == "judge a breach":
        _judge(now.breaches[0], by)
    elif verb == "tell of a breach":
        _tell(now.breaches[0], by)
    elif verb == "mend a breach":
        _mend(now.breaches[0], by)
    else:
        _end(now.breaches[0], by)


def _know(known: PersonalDataBreach, activity: UUID, by: Actor) -> None:
    at = {"revision": known.revision, "by": by}
    if known.moments.aware_at is None:
        moments = BreachMoments(aware_at=clock.now(), aware_who="PO", aware_grounds="Toen was het zeker.")
        verbs.record_moments(known.id, moments, **at)  # type: ignore[arg-type]  # a revision and a person
    elif known.concerned == BreachConcerned():
        own = BreachConcerned(data_own=("naam",), people_max=2, under_sixteen=False)
        verbs.record_concerned(known.id, own, activity_ids=[activity], **at)  # type: ignore[arg-type]  # the same
    elif known.nature.kind is None:
        verbs.record_nature(known.id, BreachNature(kind=IncidentKind.POST_LOST), **at)  # type: ignore[arg-type]  # the same
    else:
        verbs.record_processor(known.id, BreachAtProcessor(at_processor=False), **at)  # type: ignore[arg-type]  # the same


def _judge(known: PersonalDataBreach, by: Actor) -> None:
    revision = known.revision
    if known.triage.triaged_at is None:
        role = MunicipalRole.PROCESSOR if known.number.endswith("2") else MunicipalRole.CONTROLLER
        triage = BreachTriage(
            security_broken=True, personal_data=True, municipal_role=role, triage_reason="Een ander las het."
        )
        verbs.triage_breach(known.id, triage, revision=revision, by=by)
    elif known.score.context is None:
        score = BreachScore(context=DataContext.SIMPLE, context_value=1, context_reason="Alleen een naam.")
        verbs.score_breach(known.id, score, revision=revision, by=by)
    elif known.judgement.risk is None:
        judged = BreachJudgement(risk=BreachRisk.RISK, risk_method="eigen weging", risk_reason="Een bekende las het.")
        verbs.judge_breach(known.id, judged, revision=revision, by=by)
    elif known.decision(DecisionKind.NOTIFY_AUTHORITY) is None:
        told.decide(
            known.id, DecisionKind.NOTIFY_AUTHORITY, is_yes=True, reason="Een risico.", revision=revision, by=by
        )
    else:
        told.decide(
            known.id, DecisionKind.INFORM_PEOPLE, is_yes=False, ground=InformGround.NO_HIGH_RISK,
            reason="Geen hoog risico.", revision=revision, by=by,
        )  # fmt: skip


def _tell(known: PersonalDataBreach, by: Actor) -> None:
    revision, now = known.revision, clock.now()
    waiting = [each for each in known.advices if each.answered_at is None and each.given_by_id != by.person_id]
    kind = NotificationKind.CONTROLLER if known.is_for_another else NotificationKind.FIRST
    if not known.sent(kind):
        sent = BreachNotification(id=new_id(), kind=kind, sent_at=now, sent_by_id=new_id(), delay_reason="Weekend.")
        told.record_notification(known.id, sent, revision=revision, by=by)
    elif not known.advices:
        told.advise(known.id, "Meld dit.", revision=revision, by=by)
    elif waiting:
        told.answer_advice(waiting[0].id, "Dat doen wij.", revision=revision, by=by)
    else:
        message = BreachCommunication(
            id=new_id(), manner=Manner.LETTER, told_at=now, sent_by_id=new_id(), text="Er ging iets mis."
        )
        told.record_message(known.id, message, revision=revision, by=by)


def _mend(known: PersonalDataBreach, by: Actor) -> None:
    revision = known.revision
    undone = [each for each in known.measures if each.done_on is None]
    if not known.measures:
        measure = BreachMeasure(id=new_id(), kind=MeasureKind.REMEDY, what="Ophalen.")
        mending.add_measure(known.id, measure, revision=revision, by=by)
    elif undone:
        mending.finish_measure(undone[0].id, done_on=clock.today(), done_how="Opgehaald.", revision=revision, by=by)
    else:
        mending.see_effect(known.measures[0].id, effect="Het hielp.", seen_on=clock.today(), revision=revision, by=by)


def _end(known: PersonalDataBreach, by: Actor) -> None:
    if known.closing.closed_at is None:
        mending.close_breach(known.id, because="Alles is gedaan.", revision=known.revision, by=by)
    elif known.closing.deletion_planned_on is None:
        mending.plan_deletion(known.id, on=clock.today(), revision=known.revision, by=by)
    else:
        mending.reopen_breach(known.id, reason="Er bleek meer.", revision=known.revision, by=by)
