"""What changed between two editions."""

from dataclasses import replace

from gemeentedossier.catalogue.engine.difference import Change, ChangeKind, FieldChange, differences
from gemeentedossier.catalogue.facts import Catalogue, RetentionBasis, RetentionForm, RetentionRule, RetentionTrigger
from gemeentedossier.catalogue.facts.sources import Source, Status, Text, Validity

RULE = RetentionRule(
    id="file",
    pack="trial",
    status=Status.VERIFIED,
    source=Source(location="Wet"),
    validity=Validity(),
    name=Text("dossier", "File"),
    basis=RetentionBasis.STATUTE,
    form=RetentionForm.DURATION,
    duration="P15Y",
    trigger=RetentionTrigger.CASE_CLOSED,
    trigger_words=Text("afsluiting"),
    holders=("college",),
)


def catalogue(*rules: RetentionRule) -> Catalogue:
    return Catalogue((), {RetentionRule: {rule.id: rule for rule in rules}}, {})


def test_the_same_edition_differs_in_nothing() -> None:
    assert differences(catalogue(RULE), catalogue(replace(RULE, pack="other"))) == ()


def test_a_period_that_changes_shows_both_terms() -> None:
    found = differences(catalogue(RULE), catalogue(replace(RULE, duration="P20Y", holders=("college", "GI"))))
    fields = (FieldChange("duration", "P15Y", "P20Y"), FieldChange("holders.2", "", "GI"))
    assert found == (Change("period", "file", ChangeKind.CHANGED, fields),)


def test_what_came_and_what_went_is_told_without_its_fields() -> None:
    found = differences(catalogue(RULE), catalogue(replace(RULE, id="other")))
    assert found == (
        Change("period", "file", ChangeKind.REMOVED),
        Change("period", "other", ChangeKind.ADDED),
    )
