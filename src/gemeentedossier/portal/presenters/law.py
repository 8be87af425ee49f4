"""Where a law can be read: citations with links, from the catalogue."""

from django.utils.translation import gettext as _

from gemeentedossier.catalogue.facts import Catalogue, Statute
from gemeentedossier.portal.presenters.parts import Item
from gemeentedossier.portal.presenters.words import language

GDPR = "gdpr"
EUR_LEX = "https://eur-lex.europa.eu/legal-content/{language}/TXT/?uri=CELEX:{celex}"
WETTEN = "https://wetten.overheid.nl/{bwb}"


def statute_url(statute: Statute | None) -> str:
    """Where the law stands, in the text that is in force; empty where the catalogue does not say."""
    if statute and statute.bwb_id:
        return WETTEN.format(bwb=statute.bwb_id)
    if statute and statute.celex_id:
        return EUR_LEX.format(language=language().upper(), celex=statute.celex_id)
    return ""


def gdpr(catalogue: Catalogue, *, article: str, paragraph: str = "", point: str = "") -> Item:
    """An article of the GDPR with its link."""
    place = {"article": article, "paragraph": paragraph, "point": point}
    cited = _("Article %(article)s GDPR")
    if point:
        cited = _("Article %(article)s(%(paragraph)s)(%(point)s) GDPR")
    elif paragraph:
        cited = _("Article %(article)s(%(paragraph)s) GDPR")
    return Item(text=cited % place, url=statute_url(catalogue.statutes.get(GDPR)))


def provision(catalogue: Catalogue, provision_id: str, *, text: str = "") -> Item | None:
    """A provision with link and summary; in own words where the catalogue lacks it; None where nothing stands."""
    found = catalogue.legal_bases.get(provision_id)
    if found is None:
        own = text or provision_id
        return Item(text=own, own=True) if own else None
    statute = catalogue.statutes.get(found.statute)
    place = {
        "law": statute.abbreviation if statute else found.statute,
        "article": found.article,
        "paragraph": found.paragraph,
    }
    cited = (
        _("%(law)s, article %(article)s, paragraph %(paragraph)s")
        if found.paragraph
        else _("%(law)s, article %(article)s")
    )
    return Item(
        text=cited % place,
        url=safe_url(found.source.url or "") or statute_url(statute),
        note=found.summary.in_language(language()),
    )


def safe_url(url: str) -> str:
    """The address where it leads to a web page; empty where it is anything else (a script, a file)."""
    return url if url.startswith(("https://", "http://")) else ""
