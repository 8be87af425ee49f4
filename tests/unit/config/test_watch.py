"""A database server that went away is started again while the program serves."""

import pytest

from gemeentedossier.config.postgres import DatabaseUnavailable
from gemeentedossier.config.watch import look

RESTARTED = "gemeentedossier: de database was gestopt en is opnieuw gestart.\n"


@pytest.mark.parametrize(
    ("there", "starts", "answers", "told"),
    [(True, False, True, ""), (False, True, True, RESTARTED), (False, False, False, "")],
    ids=["there", "gone", "being stopped"],
)
def test_a_server_that_went_away_is_started_again(
    capsys: pytest.CaptureFixture[str], *, there: bool, starts: bool, answers: bool, told: str
) -> None:
    assert look(answers=lambda: there, restart=lambda: starts) is answers
    assert capsys.readouterr().err == told


def test_a_server_that_does_not_start_is_told_and_tried_again_later(capsys: pytest.CaptureFixture[str]) -> None:
    def fails() -> bool:
        raise DatabaseUnavailable("De database start niet.")

    assert not look(answers=lambda: False, restart=fails)
    assert capsys.readouterr().err == "gemeentedossier: De database start niet.\n"
