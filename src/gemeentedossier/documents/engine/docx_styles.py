"""The styles and list numberings of the DOCX: those that Word itself knows by name, in our type and on our grid."""

from html import escape

from . import look
from .look import Look

_NS = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
TWIPS_PER_MM = 1440 / 25.4
INDENT = round(42 * TWIPS_PER_MM)
PAGE = (round(210 * TWIPS_PER_MM), round(297 * TWIPS_PER_MM))
MARGIN = round(24 * TWIPS_PER_MM)
WIDTH = PAGE[0] - 2 * MARGIN
HEADING_LIST, BULLET_LIST, NUMBER_LIST = 1, 2, 3
STEP = 340


def styles_xml(look_: Look, *, locale: str) -> str:
    """The whole of ``word/styles.xml``."""
    accent = _hex(look_.accent)
    made = [
        _defaults(locale),
        _paragraph("Normal", "Normal", spacing=(0, 140), indent=INDENT, default=True),
        *_front_styles(accent),
        *_heading_styles(accent),
        *_text_styles(accent),
        *_note_styles(accent),
        *_character_styles(accent),
        _table_style(accent),
    ]
    return f"<w:styles {_NS}>{''.join(made)}</w:styles>"


def _front_styles(accent: str) -> list[str]:
    quiet = _hex(look.QUIET)
    line = f'<w:pBdr><w:top w:val="single" w:sz="24" w:space="14" w:color="{accent}"/></w:pBdr>'
    rule = f'<w:pBdr><w:bottom w:val="single" w:sz="4" w:space="4" w:color="{_hex(look.LINE)}"/></w:pBdr>'
    tabs = f'<w:tabs><w:tab w:val="right" w:pos="{WIDTH}"/></w:tabs>'
    return [
        _paragraph("Municipality", "Municipality", spacing=(0, 2600), size=26, bold=True, colour=accent),
        _paragraph("Title", "Title", spacing=(0, 280), size=62, bold=True, more=line, line=216),
        _paragraph("Subtitle", "Subtitle", spacing=(0, 600), size=32, colour=quiet),
        _paragraph("Fact", "Fact", spacing=(0, 60), indent=INDENT, hanging=INDENT),
        _paragraph("Header", "header", spacing=(0, 0), size=17, colour=quiet, more=rule + tabs),
        _paragraph("Footer", "footer", spacing=(0, 0), size=17, colour=quiet, more=tabs),
        _paragraph("TOCHeading", "TOC Heading", spacing=(0, 240), indent=INDENT, size=42, bold=True, page_before=True),
        _contents_entry(1, bold=True, before=140),
        _contents_entry(2, bold=False, before=50),
    ]


def _contents_entry(level: int, *, bold: bool, before: int) -> str:
    tabs = f'<w:tabs><w:tab w:val="left" w:pos="{INDENT}"/><w:tab w:val="right" w:pos="{WIDTH}"/></w:tabs>'
    spaced = (before, 0)
    return _paragraph(
        f"TOC{level}", f"toc {level}", spacing=spaced, indent=INDENT, hanging=INDENT, bold=bold, more=tabs
    )


def _heading_styles(accent: str) -> list[str]:
    rules = (
        f'<w:pBdr><w:top w:val="single" w:sz="8" w:space="8" w:color="{accent}"/></w:pBdr>',
        f'<w:pBdr><w:top w:val="single" w:sz="4" w:space="8" w:color="{_hex(look.LINE)}"/></w:pBdr>',
        "",
        "",
    )
    measures = zip((42, 28, 23, 21), (720, 520, 360, 280), (260, 180, 140, 120), rules, strict=True)
    return [
        _paragraph(
            f"Heading{level}",
            f"heading {level}",
            spacing=(before, after),
            size=size,
            bold=True,
            outline=level - 1,
            numbered=(HEADING_LIST, level - 1),
            more=rule,
        )
        for level, (size, before, after, rule) in enumerate(measures, 1)
    ] + [
        _paragraph(
            "SourcesHeading", "Sources Heading", spacing=(720, 260), indent=INDENT, size=42, bold=True, outline=0
        )
    ]


