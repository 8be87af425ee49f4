"""A number in the environment is used, or said to be none: never taken for another."""

import pytest

from gemeentedossier.config.cli import main
from gemeentedossier.config.given import UnusableSetting, database_parts, mail_server, number_from

VARIABLE = "GEMEENTEDOSSIER_KEPT_ACTIVITIES"


@pytest.mark.parametrize(("written", "found"), [("", 7), (" 12 ", 12), ("100000", 100_000)])
def test_what_is_a_number_is_used(monkeypatch: pytest.MonkeyPatch, written: str, found: int) -> None:
    monkeypatch.setenv(VARIABLE, written)
    assert number_from(VARIABLE, otherwise=7) == found


@pytest.mark.parametrize("written", ["abc", "-1", "0", "1.5", "1e3", "٣", "9" * 5_000])
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


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("", ("", "", 0)),
        ("smtp://mail.example", ("smtp", "mail.example", 25)),
        ("smtps://u:p@mail.example", ("smtps", "mail.example", 465)),
        ("smtp://mail.example:587?starttls=1", ("smtp", "mail.example", 587)),
    ],
)
def test_a_mail_server_is_used(written: str, found: tuple[str, str, int]) -> None:
    server, port = mail_server(written)
    assert (server.scheme, server.hostname or "", port) == found


NO_SERVERS = ["smtp://geheim@mail:vijf", "smtp://geheim@mail:99999", "smtp://[geheim", "geheim.example:25", "smtp://"]


@pytest.mark.parametrize("written", NO_SERVERS)
def test_what_is_no_mail_server_is_told_and_not_repeated(written: str) -> None:
    with pytest.raises(UnusableSetting, match="GEMEENTEDOSSIER_MAIL") as told:
        mail_server(written)
    assert "geheim" not in str(told.value)


def test_what_is_no_database_is_told_and_not_repeated() -> None:
    assert database_parts("postgresql://db.example/dossier")["host"] == "db.example"
    with pytest.raises(UnusableSetting, match="DATABASE_URL") as told:
        database_parts("geen geheim adres")
    assert "geheim" not in str(told.value)
