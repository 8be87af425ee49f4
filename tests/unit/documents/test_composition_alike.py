"""What several activities say alike is said once, and rests on all of them."""

import dataclasses

from gemeentedossier.documents.engine.blocks import Sentence
from gemeentedossier.documents.engine.placing import sentences_of
from gemeentedossier.documents.engine.provenance import RecordOrigin
from gemeentedossier.documents.engine.sources import Source, fields_of
from gemeentedossier.documents.engine.wording import DUTCH
from gemeentedossier.documents.enums import DocumentKind
from gemeentedossier.dossier.register.enums import ActivityRole
from gemeentedossier.dossier.register.facts import Activity
from gemeentedossier.dossier.snapshot.facts import Dossier
from tests.unit.documents.composed_municipality import DOSSIER, SUPPORT, YOUTH, composed

SAME = "Wij leggen uit wat wij doen"


def dossier(*activities: Activity) -> Dossier:
    return dataclasses.replace(DOSSIER, activities=activities)


def saying(activity: Activity, words: str) -> Activity:
    return dataclasses.replace(activity, account=dataclasses.replace(activity.account, fairness=words))


def said(words: str, *activities: Activity) -> list[Sentence]:
    document = composed(DocumentKind.PART_A, dossier(*activities))
    return [sentence for _, sentence in sentences_of(document) if words in sentence.text]


def test_equal_words_of_two_activities_are_one_sentence() -> None:
    names = sorted((SUPPORT.name, YOUTH.name), key=str.casefold)
    found = said(SAME, saying(SUPPORT, SAME), saying(YOUTH, SAME))
    assert [each.text for each in found] == [f"{names[0][:1].upper()}{names[0][1:]} en {names[1]}: “{SAME}”."]


def test_that_sentence_rests_on_both_records() -> None:
    (sentence,) = said(SAME, saying(SUPPORT, SAME), saying(YOUTH, SAME))
    records = {
        origin.record_id
        for origin in sentence.provenance.origins
        if isinstance(origin, RecordOrigin) and origin.field == "account.fairness"
    }
    assert records == {str(SUPPORT.id), str(YOUTH.id)}


def test_other_words_are_another_sentence() -> None:
    found = said(SAME, saying(SUPPORT, SAME), saying(YOUTH, f"{SAME} niet"))
    assert len(found) == 2


def test_what_is_done_for_another_is_said_to_stand_elsewhere() -> None:
    other = dataclasses.replace(YOUTH, role=ActivityRole.PROCESSOR)
    assert [each.text for each in said("Niet meegeteld", SUPPORT, other)] == [
        "Niet meegeteld is wat de gemeente als verwerker voor een ander doet (één verwerking);"
        " dat staat in het register van verwerkingsactiviteiten."
    ]
    assert said("Niet meegeteld", SUPPORT) == []


def test_a_field_is_named_once_among_the_sources() -> None:
    origin = RecordOrigin(record_kind="processing_activity", record_id="1", version=1, field="a", field_label="Doel")
    source = Source(1, origin, {"purposes.1": "Doel", "purposes.2": "Doel", "name": "Naam"})
    assert fields_of(source, wording=DUTCH) == "gebruikte velden: Doel, Naam"
