"""What the database refuses, whatever the program asks: half a pair, a word outside a closed list, an end before it."""

import datetime as dt
from collections.abc import Iterator
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from gemeentedossier.dossier.agreements.models import Agreement, AgreementParty, Leaflet, SharedClause
from gemeentedossier.dossier.assets.models import Tool
from gemeentedossier.dossier.governance.models import (
    Ambition,
    OfficerReport,
    OwnAdvice,
    PlannedStep,
    PolicyClause,
    RiskAppetite,
    SampledCase,
    SupervisionCheck,
)
from gemeentedossier.dossier.parties.models import PartyRepresentative
from gemeentedossier.dossier.register.models import ReviewNote
from gemeentedossier.dossier.security.models import (
    Continuity,
    ControlExclusion,
    LogReview,
    LogReviewPlan,
    SecurityRisk,
    ToolRule,
)
from gemeentedossier.exchange.actions.dossiers import load_dossier
from gemeentedossier.foundation.models import Municipality
from gemeentedossier.foundation.models.tracked import MunicipalityRecord
from gemeentedossier.foundation.tenancy import municipality_scope
from gemeentedossier.foundation.trail import Actor
from tests.everything import TOOL, everything

BEFORE = dt.date(2020, 1, 1)
REFUSED: tuple[tuple[type[MunicipalityRecord], dict[str, Any], str], ...] = (
    (PartyRepresentative, {"ends_on": BEFORE}, "representative_ends_after_start"),
    (RiskAppetite, {"level": ""}, "risk_appetite_has_a_known_level"),
    (RiskAppetite, {"level": "extreme"}, "risk_appetite_has_a_known_level"),
    (RiskAppetite, {"statement": ""}, "risk_appetite_says_what_it_means"),
    (RiskAppetite, {"ended_on": BEFORE}, "risk_appetite_ends_after_start"),
    (PolicyClause, {"title": ""}, "policy_clause_has_a_title"),
    (Ambition, {"theme": ""}, "ambition_names_its_theme"),
    (Ambition, {"because": ""}, "ambition_says_why"),
    (Ambition, {"level": 6}, "ambition_is_one_of_five_levels"),
    (PlannedStep, {"step": ""}, "planned_step_names_its_step"),
    (ReviewNote, {"text": ""}, "review_note_says_something"),
    (ReviewNote, {"answer": ""}, "review_note_is_answered_by_somebody"),
    (ReviewNote, {"settled_at": None}, "review_note_is_settled_by_somebody"),
    (OwnAdvice, {"answer": "ignored"}, "own_advice_is_answered_in_a_known_way"),
    (OwnAdvice, {"answer": ""}, "own_advice_is_answered_by_somebody_and_why"),
    (OwnAdvice, {"answer_reason": ""}, "own_advice_is_answered_by_somebody_and_why"),
    (OwnAdvice, {"answered_by": None}, "own_advice_is_answered_by_somebody_and_why"),
    (OwnAdvice, {"answered_at": None}, "own_advice_is_answered_by_somebody_and_why"),
    (SupervisionCheck, {"topic": ""}, "check_says_what_is_looked_at"),
    (SupervisionCheck, {"reason": ""}, "check_says_why"),
    (SupervisionCheck, {"manner": "guess"}, "check_is_done_in_a_known_manner"),
    (SupervisionCheck, {"was_done": None}, "check_is_closed_by_somebody_with_an_outcome"),
    (SupervisionCheck, {"outcome": ""}, "check_is_closed_by_somebody_with_an_outcome"),
    (SupervisionCheck, {"closed_by": None}, "check_is_closed_by_somebody_with_an_outcome"),
    (SupervisionCheck, {"closed_on": None}, "check_is_closed_by_somebody_with_an_outcome"),
    (SampledCase, {"verdict": "fine"}, "sampled_case_has_a_known_verdict"),
    (SampledCase, {"verdict": ""}, "sampled_case_is_judged_by_somebody_with_a_note"),
    (SampledCase, {"note": ""}, "sampled_case_is_judged_by_somebody_with_a_note"),
    (SampledCase, {"judged_by": None}, "sampled_case_is_judged_by_somebody_with_a_note"),
    (SampledCase, {"judged_at": None}, "sampled_case_is_judged_by_somebody_with_a_note"),
    (OfficerReport, {"ends_on": BEFORE}, "officer_report_ends_after_its_begin"),
    (OfficerReport, {"judgement": ""}, "officer_report_is_adopted_by_somebody_with_a_judgement"),
    (OfficerReport, {"adopted_by": None}, "officer_report_is_adopted_by_somebody_with_a_judgement"),
    (OfficerReport, {"adopted_at": None}, "officer_report_is_adopted_by_somebody_with_a_judgement"),
    (OfficerReport, {"evidence": None}, "officer_report_is_adopted_by_somebody_with_a_judgement"),
    (Tool, {"name": ""}, "tool_has_a_name"),
    (Tool, {"kind": "robot"}, "tool_is_of_a_known_kind"),
    (Tool, {"state": "perhaps"}, "tool_is_in_a_known_state"),
    (Tool, {"conditions": ""}, "tool_says_its_conditions"),
    (ToolRule, {"reason": ""}, "tool_rule_has_a_reason"),
    (LogReviewPlan, {"looks_at": ""}, "log_plan_says_what_is_looked_at"),
    (LogReviewPlan, {"every_months": 0}, "log_plan_comes_round"),
    (LogReviewPlan, {"ended_on": BEFORE}, "log_plan_ends_after_start"),
    (LogReview, {"findings": ""}, "log_review_says_what_was_found"),
    (LogReview, {"follow_up": ""}, "follow_up_says_what_was_done"),
    (LogReview, {"followed_up_on": BEFORE}, "follow_up_comes_after_review"),
    (SecurityRisk, {"aspect": ""}, "risk_is_about_a_known_aspect"),
    (SecurityRisk, {"threat": ""}, "risk_says_what_can_go_wrong"),
    (SecurityRisk, {"likelihood": "4"}, "risk_has_a_known_likelihood"),
    (SecurityRisk, {"impact": "4"}, "risk_has_a_known_impact"),
    (SecurityRisk, {"residual_likelihood": "4"}, "risk_has_a_known_residual_likelihood"),
    (SecurityRisk, {"residual_impact": "4"}, "risk_has_a_known_residual_impact"),
    (SecurityRisk, {"decision": "ignore", "accepted_until": None}, "risk_is_decided_in_a_known_way"),
    (SecurityRisk, {"decided_by": None}, "risk_is_decided_by_somebody_and_why"),
    (SecurityRisk, {"decided_at": None}, "risk_is_decided_by_somebody_and_why"),
    (SecurityRisk, {"decided_because": ""}, "risk_is_decided_by_somebody_and_why"),
    (SecurityRisk, {"decision": "", "accepted_until": None}, "risk_is_decided_by_somebody_and_why"),
    (SecurityRisk, {"decision": "treat"}, "only_what_is_accepted_is_until_a_day"),
    (ControlExclusion, {"number": ""}, "exclusion_has_a_number"),
    (ControlExclusion, {"reason": ""}, "exclusion_has_a_reason"),
    (ControlExclusion, {"granted": None}, "exclusion_is_decided_by_somebody_and_why"),
    (ControlExclusion, {"decided_by": None}, "exclusion_is_decided_by_somebody_and_why"),
    (ControlExclusion, {"decided_at": None}, "exclusion_is_decided_by_somebody_and_why"),
    (ControlExclusion, {"decided_because": ""}, "exclusion_is_decided_by_somebody_and_why"),
    (Continuity, {"outcome": ""}, "continuity_says_what_was_seen_and_when"),
    (Continuity, {"tried_on": None}, "continuity_says_what_was_seen_and_when"),
    (SharedClause, {"code": ""}, "shared_clause_has_a_number"),
    (Leaflet, {"product": "Iets anders", "system": None, "tool_id": TOOL.id}, "leaflet_is_about_one_product"),
    (Leaflet, {"product": "", "system": None, "tool": None}, "leaflet_is_about_one_product"),
    (Leaflet, {"valid_until": BEFORE}, "leaflet_ends_after_it_is_issued"),
    (Agreement, {"signed_on": None}, "only_a_signed_agreement_has_a_signed_text"),
    (AgreementParty, {"attested_on": None}, "who_attested_did_so_on_a_day"),
    (AgreementParty, {"attested_by": ""}, "who_attested_did_so_on_a_day"),
)


