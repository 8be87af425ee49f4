import hashlib

import pytest

from gemeentedossier.exchange.engine.reading import Limits, UnreadableFile
from gemeentedossier.exchange.engine.register import propose
from gemeentedossier.exchange.enums import FileFault
from gemeentedossier.exchange.presenters.faults import sentence_of_fault

from .files import archive, bare_ods, bare_xlsx, csv, ods, read, xlsx
from .vocabulary import VOCABULARY

GOOD = xlsx([["Verwerking", "Doel"], ["Leerplicht", "toezicht"]])
OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
BOMB = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><worksheet>&b;</worksheet>'
MANY = '<c r="A1" t="s"><v>0</v></c>'
REPEATED = (
    '<office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x"><office:body><office:spreadsheet>'
    '<table:table><table:table-row table:number-rows-repeated="1000000"><table:table-cell '
    'office:value-type="string" table:number-columns-repeated="16000"><text:p>x</text:p></table:table-cell>'
    "</table:table-row></table:table></office:spreadsheet></office:body></office:document-content>"
)
SPREADSHEET = (
    '<office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x"><office:body><office:spreadsheet>'
    "<table:table><table:table-row{row}>{cell}</table:table-row></table:table></office:spreadsheet></office:body>"
    "</office:document-content>"
)
MANY_TIMES = ' table:number-rows-repeated="1000000"'
UNTYPED = '<table:table-cell office:{name}="1" table:number-columns-repeated="16000"/>'
SPACES = (
    '<table:table-cell office:value-type="string"><text:p>a<text:s text:c="999999999"/>b</text:p></table:table-cell>'
)
ENCRYPTED_ODS = '<manifest:manifest xmlns:manifest="m"><manifest:encryption-data/></manifest:manifest>'

BAD = {
    "empty": (b"", FileFault.EMPTY),
    "only white space": (b"  \r\n\n", FileFault.EMPTY),
    "an archive without parts": (archive({}), FileFault.EMPTY),
    "cut off": (GOOD[: len(GOOD) // 2], FileFault.DAMAGED),
    "cut off before its end": (GOOD[:-10], FileFault.DAMAGED),
    "a password on XLSX": (OLD_OFFICE + b"\0" * 512 + "EncryptedPackage".encode("utf-16-le"), FileFault.PASSWORD),
    "a password on ODS": (archive({"content.xml": "<x/>", "META-INF/manifest.xml": ENCRYPTED_ODS}), FileFault.PASSWORD),
    "an old Word file": (OLD_OFFICE + "WordDocument".encode("utf-16-le"), FileFault.WORD),
    "an old file cut off": (OLD_OFFICE + "Workbook".encode("utf-16-le"), FileFault.DAMAGED),
    "another old file": (OLD_OFFICE + b"\0" * 600, FileFault.BINARY),
    "a Word file": (archive({"word/document.xml": "<x/>"}), FileFault.WORD),
    "a rich text": (b"{\\rtf1 hallo}", FileFault.WORD),
    "a PDF": (b"%PDF-1.7\n...", FileFault.PDF),
    "another archive": (archive({"readme.txt": "hallo"}), FileFault.BINARY),
    "entities": (bare_xlsx("", **{"xl/worksheets/sheet1.xml": BOMB}), FileFault.ENTITIES),
    "entities in a part of another name": (bare_xlsx("", **{"xl/media/picture.png": BOMB}), FileFault.ENTITIES),
    "entities in ODS": (archive({"content.xml": BOMB}), FileFault.ENTITIES),
    "broken XML": (bare_xlsx("<row><c>"), FileFault.DAMAGED),
    "no such column": (bare_xlsx('<row r="1"><c r="1A"><v>1</v></c></row>'), FileFault.DAMAGED),
    "a path out of the archive": (bare_xlsx("", **{"../../etc/passwd": "x"}), FileFault.UNSAFE_PATH),
    "an absolute path": (bare_xlsx("", **{"/etc/passwd": "x"}), FileFault.UNSAFE_PATH),
    "a path of Windows": (bare_xlsx("", **{"..\\x": "x"}), FileFault.UNSAFE_PATH),
    "two parts of one name": (bare_xlsx("", **{"XL/workbook.xml": "<x/>"}), FileFault.DAMAGED),
    "two cells far apart": (
        bare_xlsx('<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'),
        FileFault.TOO_MANY_CELLS,
    ),
    "a repeated cell": (archive({"content.xml": REPEATED}), FileFault.TOO_MANY_CELLS),
    "a repeated value without a type": (
        archive({"content.xml": SPREADSHEET.format(row=MANY_TIMES, cell=UNTYPED.format(name="value"))}),
        FileFault.TOO_MANY_CELLS,
    ),
    "a repeated text without a type": (
        archive({"content.xml": SPREADSHEET.format(row=MANY_TIMES, cell=UNTYPED.format(name="string-value"))}),
        FileFault.TOO_MANY_CELLS,
    ),
    "a thousand million spaces in one element": (
        archive({"content.xml": SPREADSHEET.format(row="", cell=SPACES)}),
        FileFault.LONG_CELL,
    ),
    "other JSON": (b'{"naam": "x"}', FileFault.UNKNOWN_JSON),
    "JSON cut off": (b'[{"Naam": "x"', FileFault.BROKEN_JSON),
    "JSON without end": (b'[{"a":' + b"[" * 100_000, FileFault.BROKEN_JSON),
    "a key that stands twice": (b'[{"Naam": "x", "Naam": "y"}]', FileFault.REPEATED_KEY),
    "an empty list": (b"[ ]", FileFault.EMPTY),
}


NO_TEXT = {
    "binary junk": (bytes(range(256)) * 4, FileFault.BINARY),
    "random bytes": (hashlib.sha512(b"x").digest() * 40, FileFault.BINARY),
    "no known encoding": (b"Verwerking;Doel\n\x81\x8d;x", FileFault.ENCODING),
    "half of UTF-16": ("Verwerking".encode("utf-16")[:-1], FileFault.ENCODING),
}


@pytest.mark.parametrize("name", NO_TEXT)
def test_what_is_no_text_is_told_by_what_it_is_called(name: str) -> None:
    content, fault = NO_TEXT[name]
    told = []
    for called in ("register.csv", "register", "register.xlsx", "REGISTER.ODS"):
        with pytest.raises(UnreadableFile) as caught:
            read(content, called)
        told.append(caught.value.fault)
    assert told == [fault, fault, FileFault.DAMAGED, FileFault.DAMAGED]


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_ends_in_one_sentence(name: str) -> None:
    content, fault = BAD[name]
    with pytest.raises(UnreadableFile) as caught:
        read(content)
    assert caught.value.fault is fault
    assert sentence_of_fault(caught.value).endswith(".")


def test_a_file_over_the_limit_is_not_opened() -> None:
    with pytest.raises(UnreadableFile) as caught:
        read(b"x" * 2_000_001, limits=Limits(size=1_000_000))
    assert caught.value.parameters == {"megabytes": "2", "allowed": "1"}


def test_an_archive_that_unpacks_over_the_limit_is_refused() -> None:
    content = bare_xlsx("", **{"xl/media/x.bin": b"0" * 3_000_000})
    with pytest.raises(UnreadableFile) as caught:
        read(content, limits=Limits(unpacked=2_000_000))
    assert caught.value.fault is FileFault.TOO_LARGE_UNPACKED


def test_a_long_shared_text_that_many_cells_point_at_is_refused() -> None:
    shared = f"<sst><si><t>{'x' * 30_000}</t></si></sst>"
    content = bare_xlsx(f"<row>{MANY * 200}</row>", **{"xl/sharedStrings.xml": shared})
    with pytest.raises(UnreadableFile) as caught:
        read(content, limits=Limits(unpacked=1_000_000))
    assert caught.value.fault is FileFault.TOO_LARGE_UNPACKED


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        (csv([["een brief"], ["zonder tabel"]]), FileFault.NO_TABLE),
        (csv([["Klant", "Bedrag", "Datum"], ["Jansen", "10", "2020"]]), FileFault.NOT_A_REGISTER),
        (ods([["Klant", "Bedrag", "Datum"], ["Jansen", "10", "2020"]]), FileFault.NOT_A_REGISTER),
        (csv([["Verwerkingsactiviteit", "Doeleinden", "Grondslag"]]), FileFault.NO_ROWS),
    ],
)
def test_a_file_without_a_register_says_so(content: bytes, fault: FileFault) -> None:
    with pytest.raises(UnreadableFile) as caught:
        propose(read(content), vocabulary=VOCABULARY)
    assert caught.value.fault is fault


