"""Beside which part of the desk a rule stands: where it is mended, and by no default."""

from dataclasses import replace

import pytest

from gemeentedossier.catalogue.facts.rules import Rule, SubjectKind
from gemeentedossier.catalogue.facts.sources import Text
from gemeentedossier.catalogue.queries import latest_catalogue
from gemeentedossier.desk.presenters.activity.sections import section_of
from gemeentedossier.desk.presenters.places import screen_places

RULES = latest_catalogue().rules


@pytest.mark.parametrize(
    ("rule", "place"),
    [
        ("purpose-vague", Text("Verwerking: Doelen en grondslagen", "Processing activity: Purposes and legal bases")),
        ("record-security", Text("Verwerking: Systemen en beveiliging", "Processing activity: Systems and security")),
        ("pre-scan-done", Text("Verwerking: Kenmerken", "Processing activity: Characteristics")),
        ("accuracy-kept", Text("Verwerking: Gegevens en betrokkenen", "Processing activity: Data and people")),
        ("unfinished-classification", Text("Beveiligingsblad", "Security sheet")),
        ("access-outside-task", Text("Beveiligingsblad", "Security sheet")),
        ("unfinished-system", Text("Systeem", "System")),
        ("unfinished-measure", Text("Maatregel", "Measure")),
        ("unfinished-covenant", Text("Overeenkomst", "Agreement")),
    ],
)
def test_a_rule_stands_where_it_is_mended(rule: str, place: Text) -> None:
    assert screen_places(RULES[rule]) == (place,)


def test_a_rule_that_says_not_where_has_no_place_and_its_findings_stand_among_the_characteristics() -> None:
    rule: Rule = replace(RULES["purpose-vague"], subject=SubjectKind.ACTIVITY, repair=None, contradicts="true")
    assert (screen_places(rule), section_of(rule)) == ((), "characteristics")


def test_a_rule_that_awaits_records_has_no_place() -> None:
    assert screen_places(replace(RULES["purpose-vague"], awaits="breach")) == ()
