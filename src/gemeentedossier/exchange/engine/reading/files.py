"""What a file is by its content, and the reader that goes with it."""

from gemeentedossier.exchange.engine.reading.archives import open_archive
from gemeentedossier.exchange.engine.reading.avg_json import looks_like_json, parsed_json, workbook_of_register
from gemeentedossier.exchange.engine.reading.cyclonedx import is_bill, workbook_of_bill
from gemeentedossier.exchange.engine.reading.delimited import read_delimited
from gemeentedossier.exchange.engine.reading.limits import Limits, UnreadableFile
from gemeentedossier.exchange.engine.reading.old_office import read_old_office
from gemeentedossier.exchange.engine.reading.spdx import is_spdx, workbook_of_spdx
from gemeentedossier.exchange.engine.reading.spreadsheets import read_archived_spreadsheet
from gemeentedossier.exchange.engine.reading.workbook import Json, Workbook
from gemeentedossier.exchange.enums import FileFault

ZIP = b"PK\x03\x04"
EMPTY_ZIP = b"PK\x05\x06"
OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
PDF = b"%PDF"
RICH_TEXT = b"{\\rtf"
SPREADSHEETS = (".xlsx", ".xlsm", ".ods", ".xls")
NO_TEXT = (FileFault.ENCODING, FileFault.BINARY)
"""What is no text and is called a spreadsheet is no CSV in a strange encoding, but a spreadsheet that was damaged."""


def read_file(content: bytes, *, name: str, limits: Limits) -> Workbook:
    """The cells of a spreadsheet, a CSV, the central government's export, a CycloneDX or an SPDX file.

    Raises UnreadableFile with the one reason why nothing of it can be read.
    """
    _check_size(content, limits=limits)
    if content.startswith((ZIP, EMPTY_ZIP)):
        return read_archived_spreadsheet(open_archive(content, limits=limits), content, limits=limits)
    if content.startswith(OLD_OFFICE):
        return read_old_office(content, limits=limits)
    if PDF in content[:1024]:
        raise UnreadableFile(FileFault.PDF)
    if content.startswith(RICH_TEXT):
        raise UnreadableFile(FileFault.WORD)
    if looks_like_json(content):
        parsed = parsed_json(content)
        return _workbook_of(parsed, limits=limits)
    try:
        return read_delimited(content, name=name, limits=limits)
    except UnreadableFile as error:
        if error.fault in NO_TEXT and name.casefold().endswith(SPREADSHEETS):
            raise UnreadableFile(FileFault.DAMAGED) from error
        raise


def _workbook_of(parsed: Json, *, limits: Limits) -> Workbook:
    if is_bill(parsed):
        return workbook_of_bill(parsed, limits=limits)
    if is_spdx(parsed):
        return workbook_of_spdx(parsed, limits=limits)
    return workbook_of_register(parsed, limits=limits)


def _check_size(content: bytes, *, limits: Limits) -> None:
    if len(content) > limits.size:
        parameters = {"megabytes": str(len(content) // 1_000_000), "allowed": str(limits.size // 1_000_000)}
        raise UnreadableFile(FileFault.TOO_LARGE, parameters=parameters)
    if not content.strip(b"\x00\t\r\n \xef\xbb\xbf\xff\xfe"):
        raise UnreadableFile(FileFault.EMPTY)
