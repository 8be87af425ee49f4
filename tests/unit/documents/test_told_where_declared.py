"""Each rule is told in the sections of the documents that it declares, with what it found in the example."""

from dataclasses import replace

import pytest

from gemeentedossier.assessment.engine.assess import assess
from gemeentedossier.assessment.enums import Outcome
from gemeentedossier.documents.engine.blocks import Document, sections_of
from gemeentedossier.documents.engine.composition import Material, compose
from gemeentedossier.documents.engine.places import document_places
from gemeentedossier.documents.engine.placing import sentences_in
from gemeentedossier.documents.engine.provenance import CriterionOrigin
from gemeentedossier.documents.enums import DocumentKind
from gemeentedossier.exchange.example.dossier import example_dossier
from tests.unit.documents.composed_municipality import MOMENT, catalogue, library

LIVE = [rule for rule in catalogue().rules.values() if rule.awaits is None]
EXAMPLE = replace(example_dossier(catalogue()), moment=MOMENT)
FOUND = assess(EXAMPLE, catalogue())


@pytest.fixture(scope="module")
def account() -> Document:
    return composed(DocumentKind.ACCOUNTABILITY)


@pytest.fixture(scope="module")
def part_a() -> Document:
    return composed(DocumentKind.PART_A)


@pytest.fixture(scope="module")
def part_c() -> Document:
    return composed(DocumentKind.PART_C)


def composed(kind: DocumentKind) -> Document:
    return compose(kind, Material(dossier=EXAMPLE, catalogue=catalogue(), library=library(), assessment=FOUND))


def told_below(document: Document, anchor: str) -> set[str]:
    """The rules on which some sentence of this section, or of a section in it, rests."""
    chapters = tuple(section for _, section in sections_of(document.sections) if section.anchor == anchor)
    return {
        origin.rule
        for _, section in sections_of(chapters)
        for sentence in sentences_in(section)
        for origin in sentence.provenance.origins
        if isinstance(origin, CriterionOrigin)
    }


@pytest.mark.parametrize("part", ["A", "B", "C", "D"])
def test_the_account_of_a_part_tells_each_of_its_rules(account: Document, part: str) -> None:
    declared = {rule.id for rule in LIVE if rule.part.value == part}
    assert declared - told_below(account, f"part-{part.lower()}") == set()


def test_annex_1_of_part_a_tells_each_criterion_that_declares_it(part_a: Document) -> None:
    declared = {rule.id for rule in LIVE if "Part A, annex 1" in [place.en for place in document_places(rule)]}
    assert declared - told_below(part_a, "criteria") == set()


def test_annex_1_of_part_c_tells_each_criterion_that_declares_it(part_c: Document) -> None:
    declared = {rule.id for rule in LIVE if "Part C, annex 1" in [place.en for place in document_places(rule)]}
    assert len(declared) > 15
    assert declared - told_below(part_c, "criteria") == set()


def test_annex_2_of_part_c_tells_each_contradiction_of_the_example(part_c: Document) -> None:
    declared = {rule.id for rule in LIVE if "Part C, annex 2" in [place.en for place in document_places(rule)]}
    shown = {f.rule_id for f in FOUND.findings() if f.outcome is Outcome.CONTRADICTS}
    assert len(declared & shown) == 10
    assert (declared & shown) - told_below(part_c, "contradictions") == set()


def test_each_contradiction_of_the_example_stands_among_the_contradictions_of_its_part(account: Document) -> None:
    shown = {f.rule_id for f in FOUND.findings() if f.outcome is Outcome.CONTRADICTS}
    told = {rule for part in "abcd" for rule in told_below(account, f"part-{part}-contradictions")}
    assert shown - told == set()
