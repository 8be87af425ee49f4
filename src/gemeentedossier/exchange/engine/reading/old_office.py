"""Files of the old Office container: XLS, and every newer file behind a password."""

from gemeentedossier.exchange.engine.reading.calamine_rows import read_sheets
from gemeentedossier.exchange.engine.reading.limits import Limits, UnreadableFile
from gemeentedossier.exchange.engine.reading.workbook import Oddities, Sheet, Workbook
from gemeentedossier.exchange.enums import FileFault, FileFormat

ENCRYPTED_PACKAGE = "EncryptedPackage".encode("utf-16-le")
WORD_DOCUMENT = "WordDocument".encode("utf-16-le")
WORKBOOK_STREAMS = ("Workbook".encode("utf-16-le"), "Book".encode("utf-16-le"))


def read_old_office(content: bytes, *, limits: Limits) -> Workbook:
    """The sheets of an XLS. What is hidden in it is not known; ``hidden_is_known`` says so."""
    if ENCRYPTED_PACKAGE in content:
        raise UnreadableFile(FileFault.PASSWORD)
    if WORD_DOCUMENT in content:
        raise UnreadableFile(FileFault.WORD)
    if not any(name in content for name in WORKBOOK_STREAMS):
        raise UnreadableFile(FileFault.BINARY)
    sheets = tuple(_unknown_hiding(sheet) for sheet in read_sheets(content))
    if sum(len(sheet.rows) * len(sheet.rows[0]) for sheet in sheets if sheet.rows) > limits.cells:
        raise UnreadableFile(FileFault.TOO_MANY_CELLS, parameters={"allowed": str(limits.cells)})
    return Workbook(FileFormat.XLS, sheets)


def _unknown_hiding(sheet: Sheet) -> Sheet:
    oddities = Oddities(merged=sheet.oddities.merged, hidden_is_known=False)
    return Sheet(sheet.name, sheet.rows, sheet.hidden, oddities)
