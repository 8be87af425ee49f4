"""Letters about a request say what the law asks, in plain words, and hold a name only while they are made."""

import dataclasses
import statistics

import pytest

from gemeentedossier.documents.engine.blocks import Document, sections_of, texts_of
from gemeentedossier.documents.engine.placing import sentences_of
from gemeentedossier.documents.engine.provenance import RecordOrigin
from gemeentedossier.documents.engine.rendering import Format, render
from gemeentedossier.documents.enums import LetterKind
from gemeentedossier.dossier.register.enums import DataSubjectRight
from gemeentedossier.dossier.requests.facts import DataSubjectRequest, QuestionAnswer
from tests.unit.documents.readability import flesch_douma
from tests.unit.documents.requested_municipality import (
    ASKED,
    DECIDED,
    NOT_EVERYWHERE,
    OF_NOBODY,
    OF_YOUTH,
    TOLD_LATE,
    TOLD_OF,
    TOO_EARLY,
    WAITING,
    WHO,
    YES,
    every_letter,
    letter,
)


def told(document: Document, anchor: str) -> str:
    section = next(each for _, each in sections_of(document.sections) if each.anchor == anchor)
    return " ".join(sentence.text for block in section.blocks for text in texts_of(block) for sentence in text)


def anchors(document: Document) -> list[str]:
    return [each.anchor for _, each in sections_of(document.sections)]


def test_receipt_is_confirmed_with_the_last_day() -> None:
    assert told(letter(ASKED, LetterKind.ACKNOWLEDGEMENT), "term") == (
        "U krijgt uiterlijk op 2 december 2026 antwoord. Dit kost u niets."
    )


def test_an_extension_says_its_reason_and_the_new_last_day() -> None:
    said = told(letter(WAITING, LetterKind.EXTENSION), "term")
    assert "De reden is: Zes systemen." in said
    assert "U krijgt uiterlijk op" in said


def test_an_extension_that_was_told_too_late_promises_no_day() -> None:
    said = told(letter(TOLD_LATE, LetterKind.EXTENSION), "term")
    assert "U had uiterlijk op 1 oktober 2026 antwoord moeten krijgen." in said
    assert "U krijgt uiterlijk op" not in said


def test_a_refusal_names_its_ground_reason_and_provision_and_the_remedies() -> None:
    made = letter(DECIDED, LetterKind.DECISION)
    said = told(made, "decision")
    assert "Wij wijzen dit toe: De verslagen." in said
    assert "De grond is: beperking uit de UAVG (art. 41 lid 1 onder i UAVG)." in said
    assert "De reden is: Daarin staan anderen." in said
    assert "U kunt binnen zes weken bezwaar maken." in told(made, "remedies")


def test_an_objection_goes_to_the_body_that_decided() -> None:
    known, unknown = (told(letter(each, LetterKind.DECISION), "remedies") for each in (DECIDED, OF_NOBODY))
    assert "Stuur uw bezwaar aan: College van burgemeester en wethouders." in known
    assert "Het adres is: Gemeente Elders, Plein 1, Elders." in known
    assert "Stuur uw bezwaar aan" not in unknown


def test_own_words_end_with_one_full_stop() -> None:
    granted, refused = DECIDED.parts
    plain = (
        dataclasses.replace(granted, what="De verslagen"),
        dataclasses.replace(refused, what="De rest ", reason="Daarin staan anderen"),
    )
    said = told(
        letter(dataclasses.replace(DECIDED, parts=plain, decided_because="Gewogen"), LetterKind.DECISION), "decision"
    )
    for each in ("toe: De verslagen. ", "af: De rest. ", "De reden is: Daarin staan anderen. ", "besluit: Gewogen. "):
        assert each in said
    assert ".." not in said


@pytest.mark.parametrize(("kind", "looks"), [(LetterKind.ACKNOWLEDGEMENT, True), (LetterKind.DECISION, False)])
def test_a_decision_no_longer_looks_whether_somebody_may_ask(kind: LetterKind, looks: bool) -> None:
    request = dataclasses.replace(DECIDED, asked_by=WAITING.asked_by)
    assert ("Wij kijken of u dat mag doen." in told(letter(request, kind), "asked")) is looks


@pytest.mark.parametrize(("right", "there"), [(DataSubjectRight.ACCESS, True), (DataSubjectRight.ERASURE, False)])
def test_only_an_answer_on_access_tells_what_belongs_with_it(right: DataSubjectRight, there: bool) -> None:
    made = letter(dataclasses.replace(DECIDED, right=right), LetterKind.DECISION)
    assert ("access" in anchors(made)) is there


def test_an_answer_on_access_tells_of_each_activity_what_the_law_asks() -> None:
    assert told(letter(DECIDED, LetterKind.DECISION), f"access-{TOLD_OF.id}") == (
        "Waarvoor wij de gegevens gebruiken: beoordelen of een kind jeugdhulp nodig heeft; optimaliseren van de "
        "dienstverlening. Welke soorten gegevens dat zijn: gegevens over gezondheid; persoonsgegevens van "
        "strafrechtelijke aard. Wie de gegevens kan krijgen: “scholen e.d.” Wie ons helpt en de gegevens daarbij "
        "gebruikt: Wolkenhuis B.V. Hoe lang wij de gegevens bewaren: “na beëindiging zaak”. Waar de gegevens "
        "vandaan komen: de betrokkene zelf; de huisarts. Er beslist hier geen computer zonder mens. "
        "De gegevens blijven in Europa (de EER)."
    )


