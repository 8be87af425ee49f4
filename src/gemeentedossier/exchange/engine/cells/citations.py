"""Provisions cited in free text: "art. 6 lid 1 sub e AVG", "Wmo 2.3.2", "Awb art. 3:2", "art. 17, 53a en 54 Pw"."""

import re
from collections.abc import Collection

from gemeentedossier.dossier.register.enums import Article6
from gemeentedossier.exchange.engine.cells.splitting import cut
from gemeentedossier.exchange.engine.words import folded
from gemeentedossier.exchange.facts import Citation

GDPR_NAMES = frozenset({"avg", "gdpr", "algemene verordening gegevensbescherming"})
POINTS = frozenset("abcdef")
_ORDINALS = ("eerste", "tweede", "derde", "vierde", "vijfde", "zesde", "zevende", "achtste", "negende", "tiende")

_NUMBER = r"\d+[a-z]{0,2}(?:[.:]\d+[a-z]{0,2})*(?:\s?[-–]\s?\d+[a-z]{0,2})?(?![\w°])"
_NUMBERS = rf"(?P<articles>{_NUMBER}(?:\s*(?:,|en|/|&)\s*{_NUMBER})*)"
_ARTICLE = r"(?:artikel(?:en)?|artt?\.?)"
_PARAGRAPH = (
    rf"(?:,?\s*(?:(?:lid|leden)\s*(?P<paragraph>\d+[a-z]?(?:\s*(?:,|en|-|–)\s*\d+)*)"
    rf"|(?P<ordinal>{'|'.join(_ORDINALS)})\s+lid))?"
)
_POINT = r"(?:,?\s*(?:aanhef\s+en\s+)?(?:sub|onder(?:deel)?|letter)\s*(?P<point>[a-z]\b|\d+°?))?"
_REST = _PARAGRAPH + _POINT

_AFTER = re.compile(
    rf"^{_ARTICLE}\s*{_NUMBERS}{_REST}(?:,?\s*(?:van\s+(?:de|het)|uit\s+de)?\s*(?P<law>\S.*))?$", re.IGNORECASE
)
_BEFORE = re.compile(rf"^(?P<law>\S.*?)[,:]?\s+{_ARTICLE}\s*{_NUMBERS}{_REST}$", re.IGNORECASE)
_BARE = re.compile(rf"^(?P<law>[A-Za-z].*?)[,:]?\s+{_NUMBERS}{_REST}$", re.IGNORECASE)
_SHORT_GDPR = re.compile(
    r"^(?:(?:AVG|GDPR)[,:]?\s*)?(?:(?:artikel|art\.?)\s*)?6\s*(?:\.\s*1|\(1\))\s*[.,]?\s*(?:sub\s*|onder\s*)?"
    r"\(?(?P<point>[a-f])\)?(?:[,\s]+(?:AVG|GDPR))?$",
    re.IGNORECASE,
)
_YEAR = re.compile(r"^(?:19|20)\d\d$")
_SEPARATORS = re.compile(
    r"[;\n]|\s/\s|\s+(?:en|jo\.?|juncto)\s+(?=art|\w+ art)|"
    r",(?!\s*(?:lid|leden|sub|onder|aanhef|letter|\d|(?:" + "|".join(_ORDINALS) + r")\s+lid))(?=\s)",
    re.IGNORECASE,
)
_PARENTHESES = re.compile(r"\(([^()]+)\)")


def segments(text: str, *, laws: Collection[str]) -> list[str]:
    """The parts of a cell that each name one basis; a law whose name holds a separator stays whole."""
    protected = text
    for law in laws:
        if " / " in law:
            protected = protected.replace(law, law.replace(" / ", "\x1f"))
    return [part.replace("\x1f", " / ").strip(" ,") for part in cut(protected, _SEPARATORS)]


def citations_in(segment: str, *, laws: Collection[str]) -> tuple[Citation, ...]:
    """The provisions that one segment cites; empty when it names no article of a law."""
    segment = segment.rstrip(" .")
    found = _cited(segment, laws=laws)
    if found:
        return found
    outside = _PARENTHESES.sub(" ", segment).strip()
    inside = [each for part in _PARENTHESES.findall(segment) for each in _cited(part.strip(), laws=laws)]
    return (*(_cited(outside, laws=laws) if outside != segment else ()), *inside)


def _cited(text: str, *, laws: Collection[str]) -> tuple[Citation, ...]:
    short = _SHORT_GDPR.match(text)
    if short:
        return (Citation("AVG", "6", "1", short["point"].lower()),)
    for pattern in (_AFTER, _BEFORE):
        match = pattern.match(text)
        if match:
            return _from(match)
    bare = _BARE.match(text)
    if bare and _is_article(bare, laws=laws):
        return _from(bare)
    return ()


def _is_article(match: re.Match[str], *, laws: Collection[str]) -> bool:
    """A number without "art." is an article when its form or its law says so; "Convenant 2019" is none."""
    articles = match["articles"]
    if _YEAR.match(articles):
        return False
    return bool(re.search(r"\d[.:]\d", articles)) or folded(match["law"]) in {folded(law) for law in laws}


def _from(match: re.Match[str]) -> tuple[Citation, ...]:
    articles = [each.replace(" ", "") for each in re.split(r"\s*(?:,|/|&|\ben\b)\s*", match["articles"])]
    paragraph = match["paragraph"] or ""
    if match["ordinal"]:
        paragraph = str(_ORDINALS.index(match["ordinal"].lower()) + 1)
    point = (match["point"] or "").lower()
    law = _law_name(match["law"] or "")
    if not law and not (articles == ["6"] and paragraph == "1" and point in POINTS):
        return ()
    last = len(articles) - 1
    return tuple(
        Citation(law or "AVG", article, paragraph if at == last else "", point if at == last else "")
        for at, article in enumerate(articles)
    )


def _law_name(text: str) -> str:
    bare = text.strip(" .,;:()")
    return re.sub(r"^(?:de|het|van de|van het)\s+", "", bare, flags=re.IGNORECASE)


def article_6_of(citation: Citation) -> Article6 | None:
    """The point of GDPR 6(1) that a citation of that article names."""
    if folded(citation.law) in GDPR_NAMES and citation.article == "6" and citation.paragraph in ("1", ""):
        return Article6(citation.point) if citation.point in POINTS else None
    return None


def is_article_6(citation: Citation) -> bool:
    """Whether a citation is of GDPR 6(1) as such, which says what kind of basis the others are."""
    return folded(citation.law) in GDPR_NAMES and citation.article == "6" and citation.paragraph in ("1", "")
