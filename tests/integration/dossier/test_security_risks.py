"""Security risks, the appetite of a body and clauses of policy: who writes them, who decides, what is refused."""

import datetime as dt
from dataclasses import replace
from typing import Any
from uuid import UUID

import pytest
from django.utils import translation

from gemeentedossier.catalogue.facts.risks import RiskLevel
from gemeentedossier.catalogue.facts.security import SecurityAspect
from gemeentedossier.dossier.assets.actions.measures import record_measure
from gemeentedossier.dossier.assets.actions.systems import record_system
from gemeentedossier.dossier.assets.facts import Measure, System
from gemeentedossier.dossier.governance.actions.appetite import end_appetite, set_appetite
from gemeentedossier.dossier.governance.actions.clauses import delete_clause, edit_clause, record_clause
from gemeentedossier.dossier.governance.facts import PolicyClause, RiskAppetite
from gemeentedossier.dossier.governance.queries import appetites_from, policy_clauses_from
from gemeentedossier.dossier.register.actions.activities import create_activity
from gemeentedossier.dossier.register.facts import Activity
from gemeentedossier.dossier.security.actions.risks import decide_risk, edit_risk, record_risk, remove_risk
from gemeentedossier.dossier.security.enums import RiskDecision
from gemeentedossier.dossier.security.facts import SecurityRisk
from gemeentedossier.dossier.security.queries import security_risks_from
from gemeentedossier.foundation import clock
from gemeentedossier.foundation.errors import EditedMeanwhile, NotPermitted, Refused
from gemeentedossier.foundation.identifiers import new_id
from gemeentedossier.foundation.rows import live_rows
from gemeentedossier.foundation.trail import Actor
from gemeentedossier.organisation.enums import ControllerKind
from gemeentedossier.organisation.models import Controller
from tests.builders import an_activity

NOW = dt.datetime(2026, 11, 24, 9, tzinfo=dt.UTC)
DAY = dt.date(2026, 11, 24)
YESTERDAY, TOMORROW = DAY - dt.timedelta(days=1), DAY + dt.timedelta(days=1)


@pytest.fixture(autouse=True)
def _today_in_english() -> Any:
    with translation.override("en"), clock.clock_at(NOW):
        yield


@pytest.fixture
def activity(everyone: Actor) -> Activity:
    made = an_activity()
    create_activity(made, by=everyone)
    return made


@pytest.fixture
def risk(everyone: Actor, activity: Activity) -> SecurityRisk:
    measure = record_measure(Measure(new_id(), "Second factor"), by=everyone)
    asked = SecurityRisk(
        new_id(), activity.id, SecurityAspect.CONFIDENTIALITY, "A password is guessed.",
        likelihood=RiskLevel.HIGH, impact=RiskLevel.HIGH, residual_likelihood=RiskLevel.LOW,
        residual_impact=RiskLevel.HIGH, reason="Seen at others.", measure_ids=(measure.id,),
    )  # fmt: skip
    return record_risk(asked, by=everyone)


@pytest.fixture
def college(everyone: Actor) -> UUID:
    key: UUID = Controller.objects.create(kind=ControllerKind.COLLEGE, name="College").pk
    return key


def stored() -> SecurityRisk:
    (found,) = security_risks_from(live_rows, people={})
    return found


def appetites() -> tuple[RiskAppetite, ...]:
    return appetites_from(live_rows, {}, controllers={})


def accept(risk: SecurityRisk, by: Actor, **more: Any) -> None:
    asked = {"because": "Not worth more.", "accepted_until": TOMORROW, "revision": risk.revision, **more}
    decide_risk(risk.id, asked.pop("decision", RiskDecision.ACCEPT), by=by, **asked)


def test_a_risk_reads_back_with_its_measures_and_undecided(everyone: Actor, risk: SecurityRisk) -> None:
    assert stored() == risk
    edit_risk(replace(risk, measure_ids=(), consequence="Fraud."), by=everyone)
    assert stored() == replace(risk, measure_ids=(), consequence="Fraud.", revision=1)


def test_nobody_records_a_risk_as_accepted(everyone: Actor, activity: Activity) -> None:
    made = SecurityRisk(
        new_id(), activity.id, SecurityAspect.INTEGRITY, "A typing error.", decision=RiskDecision.ACCEPT,
        decided_by_id=everyone.person_id, decided_at=NOW, decided_because="Fine.", accepted_until=TOMORROW,
    )  # fmt: skip
    assert record_risk(made, by=everyone).decision is None
    assert stored().decision is None


