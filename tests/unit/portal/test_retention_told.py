"""From which moment a term counts is said where the record says it, and nowhere else."""

import pytest

from gemeentedossier.catalogue.facts import RetentionForm
from gemeentedossier.catalogue.queries import current_catalogue
from gemeentedossier.dossier.register.facts import Activity, RetentionPeriod
from gemeentedossier.foundation.identifiers import new_id
from gemeentedossier.portal.presenters.where import start_of, terms
from gemeentedossier.portal.presenters.words import trigger


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


def test_a_known_start_is_told_in_plain_words_with_those_of_the_source_folded() -> None:
    rule = current_catalogue().retention_rules["statute-wmo-municipality-and-providers"]
    told = start_of(RetentionPeriod(id=new_id(), rule_id=rule.id), rule)
    assert [(item.text, item.note) for item in told.items] == [
        ("vanaf de laatste wijziging van de gegevens", "vastlegging laatste wijziging persoonsgegevens")
    ]
    assert told.explained


def test_every_term_of_the_catalogue_has_a_plain_start_or_never_ends() -> None:
    rules = current_catalogue().retention_rules.values()
    told = {rule.form for rule in rules if not trigger(rule.trigger)}
    assert told == {RetentionForm.PERMANENT}


def test_several_terms_each_say_for_which_data() -> None:
    long = RetentionPeriod(id=new_id(), period="P15Y", applies_to="Dossier")
    short = RetentionPeriod(id=new_id(), period="P1Y")
    told = terms(Activity(id=new_id(), name="Hulp", retention=(long, short)), current_catalogue())
    assert [(item.text, item.note) for item in told] == [
        ("15 jaar", "Dossier"),
        ("1 jaar", "Voor welke gegevens is niet vastgelegd"),
    ]


def test_one_term_stands_alone() -> None:
    period = RetentionPeriod(id=new_id(), period="P15Y", applies_to="Dossier")
    told = terms(Activity(id=new_id(), name="Hulp", retention=(period,)), current_catalogue())
    assert [(item.text, item.note) for item in told] == [("15 jaar", "")]
