"""A row in which nothing is odd is counted at once; whatever it holds, the scan finds what walking through it finds."""

import pytest

from gemeentedossier.exchange.engine.reading.plain_rows import without_plain_rows
from gemeentedossier.exchange.engine.reading.sheet_xml import walk
from gemeentedossier.exchange.engine.reading.xlsx_parts import WorksheetScan

HEAD = b'<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="x"><sheetData>'
TAIL = b"</sheetData></worksheet>"
PLAIN = b'<row r="7" spans="1:3"><c r="A7" t="s"><v>4</v></c><c r="C7" s="2"><v>1.5</v></c></row>'
INLINE = b'<row r="2" hidden="false"><c r="B2" t="inlineStr"><is><t>a &amp; \xc3\xab &#235;</t></is></c></row>'
EMPTY = b'<row r="3"><c r="D3" t="inlineStr"><is><t/></is></c><c r="A3"/></row>'
ODD = (
    b'<row r="4" hidden="1"><c r="A4"><v>1</v></c></row>',
    b'<row r="4"><c r="A4" t="e"><v>#N/A</v></c></row>',
    b'<row r="4"><c r="A4"><f>1+1</f><v>2</v></c></row>',
    b'<row r="4"><c r="B9"><v>2</v></c></row>',
    b"<row><c><v>2</v></c><c><v>3</v></c></row>",
    b'<row r="4"><c r="A4" t="inlineStr"><is><r><t>rich</t></r></is></c></row>',
)


def _seen(pieces: list[bytes], *, directly: bool) -> tuple[object, ...]:
    scan = WorksheetScan()
    told = pieces if directly else without_plain_rows(iter(pieces), scan.plain_row)
    walk(told, start=scan.start, attach=scan.attach)
    scan.finish()
    found = (scan.height, scan.width, scan.cells, scan.shared, scan.root)
    return (*found, scan.hidden_rows, scan.hidden_columns, scan.errors, scan.formulas)


@pytest.mark.parametrize("odd", ODD)
def test_the_scan_finds_the_same_as_walking_through_every_cell(odd: bytes) -> None:
    whole = HEAD + INLINE + EMPTY + odd + PLAIN + TAIL
    assert _seen([whole], directly=False) == _seen([whole], directly=True)


@pytest.mark.parametrize("size", [1, 7, 64])
def test_rows_may_be_cut_anywhere(size: int) -> None:
    whole = HEAD + INLINE + EMPTY + ODD[1] + PLAIN + TAIL
    pieces = [HEAD, *(whole[at : at + size] for at in range(len(HEAD), len(whole), size))]
    assert _seen(pieces, directly=False) == (7, 4, 6, 1, "worksheet", set(), set(), {(3, 0): "#N/A"}, {})


def _left(whole: bytes) -> bytes:
    return b"".join(without_plain_rows(iter([whole]), lambda *_: None))


def test_a_plain_row_goes_on_as_an_empty_one() -> None:
    assert _left(HEAD + PLAIN + TAIL) == HEAD + b'<row r="7"/>' + TAIL


@pytest.mark.parametrize(
    "text", [b"\xff", b"a\x01", b"&#0;", b"&own;", b"a>b"], ids=["no UTF-8", "control", "zero", "entity", "bare"]
)
def test_what_a_parser_may_refuse_goes_to_the_parser(text: bytes) -> None:
    row = b'<row r="1"><c r="A1" t="inlineStr"><is><t>' + text + b"</t></is></c></row>"
    assert _left(HEAD + row + TAIL) == HEAD + row + TAIL


def test_another_encoding_goes_to_the_parser() -> None:
    whole = HEAD.replace(b"UTF-8", b"UTF-16") + PLAIN + TAIL
    assert _left(whole) == whole
