"""What is in the repository belongs to the product: no trace of the machine or the people it was made on and by."""

import subprocess

import pytest

from tests.promises.places import ROOT

TRACES = ("/" + "work/", "/" + "home/", "helper" + "-", "bash" + "_jobs")


def kept_files() -> list[str]:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True)
    return [name for name in listed.stdout.split("\0") if name and (ROOT / name).is_file()]


@pytest.mark.skipif(not (ROOT / ".git").exists(), reason="only a clone knows which files are kept")
def test_no_file_that_is_kept_holds_a_trace_of_its_making() -> None:
    texts = ((name, (ROOT / name).read_bytes()) for name in kept_files())
    assert [(name, trace) for name, text in texts for trace in TRACES if trace.encode() in text] == []


@pytest.mark.skipif(not (ROOT / ".git").exists(), reason="only a clone knows which files are kept")
def test_nothing_that_is_made_is_kept() -> None:
    made = (".mo", ".pyc", ".woff2", ".ttf", ".pdf", ".egg-info", ".sqlite3", ".pem")
    assert [name for name in kept_files() if name.endswith(made) or name.split("/")[0] in ("var", "out", "build")] == []
