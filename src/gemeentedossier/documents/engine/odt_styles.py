"""The styles of the ODT: real names, outline numbering, page with header and footer, in our type and on our grid."""

from html import escape

from . import look
from .look import Look

NAMESPACES = (
    " ".join(
        f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for prefix, name in (
            ("office", "office"),
            ("style", "style"),
            ("text", "text"),
            ("table", "table"),
            ("fo", "xsl-fo-compatible"),
            ("svg", "svg-compatible"),
        )
    )
    + ' xmlns:xlink="http://www.w3.org/1999/xlink"'
)

NARROW_MM = 42
WIDTH_MM = 162
FACES = (
    ("GemeentedossierSans-Regular.ttf", "normal", "normal"),
    ("GemeentedossierSans-Bold.ttf", "normal", "bold"),
    ("GemeentedossierSans-Italic.ttf", "italic", "normal"),
)


def styles_xml(look_: Look, *, language: str, country: str, header: str, footer: str, faces: tuple[str, ...]) -> str:
    """The whole of ``styles.xml``; header and footer are paragraphs, faces the font files in the package."""
    accent = look_.accent
    styles = [
        _default(language, country),
        _paragraph("Standard", after="2.5mm", left=NARROW_MM, parent=""),
        *_front_styles(accent),
        *_heading_styles(accent),
        *_text_styles(accent),
        *_note_styles(accent),
        *_character_styles(accent),
        _outline(accent),
        _list("Bullets", accent, '<text:list-level-style-bullet text:level="1" text:bullet-char="–"', "bullet"),
        _list("Numbers", accent, '<text:list-level-style-number text:level="1" style:num-format="1" '
              'style:num-suffix="."', "number"),
    ]  # fmt: skip
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-styles {NAMESPACES} office:version="1.3">'
        f"{_font_faces(faces)}<office:styles>{''.join(styles)}</office:styles>"
        f"<office:automatic-styles>{_page_layouts()}</office:automatic-styles><office:master-styles>"
        '<style:master-page style:name="First" style:page-layout-name="Cover" style:next-style-name="Standard"/>'
        '<style:master-page style:name="Standard" style:page-layout-name="Page">'
        f"<style:header>{header}</style:header><style:footer>{footer}</style:footer></style:master-page>"
        "</office:master-styles></office:document-styles>"
    )


def _font_faces(faces: tuple[str, ...]) -> str:
    sources = "".join(
        f'<svg:font-face-src><svg:font-face-uri xlink:href="Fonts/{name}" xlink:type="simple">'
        '<svg:font-face-format svg:string="truetype"/></svg:font-face-uri></svg:font-face-src>'
        for name in faces
    )
    return (
        f'<office:font-face-decls><style:font-face style:name="{look.FONT}" svg:font-family="\'{look.FONT}\'" '
        f'style:font-family-generic="swiss" style:font-pitch="variable">{sources}</style:font-face>'
        "</office:font-face-decls>"
    )


def _default(language: str, country: str) -> str:
    return (
        '<style:default-style style:family="paragraph"><style:paragraph-properties fo:line-height="105%" '
        'fo:orphans="2" fo:widows="2" fo:hyphenation-ladder-count="no-limit" style:tab-stop-distance="10mm"/>'
        f'<style:text-properties style:font-name="{look.FONT}" fo:font-size="10.5pt" fo:color="{look.INK}" '
        f'fo:language="{language}" fo:country="{country}" fo:hyphenate="true" '
        'fo:hyphenation-remain-char-count="3" fo:hyphenation-push-char-count="3"/></style:default-style>'
    )