LONG = "x" * 6_000_006
LONG_CELLS = {
    "in its place": bare_xlsx(f'<row><c r="A1" t="inlineStr"><is><t>{LONG}</t></is></c></row>'),
    "in many runs": bare_xlsx(f'<row><c r="A1" t="inlineStr"><is>{"<r><t>x</t></r>" * 500_000}</is></c></row>'),
    "before another": bare_xlsx(f'<row><c r="A1" t="str"><v>{LONG}</v></c><c r="B1"><v>1</v></c></row>'),
    "shared": bare_xlsx(f"<row>{MANY}</row>", **{"xl/sharedStrings.xml": f"<sst><si><t>{LONG}</t></si></sst>"}),
    "in an ODS": bare_ods(
        f"<table:table-row><table:table-cell><text:p>{LONG}</text:p></table:table-cell></table:table-row>"
    ),
}


@pytest.mark.parametrize("name", LONG_CELLS)
def test_a_cell_that_nobody_typed_is_refused(name: str) -> None:
    with pytest.raises(UnreadableFile) as caught:
        read(LONG_CELLS[name])
    assert caught.value.fault is FileFault.LONG_CELL


def test_cells_that_are_long_together_and_not_each_are_read() -> None:
    cells = "".join(f'<c r="{letter}1" t="inlineStr"><is><t>{"x" * 900_000}</t></is></c>' for letter in "ABCDEFGHIJ")
    (sheet,) = read(bare_xlsx(f"<row>{cells}</row>")).sheets
    assert [len(str(value)) for value in sheet.rows[0]] == [900_000] * 10


def test_a_zero_character_far_into_a_text_makes_it_no_text() -> None:
    with pytest.raises(UnreadableFile) as caught:
        read(b"\xff\xfe" + ("a;b\r\n" * 60_000 + "c\x00d").encode("utf-16-le"), name="register.csv")
    assert caught.value.fault is FileFault.BINARY


def nested(depth: int) -> bytes:
    keys = '"Naam": "K", "Verantwoordelijken": [], "Doelen": [], "Betrokkenen": []'
    return f'[{{{keys}, "X": {"[" * depth}1{"]" * depth}}}]'.encode()


def test_json_that_is_nested_deeper_than_a_register_is_refused() -> None:
    assert len(read(nested(30), name="register.json").records) == 1
    with pytest.raises(UnreadableFile) as caught:
        read(nested(600), name="register.json")
    assert caught.value.fault is FileFault.UNKNOWN_JSON
