"""From which moment a term counts is said where the record says it, and nowhere else."""

import pytest

from gemeentedossier.catalogue.queries import current_catalogue
from gemeentedossier.dossier.register.facts import RetentionPeriod
from gemeentedossier.foundation.identifiers import new_id
from gemeentedossier.portal.presenters.where import start_of


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("1 jaar", []),
        ("Eén jaar.", []),
        ("12 maanden", []),
        ("", []),
        ("1 jaar na afhandeling", ["1 jaar na afhandeling"]),
        ("na vertrek", ["na vertrek"]),
    ],
)
def test_a_text_that_only_repeats_the_term_is_no_start(text: str, counted: list[str]) -> None:
    period = RetentionPeriod(id=new_id(), period="P1Y", text=text)
    assert [item.text for item in start_of(period, None).items] == counted


def test_a_known_start_is_told() -> None:
    rule = next(iter(current_catalogue().retention_rules.values()))
    period = RetentionPeriod(id=new_id(), rule_id=rule.id)
    assert [item.text for item in start_of(period, rule).items] == [rule.trigger_words.in_language("nl")]
