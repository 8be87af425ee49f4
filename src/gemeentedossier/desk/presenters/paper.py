"""A document as it stands on a page of the desk."""

from django.utils.safestring import SafeString, mark_safe

from gemeentedossier.documents.engine.blocks import Document
from gemeentedossier.documents.engine.html import write_fragment
from gemeentedossier.documents.engine.html_blocks import PlaceOf


def paper_on_page(document: Document, place_of: PlaceOf) -> SafeString:
    """The document, each of its sentences with its sources; ``place_of`` says where on the desk a record stands."""
    return mark_safe(write_fragment(document, place_of=place_of))  # noqa: S308 - every text in it was escaped