def test_what_was_decided_stands_until_the_risk_is_weighed_otherwise(everyone: Actor, risk: SecurityRisk) -> None:
    accept(risk, everyone)
    decided = stored()
    assert (decided.decision, decided.decided_at, decided.accepted_until) == (RiskDecision.ACCEPT, NOW, TOMORROW)
    edit_risk(replace(risk, reason="Seen at others, twice.", revision=1), by=everyone)
    assert stored().decision is RiskDecision.ACCEPT
    edit_risk(replace(risk, residual_likelihood=RiskLevel.MEDIUM, revision=2), by=everyone)
    assert (stored().decision, stored().decided_by_id, stored().accepted_until) == (None, None, None)


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"threat": " "}, "what can go wrong"),
        ({"residual_likelihood": RiskLevel.HIGH, "likelihood": RiskLevel.MEDIUM}, "What remains cannot be more"),
        ({"reason": ""}, "Say why these levels fit"),
        ({"system_id": new_id()}, "This system is not here"),
        ({"measure_ids": (new_id(),)}, "One of these measures is not here"),
    ],
    ids=["nothing", "grows", "unreasoned", "strange system", "strange measure"],
)
def test_what_is_no_risk_is_refused(everyone: Actor, risk: SecurityRisk, fields: Any, sentence: str) -> None:
    with pytest.raises(Refused, match=sentence):
        edit_risk(replace(risk, **fields), by=everyone)
    assert stored() == risk


def test_what_was_decided_falls_with_the_measures_and_the_system_it_rested_on(
    everyone: Actor, risk: SecurityRisk
) -> None:
    system = record_system(System(new_id(), "Zaaksysteem"), by=everyone)
    for number, changed in enumerate(({"measure_ids": ()}, {"system_id": system.id}, {"owner_id": everyone.person_id})):
        accept(stored(), everyone)
        edited = edit_risk(replace(stored(), **changed), by=everyone)
        assert edited.decision is (None if number < 2 else RiskDecision.ACCEPT)


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"because": ""}, "people bear this risk"),
        ({"accepted_until": None}, "Give a later day"),
        ({"accepted_until": DAY}, "Give a later day"),
        ({"decision": RiskDecision.TREAT}, "Only what is accepted has a last day"),
    ],
    ids=["unreasoned", "for ever", "until today", "treated until"],
)
def test_what_is_no_decision_is_refused(everyone: Actor, risk: SecurityRisk, fields: Any, sentence: str) -> None:
    with pytest.raises(Refused, match=sentence):
        accept(risk, everyone, **fields)
    assert stored().decision is None


def test_what_nobody_weighed_cannot_be_accepted_and_can_be_stopped(everyone: Actor, risk: SecurityRisk) -> None:
    unweighed = edit_risk(replace(risk, residual_impact=None), by=everyone)
    with pytest.raises(Refused, match="nobody can accept what was not weighed"):
        accept(unweighed, everyone)
    accept(unweighed, everyone, decision=RiskDecision.STOP, accepted_until=None)
    assert stored().decision is RiskDecision.STOP


def test_nobody_accepts_another_risk_than_they_read(everyone: Actor, risk: SecurityRisk) -> None:
    edit_risk(replace(risk, residual_likelihood=RiskLevel.MEDIUM), by=everyone)
    with pytest.raises(EditedMeanwhile):
        accept(risk, everyone)


def test_a_risk_is_removed_with_a_reason_until_it_was_decided(everyone: Actor, risk: SecurityRisk) -> None:
    with pytest.raises(Refused, match="Say why"):
        remove_risk(risk.id, reason=" ", by=everyone)
    accept(risk, everyone)
    with pytest.raises(Refused, match="so it stays"):
        remove_risk(risk.id, reason="Double.", by=everyone)
    edit_risk(replace(risk, threat="Another.", revision=1), by=everyone)
    remove_risk(risk.id, reason="Double.", by=everyone)
    assert security_risks_from(live_rows, people={}) == ()


@pytest.mark.parametrize(
    "role", ["ciso", "privacy_officer", "data_protection_officer", "process_owner", "auditor", "administrator"]
)
def test_only_the_executive_accepts_and_sets_the_appetite(
    everyone: Actor, risk: SecurityRisk, college: UUID, role: str
) -> None:
    actor = replace(everyone, roles=frozenset({role}))
    with pytest.raises(NotPermitted):
        accept(risk, actor)
    with pytest.raises(NotPermitted):
        set_appetite(
            RiskLevel.LOW, statement="Little.", controller_id=college, decided_on=DAY, review_on=None, by=actor
        )


