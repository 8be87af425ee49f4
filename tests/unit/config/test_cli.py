"""What somebody sees who types the name of the program."""

import pytest

from gemeentedossier.config.cli import main, needs_server, overview

OURS = ["assess", "catalogue", "demo", "documents", "evidence", "import", "ledger", "migrate", "people", "serve"]


def lines() -> list[str]:
    return [line for line in overview().splitlines() if line.startswith("  ")]


def test_the_overview_shows_our_commands_and_none_of_django() -> None:
    assert [line.split()[0] for line in lines()] == OURS


def test_every_command_says_in_one_sentence_what_it_does() -> None:
    assert [line for line in lines() if len(line.split()) < 3 or not line.endswith(".")] == []


@pytest.mark.parametrize("arguments", [[], ["help"], ["--help"], ["-h"]], ids=["nothing", "help", "--help", "-h"])
def test_asking_for_help_needs_no_database(
    arguments: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.argv", ["gemeentedossier", *arguments])
    main()
    assert capsys.readouterr().out == overview()


@pytest.mark.parametrize(
    ("call", "needed"),
    [
        ("assess duinrade", True),
        ("migrate", True),
        ("catalogue check", False),
        ("catalogue diff 2026.11.0 2026.11.1", False),
        ("catalogue diff 2026.11.0 2026.11.1 --municipality duinrade", True),
        ("catalogue diff 2026.11.0 2026.11.1 --municipality=duinrade", True),
        ("catalogue diff 2026.11.0 2026.11.1 --mun duinrade", True),
        ("catalogue diff 2026.11.0 2026.11.1 --json -- x", False),
        ("collectstatic", False),
        ("--version", False),
        ("help assess", False),
    ],
)
def test_a_server_is_looked_for_where_a_dossier_is_read(call: str, needed: bool) -> None:
    assert needs_server(call.split()) is needed
