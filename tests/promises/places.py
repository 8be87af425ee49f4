"""Where the repository's own texts lie."""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
READMES = (ROOT / "README.md", ROOT / "README.nl.md")


def code_lines(path: Path) -> list[str]:
    """The commands in the code blocks of a page, without their comments."""
    blocks = re.findall(r"^```sh\n(.*?)^```", path.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
    lines = (line.split("  #")[0].strip() for line in "".join(blocks).splitlines())
    return [line for line in lines if line and not line.startswith("#")]


def code_spans(path: Path) -> list[str]:
    """What stands between backticks in a page."""
    return re.findall(r"`([^`\n]+)`", path.read_text(encoding="utf-8"))
