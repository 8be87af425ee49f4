import datetime as dt

import pytest

from gemeentedossier.dossier.register.enums import ActivityRole, TransferMechanism
from gemeentedossier.exchange.engine.cells.choices import ROLES, read_choice
from gemeentedossier.exchange.engine.cells.declarations import (
    read_agreement,
    read_answer,
    read_impact_assessment,
    read_transfer,
)
from gemeentedossier.exchange.enums import RemarkCode
from gemeentedossier.exchange.facts import Declaration, DraftImpactAssessment, DraftTransfer, Named

from .vocabulary import RESOLVER

ANSWERS = {
    "ja": (True, ""),
    "JA.": (True, ""),
    "x": (True, ""),
    "Nee": (False, ""),
    "geen": (False, ""),
    "ja, met de GGD": (True, "met de GGD"),
    "nee (alleen regionaal)": (False, "alleen regionaal"),
    "statistiek": (None, "statistiek"),
    "janken": (None, "janken"),
}


@pytest.mark.parametrize("text", ANSWERS)
def test_an_answer_keeps_the_words_beside_it(text: str) -> None:
    answer, words = ANSWERS[text]
    assert read_answer(text) == Declaration(answer, words)


TRANSFERS = {
    "nee": DraftTransfer(declared=False),
    "ja": DraftTransfer(declared=True),
    "VS (clouddienst)": DraftTransfer(True, (Named("VS", "US"),), None, "VS (clouddienst)"),
    "ja, VS op basis van SCC's": DraftTransfer(True, (), TransferMechanism.STANDARD_CLAUSES, "VS op basis van SCC's"),
    "ja, adequaatheidsbesluit": DraftTransfer(True, (), TransferMechanism.ADEQUACY, "adequaatheidsbesluit"),
    "clouddienst": DraftTransfer(None, (), None, "clouddienst"),
}


@pytest.mark.parametrize("text", TRANSFERS)
def test_a_transfer_is_what_the_cell_declares(text: str) -> None:
    assert read_transfer(text, resolver=RESOLVER).values == (TRANSFERS[text],)


ASSESSMENTS = {
    "ja": DraftImpactAssessment(done=True),
    "nee": DraftImpactAssessment(done=False),
    "ja, 12-3-2020": DraftImpactAssessment(True, dt.date(2020, 3, 12), "12-3-2020"),
    "12-3-2020": DraftImpactAssessment(True, dt.date(2020, 3, 12), "12-3-2020"),
    "ja, 31-2-2020": DraftImpactAssessment(True, None, "31-2-2020"),
    "loopt nog": DraftImpactAssessment(None, None, "loopt nog"),
}


@pytest.mark.parametrize("text", ASSESSMENTS)
def test_an_impact_assessment_has_an_answer_and_perhaps_a_date(text: str) -> None:
    assert read_impact_assessment(text).values == (ASSESSMENTS[text],)


def test_an_impossible_date_of_an_assessment_is_reported() -> None:
    assert [note.code for note in read_impact_assessment("ja, 31-2-2020").notes] == [RemarkCode.IMPOSSIBLE_DATE]


def test_an_agreement_that_is_neither_there_nor_not_is_said() -> None:
    reading = read_agreement("in de maak")
    assert reading.values == (Declaration(None, "in de maak"),)
    assert [note.code for note in reading.notes] == [RemarkCode.UNCLEAR_DECLARATION]


@pytest.mark.parametrize(
    ("text", "role"),
    [("Verwerkingsverantwoordelijke", ActivityRole.CONTROLLER), ("verwerker", ActivityRole.PROCESSOR)],
)
def test_one_of_a_few_words_is_a_choice(text: str, role: ActivityRole) -> None:
    assert read_choice(text, ROLES).values == (role,)


def test_another_word_is_not_bent_to_a_choice() -> None:
    reading = read_choice("opdrachtgever", ROLES)
    assert (reading.values, [note.code for note in reading.notes]) == ((), [RemarkCode.NOT_ONE_OF])
