"""Safeguards in random histories: logs looked at, risks decided, exclusions, outages, appetite and clauses."""

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TypeAlias
from uuid import UUID

from gemeentedossier.catalogue.facts.risks import RiskLevel
from gemeentedossier.catalogue.facts.security import SecurityAspect
from gemeentedossier.dossier.assets.actions.systems import record_system
from gemeentedossier.dossier.assets.facts import System
from gemeentedossier.dossier.governance.actions.ambitions import change_ambition, choose_ambition, withdraw_ambition
from gemeentedossier.dossier.governance.actions.appetite import set_appetite
from gemeentedossier.dossier.governance.actions.clauses import edit_clause, record_clause
from gemeentedossier.dossier.governance.actions.plan import plan_step, replan_step
from gemeentedossier.dossier.governance.facts import Ambition, PlannedStep, PolicyClause
from gemeentedossier.dossier.register.actions.notes import answer_note, settle_note, write_note
from gemeentedossier.dossier.security.actions.continuity import plan_continuity
from gemeentedossier.dossier.security.actions.exclusions import decide_exclusion, propose_exclusion
from gemeentedossier.dossier.security.actions.reviews import change_log_review, plan_log_review, review_log
from gemeentedossier.dossier.security.actions.risks import decide_risk, edit_risk, record_risk
from gemeentedossier.dossier.security.enums import RiskDecision
from gemeentedossier.dossier.security.facts import Continuity, LogReview, LogReviewPlan, SecurityRisk
from gemeentedossier.dossier.snapshot.facts import Dossier
from gemeentedossier.foundation import clock
from gemeentedossier.foundation.identifiers import new_id
from gemeentedossier.foundation.trail import Actor
from gemeentedossier.organisation.enums import ControllerKind
from gemeentedossier.organisation.models import Controller, Person
from tests.integration.dossier import supervised

Guard: TypeAlias = Callable[[Dossier, UUID, Actor], object]


def guard(step: str, now: Dossier, activity: UUID, by: Actor) -> None:
    """Do what the step says for the activity."""
    GUARDS[step](now, activity, by)


def _look(now: Dossier, _activity: UUID, by: Actor) -> None:
    assert by.person_id
    if not now.log_review_plans:
        system = record_system(System(new_id(), "Gelogd systeem"), by=by)
        plan_log_review(LogReviewPlan(new_id(), system.id, "Inzage.", 3, clock.today()), by=by)
        return
    plan = now.log_review_plans[0]
    review_log(plan.id, LogReview(new_id(), clock.today(), by.person_id, "Niets."), by=by)
    change_log_review(replace(plan, every_months=plan.every_months + 1), by=by)


def _weigh(now: Dossier, activity: UUID, by: Actor) -> None:
    known = next((each for each in now.security_risks if each.activity_id == activity), None)
    if known is None:
        risk = SecurityRisk(
            new_id(), activity, SecurityAspect.INTEGRITY, "Uitval.", likelihood=RiskLevel.HIGH, impact=RiskLevel.HIGH,
            residual_likelihood=RiskLevel.MEDIUM, residual_impact=RiskLevel.HIGH, reason="Eerder gebeurd.",
        )  # fmt: skip
        record_risk(risk, by=by)
    elif known.decision:
        edit_risk(replace(known, residual_likelihood=RiskLevel.LOW, reason="Minder."), by=by)
    else:
        decide_risk(
            known.id, RiskDecision.TREAT, because="Te veel.", accepted_until=None, revision=known.revision, by=by
        )


def _exclude(now: Dossier, _activity: UUID, by: Actor) -> None:
    open_ones = [each for each in now.exclusions if each.granted is None]
    if open_ones:
        decider = Person.objects.create(name="Wie beslist")
        decide_exclusion(
            open_ones[0].id, granted=True, because="Zo is het.", by=replace(by, person_id=decider.pk, name=decider.name)
        )
    else:
        propose_exclusion("8.15", reason="Niet hier.", review_on=None, by=by)


def _plan_outage(now: Dossier, activity: UUID, by: Actor) -> None:
    known = next((each for each in now.continuities if each.activity_id == activity), None)
    if known:
        plan_continuity(replace(known, outage_hours=(known.outage_hours or 0) + 1), by=by)
    else:
        plan_continuity(Continuity(new_id(), activity, 8), by=by)


def _set_appetite(now: Dossier, _activity: UUID, by: Actor) -> None:
    body = Controller.objects.first() or Controller.objects.create(kind=ControllerKind.COLLEGE, name="College")
    level = RiskLevel.HIGH if now.appetites else RiskLevel.LOW
    set_appetite(level, statement="Zo veel.", controller_id=body.pk, decided_on=clock.today(), review_on=None, by=by)


def _promise(now: Dossier, _activity: UUID, by: Actor) -> None:
    if now.policy_clauses:
        edit_clause(replace(now.policy_clauses[0], procedure="Elk kwartaal."), by=by)
    else:
        record_clause(PolicyClause(new_id(), "Inzage", "Wij kijken inzage na."), by=by)


def _plan_a_step(now: Dossier, _activity: UUID, by: Actor) -> None:
    owner = Person.objects.create(name="Wie de stap zet")
    if now.planned_steps:
        replan_step(replace(now.planned_steps[0], owner_id=owner.pk), by=by)
    else:
        plan_step(PlannedStep(new_id(), "classify", owner.pk, clock.today()), by=by)


def _aim(now: Dossier, _activity: UUID, by: Actor) -> None:
    assert by.person_id
    soon, chosen = clock.today() + dt.timedelta(days=90), next(iter(now.ambitions), None)
    if chosen is None:
        choose_ambition(Ambition(new_id(), "rights", 2, soon, "Eerst dit.", by.person_id, clock.today()), by=by)
    elif chosen.level < 4:
        change_ambition(replace(chosen, level=chosen.level + 1, due_on=soon), by=by)
    else:
        withdraw_ambition(chosen.id, reason="Te hoog.", by=by)


def _remark(now: Dossier, activity: UUID, by: Actor) -> None:
    opened = next((each for each in now.review_notes if each.is_open), None)
    if opened is None:
        write_note(activity, "Waarom zo lang?", field="name", part_id=activity, by=by)
    elif not opened.answer:
        answer_note(opened.id, "De wet vraagt het.", by=by)
    else:
        settle_note(opened.id, by=by)


GUARDS: Mapping[str, Guard] = {
    "look at a log": _look,
    "weigh a risk": _weigh,
    "exclude": _exclude,
    "plan an outage": _plan_outage,
    "set the appetite": _set_appetite,
    "promise": _promise,
    "remark": _remark,
    "plan a step": _plan_a_step,
    "aim": _aim,
    "advise unasked": supervised.advise,
    "watch": supervised.watch,
    "sample": supervised.sample,
    "report on a period": supervised.report,
}
