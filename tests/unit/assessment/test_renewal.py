"""What is judged anew after a change says the same as judging everything; every field of a dossier has its turn."""

import datetime as dt
from collections.abc import Callable
from dataclasses import replace

import pytest

from gemeentedossier.assessment.engine.assess import assess
from gemeentedossier.assessment.engine.renewal import reassess
from gemeentedossier.assessment.enums import Outcome
from gemeentedossier.assessment.facts import Assessment
from gemeentedossier.catalogue.facts.risks import RiskLevel
from gemeentedossier.catalogue.facts.security import SecurityAspect
from gemeentedossier.catalogue.queries import current_catalogue
from gemeentedossier.dossier.agreements.enums import AgreementKind, FoundRole
from gemeentedossier.dossier.agreements.facts import Agreement, AgreementParty, RoleTest
from gemeentedossier.dossier.assets.facts import Measure, System
from gemeentedossier.dossier.evidence.enums import Answer
from gemeentedossier.dossier.governance.enums import PositionHolder, SampledKind, SupervisionManner
from gemeentedossier.dossier.governance.facts import (
    Ambition,
    ContestedMatter,
    Interpretation,
    OfficerReport,
    OwnAdvice,
    PlannedStep,
    PolicyClause,
    Position,
    Reliance,
    RiskAppetite,
    Sample,
    SupervisionCheck,
    Suppression,
)
from gemeentedossier.dossier.parties.facts import Party
from gemeentedossier.dossier.register.enums import PartyRole, ProcessingState
from gemeentedossier.dossier.register.facts import PartyRelation, Recipient, ReviewNote
from gemeentedossier.dossier.security.enums import RiskDecision
from gemeentedossier.dossier.security.facts import (
    Continuity,
    ControlExclusion,
    LogReviewPlan,
    SecurityRisk,
    SystemLevel,
)
from gemeentedossier.dossier.snapshot.facts import Dossier
from gemeentedossier.organisation.enums import Role
from gemeentedossier.organisation.facts import Person, RoleAssignment
from tests.builders import an_activity
from tests.unit.assessment.dossiers import DAY, a_note, attestation, dossier_with, some_id

ABROAD = Party(some_id(50), "Cloud Ltd", country="US")
RECEIVED = an_activity(
    id=some_id(10),
    name="Ontvangen",
    recipients=(Recipient(some_id(11), party_id=ABROAD.id),),
    parties=(PartyRelation(some_id(12), ABROAD.id, ABROAD.name, role=PartyRole.PROCESSOR),),
)
PLAIN = an_activity(id=some_id(20), name="Gewoon", controller_ids=(some_id(100),))
ANSWER = attestation(PLAIN, "A-purposes-reviewed", Answer.YES, evidence_ids=(some_id(60),))
NOTE = a_note(60, valid_until=DAY)
OFFICER = Person(some_id(70), "FG", roles=(RoleAssignment(Role.DATA_PROTECTION_OFFICER),))
ASIDE = Suppression(
    some_id(90), "fairness-weighed", "activity", PLAIN.id, "Volgt.", DAY, some_id(91), "A.", "executive", NOTE.added_at
)
AGREEMENT = Agreement(
    some_id(40),
    "Hosting",
    AgreementKind.PROCESSOR,
    signed_on=DAY,
    parties=(AgreementParty(some_id(41), ABROAD.id, ABROAD.name),),
    activity_ids=(RECEIVED.id, PLAIN.id),
    data_categories=(),
)
TESTED = RoleTest(some_id(42), ABROAD.id, ABROAD.name, decided=FoundRole.PROCESSOR, decided_at=NOTE.added_at)
COLLEGE, SYSTEM = some_id(100), System(some_id(80), "Zaaksysteem")
RISK = SecurityRisk(
    some_id(101), PLAIN.id, SecurityAspect.INTEGRITY, "Uitval.",
    residual_likelihood=RiskLevel.HIGH, residual_impact=RiskLevel.HIGH,
)  # fmt: skip
APPETITE = RiskAppetite(some_id(107), RiskLevel.LOW, "Weinig.", COLLEGE, some_id(91), DAY)
READING = Interpretation(some_id(93), "large-scale", "Meer dan 5.000.", "Advies.", some_id(91), "A.", DAY)
APPLIED = Reliance(some_id(94), "activity", PLAIN.id, some_id(91), "A.", NOTE.added_at, interpretation_id=READING.id)
STATED = Position(some_id(95), PositionHolder.COURT, "Ja.", "Uitspraak", DAY)
MATTER = ContestedMatter(some_id(96), "Tellingen", "Mag dit?", (STATED,))
WHOLE = replace(
    dossier_with(RECEIVED, PLAIN, attestations=(ANSWER,), evidence=(NOTE,)),
    parties=(ABROAD,),
    suppressions=(ASIDE,),
    agreements=(AGREEMENT,),
    security_risks=(RISK,),
    appetites=(APPETITE,),
    interpretations=(READING,),
    reliances=(APPLIED,),
)

