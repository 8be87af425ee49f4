"""Red is for a breach of law: who asks it decides, and how certain a contradiction is comes second."""

from dataclasses import replace

import pytest

from gemeentedossier.catalogue.facts.rules import Rule, RuleNature, Severity
from gemeentedossier.catalogue.queries import current_catalogue
from gemeentedossier.desk.presenters.activity.margin import breaks_law

LAW, GUIDANCE, GOOD = RuleNature.LAW, RuleNature.GUIDANCE, RuleNature.GOOD_PRACTICE


def a_rule(nature: RuleNature, severity: Severity | None) -> Rule:
    return replace(current_catalogue().rules["automated-decision-without-algorithm"], nature=nature, severity=severity)


@pytest.mark.parametrize(
    ("nature", "severity", "unlawful"),
    [
        (LAW, None, True),
        (LAW, Severity.ERROR, True),
        (LAW, Severity.WARNING, False),
        (GUIDANCE, None, False),
        (GUIDANCE, Severity.ERROR, False),
        (GUIDANCE, Severity.WARNING, False),
        (GOOD, None, False),
        (GOOD, Severity.ERROR, False),
        (GOOD, Severity.WARNING, False),
    ],
)
def test_only_what_the_law_itself_asks_is_unlawful_to_miss(
    nature: RuleNature,
    severity: Severity | None,
    unlawful: bool,
) -> None:
    assert breaks_law(a_rule(nature, severity)) is unlawful
