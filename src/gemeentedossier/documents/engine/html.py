"""HTML: the fragment for our own pages, and whole pages, with linked assets or with everything inside."""

import base64
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from html import escape
from pathlib import Path

from .blocks import Document
from .html_blocks import PlaceOf, fragment
from .look import Look
from .wording import wording_of

ROOM = Path(__file__).resolve().parent.parent
STATIC = ROOM / "static" / "documents"
WEB_FONTS = ROOM.parent / "design" / "static" / "design" / "fonts"
_FACES = (("normal", "source-sans-3-latin-wght-normal.woff2"), ("italic", "source-sans-3-latin-wght-italic.woff2"))


@dataclass(frozen=True, slots=True)
class Assets:
    """Addresses of style sheets and scripts, for a page that is served under a strict content policy."""

    stylesheets: tuple[str, ...]
    scripts: tuple[str, ...]


def write_fragment(document: Document, *, place_of: PlaceOf) -> str:
    """The ``<article>`` alone; the page around it links ``document.css`` and ``provenance.js``.

    ``place_of`` says where its readers find a record.
    """
    return fragment(document, place_of)


def write_html(document: Document, *, look: Look | None = None, assets: Assets | None = None) -> str:
    """A whole page; without assets it needs no other file, and its own policy admits only what stands in it."""
    head = _linked(assets) if assets else _contained(look or Look())
    words = wording_of(document.language)
    keywords = escape(", ".join(document.keywords))
    return "\n".join(
        [
            "<!DOCTYPE html>",
            f'<html lang="{document.language}">',
            "<head>",
            '<meta charset="utf-8">',
            *head,
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            f"<title>{escape(document.title.text)} · {escape(document.municipality)}</title>",
            f'<meta name="description" content="{escape(document.subject)}">',
            f'<meta name="keywords" content="{keywords}">',
            f'<meta name="author" content="{escape(document.municipality)}">',
            "</head>",
            '<body class="paper-page">',
            f'<a class="paper-skip" href="#paper">{escape(words.skip)}</a>',
            '<main id="paper" tabindex="-1">',
            fragment(document),
            "</main>",
            "</body>",
            "</html>",
            "",
        ]
    )


def _linked(assets: Assets) -> list[str]:
    sheets = [f'<link rel="stylesheet" href="{escape(url)}">' for url in assets.stylesheets]
    return sheets + [f'<script src="{escape(url)}" defer></script>' for url in assets.scripts]


@lru_cache(maxsize=8)
def _contained(look: Look) -> list[str]:
    style = "\n".join([*_faces(), f":root {{ --paper-accent: {look.accent}; }}", _static("document.css")])
    script = _static("provenance.js")
    policy = (
        f"default-src 'none'; style-src {_digest(style)}; script-src {_digest(script)}; "
        "font-src data:; base-uri 'none'; form-action 'none'"
    )
    return [
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">',
        f"<style>{style}</style>",
        f'<script type="module">{script}</script>',
    ]


def _static(name: str) -> str:
    return (STATIC / name).read_text(encoding="utf-8")


def _faces() -> Sequence[str]:
    return [_face(style, WEB_FONTS / name) for style, name in _FACES if (WEB_FONTS / name).is_file()]


def _face(style: str, file: Path) -> str:
    held = base64.b64encode(file.read_bytes()).decode("ascii")
    return (
        f"@font-face {{ font-family: 'Gemeentedossier Sans'; font-style: {style}; font-weight: 200 900; "
        f"font-display: swap; src: url(data:font/woff2;base64,{held}) format('woff2'); }}"
    )


def _digest(text: str) -> str:
    return "'sha256-" + base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii") + "'"
