"""No sentence without source, and no source that does not exist."""

import re
from collections.abc import Iterator
from functools import cache

import pytest

from gemeentedossier.documents.engine.blocks import Document
from gemeentedossier.documents.engine.composition.origins import Origins
from gemeentedossier.documents.engine.placing import sentences_of
from gemeentedossier.documents.engine.provenance import (
    ClauseOrigin,
    CriterionOrigin,
    LawOrigin,
    Origin,
    RecordOrigin,
)
from gemeentedossier.documents.enums import DocumentKind
from gemeentedossier.dossier.register.facts import Activity
from tests.unit.documents.assessed_municipality import ASSESSED, every_report
from tests.unit.documents.breached_municipality import BREACHED, every_breach_paper
from tests.unit.documents.composed_municipality import DOSSIER, EMPTY, catalogue, composed, library
from tests.unit.documents.secured_municipality import SECURED

RECORDS = {
    "system": {str(each.id) for each in SECURED.systems},
    "measure": {str(each.id) for each in SECURED.measures},
    "evidence": {str(each.id) for each in SECURED.evidence},
    "policy_clause": {str(each.id) for each in SECURED.policy_clauses},
    "security_classification": {str(each.id) for each in SECURED.classifications},
    "system_level": {str(each.id) for each in SECURED.system_levels},
    "access_rule": {str(each.id) for each in SECURED.access_rules},
    "log_review_plan": {str(each.id) for each in SECURED.log_review_plans},
    "log_review": {str(review.id) for each in SECURED.log_review_plans for review in each.reviews},
    "continuity": {str(each.id) for each in SECURED.continuities},
    "party": {str(each.id) for each in SECURED.parties},
    "agreement": {str(each.id) for each in SECURED.agreements},
    "tool": {str(each.id) for each in SECURED.tools},
    "leaflet": {str(each.id) for each in SECURED.leaflets},
    "risk_appetite": {str(each.id) for each in SECURED.appetites},
    "security_risk": {str(each.id) for each in SECURED.security_risks},
    "control_exclusion": {str(each.id) for each in SECURED.exclusions},
    "impact_assessment": {str(each.id) for each in ASSESSED.impact_assessments},
    "prescan": {str(each.id) for each in ASSESSED.prescans},
    "breach": {str(each.id) for each in BREACHED.breaches},
    "interpretation": {str(each.id) for each in DOSSIER.interpretations},
    "matter": {str(each.id) for each in DOSSIER.matters},
    "position": {str(position.id) for each in DOSSIER.matters for position in each.positions},
}
WHOLE = {"activities", "breaches", "report_links", "systems", "measures", "policy_clauses"}
ACTIVITIES = {str(each.id): each for each in ASSESSED.activities}


@cache
def documents() -> tuple[Document, ...]:
    """Each document and each paper, composed once for all of these tests."""
    return tuple(_composed())


def _composed() -> Iterator[Document]:
    for kind in DocumentKind:
        for language in ("nl", "en"):
            yield composed(kind, language=language)
            yield composed(kind, EMPTY, language=language)
            yield composed(kind, SECURED, language=language)
    for language in ("nl", "en"):
        yield composed(DocumentKind.PART_C, ASSESSED, language=language)
        yield composed(DocumentKind.PART_D, BREACHED, language=language)
    yield from every_report()
    yield from every_breach_paper()


def origins(*kinds: type[Origin]) -> set[Origin]:
    return {
        origin
        for document in documents()
        for _, sentence in sentences_of(document)
        for origin in sentence.provenance.origins
        if isinstance(origin, kinds)
    }


def parts_of(activity: Activity, kind: str) -> dict[str, object]:
    if kind == "legal_bases":
        return {str(basis.id): basis for purpose in activity.purposes for basis in purpose.legal_bases}
    return {str(row.id): row for row in getattr(activity, kind)}


def field_exists(origin: RecordOrigin) -> bool:
    first, *rest = origin.field.split(".")
    if origin.record_kind == "organisation":
        bodies = {str(each.id): each for each in DOSSIER.organisation.controllers}
        return hasattr(bodies[rest[0]], rest[1]) if rest else first in WHOLE or hasattr(DOSSIER.organisation, first)
    if origin.record_kind != "activity":
        return origin.record_id in RECORDS[origin.record_kind]
    activity = ACTIVITIES[origin.record_id]
    if first in ("account", "characteristics"):
        return not rest or hasattr(getattr(activity, first), rest[0])
    return hasattr(parts_of(activity, first)[rest[0]], rest[1]) if rest else hasattr(activity, first)


def test_every_record_that_a_sentence_rests_on_stands_in_the_snapshot() -> None:
    found = [origin for origin in origins(RecordOrigin) if isinstance(origin, RecordOrigin)]

    assert len(found) > 400
    assert [origin for origin in found if not field_exists(origin)] == []


def test_a_record_is_named_in_the_version_that_was_read() -> None:
    found = [origin for origin in origins(RecordOrigin) if isinstance(origin, RecordOrigin)]
    versions = {origin.label: origin.version for origin in found if origin.record_kind == "activity"}

    assert versions["Maatwerkvoorzieningen Wmo"] == 2
    assert versions["Bijstandsuitkeringen (concept)"] == 2
    assert versions["Schuldhulpverlening (concept)"] == 1
    assert {each.version for each in found if each.record_kind == "security_classification"} == {1, 2}


def test_every_criterion_that_a_sentence_rests_on_stands_in_the_catalogue() -> None:
    found = origins(CriterionOrigin)

    assert len(found) > 100
    assert {(o.rule in catalogue().rules, o.catalogue_version) for o in found if isinstance(o, CriterionOrigin)} == {
        (True, catalogue().packs[0].version)
    }


def test_every_clause_that_a_sentence_rests_on_stands_in_the_library() -> None:
    wrong = [
        origin
        for origin in origins(ClauseOrigin)
        if isinstance(origin, ClauseOrigin) and library().clause(origin.clause).version != origin.version
    ]

    assert wrong == []


def test_every_law_that_a_sentence_rests_on_is_a_statute_of_the_catalogue() -> None:
    known = {statute.abbreviation for statute in catalogue().statutes.values()} | {"GDPR"}
    # Rules may name a statute by another abbreviation than the catalogue does; such an origin has no address.
    unknown = {o.law for o in origins(LawOrigin) if isinstance(o, LawOrigin) and o.law not in known}

    assert unknown == set()


@pytest.mark.parametrize("kind", DocumentKind)
def test_a_chapter_without_facts_still_names_its_criterion_or_law(kind: DocumentKind) -> None:
    bare = [
        sentence.text
        for _, sentence in sentences_of(composed(kind))
        if not sentence.text.strip() or not sentence.provenance.origins
    ]

    assert bare == []


def test_every_provision_of_the_catalogue_can_be_cited_in_both_languages() -> None:
    organisation = DOSSIER.organisation
    for language in ("nl", "en"):
        origins = Origins(organisation=organisation, catalogue=catalogue(), library=library(), language=language)
        cited = [origins.provision(each) for each in catalogue().legal_bases.values()]
        assert {each.law for each in cited if not each.article} == {"Wams"}


def test_no_sentence_of_a_document_ends_twice() -> None:
    told = [each.text for document in documents() for _, each in sentences_of(document)]
    assert [each for each in told if re.search(r"[^.]\.[”’]?\.$", each)] == []
