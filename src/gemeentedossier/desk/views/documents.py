"""The documents that follow from the dossier: to read with their sources, and to take along."""

from collections.abc import Iterable

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from gemeentedossier.assessment.engine.assess import catalogue_version
from gemeentedossier.catalogue.engine.edition_words import edition_words
from gemeentedossier.catalogue.queries import catalogue_at
from gemeentedossier.design.parts import Crumb
from gemeentedossier.desk.presenters.activity.wording import language as here
from gemeentedossier.desk.presenters.documents import (
    file_actions,
    language_tabs,
    made_from,
    offered,
    title_of,
)
from gemeentedossier.desk.presenters.frame import frame_for
from gemeentedossier.desk.presenters.paper import paper_on_page
from gemeentedossier.desk.presenters.papers import papers_of
from gemeentedossier.desk.rules import Visit, staff
from gemeentedossier.desk.views.document_places import places_in
from gemeentedossier.desk.views.judged import judged_by
from gemeentedossier.desk.views.papers import answer_with, kind_of, language_of, order_of
from gemeentedossier.documents.actions.papers import asked_documents, at_once, comes_directly, made_before, make_file
from gemeentedossier.documents.engine.rendering import Format
from gemeentedossier.documents.enums import DocumentKind
from gemeentedossier.documents.facts import Order
from gemeentedossier.documents.queries import document_of
from gemeentedossier.dossier.register.models import Activity
from gemeentedossier.foundation.addresses import reverse

MAY_VIEW = "documents.view_document"


@staff(MAY_VIEW)
def documents(visit: Visit) -> HttpResponse:
    """What can be had, from which moment, in which language and form."""
    slug, language = visit.municipality.slug, language_of(visit)
    records = None if visit.moment else Activity.objects.count()
    directly = _directly(visit, DocumentKind)
    shown = {
        "frame": frame_for(visit, place="desk:documents"),
        "documents": [
            offered(kind, slug=slug, language=language, directly=_forms(directly, kind)) for kind in DocumentKind
        ],
        "papers": papers_of(asked_documents(), slug=slug),
        "languages": language_tabs(language),
        "made_from": made_from(
            visit.moment,
            catalogue=edition_words(catalogue_version(catalogue_at(visit.moment)), here()),
            records=records,
        ),
        "is_empty": records == 0,
        "import_url": reverse("desk:exchange", args=[slug]),
    }
    return render(visit.request, "desk/documents.html", shown)


@staff(MAY_VIEW)
def document(visit: Visit, kind: str) -> HttpResponse:
    """The document in the frame of the desk; a click on a sentence shows what it rests on."""
    slug, language, wanted = visit.municipality.slug, language_of(visit), kind_of(kind)
    composed = document_of(visit.municipality, kind=wanted, language=language, moment=visit.moment)
    directly = _forms(_directly(visit, [wanted]), wanted)
    place_of = places_in(judged_by(visit).dossier, slug)
    places = (
        Crumb(label=_("Documents"), url=reverse("desk:documents", args=[slug]) + f"?language={language}"),
        Crumb(label=title_of(wanted)),
    )
    shown = {
        "frame": frame_for(visit, place="desk:documents", crumbs=places),
        "title": title_of(wanted),
        "languages": language_tabs(language),
        "files": file_actions(wanted, slug=slug, language=language, directly=directly),
        "paper": paper_on_page(composed, place_of),
    }
    return render(visit.request, "desk/document.html", shown)


@staff(MAY_VIEW)
def download(visit: Visit, kind: str, form: str) -> HttpResponse:
    """The document as a file: the one that was made before, else a small one at once; for more it must be asked."""
    order = order_of(visit, kind, form)
    made = made_before(order)
    if made is not None:
        return redirect("desk:paper", visit.municipality.slug, made.id)
    if not comes_directly(order):
        messages.info(visit.request, _("This document takes some time. Ask for it here; you need not wait for it."))
        return redirect("desk:documents", visit.municipality.slug)
    composed = document_of(visit.municipality, kind=order.kind, language=order.language, moment=visit.moment)
    file = make_file(order, composed, slug=visit.municipality.slug)
    return answer_with(file.content, name=file.name, media_type=file.media_type)


def _directly(visit: Visit, kinds: Iterable[DocumentKind]) -> frozenset[Order]:
    """The documents that come at once, in each form."""
    language = language_of(visit)
    return at_once([Order(kind=k, form=f, language=language, moment=visit.moment) for k in kinds for f in Format])


def _forms(orders: Iterable[Order], kind: DocumentKind) -> frozenset[Format]:
    return frozenset(order.form for order in orders if order.kind is kind)