REMARK = ReviewNote(some_id(119), RECEIVED.id, "", "Waarom?", some_id(91), NOTE.added_at)
CHANGES: dict[str, Callable[[Dossier], Dossier]] = {
    "nothing": lambda d: d,
    "an edit": lambda d: replace(d, activities=(RECEIVED, replace(PLAIN, name="Anders", purposes=()))),
    "a new activity": lambda d: replace(d, activities=(*d.activities, an_activity(id=some_id(30)))),
    "one that is gone": lambda d: replace(d, activities=(PLAIN,), attestations=()),
    "a party": lambda d: replace(d, parties=(replace(ABROAD, country="NL"),)),
    "a party gone": lambda d: replace(d, parties=()),
    "an answer": lambda d: replace(d, attestations=(replace(ANSWER, answer=Answer.NO),)),
    "an answer gone": lambda d: replace(d, attestations=()),
    "one more set aside": lambda d: replace(
        d, suppressions=(ASIDE, replace(ASIDE, id=some_id(92), rule="fairness-weighed", subject_id=RECEIVED.id))
    ),
    "one that counts again": lambda d: replace(d, suppressions=(replace(ASIDE, lifted_at=d.moment),)),
    "evidence": lambda d: replace(d, evidence=(replace(NOTE, lost_at=d.moment),)),
    "an officer": lambda d: replace(d, organisation=replace(d.organisation, people=(OFFICER,))),
    "a name": lambda d: replace(d, organisation=replace(d.organisation, name="Anders")),
    "a system": lambda d: replace(d, systems=(System(some_id(80), "Zaaksysteem"),)),
    "a measure": lambda d: replace(d, measures=(Measure(some_id(81), "Versleuteling"),)),
    "an agreement ended": lambda d: replace(d, agreements=(replace(AGREEMENT, ended_on=DAY - dt.timedelta(days=1)),)),
    "an agreement gone": lambda d: replace(d, agreements=()),
    "a role decided": lambda d: replace(d, role_tests=(TESTED,)),
    "an edit that an agreement covers": lambda d: replace(
        d, activities=(RECEIVED, replace(PLAIN, processing_state=ProcessingState.IN_USE))
    ),
    "a risk accepted": lambda d: replace(
        d, security_risks=(replace(RISK, decision=RiskDecision.ACCEPT, accepted_until=DAY),)
    ),
    "a risk gone": lambda d: replace(d, security_risks=()),
    "an appetite": lambda d: replace(d, appetites=(replace(APPETITE, level=RiskLevel.HIGH),)),
    "an outage planned": lambda d: replace(d, continuities=(Continuity(some_id(102), RECEIVED.id, 8, "Papier."),)),
    "a clause": lambda d: replace(d, policy_clauses=(PolicyClause(some_id(103), "Inzage"),)),
    "an ambition chosen": lambda d: replace(
        d, ambitions=(Ambition(some_id(109), "rights", 3, DAY, "Zo ver.", some_id(91), DAY),)
    ),
    "a step planned": lambda d: replace(d, planned_steps=(PlannedStep(some_id(108), "classify", some_id(91), DAY),)),
    "a remark": lambda d: replace(d, review_notes=(REMARK,)),
    "an advice unasked": lambda d: replace(
        d, own_advices=(OwnAdvice(some_id(109), "Minder", "Doe.", "activity", PLAIN.id, some_id(91), NOTE.added_at),)
    ),
    "something to watch": lambda d: replace(
        d, supervision_checks=(SupervisionCheck(some_id(110), "Inzage", "Zo.", SupervisionManner.AUDIT, DAY),)
    ),
    "a sample": lambda d: replace(
        d, samples=(Sample(some_id(111), SampledKind.ACTIVITIES, "Zo.", 1, 1, "a", some_id(91), NOTE.added_at),)
    ),
    "a report of the officer": lambda d: replace(
        d, officer_reports=(OfficerReport(some_id(112), DAY, DAY, some_id(91)),)
    ),
    "a log to look at": lambda d: replace(
        d, systems=(SYSTEM,), log_review_plans=(LogReviewPlan(some_id(104), SYSTEM.id, "Inzage.", 1, DAY),)
    ),
    "an exclusion": lambda d: replace(
        d,
        measures=(Measure(some_id(81), "Versleuteling", baseline=("8.24",)),),
        exclusions=(ControlExclusion(some_id(105), "8.24", "Nee.", some_id(91), NOTE.added_at, granted=True),),
    ),
    "a departure": lambda d: replace(
        d,
        systems=(SYSTEM,),
        system_levels=(
            SystemLevel(some_id(106), SYSTEM.id, SecurityAspect.INTEGRITY, 2, "Kan.", some_id(91), NOTE.added_at),
        ),
    ),
    "a reading ended": lambda d: replace(d, interpretations=(replace(READING, ended_on=DAY),)),
    "a second reading": lambda d: replace(d, interpretations=(READING, replace(READING, id=some_id(97)))),
    "nothing rests on it": lambda d: replace(d, reliances=()),
    "a contested matter": lambda d: replace(d, matters=(MATTER,)),
    "an hour": lambda d: replace(d, moment=d.moment + dt.timedelta(hours=1)),
    "a day": lambda d: replace(d, moment=d.moment + dt.timedelta(days=1)),
    "years": lambda d: replace(d, moment=d.moment + dt.timedelta(days=800)),
}