def _front_styles(accent: str) -> list[str]:
    right = f'<style:tab-stops><style:tab-stop style:position="{WIDTH_MM}mm" style:type="right"/></style:tab-stops>'
    rule = f'fo:border-bottom="0.5pt solid {look.LINE}" fo:padding-bottom="1mm"'
    bar = f'fo:border-top="3pt solid {accent}" fo:padding-top="6mm"'
    quiet = look.QUIET
    return [
        _paragraph(
            "Municipality",
            after="48mm",
            size=13,
            bold=True,
            colour=accent,
            more='style:page-number="auto"',
            master="First",
        ),
        _paragraph(
            "Title",
            after="5mm",
            size=31,
            bold=True,
            more=f'{bar} fo:line-height="100%" fo:hyphenation-ladder-count="1"',
        ),
        _paragraph("Subtitle", after="12mm", size=16, colour=quiet),
        _paragraph("Fact", after="1mm", left=NARROW_MM, hanging=True),
        _paragraph("Header", size=8.5, colour=quiet, more=rule, inner=right),
        _paragraph("Footer", size=8.5, colour=quiet, inner=right),
        _paragraph(
            "Contents Heading",
            after="4mm",
            left=NARROW_MM,
            size=21,
            bold=True,
            more='fo:keep-with-next="always"',
            master="Standard",
        ),
        _paragraph("Contents 1", before="2.6mm", left=NARROW_MM, hanging=True, bold=True, inner=_contents_tabs()),
        _paragraph("Contents 2", before="1mm", left=NARROW_MM, hanging=True, inner=_contents_tabs()),
    ]


def _contents_tabs() -> str:
    right = WIDTH_MM - NARROW_MM
    last = f'<style:tab-stop style:position="{right}mm" style:type="right"/>'
    return f'<style:tab-stops><style:tab-stop style:position="0mm"/>{last}</style:tab-stops>'


def _heading_styles(accent: str) -> list[str]:
    strong = f'fo:border-top="0.9pt solid {accent}" fo:padding-top="3mm"'
    light = f'fo:border-top="0.5pt solid {look.LINE}" fo:padding-top="3mm"'
    measures = zip(
        (21, 14, 11.5, 10.5),
        ("13mm", "9mm", "6mm", "5mm"),
        ("5mm", "3.2mm", "2.5mm", "2mm"),
        (strong, light, "", ""),
        strict=True,
    )
    made = [
        _paragraph(
            f"Heading {level}",
            before=before,
            after=after,
            size=size,
            left=NARROW_MM,
            hanging=True,
            bold=True,
            more=f'{rule} fo:keep-with-next="always" fo:line-height="110%"',
            outline=level,
        )
        for level, (size, before, after, rule) in enumerate(measures, 1)
    ]
    plain = 'fo:keep-with-next="always"'
    made.append(
        _paragraph("Sources Heading", before="13mm", after="5mm", left=NARROW_MM, size=21, bold=True, more=plain)
    )
    return made


def _text_styles(accent: str) -> list[str]:
    return [
        _paragraph("List Bullet", after="1.5mm"),
        _paragraph("List Number", after="1.5mm"),
        _paragraph("Definition", after="2mm", left=NARROW_MM, hanging=True),
        _paragraph(
            "Table Caption", before="6mm", after="1.8mm", size=9.5, bold=True, more='fo:keep-with-next="always"'
        ),
        _paragraph("Table Heading", size=9.5, bold=True),
        _paragraph("Table Contents", size=9.5),
        _paragraph("After Table", size=6),
        _paragraph("Source Entry", after="1.3mm", left=NARROW_MM, hanging=True, size=9),
        _paragraph("Page Break", more='fo:break-before="page"', size=2),
    ]


def _note_styles(accent: str) -> list[str]:
    made = []
    for name, tone in (("Info", accent), ("Attention", look.ATTENTION), ("Unlawful", look.UNLAWFUL)):
        box = (
            f'fo:border-left="2.5pt solid {tone}" fo:background-color="{look.PALE}" '
            'fo:padding-left="4mm" fo:padding-top="2mm" fo:padding-bottom="2mm" style:join-border="true"'
        )
        keep = 'fo:keep-with-next="always" fo:keep-together="always"'
        made.append(
            _paragraph(f"Note {name} Kind", before="4mm", left=NARROW_MM, bold=True, colour=tone, more=f"{box} {keep}")
        )
        made.append(_paragraph(f"Note {name}", after="5mm", left=NARROW_MM, more=box))
    return made


def _character_styles(accent: str) -> list[str]:
    return [
        _character("Strong Emphasis", 'fo:font-weight="bold"'),
        _character("Emphasis", 'fo:font-style="italic"'),
        _character("Term", 'fo:font-style="italic"'),
        _character("Internet link", f'fo:color="{accent}" style:text-underline-style="solid"'),
        _character("Index Link", f'fo:color="{look.INK}" style:text-underline-style="none"'),
        _character("Label", f'fo:font-weight="bold" fo:color="{accent}"'),
        _character("Quiet", f'fo:color="{look.QUIET}" fo:font-weight="normal"'),
        _character(
            "Source Mark",
            f'fo:color="{look.QUIET}" style:text-position="45% 100%" fo:font-size="6.4pt" '
            'fo:font-weight="normal" style:text-underline-style="none"',
        ),
    ]