@pytest.mark.parametrize(("answers", "is_draft"), [(YES[:1], False), (YES[1:], True), ((), True)])
def test_the_copy_is_said_to_go_along_only_where_somebody_answered_so(
    answers: tuple[QuestionAnswer, ...], is_draft: bool
) -> None:
    made = letter(dataclasses.replace(DECIDED, answers=answers), LetterKind.DECISION)
    assert ("De kopie van de gegevens zit bij deze brief." in told(made, "access")) is not is_draft
    assert ("draft" in anchors(made)) is is_draft


@pytest.mark.parametrize(("answers", "explains"), [(YES, False), (YES[:1], True)])
def test_how_a_computer_decides_is_explained_by_a_person(answers: tuple[QuestionAnswer, ...], explains: bool) -> None:
    made = letter(dataclasses.replace(OF_YOUTH, answers=answers), LetterKind.DECISION)
    assert ("Leg zelf uit hoe dat gaat" in told(made, "draft")) is explains


def test_a_letter_to_who_asks_for_another_speaks_of_that_person() -> None:
    made = letter(dataclasses.replace(DECIDED, asked_by=WAITING.asked_by), LetterKind.DECISION)
    assert told(made, "asked").endswith("Het gaat over het recht op inzage van de persoon voor wie u vraagt.")
    assert told(made, "access").startswith("De gegevens van de persoon voor wie u vraagt komen voor in: ")


@pytest.mark.parametrize(
    ("request_", "kind", "missing"),
    [
        (ASKED, LetterKind.DECISION, "Op dit verzoek is nog niet beslist."),
        (OF_NOBODY, LetterKind.DECISION, "Welk orgaan besluit, staat niet bij de verwerking. Zet dat in het register."),
        (NOT_EVERYWHERE, LetterKind.DECISION, "Nog niet overal is gekeken. Zie het zoekplan."),
        (ASKED, LetterKind.EXTENSION, "De termijn is niet verlengd. Leg dat eerst vast, met de reden."),
        (TOO_EARLY, LetterKind.ACKNOWLEDGEMENT, "Voor de dag van ontvangst is geen termijn bekend. Reken die zelf na."),
    ],
)
def test_a_letter_that_lacks_something_is_a_draft_and_says_what(
    request_: DataSubjectRequest, kind: LetterKind, missing: str
) -> None:
    made = letter(request_, kind)
    assert made.title.text.startswith("Concept: ")
    assert told(made, "draft") == f"Dit is een concept. Verstuur het nog niet. {missing}"


@pytest.mark.parametrize(
    ("who", "missing"),
    [
        ({"name": "Wil", "address": "Dorpsstraat 1"}, ()),
        ({"name": "Wil"}, ("Het adres ontbreekt in de envelop. Vul dat eerst in.",)),
        (
            {"name": " ", "address": ""},
            (
                "De naam ontbreekt in de envelop. Vul die eerst in.",
                "Het adres ontbreekt in de envelop. Vul dat eerst in.",
            ),
        ),
    ],
)
def test_a_letter_without_name_or_address_is_a_draft(who: dict[str, str], missing: tuple[str, ...]) -> None:
    made = letter(DECIDED, LetterKind.DECISION, requester=who)
    assert ("draft" in anchors(made)) is bool(missing)
    if missing:
        assert told(made, "draft") == " ".join(("Dit is een concept. Verstuur het nog niet.", *missing))


def test_a_letter_that_lacks_nothing_is_no_draft() -> None:
    made = letter(DECIDED, LetterKind.DECISION)
    assert (made.title.text, "draft" in anchors(made)) == ("Besluit op uw verzoek", False)


def test_a_decision_says_on_behalf_of_whom_it_was_taken() -> None:
    known, unknown = (told(letter(each, LetterKind.DECISION), "decision") for each in (DECIDED, OF_NOBODY))
    assert known.endswith("genomen door Els de Wethouder, namens College van burgemeester en wethouders.")
    assert unknown.endswith("genomen door Els de Wethouder.")


def test_name_and_address_stand_in_the_letter_only_when_handed_in() -> None:
    sealed, made = (letter(ASKED, LetterKind.ACKNOWLEDGEMENT, requester=who) for who in (None, WHO))
    assert "Naam en adres komen uit de envelop" in told(sealed, "address")
    assert told(made, "address").endswith("W. Voorbeeld Dorpsstraat 1 1234 AB Elders")
    assert "Niet in de brief." not in " ".join(each.text for _, each in sentences_of(made))


def test_a_recipient_hears_nothing_of_the_person_nor_of_other_recipients() -> None:
    erased = dataclasses.replace(DECIDED, right=DataSubjectRight.ERASURE)
    made = letter(erased, LetterKind.RECIPIENTS, requester={"name": "De huisarts"})
    assert told(made, "address") == "Deze brief is voor De huisarts."
    assert "De school" not in " ".join(each.text for _, each in sentences_of(made))


def test_a_sentence_rests_on_the_request() -> None:
    made = letter(ASKED, LetterKind.ACKNOWLEDGEMENT)
    found = next(each for _, each in sentences_of(made) if each.text.startswith("Wij kregen uw verzoek"))
    records = {(each.record_kind, each.field) for each in found.provenance.origins if isinstance(each, RecordOrigin)}
    assert records == {("request", "received_on"), ("request", "right")}


def test_letters_are_plain_dutch() -> None:
    words = [
        each.text
        for document in every_letter()
        if document.language == "nl"
        for _, each in sentences_of(document)
        if len(each.text.split()) > 4
    ]
    assert statistics.median(map(flesch_douma, words)) >= 60


@pytest.mark.parametrize("form", Format)
def test_a_letter_is_written_in_every_form(form: Format) -> None:
    assert render(letter(DECIDED, LetterKind.DECISION, requester=WHO), form)
