"""Where a place in the law can be read, and what it says for short.

The law of the Union stands at EUR-Lex with a mark at each article; a Dutch law at wetten.overheid.nl, where a link of
the form jci1.3 (Juriconnect) opens the text in force at an article.
"""

from urllib.parse import quote

from gemeentedossier.catalogue.facts.catalogue import Catalogue
from gemeentedossier.catalogue.facts.citations import LawReference
from gemeentedossier.catalogue.facts.law import Statute
from gemeentedossier.catalogue.facts.sources import Text

_EUR_LEX = "https://eur-lex.europa.eu/legal-content/{language}/TXT/HTML/?uri=CELEX:{celex}"
_WETTEN = "https://wetten.overheid.nl/jci1.3:c:{bwb}"


def address_of(place: LawReference, catalogue: Catalogue, language: str = "nl") -> str:
    """Return where the text stands, at the article where one is meant; empty where no official id is known."""
    statute = _statute(place, catalogue)
    article = _article(place)
    if statute and statute.celex_id:
        page = _EUR_LEX.format(language="EN" if language.startswith("en") else "NL", celex=statute.celex_id)
        return f"{page}#art_{article}" if article else page
    if statute and statute.bwb_id:
        page = _WETTEN.format(bwb=statute.bwb_id)
        return f"{page}&artikel={quote(article)}" if article else page
    return ""


def summary_of(place: LawReference, catalogue: Catalogue) -> Text | None:
    """Return what the catalogue says for short of exactly this place; None where it says nothing of it."""
    bases = catalogue.legal_bases.values()
    return next((each.summary for each in bases if _same(place, catalogue.reference(each))), None)


def _same(place: LawReference, other: LawReference) -> bool:
    return (place.law, place.article, place.paragraph, place.point) == (
        other.law,
        other.article,
        other.paragraph,
        other.point,
    )


def _statute(place: LawReference, catalogue: Catalogue) -> Statute | None:
    return next((each for each in catalogue.statutes.values() if each.abbreviation == place.law), None)


def _article(place: LawReference) -> str:
    """The first article that is meant; empty for a whole law, and for a section of one (`par. 2.1`)."""
    article = (place.article or "").partition("-")[0]
    return article if article[:1].isdigit() else ""