def _text_styles(accent: str) -> list[str]:
    return [
        _paragraph("ListBullet", "List Bullet", spacing=(0, 80), numbered=(BULLET_LIST, 0)),
        _paragraph("ListNumber", "List Number", spacing=(0, 80), numbered=(NUMBER_LIST, 0)),
        _paragraph("Definition", "Definition", spacing=(0, 120), indent=INDENT, hanging=INDENT),
        _paragraph("Caption", "caption", spacing=(320, 100), size=19, bold=True, keep_next=True),
        _paragraph("TableText", "Table Text", spacing=(60, 60), size=19),
        _paragraph("AfterTable", "After Table", spacing=(0, 200), size=12),
        _paragraph("SourceEntry", "Source Entry", spacing=(0, 70), indent=INDENT, hanging=INDENT, size=18),
    ]


def _note_styles(accent: str) -> list[str]:
    tones = (("Info", accent), ("Attention", _hex(look.ATTENTION)), ("Unlawful", _hex(look.UNLAWFUL)))
    made = []
    for name, tone in tones:
        border = f'<w:pBdr><w:left w:val="single" w:sz="24" w:space="10" w:color="{tone}"/></w:pBdr>'
        shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{_hex(look.PALE)}"/>'
        made.append(
            _paragraph(
                f"Note{name}", f"Note {name}", spacing=(0, 0), indent=INDENT + 220, more=border + shade, line=300
            )
        )
        made.append(_character(f"NoteKind{name}", f"Note Kind {name}", f'<w:b/><w:color w:val="{tone}"/>'))
    return made


def _character_styles(accent: str) -> list[str]:
    quiet = _hex(look.QUIET)
    mark = f'<w:color w:val="{quiet}"/><w:sz w:val="20"/><w:szCs w:val="20"/><w:vertAlign w:val="superscript"/>'
    return [
        _character("Strong", "Strong", "<w:b/><w:bCs/>"),
        _character("Emphasis", "Emphasis", "<w:i/><w:iCs/>"),
        _character("Term", "Term", "<w:i/><w:iCs/>"),
        _character("Hyperlink", "Hyperlink", f'<w:color w:val="{accent}"/><w:u w:val="single"/>'),
        _character("Label", "Label", f'<w:b/><w:bCs/><w:color w:val="{accent}"/>'),
        _character("Quiet", "Quiet", f'<w:color w:val="{quiet}"/>'),
        _character("SourceMark", "Source Mark", mark),
    ]


def _table_style(accent: str) -> str:
    line = _hex(look.LINE)
    rule = f'w:val="single" w:sz="8" w:space="0" w:color="{accent}"'
    inside = f'w:val="single" w:sz="4" w:space="0" w:color="{line}"'
    head = f"<w:tcBorders><w:top {rule}/><w:bottom {rule}/></w:tcBorders>"
    return (
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr>'
        '<w:tblInd w:w="0" w:type="dxa"/></w:tblPr></w:style>'
        '<w:style w:type="table" w:customStyle="1" w:styleId="RegisterTable"><w:name w:val="Register Table"/>'
        '<w:basedOn w:val="TableNormal"/><w:tblPr>'
        f"<w:tblBorders><w:bottom {inside}/><w:insideH {inside}/></w:tblBorders>"
        '<w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="170" w:type="dxa"/></w:tblCellMar></w:tblPr>'
        f'<w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr><w:tcPr>{head}</w:tcPr></w:tblStylePr>'
        '<w:tblStylePr w:type="firstCol"><w:rPr><w:b/></w:rPr></w:tblStylePr></w:style>'
    )


def _defaults(locale: str) -> str:
    return (
        f'<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="{look.FONT}" w:hAnsi="{look.FONT}" '
        f'w:eastAsia="{look.FONT}" w:cs="{look.FONT}"/><w:color w:val="{_hex(look.INK)}"/><w:sz w:val="21"/>'
        f'<w:szCs w:val="21"/><w:lang w:val="{locale}" w:eastAsia="{locale}" w:bidi="{locale}"/></w:rPr></w:rPrDefault>'
        "<w:pPrDefault/></w:docDefaults>"
    )


