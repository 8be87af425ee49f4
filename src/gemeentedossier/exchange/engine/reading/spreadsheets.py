"""Archives that are spreadsheets, told apart by what they contain."""

import zipfile

from gemeentedossier.exchange.engine.reading.limits import Limits, UnreadableFile
from gemeentedossier.exchange.engine.reading.ods import read_ods
from gemeentedossier.exchange.engine.reading.workbook import Workbook
from gemeentedossier.exchange.engine.reading.xlsx import read_xlsx
from gemeentedossier.exchange.enums import FileFault


def read_archived_spreadsheet(archive: zipfile.ZipFile, content: bytes, *, limits: Limits) -> Workbook:
    """The workbook of an XLSX or ODS; any other archive ends in the sentence that fits it."""
    names = {name.casefold() for name in archive.namelist()}
    if "xl/workbook.xml" in names:
        return read_xlsx(archive, content, limits=limits)
    if "word/document.xml" in names:
        raise UnreadableFile(FileFault.WORD)
    if "content.xml" in names:
        return read_ods(archive, content, limits=limits)
    raise UnreadableFile(FileFault.BINARY)
