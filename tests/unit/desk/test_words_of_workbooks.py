"""A workbook speaks the words of the screen."""

import pytest
from django.utils import translation

from gemeentedossier.assessment.enums import Outcome
from gemeentedossier.catalogue.facts.rules import Part
from gemeentedossier.desk.presenters.activity.margin import outcome_word
from gemeentedossier.desk.presenters.coverage import part_name, role_word
from gemeentedossier.exchange.engine.coverage_book import OUTCOME_WORDS, PARTS, ROLE_WORDS
from gemeentedossier.organisation.enums import ResponsibleRole


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("outcome", [each for each in Outcome if each is not Outcome.CONSISTENT])
def test_an_outcome_is_called_as_on_screen(outcome: Outcome, language: str) -> None:
    with translation.override(language):
        assert OUTCOME_WORDS[outcome].in_language(language) == outcome_word(outcome)


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("part", Part)
def test_a_part_is_called_as_on_screen(part: Part, language: str) -> None:
    with translation.override(language):
        assert PARTS[part].in_language(language) == part_name(part)


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("role", ResponsibleRole)
def test_who_answers_is_called_as_on_screen(role: ResponsibleRole, language: str) -> None:
    with translation.override(language):
        assert ROLE_WORDS[role].in_language(language).casefold() == role_word(role).casefold()
