"""Every text of every room has its Dutch."""

import re
import subprocess
import sys

from babel.messages.pofile import read_po

from tests.promises.places import ROOT


def test_the_dutch_of_every_room_is_complete() -> None:
    told = subprocess.run(
        [sys.executable, "tools/messages.py", "check"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert told.stdout.splitlines()[-1:] == ["messages: the Dutch is complete"]


def test_dutch_words_have_the_apostrophe_of_print() -> None:
    straight = re.compile(r"[^\W\d_]'[^\W\d_]")
    dutch = {
        f"{path.relative_to(ROOT)}: {text}"
        for path in ROOT.glob("src/gemeentedossier/**/locale/nl/LC_MESSAGES/django.po")
        for message in read_po(path.open("rb"), locale="nl")
        if message.id
        for text in ([message.string] if isinstance(message.string, str) else message.string)
        if straight.search(text)
    }
    assert dutch == set()
