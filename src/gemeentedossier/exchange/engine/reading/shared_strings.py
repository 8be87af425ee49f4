"""How much text an XLSX becomes when every cell gets its own copy of a shared text.

A text of thirty thousand characters that a million cells point at fits in a small file and in no memory.
"""

import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, field

from gemeentedossier.exchange.engine.reading.archives import chunks_of
from gemeentedossier.exchange.engine.reading.limits import Limits, UnreadableFile, check_cell
from gemeentedossier.exchange.engine.reading.sheet_xml import walk
from gemeentedossier.exchange.engine.reading.xlsx_parts import WorksheetScan, local
from gemeentedossier.exchange.enums import FileFault


@dataclass(slots=True)
class _Lengths:
    lengths: list[int] = field(default_factory=list)

    def start(self, name: str, _attributes: Mapping[str, str]) -> None:
        if local(name) == "si":
            self.lengths.append(0)

    def text(self, text: str) -> None:
        if self.lengths:
            self.lengths[-1] += len(text)


@dataclass(slots=True)
class _Pointers:
    """Adds up the lengths of the texts that cells point at."""

    lengths: list[int]
    total: int = 0
    _shared: bool = False

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if local(name) == "c":
            self._shared = attributes.get("t") == "s"

    def text(self, text: str) -> None:
        if self._shared and text.isdecimal() and int(text[:9]) < len(self.lengths):
            self.total += self.lengths[int(text[:9])]


def check_shared_text(archive: zipfile.ZipFile, *, scans: Mapping[str, WorksheetScan], limits: Limits) -> None:
    """Refuses a workbook whose cells together would hold more text than the limit for unpacked bytes."""
    pointing = sum(scan.shared for scan in scans.values())
    parts = [name for name in archive.namelist() if name.casefold().endswith("sharedstrings.xml")]
    if not pointing or not parts:
        return
    known = _Lengths()
    for part in parts:
        walk(chunks_of(archive, part, limits=limits), start=known.start, text=known.text)
    longest = max(known.lengths, default=0)
    check_cell(longest)
    if longest * pointing <= limits.unpacked:
        return
    pointers = _Pointers(known.lengths)
    for part in scans:
        walk(chunks_of(archive, part, limits=limits), start=pointers.start, text=pointers.text)
    if pointers.total > limits.unpacked:
        allowed = str(limits.unpacked // 1_000_000)
        raise UnreadableFile(FileFault.TOO_LARGE_UNPACKED, parameters={"allowed": allowed})
