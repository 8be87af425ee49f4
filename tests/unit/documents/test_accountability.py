"""The account of every criterion: nothing that is judged is left out, and what is not judged is named."""

import pytest

from gemeentedossier.catalogue.facts.rules import Rule
from gemeentedossier.documents.engine.blocks import sections_of
from gemeentedossier.documents.engine.places import document_places
from gemeentedossier.documents.engine.placing import sentences_of
from gemeentedossier.documents.engine.provenance import CriterionOrigin
from gemeentedossier.documents.enums import DocumentKind
from tests.unit.documents.composed_municipality import catalogue, composed
from tests.unit.documents.secured_municipality import SECURED

ACCOUNT = composed(DocumentKind.ACCOUNTABILITY)
PARTS = {"Part A": composed(DocumentKind.PART_A, SECURED), "Part B": composed(DocumentKind.PART_B, SECURED)}


def told_in(document) -> set[str]:
    return {
        origin.rule
        for _, sentence in sentences_of(document)
        for origin in sentence.provenance.origins
        if isinstance(origin, CriterionOrigin)
    }


def rules() -> list[Rule]:
    return list(catalogue().rules.values())


def test_every_rule_stands_in_the_account() -> None:
    assert {rule.id for rule in rules()} - told_in(ACCOUNT) == set()


@pytest.mark.parametrize("part", PARTS)
def test_a_criterion_says_that_it_stands_in_the_annex_that_tells_it(part: str) -> None:
    places = {rule.id: [place.en for place in document_places(rule)] for rule in rules() if rule.awaits is None}

    assert {rule for rule, named in places.items() if f"{part}, annex 1" in named} - told_in(PARTS[part]) == set()
    assert {named[0].partition(",")[0] for named in places.values()} == {"Account of every criterion"}


def test_the_account_has_a_chapter_per_part_and_names_what_waits_and_what_is_silent() -> None:
    assert [each.anchor for each in ACCOUNT.sections] == [
        "about", "part-a", "part-b", "part-c", "part-d", "readings", "matters", "awaiting", "silent",
    ]  # fmt: skip


def test_no_anchor_stands_twice() -> None:
    anchors = [section.anchor for _, section in sections_of(ACCOUNT.sections)]
    assert sorted(anchors) == sorted(set(anchors))
