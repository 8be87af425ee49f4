"""Places in the law, and the one way in which they are cited.

Dutch statutes: Aanwijzingen voor de regelgeving, 3.29 ("artikel 5, tweede lid, onderdeel a"). Law of the Union: its
Interinstitutional Style Guide, 3.2.3 ("artikel 1, lid 2, onder a"). The short form is that of lists and tables.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache

_ORDINALS = (
    "nulde", "eerste", "tweede", "derde", "vierde", "vijfde", "zesde", "zevende", "achtste", "negende", "tiende",
    "elfde", "twaalfde", "dertiende", "veertiende", "vijftiende", "zestiende", "zeventiende", "achttiende",
    "negentiende", "twintigste",
)  # fmt: skip
_RANGE = re.compile(r"(?P<first>[\w.:]+)-(?P<last>[\w.:]+)")
_PARAGRAPH_AND_POINT = re.compile(r"(?P<paragraph>\S+) onder (?P<point>\S+)")
_CHAPTER_PARAGRAPH = re.compile(r"par\. (?P<number>\S+)")


class CitationForm(StrEnum):
    """Long in running text, short in lists and tables."""

    LONG = "long"
    SHORT = "short"


@dataclass(frozen=True, slots=True, kw_only=True)
class LawReference:
    """A place in the law, e.g. article 5, paragraph 1, point e of the AVG; paragraphs may be a range (`1-3`).

    `is_european` and `english_law` (what the law is called in English) are known from the statute.
    """

    law: str
    article: str | None = None
    paragraph: str | None = None
    point: str | None = None
    is_european: bool = False
    english_law: str | None = None

    def citation(self, language: str = "nl", *, form: CitationForm = CitationForm.SHORT) -> str:
        """Return place and law: `art. 6 lid 1 onder c AVG`, or long `artikel 6, lid 1, onder c, AVG`."""
        return cited(self.place(language, form=form), law=self.law_in(language))

    def of_article(self) -> "LawReference":
        """Return the whole article in which the place is."""
        return _whole_article(self)

    def place(self, language: str = "nl", *, form: CitationForm = CitationForm.SHORT) -> str:
        """Return the place without the law; empty where the whole law is meant."""
        if self.article is None or not re.search(r"\d", self.article):
            return ""
        if language.startswith("en"):
            return _english(self, form)
        return _long(self) if form is CitationForm.LONG else _short(self)

    def law_in(self, language: str) -> str:
        """Return what the law is called for short in a language."""
        return (self.english_law or self.law) if language.startswith("en") else self.law


@lru_cache(maxsize=4_000)
def _whole_article(place: LawReference) -> LawReference:
    return replace(place, paragraph=None, point=None)


def cited(place: str, *, law: str) -> str:
    """Return a place with its law behind it, after a comma where the place has commas itself."""
    comma = "," if "," in place else ""
    return f"{place}{comma} {law}" if place else law


def cited_together(
    places: Iterable[LawReference], language: str = "nl", *, form: CitationForm = CitationForm.SHORT
) -> str:
    """Return several places, law by law: `art. 5 lid 2 en art. 24 lid 1 AVG; art. 46 UAVG`."""
    return _law_by_law(tuple(places), language, form)


@lru_cache(maxsize=4_000)
def _law_by_law(places: tuple[LawReference, ...], language: str, form: CitationForm) -> str:
    """The rules of a catalogue rest on a thousand places, and a page cites the same ones again and again."""
    by_law: dict[str, list[str]] = {}
    for each in places:
        found = by_law.setdefault(each.law_in(language), [])
        if place := each.place(language, form=form):
            found.append(place)
    return "; ".join(_cited_together(found, law, language) for law, found in by_law.items())


def _cited_together(places: list[str], law: str, language: str) -> str:
    comma = "," if any("," in place for place in places) else ""
    joined = "".join(places[-1:])
    if len(places) > 1:
        joined = f"{', '.join(places[:-1])}{comma} {'and' if language.startswith('en') else 'en'} {joined}"
    return f"{joined}{comma} {law}" if joined else law


def written_place(text: str) -> LawReference:
    """Return the place that is written as `AVG 5(1)(e)`; its article is None where the text has none."""
    law, _, place = text.rpartition(" ")
    article, *parts = place.replace(")", "").split("(")
    paragraph = parts.pop(0) if parts and parts[0].isdigit() and article != "4" else None
    return LawReference(law=law, article=article or None, paragraph=paragraph, point=parts[0] if parts else None)


def place_of(
    law: str, *, article: str, paragraph: str | None, is_european: bool, english_law: str | None
) -> LawReference:
    """Return the place of which the paragraph may be written with its point (`1 onder c`) or be a point (`a`)."""
    point = None
    if paragraph and (both := _PARAGRAPH_AND_POINT.fullmatch(paragraph)):
        paragraph, point = both["paragraph"], both["point"]
    elif paragraph and paragraph.isalpha():
        paragraph, point = None, paragraph
    return LawReference(
        law=law, article=article, paragraph=paragraph, point=point, is_european=is_european, english_law=english_law
    )


def _english(place: LawReference, form: CitationForm) -> str:
    article, word = place.article or "", "Article" if form is CitationForm.LONG else "Art."
    if chapter := _CHAPTER_PARAGRAPH.fullmatch(article):
        word, article = "Section", chapter["number"]
    several = _RANGE.fullmatch(article)
    if several and form is CitationForm.LONG:
        word, article = "Articles", f"{several['first']} to {several['last']}"
    to = " to " if form is CitationForm.LONG else "-"
    paragraphs = to.join(f"({each})" for each in (place.paragraph or "").split("-") if each)
    return f"{word} {article}{paragraphs}{f'({place.point})' if place.point else ''}"


def _short(place: LawReference) -> str:
    article = place.article or ""
    words = [article if article.startswith("par.") else f"art. {article}"]
    words += [f"lid {place.paragraph}"] if place.paragraph else []
    words += [f"{_point_word(place, 'onder')} {place.point}"] if place.point else []
    return " ".join(words)


def _long(place: LawReference) -> str:
    words = [_dutch_article(place.article or "")]
    if place.paragraph:
        words.append(_european_paragraph(place.paragraph) if place.is_european else _dutch_paragraph(place.paragraph))
    if place.point:
        words.append(f"{_point_word(place, 'onder' if place.is_european else 'onderdeel')} {place.point}")
    return ", ".join(words)


def _point_word(place: LawReference, lettered: str) -> str:
    """Numbered definitions of the Union's law are `punt 7`."""
    return "punt" if place.is_european and place.point and place.point.isdigit() else lettered


