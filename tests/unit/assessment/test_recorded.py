"""Left-overs beside the register: found in every text of every such record, and never the reason that something is."""

from dataclasses import fields, is_dataclass, replace
from typing import Any

import pytest

from gemeentedossier.assessment.engine.assess import assess
from gemeentedossier.assessment.engine.subjects.law import Law
from gemeentedossier.assessment.engine.subjects.left_over import UnfinishedFields
from gemeentedossier.assessment.engine.subjects.recorded import left_over_beside
from gemeentedossier.assessment.engine.wording import reason
from gemeentedossier.assessment.enums import Outcome
from gemeentedossier.catalogue.facts.risks import RiskLevel
from gemeentedossier.catalogue.facts.security import SecurityAspect
from gemeentedossier.catalogue.queries import current_catalogue
from gemeentedossier.dossier.agreements.facts import Leaflet, RoleTest
from gemeentedossier.dossier.assets.facts import System, Tool
from gemeentedossier.dossier.evidence.enums import Answer
from gemeentedossier.dossier.governance.enums import PositionHolder
from gemeentedossier.dossier.governance.facts import (
    ContestedMatter,
    Interpretation,
    PolicyClause,
    Position,
    Reliance,
    RiskAppetite,
    Suppression,
)
from gemeentedossier.dossier.register.facts import Activity
from gemeentedossier.dossier.security.facts import (
    AccessRule,
    Continuity,
    ControlExclusion,
    LogReview,
    LogReviewPlan,
    SecurityRisk,
    SystemLevel,
    ToolRule,
)
from gemeentedossier.dossier.snapshot.facts import Dossier
from tests.unit.assessment.dossiers import DAY, MOMENT, a_note, attestation, dossier_with, some_id

CATALOGUE = current_catalogue()
LAW = Law(CATALOGUE, DAY)
BLANK = "nader invullen"
WMO, ZAAK, TOOL, WHO = Activity(some_id(10), "Wmo"), System(some_id(11), "Zaak"), Tool(some_id(12), "Tolk"), some_id(1)
RECORDS: dict[str, Any] = {
    "attestations": attestation(WMO, "security-linked", Answer.YES),
    "suppressions": Suppression(some_id(21), "pre-scan-done", "activity", WMO.id, "", DAY, WHO, "N", "", MOMENT),
    "evidence": a_note(22),
    "interpretations": Interpretation(some_id(23), "large-scale", "", "", WHO, "N", DAY),
    "matters": ContestedMatter(some_id(24), "Samen", "", (Position(some_id(25), PositionHolder.OFFICER, "", "", DAY),)),
    "reliances": Reliance(some_id(26), "activity", WMO.id, WHO, "N", MOMENT),
    "appetites": RiskAppetite(some_id(27), RiskLevel.LOW, "", some_id(28), WHO, DAY),
    "policy_clauses": PolicyClause(some_id(29), "Inzage"),
    "tools": TOOL,
    "tool_rules": ToolRule(some_id(30), TOOL.id, WMO.id, allowed=True, reason=""),
    "log_review_plans": LogReviewPlan(
        some_id(31), ZAAK.id, "", 12, DAY, reviews=(LogReview(some_id(32), DAY, WHO, ""),)
    ),
    "security_risks": SecurityRisk(some_id(33), WMO.id, SecurityAspect.INTEGRITY, ""),
    "exclusions": ControlExclusion(some_id(34), "8.30", "", WHO, MOMENT),
    "continuities": Continuity(some_id(35), WMO.id),
    "system_levels": SystemLevel(some_id(36), ZAAK.id, SecurityAspect.INTEGRITY, 1, "", WHO, MOMENT),
    "access_rules": AccessRule(some_id(37), WMO.id, "consulent"),
    "role_tests": RoleTest(some_id(38), some_id(39), "Wolkenveld"),
    "leaflets": Leaflet(some_id(40), some_id(39), "Wolkenveld"),
}
"""One record of each sort, by its place in the dossier."""
NO_TEXTS = frozenset(
    {
        "subject_kind",
        "rule",
        "norm",
        "number",
        "criterion",
        "answered_role",
        "suppressed_role",
        "controller",
        "function",
    }
    | {"url", "file_name", "media_type", "sha256", "algorithm_entry", "party_name", "added_by", "answered_by"}
    | {"decided_by", "done_by", "owner", "proposed_by", "recorded_by", "suppressed_by"}
)
"""Fields that hold a name or an address, and no free text."""


