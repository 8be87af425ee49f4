"""A streaming walk through the XML of a spreadsheet part. Declarations of entities end the reading.

No part of an XLSX or ODS needs a document type, so the first sign of one is refused: no entity is ever
declared, expanded or fetched.
"""

from collections.abc import Callable, Iterable, Mapping
from xml.parsers import expat  # nosec B407

from gemeentedossier.exchange.engine.reading.limits import UnreadableFile
from gemeentedossier.exchange.enums import FileFault

Start = Callable[[str, Mapping[str, str]], None]
End = Callable[[str], None]
Text = Callable[[str], None]


def walk(
    pieces: Iterable[bytes],
    *,
    start: Start,
    end: End | None = None,
    text: Text | None = None,
    attach: Callable[[expat.XMLParserType], None] | None = None,
) -> None:
    """Calls back for every element, with names as written (prefix included).

    ``attach`` receives the parser, for a listener that wants text in some elements only.
    """
    parser = expat.ParserCreate()
    if attach is not None:
        attach(parser)
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = _refuse
    parser.StartElementHandler = start
    if end is not None:
        parser.EndElementHandler = end
    if text is not None:
        parser.CharacterDataHandler = text
    try:
        for piece in pieces:
            parser.Parse(piece)
        parser.Parse(b"", True)  # noqa: FBT003 - expat takes the end of the file by position
    except expat.ExpatError as error:
        raise UnreadableFile(FileFault.DAMAGED) from error


def _refuse(*_declaration: object) -> None:
    raise UnreadableFile(FileFault.ENTITIES)
