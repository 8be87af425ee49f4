"""What Part B asks on which day, each as long as it is still to be done."""

import datetime as dt
from dataclasses import replace
from uuid import UUID

from gemeentedossier.catalogue.facts.risks import RiskLevel
from gemeentedossier.catalogue.facts.security import SecurityAspect
from gemeentedossier.dossier.assets.enums import SystemState
from gemeentedossier.dossier.assets.facts import System
from gemeentedossier.dossier.evidence.enums import EvidenceKind
from gemeentedossier.dossier.evidence.facts import Evidence
from gemeentedossier.dossier.governance.facts import RiskAppetite
from gemeentedossier.dossier.security.engine.terms import Asking, SecurityTerm, terms_for
from gemeentedossier.dossier.security.enums import RiskDecision, SecurityTermKind
from gemeentedossier.dossier.security.facts import Continuity, ControlExclusion, LogReviewPlan, SecurityRisk
from tests.builders import an_activity

KEY, WHO, ABOUT = UUID(int=1), UUID(int=2), UUID(int=3)
DAY, LATER = dt.date(2026, 11, 24), dt.date(2027, 3, 1)
NOW = dt.datetime(2026, 11, 24, 9, tzinfo=dt.UTC)
SYSTEM = System(ABOUT, "Zaaksysteem", supported_until=LATER)
PLAN = LogReviewPlan(KEY, ABOUT, "Inzage.", 3, dt.date(2026, 12, 1))
PIECE = Evidence(KEY, EvidenceKind.LINK, "Verslag", WHO, "A.", WHO, "A.", NOW, valid_until=LATER)
RISK = SecurityRisk(KEY, ABOUT, SecurityAspect.INTEGRITY, "Uitval.", decision=RiskDecision.ACCEPT, accepted_until=LATER)
EXCLUDED = ControlExclusion(KEY, "8.25", "Niet hier.", WHO, NOW, review_on=LATER)
APPETITE = RiskAppetite(KEY, RiskLevel.LOW, "Weinig.", WHO, WHO, DAY, controller="College", review_on=LATER)
TRIED = Continuity(KEY, ABOUT, 8, "Papier.", DAY, "Ging goed.")


def asked(**records: object) -> list[tuple[dt.date, str, str]]:
    found = terms_for(Asking(**records), on=DAY)  # type: ignore[arg-type]  # one kind of record at a time
    return [(term.on, term.kind.value, term.name) for term in found]


def test_a_log_is_asked_for_from_the_day_its_plan_holds() -> None:
    assert asked(plans=[PLAN], systems=[replace(SYSTEM, supported_until=None)]) == []
    held = replace(PLAN, starts_on=DAY)
    assert asked(plans=[held], systems=[replace(SYSTEM, supported_until=None)]) == [
        (dt.date(2027, 2, 24), "log_review", "Zaaksysteem")
    ]


def test_what_ends_or_is_looked_at_again_is_asked_under_its_name() -> None:
    assert asked(systems=[SYSTEM]) == [(LATER, "support_ends", "Zaaksysteem")]
    assert asked(evidence=[PIECE]) == [(LATER, "evidence_ends", "Verslag")]
    assert asked(risks=[RISK]) == [(LATER, "acceptance_ends", "Uitval.")]
    assert asked(exclusions=[EXCLUDED]) == [(LATER, "exclusion_review", "8.25")]
    assert asked(appetites=[APPETITE]) == [(LATER, "appetite_review", "College")]


def test_a_fallback_is_tried_again_after_a_year() -> None:
    activities = [an_activity(id=ABOUT, name="Spoed")]
    assert asked(continuities=[TRIED], activities=activities) == [(dt.date(2027, 11, 24), "fallback_trial", "Spoed")]
    assert asked(continuities=[replace(TRIED, tried_on=None, outcome="")]) == []


def test_what_ended_or_was_withdrawn_asks_nothing() -> None:
    assert asked(systems=[replace(SYSTEM, state=SystemState.ENDED)]) == []
    assert asked(evidence=[replace(PIECE, withdrawn_at=NOW)]) == []
    assert asked(appetites=[replace(APPETITE, ended_on=DAY)]) == []


def test_terms_stand_in_the_order_of_days_with_the_record_that_asks() -> None:
    sooner = replace(RISK, accepted_until=DAY)
    found = terms_for(Asking(evidence=[PIECE], risks=[sooner]), on=DAY)
    assert found == (
        SecurityTerm(DAY, SecurityTermKind.ACCEPTANCE_ENDS, KEY, "Uitval."),
        SecurityTerm(LATER, SecurityTermKind.EVIDENCE_ENDS, KEY, "Verslag"),
    )
