"""The embedded database asks no password, so nobody else on the machine may reach it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from gemeentedossier.config.postgres import (
    LONGEST_SOCKET,
    DatabaseUnavailable,
    check_nobody_else_reaches,
    check_socket_fits,
)

RUN = "from gemeentedossier.config.cli import main; main()"
ROOM = LONGEST_SOCKET - len("/postgres/.s.PGSQL.5432")


def home_of(length: int) -> Path:
    return Path("/" + "h" * (length - 1))


def test_a_home_whose_socket_just_fits_is_let_through() -> None:
    check_socket_fits(home_of(ROOM) / "postgres")


def test_a_home_that_is_one_character_longer_is_refused() -> None:
    with pytest.raises(DatabaseUnavailable, match=f"een map wijzen met een pad van hoogstens {ROOM} tekens"):
        check_socket_fits(home_of(ROOM + 1) / "postgres")


@pytest.mark.parametrize("mode", [0o777, 0o755, 0o750, 0o710, 0o701])
def test_a_socket_that_others_can_reach_is_refused(tmp_path: Path, mode: int) -> None:
    tmp_path.chmod(mode)
    with pytest.raises(DatabaseUnavailable, match="andere gebruikers van deze machine kunnen erbij"):
        check_nobody_else_reaches(tmp_path)


def test_a_socket_in_a_closed_folder_is_let_through(tmp_path: Path) -> None:
    tmp_path.chmod(0o700)
    check_nobody_else_reaches(tmp_path)


@pytest.mark.parametrize(
    ("arguments", "words"), [([], "te lang voor de socket"), (["--language", "en"], "too long for the socket")]
)
def test_a_command_says_it_in_the_language_that_was_asked(tmp_path: Path, arguments: list[str], words: str) -> None:
    home = tmp_path / ("h" * ROOM)
    environment = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    done = subprocess.run(
        [sys.executable, "-c", RUN, "people", "duinrade", *arguments],
        env=environment | {"GEMEENTEDOSSIER_HOME": str(home)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr.count("\n"), words in done.stderr) == (1, 1, True)
    assert not home.exists()