def _outline(accent: str) -> str:
    levels = "".join(
        f'<text:outline-level-style text:level="{level}" style:num-format="1" text:display-levels="{level}">'
        '<style:list-level-properties text:list-level-position-and-space-mode="label-alignment">'
        f'<style:list-level-label-alignment text:label-followed-by="listtab" '
        f'text:list-tab-stop-position="{NARROW_MM}mm" '
        f'fo:text-indent="-{NARROW_MM}mm" fo:margin-left="{NARROW_MM}mm"/></style:list-level-properties>'
        f'<style:text-properties fo:color="{accent}"/></text:outline-level-style>'
        for level in range(1, 5)
    )
    return f'<text:outline-style style:name="Outline">{levels}</text:outline-style>'


def _list(name: str, accent: str, level: str, kind: str) -> str:
    left = NARROW_MM + 6
    return (
        f'<text:list-style style:name="{name}">{level} text:style-name="Label">'
        '<style:list-level-properties text:list-level-position-and-space-mode="label-alignment">'
        f'<style:list-level-label-alignment text:label-followed-by="listtab" text:list-tab-stop-position="{left}mm" '
        f'fo:text-indent="-6mm" fo:margin-left="{left}mm"/></style:list-level-properties>'
        f"</text:list-level-style-{kind}></text:list-style>"
    )


def _page_layouts() -> str:
    size = 'fo:page-width="210mm" fo:page-height="297mm" style:print-orientation="portrait"'
    sides = 'fo:margin-left="24mm" fo:margin-right="24mm"'
    return (
        f'<style:page-layout style:name="Cover"><style:page-layout-properties {size} {sides} fo:margin-top="34mm" '
        'fo:margin-bottom="26mm"/></style:page-layout>'
        f'<style:page-layout style:name="Page"><style:page-layout-properties {size} {sides} fo:margin-top="14mm" '
        'fo:margin-bottom="12mm"/><style:header-style><style:header-footer-properties fo:min-height="14mm" '
        'fo:margin-bottom="8mm"/></style:header-style><style:footer-style><style:header-footer-properties '
        'fo:min-height="12mm" fo:margin-top="7mm"/></style:footer-style></style:page-layout>'
    )


def _paragraph(
    name: str,
    *,
    before: str = "0mm",
    after: str = "0mm",
    left: int = 0,
    hanging: bool = False,
    size: float = 0,
    bold: bool = False,
    colour: str = "",
    outline: int = 0,
    master: str = "",
    parent: str = "Standard",
    more: str = "",
    inner: str = "",
) -> str:
    indent = f"-{left}mm" if hanging else "0mm"
    tabs = inner or ('<style:tab-stops><style:tab-stop style:position="0mm"/></style:tab-stops>' if hanging else "")
    text = "".join(
        [
            ' fo:font-weight="bold"' if bold else "",
            f' fo:font-size="{size}pt"' if size else "",
            f' fo:color="{colour}"' if colour else "",
        ]
    )
    attributes = "".join(
        [
            f' style:display-name="{name}"' if " " in name else "",
            f' style:parent-style-name="{parent}"' if parent else "",
            f' style:default-outline-level="{outline}" style:next-style-name="Standard"' if outline else "",
            f' style:master-page-name="{master}"' if master else "",
        ]
    )
    return (
        f'<style:style style:name="{encoded(name)}" style:family="paragraph"{attributes}>'
        f'<style:paragraph-properties fo:margin-top="{before}" fo:margin-bottom="{after}" fo:margin-left="{left}mm" '
        f'fo:text-indent="{indent}" {more}>{tabs}</style:paragraph-properties>'
        f"<style:text-properties{text}/></style:style>"
    )


def _character(name: str, properties: str) -> str:
    return (
        f'<style:style style:name="{encoded(name)}" style:display-name="{escape(name)}" style:family="text">'
        f"<style:text-properties {properties}/></style:style>"
    )


def encoded(name: str) -> str:
    """A style name as ODF writes it in XML: a space becomes ``_20_``."""
    return name.replace(" ", "_20_")
