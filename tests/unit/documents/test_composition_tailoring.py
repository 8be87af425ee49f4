"""A document follows its dossier: one fact changed, exactly the sentences that rest on it change."""

import dataclasses

import pytest

from gemeentedossier.documents.engine.comparison import ChangeKind, SentenceChange, compare
from gemeentedossier.documents.engine.provenance import RecordOrigin
from gemeentedossier.documents.enums import DocumentKind
from gemeentedossier.dossier.register.facts import Activity, RetentionPeriod
from gemeentedossier.dossier.snapshot.facts import Dossier
from tests.unit.documents.composed_municipality import DOSSIER, SUPPORT, YOUTH, composed

PERIOD = f"retention.{SUPPORT.retention[0].id}.period"


def with_activity(changed: Activity) -> Dossier:
    others = [changed if each.id == changed.id else each for each in DOSSIER.activities]
    return dataclasses.replace(DOSSIER, activities=tuple(others))


def kept_for(period: str) -> Dossier:
    kept: RetentionPeriod = dataclasses.replace(SUPPORT.retention[0], period=period)
    return with_activity(dataclasses.replace(SUPPORT, retention=(kept,)))


def changes(kind: DocumentKind, dossier: Dossier, *, language: str = "nl") -> list[SentenceChange]:
    found = compare(composed(kind, language=language), composed(kind, dossier, language=language))
    return [each for each in found if each.kind is not ChangeKind.UNCHANGED]


def rests_on(change: SentenceChange, field: str) -> bool:
    assert change.new is not None
    origins = change.new.sentence.provenance.origins
    return any(isinstance(origin, RecordOrigin) and origin.field == field for origin in origins)


def test_another_retention_period_changes_exactly_the_sentences_of_the_extract_that_rest_on_it() -> None:
    found = changes(DocumentKind.REGISTER_EXTRACT, kept_for("P20Y"))

    assert [(each.kind, rests_on(each, PERIOD)) for each in found] == [(ChangeKind.CHANGED, True)]
    assert [each.new.sentence.text for each in found if each.new] == ["20 jaar"]


def test_another_retention_period_changes_the_policy_where_it_is_told() -> None:
    found = [each for each in changes(DocumentKind.PART_A, kept_for("P20Y")) if each.new and rests_on(each, PERIOD)]

    assert [each.new.sentence.text for each in found if each.new] == [
        "20 jaar",
        "Zo lang worden de gegevens bewaard: 20 jaar.",
    ]


def test_what_else_changes_in_the_policy_are_findings_on_that_period() -> None:
    found = changes(DocumentKind.PART_A, kept_for("P20Y"))
    elsewhere = {
        change.new.section
        for change in found
        if change.new and not change.new.section.startswith(("contradiction", "criteri", "about", "keeping", "domain"))
    }

    assert elsewhere == set()


def test_english_says_the_period_in_english() -> None:
    found = changes(DocumentKind.REGISTER_EXTRACT, kept_for("P1Y6M"), language="en")

    assert [each.new.sentence.text for each in found if each.new] == ["1 year and 6 months"]


def test_a_document_is_the_same_twice() -> None:
    assert composed(DocumentKind.PART_A) == composed(DocumentKind.PART_A)


@pytest.mark.parametrize("kind", DocumentKind)
def test_the_order_of_the_activities_does_not_matter(kind: DocumentKind) -> None:
    turned = dataclasses.replace(DOSSIER, activities=DOSSIER.activities[::-1])
    found = [each for each in changes(kind, turned) if each.kind is not ChangeKind.CHANGED]

    assert found == []


def test_a_renamed_activity_keeps_the_ids_of_its_sentences() -> None:
    renamed = with_activity(dataclasses.replace(YOUTH, name="Toegang jeugd"))
    found = changes(DocumentKind.REGISTER_EXTRACT, renamed)

    assert {each.kind for each in found} == {ChangeKind.CHANGED}
