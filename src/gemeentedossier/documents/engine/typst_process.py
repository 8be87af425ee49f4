"""The short-lived process in which Typst works: its memory grows with each document and goes with the process.

Called as ``python -m gemeentedossier.documents.engine.typst_process FOLDER FONTS COUNT``: for each N below COUNT
reads ``N/layout.json`` and, as attachment, ``N/document.json``, and writes ``N/document.pdf``.
"""

import sys
from pathlib import Path

import typst


def main(folder: Path, fonts: Path, count: int) -> None:
    """Write every PDF; a failure ends the process with Typst's own words on standard error."""
    compiler = typst.Compiler(
        folder / "document.typ", root=folder, font_paths=[fonts] if fonts.is_dir() else [], ignore_system_fonts=True
    )
    for number in range(count):
        compiler.compile(
            output=folder / str(number) / "document.pdf",
            format="pdf",
            sys_inputs={"number": str(number)},
            pdf_standards=["a-3a", "ua-1"],
        )


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]))
