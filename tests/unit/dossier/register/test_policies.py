"""A step that does not exist is refused in a sentence."""

import pytest
from django.utils import translation

from gemeentedossier.dossier.register.enums import RecordState
from gemeentedossier.dossier.register.policies import STATE_WORDS, check_moves
from gemeentedossier.foundation.errors import Refused

IN_DUTCH = "De status van deze registratie is “in beoordeling”. Daarna kan zij niet de status “gepubliceerd” krijgen."


@pytest.mark.parametrize(
    ("language", "sentence"),
    [("en", "This record is under review and cannot become published from there."), ("nl", IN_DUTCH)],
)
def test_a_step_that_does_not_exist_is_refused_in_the_language_of_the_reader(language: str, sentence: str) -> None:
    with translation.override(language), pytest.raises(Refused) as refused:
        check_moves(RecordState.UNDER_REVIEW, to=RecordState.PUBLISHED)
    assert str(refused.value) == sentence


def test_every_state_has_a_word() -> None:
    assert set(STATE_WORDS) == set(RecordState)
