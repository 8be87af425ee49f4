"""Every text of every room has its Dutch."""

import subprocess
import sys

from tests.promises.places import ROOT


def test_the_dutch_of_every_room_is_complete() -> None:
    told = subprocess.run(
        [sys.executable, "tools/messages.py", "check"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert told.stdout.splitlines()[-1:] == ["messages: the Dutch is complete"]
