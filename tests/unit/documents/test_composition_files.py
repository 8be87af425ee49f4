"""Files are there whole or not at all."""

from pathlib import Path

import pytest

from gemeentedossier.documents.management.writing import CannotWrite, Files


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_files_stand_in_place_when_all_are_ready(tmp_path: Path) -> None:
    files = Files(tmp_path / "new" / "out")
    files.prepare()
    files.add("a.html", b"one")
    files.add("b.pdf", b"two")

    assert files.finish() == (tmp_path / "new/out/a.html", tmp_path / "new/out/b.pdf")
    assert names(tmp_path / "new" / "out") == ["a.html", "b.pdf"]
    assert (tmp_path / "new/out/b.pdf").read_bytes() == b"two"


def test_what_stood_there_stays_until_all_are_ready(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_bytes(b"old")
    files = Files(tmp_path)
    files.add("a.html", b"new")
    files.discard()

    assert names(tmp_path) == ["a.html"]
    assert (tmp_path / "a.html").read_bytes() == b"old"


def test_a_full_disk_leaves_nothing_behind_and_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    files = Files(tmp_path)
    files.add("a.html", b"one")
    monkeypatch.setattr("os.fsync", full)

    with pytest.raises(CannotWrite, match=r"No space left on device\); nothing was written\. Make room"):
        files.add("b.pdf", b"two")
    assert names(tmp_path) == []


def test_a_file_in_the_place_of_the_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "out").write_bytes(b"")

    with pytest.raises(CannotWrite, match="cannot be written"):
        Files(tmp_path / "out").prepare()
