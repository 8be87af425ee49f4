"""Left-overs in agreements, systems, measures and levels: found in every text, and told as a finding."""

from dataclasses import replace

import pytest

from gemeentedossier.assessment.engine.assess import assess
from gemeentedossier.assessment.engine.subjects.law import Law
from gemeentedossier.assessment.engine.subjects.left_over import (
    left_over_in,
    texts_of_agreement,
    texts_of_classification,
    texts_of_measure,
    texts_of_system,
)
from gemeentedossier.assessment.enums import Outcome
from gemeentedossier.catalogue.queries import current_catalogue
from gemeentedossier.dossier.agreements.enums import AgreementKind, Duty, Point
from gemeentedossier.dossier.agreements.facts import (
    AgreedPoint,
    Agreement,
    AgreementParty,
    Deviation,
    DividedDuty,
    Instruction,
    SubProcessor,
)
from gemeentedossier.dossier.assets.facts import Measure, System
from gemeentedossier.dossier.register.facts import Activity
from gemeentedossier.dossier.security.facts import Classification
from gemeentedossier.dossier.snapshot.facts import Dossier
from tests.unit.assessment.dossiers import DAY, dossier_with, some_id

LAW = Law(current_catalogue(), DAY)
BLANK = "nader invullen"
WMO = Activity(some_id(10), "Wmo")
PLACES = {
    "unfinished-agreement": ("kenmerk",),
    "unfinished-covenant": ("kenmerk",),
    "unfinished-classification": ("reden integriteit",),
    "unfinished-measure": ("wat is gezien",),
    "unfinished-system": ("plaats van de gegevens",),
}


def recorded(text: str) -> Dossier:
    return replace(
        dossier_with(WMO),
        agreements=(
            Agreement(some_id(1), "Zorg", AgreementKind.PROCESSOR, reference=text),
            Agreement(some_id(2), "Buurt", AgreementKind.COVENANT, reference=text),
        ),
        classifications=(Classification(some_id(3), WMO.id, integrity=2, integrity_reason=text),),
        measures=(Measure(some_id(4), "Logboek", result=text),),
        systems=(System(some_id(5), "Zorgsysteem", location=text),),
    )


def told(text: str) -> set[str]:
    found = assess(recorded(text), current_catalogue())
    return {each.rule_id for each in found.findings() if each.rule_id in PLACES and each.outcome is Outcome.CONTRADICTS}


@pytest.mark.parametrize(("text", "rules"), [(BLANK, set(PLACES)), ("Team Zorg, kamer 3", set()), ("", set())])
def test_a_blank_is_told_in_every_sort_of_record(text: str, rules: set[str]) -> None:
    assert told(text) == rules


def test_places_and_words_are_named_once_in_both_languages() -> None:
    levels = Classification(some_id(1), WMO.id, availability_reason="xxx", integrity_reason="XXX, [naam leverancier]")
    found = left_over_in(texts_of_classification(levels), LAW.lint)
    assert (found.unfinished_count, found.unfinished_places) == (2, ("reden beschikbaarheid", "reden integriteit"))
    assert found.unfinished_places_en == ("reason for availability", "reason for integrity")
    assert found.unfinished_words == ("xxx", "[naam leverancier]")


def test_every_part_of_an_agreement_is_read() -> None:
    texts = texts_of_agreement(
        Agreement(
            some_id(1),
            "Zorg",
            essence="kern",
            points=(AgreedPoint(some_id(2), Point.SECRECY, True, "woorden", "artikel 5"),),
            sub_processors=(SubProcessor(some_id(3), some_id(4), service="opslag", seen_in="contract"),),
            duties=(DividedDuty(some_id(5), next(iter(Duty)), text="de gemeente"),),
            deviations=(Deviation(some_id(6), some_id(4), "3", "gedeeld", "eigen", "klein"),),
            instructions=(Instruction(some_id(7), DAY, "niet kopiëren", some_id(8)),),
            parties=(AgreementParty(some_id(9), some_id(4), attestation="wij doen mee"),),
        )
    )
    assert [text for _, text in texts] == [
        *("Zorg", "kern", "woorden", "artikel 5", "opslag", "contract"),
        *("de gemeente", "eigen", "klein", "niet kopiëren", "wij doen mee"),
    ]


def test_every_text_of_a_system_and_a_measure_is_read() -> None:
    system = System(some_id(1), "a", description="b", location="c", legacy_reason="d", fallback="e")
    measure = Measure(some_id(1), "a", description="b", control="c", indicator="d", result="e")
    for texts in (texts_of_system(system), texts_of_measure(measure)):
        assert "".join(text for _, text in texts) == "abcde"