def told(assessment: Assessment) -> list[object]:
    return [(f.rule_id, f.subject_id, f.answer) for f in assessment.findings()]


@pytest.mark.parametrize("change", CHANGES)
def test_renewing_says_what_judging_everything_says(change: str) -> None:
    catalogue, now = current_catalogue(), CHANGES[change](WHOLE)
    renewed = reassess(assess(WHOLE, catalogue), of=WHOLE, now=now, catalogue=catalogue)
    assert told(renewed) == told(assess(now, catalogue))
    assert renewed.moment == now.moment


def test_cases_of_other_activities_are_kept() -> None:
    catalogue, now = current_catalogue(), CHANGES["an edit"](WHOLE)
    before = assess(WHOLE, catalogue)
    after = reassess(before, of=WHOLE, now=now, catalogue=catalogue)
    kept = [new is old for new, old in zip(after.cases, before.cases, strict=False) if old.case.activity_id]
    assert kept[: sum(each.case.activity_id == RECEIVED.id for each in before.cases)].count(False) == 0


def test_cases_of_other_activities_are_kept_where_somebody_sets_a_finding_aside() -> None:
    catalogue = current_catalogue()
    before, now = assess(WHOLE, catalogue), replace(WHOLE, suppressions=())
    renewed = reassess(before, of=WHOLE, now=now, catalogue=catalogue)
    assert Outcome.SUPPRESSED in {finding.outcome for finding in before.findings(activity_id=PLAIN.id)}
    kept = {id(each) for each in before.cases} & {id(each) for each in renewed.cases}
    assert {each.case.activity_id for each in before.cases if id(each) in kept} == {None, RECEIVED.id}
