from pathlib import Path

from gemeentedossier.documents.management.writing import Files


def test_nobody_else_on_the_machine_reads_a_document_or_enters_a_folder_made_for_it(tmp_path: Path) -> None:
    files = Files(tmp_path / "out")
    files.prepare()
    files.add("a.html", b"<p>")
    (written,) = files.finish()
    assert (written.stat().st_mode & 0o777, written.parent.stat().st_mode & 0o777) == (0o600, 0o700)


def test_a_folder_that_was_there_keeps_its_rights(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    Files(tmp_path).prepare()
    assert tmp_path.stat().st_mode & 0o777 == 0o755
