"""A file with a secret is written once, whole, and for nobody else to read."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

from gemeentedossier.foundation.secret_files import write_once


def test_many_who_write_at_once_end_with_one_whole_file(tmp_path: Path) -> None:
    path, start = tmp_path / "keys" / "a.key", Barrier(8)

    def write(number: int) -> None:
        start.wait()
        write_once(path, bytes([number]) * 32)

    with ThreadPoolExecutor(8) as threads:
        list(threads.map(write, range(8)))
    assert len(set(path.read_bytes())) == 1
    assert [each.name for each in path.parent.iterdir()] == ["a.key"]


def test_what_was_written_first_stays(tmp_path: Path) -> None:
    for content in (b"first", b"second"):
        write_once(tmp_path / "a.key", content)
    assert (tmp_path / "a.key").read_bytes() == b"first"


def test_nobody_else_reads_it(tmp_path: Path) -> None:
    write_once(tmp_path / "keys" / "a.key", b"secret")
    assert [each.stat().st_mode & 0o777 for each in (tmp_path / "keys", tmp_path / "keys" / "a.key")] == [0o700, 0o600]
