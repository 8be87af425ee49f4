"""A full disk is told in a sentence."""

import errno
from pathlib import Path

import psycopg
import pytest

from gemeentedossier.config import disk
from gemeentedossier.config.disk import LEAST_ROOM, ran_out, room_at
from gemeentedossier.config.postgres import DatabaseUnavailable, check_has_room

HERE = Path(__file__)


@pytest.mark.parametrize(
    ("error", "full"),
    [
        (OSError(errno.ENOSPC, "No space left on device"), True),
        (OSError(errno.EACCES, "Permission denied"), False),
        (psycopg.errors.DiskFull("could not extend file"), True),
        (psycopg.OperationalError("server closed the connection"), False),
        (ValueError("iets anders"), False),
    ],
)
def test_which_errors_say_that_the_disk_is_full(error: Exception, *, full: bool) -> None:
    assert ran_out(error, home=HERE) is full


def test_what_caused_an_error_counts_too() -> None:
    error = RuntimeError("not stored")
    error.__cause__ = OSError(errno.ENOSPC, "No space left on device")
    assert ran_out(error, home=HERE)


def test_a_server_that_went_away_from_a_full_disk_did_so_for_that(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(disk, "NOTHING_LEFT", room_at(HERE) * 2)
    assert ran_out(psycopg.OperationalError("server closed the connection"), home=HERE)


def test_room_is_asked_where_the_folder_would_be_made(tmp_path: Path) -> None:
    assert room_at(tmp_path / "nog" / "niet") > 0


def test_a_first_set_up_needs_room() -> None:
    check_has_room(HERE, free=LEAST_ROOM)
    with pytest.raises(DatabaseUnavailable, match="Er is 255 MB vrij"):
        check_has_room(HERE, free=LEAST_ROOM - 1)