def _dutch_article(article: str) -> str:
    if chapter := _CHAPTER_PARAGRAPH.fullmatch(article):
        return f"paragraaf {chapter['number']}"
    if several := _RANGE.fullmatch(article):
        return f"artikelen {several['first']} tot en met {several['last']}"
    return f"artikel {article}"


def _european_paragraph(paragraph: str) -> str:
    if several := _RANGE.fullmatch(paragraph):
        return f"leden {_joined(several['first'], several['last'])}"
    return f"lid {paragraph}"


def _dutch_paragraph(paragraph: str) -> str:
    if several := _RANGE.fullmatch(paragraph):
        return f"{_joined(several['first'], several['last'], ordinal=True)} lid"
    return f"{_ordinal(paragraph)} lid" if paragraph.isdigit() else f"lid {paragraph}"


def _joined(first: str, last: str, *, ordinal: bool = False) -> str:
    """Two neighbours are joined by `en`, more by `tot en met`."""
    neighbours = first.isdigit() and last.isdigit() and int(last) - int(first) == 1
    word = "en" if neighbours else "tot en met"
    return f"{_ordinal(first)} {word} {_ordinal(last)}" if ordinal else f"{first} {word} {last}"


def _ordinal(number: str) -> str:
    return _ORDINALS[int(number)] if number.isdigit() and int(number) < len(_ORDINALS) else f"{number}e"
