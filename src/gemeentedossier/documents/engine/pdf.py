"""PDF by Typst: tagged, PDF/UA-1 and PDF/A-3a in one file, with the document's own data attached.

The same document gives the same bytes: the creation date is the moment of the document.
"""

import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

from .blocks import Document
from .glyphs import glyphs_in
from .look import Look
from .serialisation import to_json
from .typesetting import typeset

FONTS = Path(__file__).resolve().parent.parent / "fonts"
TEMPLATE = Path(__file__).resolve().parent / "document.typ"
PATIENCE = 600


class PdfFailedError(RuntimeError):
    """Typst could not make the PDF."""


def write_pdf(document: Document, *, look: Look | None = None) -> bytes:
    """One document as PDF."""
    with PdfJob((document,), look=look) as job:
        return job.result()[0]


class PdfJob:
    """Documents that are set in one process beside this one; other writers may work meanwhile."""

    def __init__(self, documents: Sequence[Document], *, look: Look | None = None) -> None:
        self._count = len(documents)
        self._folder = Path(tempfile.mkdtemp(prefix="gemeentedossier-pdf-"))
        try:
            self._prepare(documents, look or Look())
            self._process = self._start()
        except BaseException:
            shutil.rmtree(self._folder, ignore_errors=True)
            raise

    def result(self) -> tuple[bytes, ...]:
        """The PDFs in the order of the documents; raises `PdfFailedError` with what Typst said."""
        try:
            _, said = self._process.communicate(timeout=PATIENCE)
        except subprocess.TimeoutExpired as error:
            raise PdfFailedError(f"The PDF was not ready after {PATIENCE} s; make it in smaller parts.") from error
        if self._process.returncode != 0:
            reason = said.decode("utf-8", "replace").strip().splitlines()[-1:] or ["no reason given"]
            raise PdfFailedError(f"The PDF could not be made: {reason[0]}")
        return tuple((self._folder / str(number) / "document.pdf").read_bytes() for number in range(self._count))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._process.poll() is None:
            self._process.kill()
            self._process.wait()
        if self._process.stderr is not None:
            self._process.stderr.close()
        shutil.rmtree(self._folder, ignore_errors=True)

    def _prepare(self, documents: Sequence[Document], look: Look) -> None:
        shutil.copyfile(TEMPLATE, self._folder / "document.typ")
        glyphs = glyphs_in(FONTS)
        for number, document in enumerate(documents):
            folder = self._folder / str(number)
            folder.mkdir()
            layout = json.dumps(typeset(document, look=look, glyphs=glyphs), ensure_ascii=False)
            (folder / "layout.json").write_text(layout, encoding="utf-8")
            (folder / "document.json").write_text(to_json(document), encoding="utf-8")

    def _start(self) -> subprocess.Popen[bytes]:
        worker = "gemeentedossier.documents.engine.typst_process"
        return subprocess.Popen(
            [sys.executable, "-m", worker, str(self._folder), str(FONTS), str(self._count)],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
        )