def blank(record: Any, text: str) -> Any:
    """The record, and all in it, with this in each field for free text."""
    made: dict[str, object] = {}
    for field in fields(record):
        value = getattr(record, field.name)
        if isinstance(value, tuple) and value and is_dataclass(value[0]):
            made[field.name] = tuple(blank(each, text) for each in value)
        elif isinstance(value, str) and type(value) is str and field.name not in NO_TEXTS:
            made[field.name] = text
    return replace(record, **made)


def recorded(kind: str, text: str) -> Dossier:
    around = replace(dossier_with(WMO), systems=(ZAAK,), tools=(TOOL,))
    return replace(around, **{kind: (blank(RECORDS[kind], text),)})


def left_over_in(dossier: Dossier) -> UnfinishedFields:
    every = {each.id: each for each in dossier.activities}
    return left_over_beside(dossier, CATALOGUE, LAW.lint, activities=every)


def texts_in(record: Any) -> int:
    inside = (each for field in fields(record) if isinstance(each := getattr(record, field.name), tuple))
    deeper = sum(texts_in(each) for group in inside for each in group if is_dataclass(each))
    return deeper + sum(getattr(record, field.name) == BLANK for field in fields(record))


@pytest.mark.parametrize("kind", sorted(RECORDS))
def test_a_blank_is_told_of_every_text_of_such_a_record(kind: str) -> None:
    found = left_over_in(recorded(kind, BLANK))
    assert (found.unfinished_count, found.unfinished_words) == (texts_in(blank(RECORDS[kind], BLANK)), (BLANK,))


@pytest.mark.parametrize("kind", sorted(RECORDS))
def test_what_was_written_is_told_of_no_such_record(kind: str) -> None:
    assert left_over_in(recorded(kind, "Zo doen wij dat.")).unfinished_count == 0


def test_the_place_names_the_record_in_both_languages() -> None:
    found = left_over_in(recorded("interpretations", BLANK))
    assert found.unfinished_places[0] == "norm grootschalig: lezing"
    assert found.unfinished_places_en[0] == "norm on a large scale: reading"


def test_it_is_a_finding_of_the_municipality() -> None:
    cases = assess(recorded("exclusions", BLANK), CATALOGUE).findings()
    assert [each.activity_id for each in cases if each.rule_id == "unfinished-beside-register"] == [None]


def said(explanation: str, answer: Answer = Answer.YES) -> tuple[Outcome, str]:
    given = attestation(WMO, "security-risk-analysis", answer, explanation=explanation)
    findings = assess(replace(dossier_with(WMO), attestations=(given,)), CATALOGUE).findings()
    (found,) = (each for each in findings if each.rule_id == "security-risk-analysis")
    return found.outcome, reason(found, "nl")


def test_an_answer_that_is_explained_by_a_blank_does_not_hold_and_says_so() -> None:
    outcome, told = said(BLANK)
    assert (outcome, told.partition(".")[0]) == (
        Outcome.EXPIRED,
        "Bij dit antwoord staat een invulplek in plaats van een toelichting",
    )


@pytest.mark.parametrize(("explanation", "outcome"), [("", Outcome.MET), ("Gewogen in mei.", Outcome.MET)])
def test_an_answer_without_a_blank_holds(explanation: str, outcome: Outcome) -> None:
    assert said(explanation)[0] is outcome


@pytest.mark.parametrize(("why", "outcome"), [(BLANK, Outcome.GAP), ("Dit voorjaar vervangen.", Outcome.SUPPRESSED)])
def test_a_blank_sets_nothing_aside(why: str, outcome: Outcome) -> None:
    aside = Suppression(some_id(21), "pre-scan-done", "activity", WMO.id, why, DAY, WHO, "Noor", "", MOMENT)
    found = assess(replace(dossier_with(WMO), suppressions=(aside,)), CATALOGUE).findings()
    assert [each.outcome for each in found if each.rule_id == "pre-scan-done"] == [outcome]
