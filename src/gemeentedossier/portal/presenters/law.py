"""Where a law can be read: citations with links, from the catalogue."""

import re

from django.utils.text import capfirst

from gemeentedossier.catalogue.facts import Catalogue, Statute
from gemeentedossier.catalogue.facts.citations import CitationForm, LawReference
from gemeentedossier.design.parts import safe_url
from gemeentedossier.portal.presenters.parts import Item
from gemeentedossier.portal.presenters.words import language

GDPR = "gdpr"
EUR_LEX = "https://eur-lex.europa.eu/legal-content/{language}/TXT/?uri=CELEX:{celex}"
WETTEN = "https://wetten.overheid.nl/{bwb}"

_MAILBOX = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+", re.ASCII)


def statute_url(statute: Statute | None) -> str:
    """Where the law stands, in the text that is in force; empty where the catalogue does not say."""
    if statute and statute.bwb_id:
        return WETTEN.format(bwb=statute.bwb_id)
    if statute and statute.celex_id:
        return EUR_LEX.format(language=language().upper(), celex=statute.celex_id)
    return ""


def gdpr(catalogue: Catalogue, *, article: str, paragraph: str | None = None, point: str | None = None) -> Item:
    """An article of the GDPR with its link."""
    statute = catalogue.statutes.get(GDPR)
    place = LawReference(
        law=statute.abbreviation if statute else GDPR,
        article=article,
        paragraph=paragraph,
        point=point,
        is_european=True,
        english_law=statute.english_abbreviation if statute else None,
    )
    return Item(text=_cited(place), url=statute_url(statute))


def _cited(place: LawReference) -> str:
    return capfirst(place.citation(language(), form=CitationForm.LONG))


def provision(catalogue: Catalogue, provision_id: str, *, text: str = "") -> Item | None:
    """A provision with link and summary; in own words where the catalogue lacks it; None where nothing stands."""
    found = catalogue.legal_bases.get(provision_id)
    if found is None:
        own = text or provision_id
        return Item(text=own, own=True) if own else None
    statute = catalogue.statutes.get(found.statute)
    return Item(
        text=_cited(catalogue.reference(found)),
        url=safe_url(found.source.url or "") or statute_url(statute),
        note=found.summary.in_language(language()),
    )


def mail_to(contact: str) -> str:
    """A link that writes to the contact where that is one e-mail address and nothing else; empty otherwise."""
    return f"mailto:{contact}" if _MAILBOX.fullmatch(contact) else ""