@pytest.fixture(scope="module")
def kept_once(empty_afterwards: None) -> Municipality:
    """A municipality with everything; what the database refuses of it leaves it as it was."""
    return load_dossier(everything(), by=Actor("test")).municipality


@pytest.fixture
def _kept(kept_once: Municipality, db: None) -> Iterator[None]:
    with municipality_scope(kept_once.id):
        yield


@pytest.mark.usefixtures("_kept")
@pytest.mark.parametrize(("model", "change", "name"), REFUSED, ids=lambda each: getattr(each, "__name__", str(each)))
def test_the_database_refuses(model: type[MunicipalityRecord], change: dict[str, Any], name: str) -> None:
    record = model.objects.all()[0]
    record.pk = None
    for field, value in change.items():
        setattr(record, field, value)
    with pytest.raises(IntegrityError, match=f'"{name}"'), transaction.atomic():
        record.save(force_insert=True)


TWICE: tuple[tuple[type[MunicipalityRecord], str], ...] = (
    (PolicyClause, "clause_once_a_policy"),
    (Tool, "tool_name_once"),
    (ToolRule, "one_answer_each_way_for_a_tool"),
    (ControlExclusion, "one_exclusion_a_number"),
    (Continuity, "one_continuity_an_activity"),
    (Ambition, "one_ambition_a_theme"),
    (PlannedStep, "step_planned_once"),
    (SampledCase, "record_drawn_once_a_sample"),
    (OfficerReport, "one_report_a_period"),
    (SharedClause, "shared_clause_once_a_covenant"),
)


@pytest.mark.usefixtures("_kept")
@pytest.mark.parametrize(("model", "name"), TWICE, ids=lambda each: getattr(each, "__name__", str(each)))
def test_the_same_does_not_stand_there_twice(model: type[MunicipalityRecord], name: str) -> None:
    record = model.objects.all()[0]
    record.pk = None
    with pytest.raises(IntegrityError, match=f'"{name}"'), transaction.atomic():
        record.save(force_insert=True)


@pytest.mark.usefixtures("_kept")
@pytest.mark.parametrize(
    ("model", "last_day", "name"),
    [
        (RiskAppetite, "ended_on", "one_risk_appetite_a_body"),
        (PartyRepresentative, "ends_on", "represents_a_party_once_at_a_time"),
    ],
)
def test_a_new_one_stands_beside_what_ended_and_never_beside_what_is_open(
    model: type[MunicipalityRecord], last_day: str, name: str
) -> None:
    record = model.objects.get()
    setattr(record, last_day, None)
    record.pk = None
    record.save(force_insert=True)
    record.pk = None
    with pytest.raises(IntegrityError, match=f'"{name}"'), transaction.atomic():
        record.save(force_insert=True)