def test_a_process_owner_records_risks_of_own_activities_only(everyone: Actor, risk: SecurityRisk) -> None:
    owner = replace(everyone, roles=frozenset({"process_owner"}))
    for write in (record_risk, edit_risk):
        with pytest.raises(NotPermitted):
            write(risk, by=owner)
    with pytest.raises(NotPermitted):
        remove_risk(risk.id, reason="Mine.", by=owner)


def test_a_new_appetite_ends_the_former_on_its_day(everyone: Actor, college: UUID) -> None:
    for level, day in ((RiskLevel.MEDIUM, YESTERDAY), (RiskLevel.LOW, DAY)):
        set_appetite(level, statement="So much.", controller_id=college, decided_on=day, review_on=None, by=everyone)
    assert [(each.level, each.ended_on) for each in appetites()] == [(RiskLevel.MEDIUM, DAY), (RiskLevel.LOW, None)]
    assert [each.level for each in appetites() if each.holds_on(YESTERDAY)] == [RiskLevel.MEDIUM]
    assert [each.level for each in appetites() if each.holds_on(DAY)] == [RiskLevel.LOW]


def test_an_appetite_is_ended_with_a_reason(everyone: Actor, college: UUID) -> None:
    made = set_appetite(
        RiskLevel.LOW, statement="Little.", controller_id=college, decided_on=YESTERDAY, review_on=None, by=everyone
    )
    with pytest.raises(Refused):
        end_appetite(made.pk, reason="", by=everyone)
    end_appetite(made.pk, reason="New council.", by=everyone)
    assert appetites()[0].ended_on == DAY
    with pytest.raises(Refused, match="ended already"):
        end_appetite(made.pk, reason="New council.", by=everyone)


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"statement": " "}, "what that means"),
        ({"decided_on": TOMORROW}, "still to come"),
        ({"review_on": DAY}, "Choose a later day on which"),
        ({"controller_id": new_id()}, "This body is not here"),
        ({"decided_on": DAY - dt.timedelta(days=9)}, "on a later day already"),
    ],
    ids=["empty", "tomorrow", "reviewed today", "strange body", "before the one that holds"],
)
def test_what_is_no_appetite_is_refused(everyone: Actor, college: UUID, fields: Any, sentence: str) -> None:
    asked: dict[str, Any] = {
        "statement": "Little.", "controller_id": college, "decided_on": YESTERDAY, "review_on": None,
    }  # fmt: skip
    set_appetite(RiskLevel.LOW, by=everyone, **asked)
    with pytest.raises(Refused, match=sentence):
        set_appetite(RiskLevel.HIGH, by=everyone, **{**asked, **fields})
    assert [each.level for each in appetites()] == [RiskLevel.LOW]


def test_a_clause_is_recorded_changed_and_removed(everyone: Actor) -> None:
    made = record_clause(PolicyClause(new_id(), " Logging ", "We look at logs.", "Security policy"), by=everyone)
    changed = edit_clause(replace(made, procedure="Each quarter.", measure_ids=(new_id(),)), by=everyone)
    assert policy_clauses_from(live_rows, {}) == (changed,)
    assert (changed.title, changed.revision) == ("Logging", 1)
    with pytest.raises(EditedMeanwhile):
        edit_clause(made, by=everyone)
    with pytest.raises(Refused, match="already"):
        record_clause(replace(made, id=new_id()), by=everyone)
    delete_clause(made.id, reason="Policy ended.", by=everyone)
    assert policy_clauses_from(live_rows, {}) == ()


def test_a_process_owner_answers_for_a_clause_they_record_and_changes_no_other(everyone: Actor) -> None:
    owner = replace(everyone, roles=frozenset({"process_owner"}))
    assert record_clause(PolicyClause(new_id(), "Mine"), by=owner).owner_id == everyone.person_id
    other = record_clause(PolicyClause(new_id(), "Nobody's"), by=everyone)
    with pytest.raises(NotPermitted):
        edit_clause(replace(other, text="Mine now."), by=owner)
    with pytest.raises(NotPermitted):
        delete_clause(other.id, reason="Not mine.", by=owner)


def test_a_clause_has_a_title(everyone: Actor) -> None:
    with pytest.raises(Refused, match="title"):
        record_clause(PolicyClause(new_id(), " "), by=everyone)
