"""Our own clauses: complete, used, sourced and readable."""

import dataclasses
import statistics
from collections.abc import Iterator, Mapping
from pathlib import Path
from uuid import UUID

import pytest

from gemeentedossier.assessment.engine.assess import assess
from gemeentedossier.catalogue.facts import Status
from gemeentedossier.documents.engine.composition import Material, compose
from gemeentedossier.documents.engine.composition.clauses import (
    Clause,
    FaultyClause,
    Library,
    load_library,
    read_clauses,
)
from gemeentedossier.documents.engine.composition.sheet import compose_sheet
from gemeentedossier.documents.enums import DocumentKind
from gemeentedossier.dossier.register.enums import Article6, PartyRole
from gemeentedossier.dossier.register.facts import (
    Accountability,
    Activity,
    Characteristics,
    LegalBasis,
    PartyRelation,
    Purpose,
    RetentionPeriod,
)
from gemeentedossier.dossier.snapshot.facts import Dossier
from gemeentedossier.organisation.facts import Organisation
from tests.unit.documents.agreed_municipality import every_text
from tests.unit.documents.assessed_municipality import ASSESSED, CALM, every_report
from tests.unit.documents.breached_municipality import BREACHED, every_breach_paper
from tests.unit.documents.composed_municipality import BARE, DOSSIER, EMPTY, PAYROLL, SUPPORT, YOUTH, catalogue, library
from tests.unit.documents.readability import flesch_douma, syllables
from tests.unit.documents.requested_municipality import every_letter
from tests.unit.documents.secured_municipality import NO_MEANS, SECURED, every_sheet
from tests.unit.dossier.breaches.recorded import a_breach
from tests.unit.method.officers import every_officer_paper
from tests.unit.method.plans import every_plan

OLDER, UNVERIFIED = (
    next(each.id for each in catalogue().legal_bases.values() if each.status is status)
    for status in (Status.VERIFIED_OLDER_TEXT, Status.UNVERIFIED)
)
RARE = dataclasses.replace(
    YOUTH,
    purposes=(
        Purpose(
            YOUTH.purposes[0].id,
            1,
            "zelden",
            (
                LegalBasis(UUID(int=1), Article6.CONTRACT, OLDER),
                LegalBasis(UUID(int=2), Article6.VITAL_INTERESTS, UNVERIFIED),
                LegalBasis(UUID(int=3), Article6.LEGITIMATE_INTERESTS),
            ),
        ),
    ),
    retention=(RetentionPeriod(UUID(int=4)),),
    parties=(PartyRelation(UUID(int=5), UUID(int=6), "Bureau", role=PartyRole.PROCESSOR, agreement_declared=False),),
    characteristics=Characteristics(information_waived=True, automated_decision=True, algorithm=True),
    account=Accountability(
        information_waiver_reason="geheim", automated_decision_ground="wet", algorithm_register="nummer 12"
    ),
)


class Asked(Mapping[str, Clause]):
    """Remembers which clauses were asked for."""

    def __init__(self) -> None:
        self.ids: set[str] = set()

    def __getitem__(self, key: str) -> Clause:
        self.ids.add(key)
        return library().clauses[key]

    def __iter__(self) -> Iterator[str]:
        return iter(library().clauses)

    def __len__(self) -> int:
        return len(library().clauses)


def of(*activities: Activity) -> Dossier:
    return dataclasses.replace(DOSSIER, activities=activities)


def variants() -> Iterator[Dossier]:
    organisation = dataclasses.replace(
        DOSSIER.organisation, data_protection_officer_designated=False, controllers=(), acts_as_processor=False,
        data_protection_officer_contact="fg@veldwijk.example", complaint_page="https://www.veldwijk.example/klacht",
    )  # fmt: skip
    yield DOSSIER
    yield EMPTY
    yield dataclasses.replace(DOSSIER, organisation=organisation, activities=(SUPPORT,))
    yield of(BARE)
    yield of(PAYROLL, dataclasses.replace(PAYROLL, id=BARE.id, parties=()))
    yield dataclasses.replace(DOSSIER, organisation=Organisation(BARE.id, "kaal", "Kaal"), activities=(RARE,))
    yield of(dataclasses.replace(BARE, characteristics=Characteristics(information_given=True)))
    yield SECURED
    yield NO_MEANS
    yield ASSESSED
    yield CALM
    yield BREACHED
    yield dataclasses.replace(SECURED, breaches=(a_breach(),))


