"""Rules: read from a pack, checked with their examples, and judged."""

from dataclasses import dataclass
from pathlib import Path
from textwrap import dedent, indent

import pytest

from gemeentedossier.catalogue.engine.expressions import declarations
from gemeentedossier.catalogue.engine.loader import load_catalogue
from gemeentedossier.catalogue.engine.rule_checks import rule_faults
from gemeentedossier.catalogue.engine.rule_sets import RuleSet
from gemeentedossier.catalogue.engine.rules import ReadyRule, ready_rules
from gemeentedossier.catalogue.facts.rules import Rule, Verdict
from tests.unit.catalogue.packs import write_pack


@dataclass(frozen=True)
class ActivityFacts:
    name: str | None = None
    count: int = 0
    told: bool | None = None


@dataclass(frozen=True)
class OrganisationFacts:
    is_public: bool | None = None


KNOWN = declarations({"activity": ActivityFacts, "organisation": OrganisationFacts})
COMMON = """\
- id: {id}
  part: A
  kind: {kind}
  subject: activity
  nature: law
  label: {{nl: Proef, en: Trial}}
  question: {{nl: Klopt het?, en: Is it right?}}
  responsible: [privacy_officer]
  review: P1Y
  status: own_work
"""
CRITERION = """\
applies: 'organisation.is_public'
met: 'activity.count > 1'
partly: 'activity.told'
examples:
  - {name: enough, facts: {organisation.is_public: true, activity.count: 2}, expect: met}
  - {name: too few, facts: {organisation.is_public: true, activity.count: 1, activity.told: false}, expect: not_met}
  - {name: not counted, facts: {organisation.is_public: true}, expect: gap}
  - {name: no authority, facts: {organisation.is_public: false}, expect: not_applicable}
"""


def rules_in(folder: Path, *texts: str, kind: str = "criterion") -> tuple[Rule, ...]:
    written = "".join(
        COMMON.format(id=f"rule-{number}", kind=kind) + indent(dedent(text), "  ")
        for number, text in enumerate(texts, 1)
    )
    return tuple(load_catalogue([write_pack(folder, rules="rules:\n" + written)]).rules.values())


def only_fault(rules: tuple[Rule, ...]) -> tuple[int, str]:
    (fault,) = rule_faults(rules, KNOWN)
    return fault.line, fault.sentence


@pytest.fixture
def criterion(tmp_path) -> ReadyRule:
    (ready,), faults = ready_rules(rules_in(tmp_path, CRITERION), KNOWN)
    assert faults == ()
    return ready


@pytest.mark.parametrize(
    ("public", "count", "told", "verdict"),
    [
        (True, 2, None, Verdict.MET),
        (True, 1, True, Verdict.PARTLY),
        (True, 1, False, Verdict.NOT_MET),
        (True, 1, None, Verdict.GAP),
        (None, 2, True, Verdict.GAP),
        (False, 2, True, Verdict.NOT_APPLICABLE),
    ],
)
def test_a_criterion_judges(criterion, public, count, told, verdict):
    layers = {"activity": ActivityFacts(count=count, told=told), "organisation": OrganisationFacts(public)}
    assert criterion.judge(layers).verdict is verdict


def test_a_gap_names_what_is_not_known(criterion):
    found = criterion.judge_facts({"activity.count": 2})
    assert found.missing == ("organisation.is_public",)


def test_the_same_facts_are_judged_once(criterion):
    layers = {"activity": ActivityFacts(count=2), "organisation": OrganisationFacts(is_public=True)}
    others = {"activity": ActivityFacts(name="x", count=2), "organisation": OrganisationFacts(is_public=True)}
    together = RuleSet([criterion], made=lambda judgement: judgement)
    assert together.judge(layers)[0] is together.judge(others)[0]


def test_a_criterion_without_met_is_left_to_people(tmp_path):
    text = "examples: [{name: nobody answered, expect: gap}]"
    (rule,) = rules_in(tmp_path, text)
    assert (rule.is_attested, rule_faults([rule], KNOWN)) == (True, ())


def test_a_sound_rule_has_no_faults(tmp_path):
    assert rule_faults(rules_in(tmp_path, CRITERION), KNOWN) == ()


def test_an_unknown_name_is_a_fault_on_its_line(tmp_path):
    rules = rules_in(tmp_path, CRITERION.replace("activity.count > 1", "activity.cuont > 1"))
    sentence = "rule-1: met: There is no fact “activity.cuont” here. Did you mean “activity.count”?"
    assert only_fault(rules) == (13, sentence)


def test_an_example_that_fails_is_a_fault_on_its_line(tmp_path):
    rules = rules_in(tmp_path, CRITERION.replace("activity.count: 2}", "activity.count: 1}"))
    sentence = "rule-1: example “enough”: expected met, found gap (not known: activity.told)."
    assert only_fault(rules) == (16, sentence)


def test_an_example_with_another_type_is_a_fault(tmp_path):
    rules = rules_in(tmp_path, CRITERION.replace("activity.count: 2}", "activity.count: true}"))
    assert only_fault(rules) == (16, "rule-1: example “enough”: “activity.count” must be a number.")


def test_a_text_that_names_no_fact_is_a_fault(tmp_path):
    text = CRITERION + "repair: {nl: 'Vul {activity.nmae} in.', en: Fill it in.}\n"
    sentence = "rule-1: “{activity.nmae}” names no fact that this rule sees. Correct the name."
    assert only_fault(rules_in(tmp_path, text)) == (20, sentence)


def test_a_name_used_by_two_rules_is_a_fault(tmp_path):
    first, second = CRITERION + "aliases: [R01]\n", CRITERION + "aliases: [R01]\n"
    sentence = "rule-2: “R01” is a name of the rule rule-1 too. Keep one."
    assert only_fault(rules_in(tmp_path, first, second)) == (39, sentence)


TOLD = """\
contradicts: 'activity.told'
examples:
  - {name: told, facts: {activity.told: true}, expect: contradicts}
  - {name: not told, facts: {activity.told: false}, expect: consistent}
  - {name: not known, facts: {}, expect: gap}
"""


def test_a_contradiction_needs_two_statements_and_a_weight(tmp_path):
    found = [fault.sentence for fault in rule_faults(rules_in(tmp_path, TOLD, kind="contradiction"), KNOWN)]
    assert found == [
        "rule-1: A contradiction needs “severity”: error or warning.",
        "rule-1: A contradiction puts two statements side by side; write two.",
    ]


def test_one_bad_rule_stops_no_other(tmp_path):
    bad = CRITERION.replace("activity.count > 1", "activity.count")
    ready, faults = ready_rules(rules_in(tmp_path, bad, CRITERION), KNOWN)
    assert ([each.rule.id for each in ready], len(faults)) == (["rule-2"], 1)


def test_a_rule_that_divides_by_zero_says_so_and_is_not_met(tmp_path):
    (ready,), _ = ready_rules(rules_in(tmp_path, CRITERION.replace("count > 1", "count / 0 > 1")), KNOWN)
    found = ready.judge_facts({"organisation.is_public": True, "activity.count": 1})
    assert (found.verdict, found.fault) == (
        Verdict.GAP,
        "The expression fails: divide by zero. Mend it, so that it is true or false for every record.",
    )