def _paragraph(
    style: str,
    name: str,
    *,
    spacing: tuple[int, int],
    indent: int = 0,
    hanging: int = 0,
    size: int = 0,
    bold: bool = False,
    colour: str = "",
    outline: int | None = None,
    numbered: tuple[int, int] | None = None,
    keep_next: bool = False,
    page_before: bool = False,
    line: int = 252,
    more: str = "",
    default: bool = False,
) -> str:
    heading = outline is not None
    borders, tabs = more.partition("<w:tabs>")[0], more[len(more.partition("<w:tabs>")[0]) :]
    # The schema fixes the order of these elements.
    properties = "".join(
        [
            "<w:keepNext/><w:keepLines/>" if heading or keep_next else "",
            "<w:pageBreakBefore/>" if page_before else "",
            f'<w:numPr><w:ilvl w:val="{numbered[1]}"/><w:numId w:val="{numbered[0]}"/></w:numPr>' if numbered else "",
            borders,
            tabs,
            f'<w:spacing w:before="{spacing[0]}" w:after="{spacing[1]}" w:line="{line}" w:lineRule="auto"/>',
            "" if numbered else f'<w:ind w:left="{indent}" w:hanging="{hanging}"/>',
            f'<w:outlineLvl w:val="{outline}"/>' if heading else "",
        ]
    )
    runs = "".join(
        [
            "<w:b/><w:bCs/>" if bold else "",
            f'<w:color w:val="{colour}"/>' if colour else "",
            f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>' if size else "",
        ]
    )
    flags = ' w:default="1"' if default else ""
    based = "" if default else '<w:basedOn w:val="Normal"/>'
    following = '<w:next w:val="Normal"/>' if heading else ""
    return (
        f'<w:style w:type="paragraph"{flags} w:styleId="{style}"><w:name w:val="{escape(name)}"/>{based}{following}'
        f"<w:qFormat/><w:pPr>{properties}</w:pPr><w:rPr>{runs}</w:rPr></w:style>"
    )


def _character(style: str, name: str, properties: str) -> str:
    return (
        f'<w:style w:type="character" w:styleId="{style}"><w:name w:val="{name}"/><w:qFormat/>'
        f"<w:rPr>{properties}</w:rPr></w:style>"
    )


def numbering_xml(look_: Look, *, numbered_lists: int) -> str:
    """The whole of ``word/numbering.xml``: headings, bullets, and each numbered list beginning at one."""
    accent = f'<w:rPr><w:b/><w:color w:val="{_hex(look_.accent)}"/></w:rPr>'
    headings = "".join(
        _level(
            at, "decimal", ".".join(f"%{each}" for each in range(1, at + 2)), INDENT, INDENT, accent, f"Heading{at + 1}"
        )
        for at in range(4)
    )
    bullets = _level(0, "bullet", "–", INDENT + STEP, STEP, accent, "ListBullet")
    numbers = _level(0, "decimal", "%1.", INDENT + STEP, STEP, accent, "ListNumber")
    abstract = "".join(
        f'<w:abstractNum w:abstractNumId="{at}"><w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>'
        for at, levels in ((HEADING_LIST, headings), (BULLET_LIST, bullets), (NUMBER_LIST, numbers))
    )
    lists = "".join(_list(each, each) for each in (HEADING_LIST, BULLET_LIST, NUMBER_LIST))
    restart = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    again = "".join(_list(numbered_list(at), NUMBER_LIST, restart) for at in range(numbered_lists))
    return f"<w:numbering {_NS}>{abstract}{lists}{again}</w:numbering>"


def numbered_list(at: int) -> int:
    """The number of the numbered list that comes at this place, counted from 0."""
    return NUMBER_LIST + 1 + at


def _list(number: int, abstract: int, more: str = "") -> str:
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{abstract}"/>{more}</w:num>'


def _level(at: int, form: str, text: str, left: int, hanging: int, runs: str, style: str) -> str:
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:pStyle w:val="{style}"/>'
        f'<w:suff w:val="tab"/><w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{left}" w:hanging="{hanging}"/></w:pPr>'
        f"{runs}</w:lvl>"
    )


def _hex(colour: str) -> str:
    return colour.removeprefix("#").upper()
