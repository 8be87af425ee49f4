"""What is said before Django is there: its settings need a folder that can be written, and a database."""

import gettext as catalogues
import sys
from pathlib import Path

LOCALE = Path(__file__).resolve().parent / "locale"


def gettext(text: str) -> str:
    """The text in the language that the command was asked for: Dutch, or English behind ``--language``."""
    return catalogues.translation("django", LOCALE, [_language(sys.argv)], fallback=True).gettext(text)


def _language(arguments: list[str]) -> str:
    asked = " ".join(arguments).replace("--language=", "--language ").partition("--language ")[2]
    return "en" if asked.split(" ")[0] == "en" else "nl"