def asked() -> set[str]:
    clauses = Asked()
    for dossier in variants():
        for kind in DocumentKind:
            found = assess(dossier, catalogue())
            compose(kind, Material(dossier=dossier, catalogue=catalogue(), library=Library(clauses), assessment=found))
            compose(kind, Material(dossier=dossier, catalogue=catalogue(), library=Library(clauses)))
    for every in (
        every_text,
        every_sheet,
        every_report,
        every_letter,
        every_breach_paper,
        every_plan,
        every_officer_paper,
    ):
        for _ in every(Library(clauses)):
            pass
    nothing = dataclasses.replace(assess(SECURED, catalogue()), cases=())
    material = Material(dossier=SECURED, catalogue=catalogue(), library=Library(clauses), assessment=nothing)
    compose_sheet(material, SUPPORT, SUPPORT.purposes[0])
    return clauses.ids


IN_NO_EXAMPLE = {"f.no-repair", "provision.not-in-force"}
"""Every rule of the shipped catalogue names a repair, and no provision in it has expired."""


def test_every_sentence_of_the_library_is_used() -> None:
    sentences = {each.id for each in library().clauses.values() if not each.is_word}

    assert sentences - asked() == IN_NO_EXAMPLE


def test_every_criterion_that_a_clause_explains_stands_in_the_catalogue() -> None:
    named = {rule for clause in library().clauses.values() for rule in clause.criteria}

    assert named - set(catalogue().rules) == set()


def test_every_law_that_a_clause_explains_stands_in_the_catalogue() -> None:
    named = {place.law for clause in library().clauses.values() for place in clause.law}

    assert named - {statute.abbreviation for statute in catalogue().statutes.values()} == set()


def test_every_clause_of_several_sentences_says_when_it_applies_or_applies_always() -> None:
    assert [each.id for each in library().clauses.values() if not each.applies.strip()] == []


def test_the_clauses_read_easily() -> None:
    scores = {
        clause.id: flesch_douma(" ".join(template.text.replace("{", "").replace("}", "") for template in clause.nl))
        for clause in library().clauses.values()
        if not clause.is_word
    }

    assert statistics.median(scores.values()) >= 60
    assert sum(score < 45 for score in scores.values()) < len(scores) / 6


@pytest.mark.parametrize(("word", "count"), [("wet", 1), ("gemeente", 3), ("verwerking", 3), ("AVG", 1), ("m’n", 2)])
def test_syllables_are_counted_by_the_places_where_a_word_breaks(word: str, count: int) -> None:
    assert syllables(word) == count


def test_short_words_in_short_sentences_score_higher() -> None:
    assert round(flesch_douma("Wij vragen niet meer dan nodig is."), 1) == 101.3
    assert flesch_douma("De verwerkingsverantwoordelijke publiceert de gegevensbeschermingseffectbeoordeling.") < 0


def test_a_text_without_words_has_no_score() -> None:
    with pytest.raises(ValueError, match="without words"):
        flesch_douma("1, 2, 3.")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: {nl: Een {x}., en: One.}", "nl and en differ"),
        ("a: {nl: Een.}", "there is no text"),
        ("a: {nl: Een., en: One., vorm: B1}", "“vorm” is no part of a clause"),
        ("a: Een.", "write it as a mapping"),
        ("- a", "mapping of ids"),
        ("a: {nl: Een., en: One., law: [AVG]}", "names no article"),
    ],
)
def test_a_faulty_clause_is_told_with_its_place(text: str, expected: str) -> None:
    quoted = text.replace("Een {x}.", "'Een {x}.'")

    with pytest.raises(FaultyClause, match=expected):
        list(read_clauses(quoted, name="own.yaml"))


def test_two_clauses_of_one_name_are_refused(tmp_path: Path) -> None:
    for name in ("a.yaml", "b.yaml"):
        (tmp_path / name).write_text("x: {nl: Een., en: One.}", encoding="utf-8")

    with pytest.raises(FaultyClause, match="stands there twice"):
        load_library(tmp_path)
