"""A number in the environment is used, or said to be none: never taken for another."""

import pytest

from gemeentedossier.config.cli import main
from gemeentedossier.config.numbers import UnusableSetting, number_from

VARIABLE = "GEMEENTEDOSSIER_KEPT_ACTIVITIES"


@pytest.mark.parametrize(("written", "found"), [("", 7), (" 12 ", 12), ("100000", 100_000)])
def test_what_is_a_number_is_used(monkeypatch: pytest.MonkeyPatch, written: str, found: int) -> None:
    monkeypatch.setenv(VARIABLE, written)
    assert number_from(VARIABLE, otherwise=7) == found


@pytest.mark.parametrize("written", ["abc", "-1", "0", "1.5", "1e3", "٣"])
def test_what_is_none_is_told(monkeypatch: pytest.MonkeyPatch, written: str) -> None:
    monkeypatch.setenv(VARIABLE, written)
    with pytest.raises(UnusableSetting, match=f"{VARIABLE} is “{written}”"):
        number_from(VARIABLE, otherwise=7)


def test_the_program_ends_with_that_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_arguments: object) -> None:
        number_from(VARIABLE, otherwise=7)

    monkeypatch.setenv(VARIABLE, "abc")
    monkeypatch.setattr("sys.argv", ["gemeentedossier", "assess", "duinrade"])
    monkeypatch.setattr("gemeentedossier.config.cli._run", refuse)
    with pytest.raises(SystemExit, match="geen heel getal boven 0"):
        main()
