"""WeasyPrint, against which the documents are measured: in a folder of its own, never in the program's environment."""

import logging
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from benchmarks.apart import ROOT
from gemeentedossier.documents.engine.blocks import Document
from gemeentedossier.documents.engine.html import Assets, write_html

FOLDER, PINNED = ROOT / "build" / "benchmark", ROOT / "requirements" / "benchmark.txt"

PRINTED = "@page { size: A4; margin: 2cm } body { font: 9pt/1.3 sans-serif } th, td { border-bottom: .5pt solid }"
"""The least that makes a readable page; our own sheet is for screens, and WeasyPrint stumbles over it."""


class Absent(Exception):
    """WeasyPrint cannot be had on this machine; the message says why."""


def weasyprint_writer() -> Callable[[Document], bytes]:
    """What makes a PDF of a document's plain HTML. Needs Pango on the machine; raises Absent where it cannot be had."""
    if not (FOLDER / "weasyprint").exists():
        _install()
    sys.path.append(str(FOLDER))
    try:
        import weasyprint
    except (ImportError, OSError) as error:
        raise Absent("Pango is missing; on Debian: apt-get install libpango-1.0-0 libpangoft2-1.0-0") from error
    logging.getLogger("weasyprint").setLevel(logging.ERROR)

    def written(document: Document) -> bytes:
        page = write_html(document, assets=Assets((), ())).replace("</head>", f"<style>{PRINTED}</style></head>")
        return bytes(weasyprint.HTML(string=page).write_pdf())

    return written


def _install() -> None:
    uv = ROOT / ".venv" / "bin" / "uv"
    command: list[str | Path] = [
        uv,
        "pip",
        "install",
        "--quiet",
        "--python",
        sys.executable,
        "--require-hashes",
        "--target",
        FOLDER,
    ]
    try:
        subprocess.run([*command, "-r", PINNED], check=True)
    except (OSError, subprocess.CalledProcessError) as error:
        raise Absent("it could not be installed") from error
