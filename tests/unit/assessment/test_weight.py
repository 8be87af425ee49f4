"""Who asks it decides how grave a finding is; how certain a contradiction is comes second."""

from dataclasses import replace

from gemeentedossier.assessment.enums import Outcome
from gemeentedossier.assessment.facts import weight_of
from gemeentedossier.catalogue.facts.rules import Rule, RuleNature, Severity
from gemeentedossier.catalogue.queries import current_catalogue

LAW, GUIDANCE, GOOD = RuleNature.LAW, RuleNature.GUIDANCE, RuleNature.GOOD_PRACTICE


def a_rule(nature: RuleNature, severity: Severity | None) -> Rule:
    return replace(current_catalogue().rules["automated-decision-without-algorithm"], nature=nature, severity=severity)


def test_the_order_is_open_then_nature_then_severity() -> None:
    contradicts, missed = Outcome.CONTRADICTS, Outcome.NOT_MET
    found = [
        weight_of(a_rule(LAW, Severity.ERROR), contradicts),
        weight_of(a_rule(LAW, None), missed),
        weight_of(a_rule(LAW, Severity.WARNING), contradicts),
        weight_of(a_rule(GUIDANCE, Severity.ERROR), contradicts),
        weight_of(a_rule(GOOD, Severity.ERROR), contradicts),
        weight_of(a_rule(GOOD, None), missed),
        weight_of(a_rule(LAW, None), Outcome.MET),
    ]
    assert found == sorted(found)
