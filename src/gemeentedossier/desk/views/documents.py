"""The documents that follow from the dossier: to read with their sources, and to take along."""

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.safestring import mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from gemeentedossier.assessment.engine.assess import catalogue_version
from gemeentedossier.catalogue.queries import current_catalogue
from gemeentedossier.design.parts import Crumb
from gemeentedossier.desk.presenters.documents import (
    LANGUAGES,
    file_actions,
    file_name,
    language_tabs,
    made_from,
    offered,
    title_of,
)
from gemeentedossier.desk.presenters.frame import frame_for
from gemeentedossier.desk.rules import Visit, staff
from gemeentedossier.documents.engine import rendering
from gemeentedossier.documents.engine.html import write_fragment
from gemeentedossier.documents.engine.pdf import PdfFailedError
from gemeentedossier.documents.engine.rendering import Format
from gemeentedossier.documents.enums import DocumentKind
from gemeentedossier.documents.queries import document_of
from gemeentedossier.dossier.register.models import Activity
from gemeentedossier.foundation.errors import Refused

MAY_VIEW = "documents.view_document"


@staff(MAY_VIEW)
def documents(visit: Visit) -> HttpResponse:
    """What can be had, from which moment, in which language and form."""
    slug, language = visit.municipality.slug, _language(visit)
    records = None if visit.moment else Activity.objects.count()
    shown = {
        "frame": frame_for(visit, place="desk:documents"),
        "documents": [offered(kind, slug=slug, language=language) for kind in DocumentKind],
        "languages": language_tabs(language),
        "made_from": made_from(visit.moment, catalogue=catalogue_version(current_catalogue()), records=records),
        "is_empty": records == 0,
        "import_url": reverse("desk:exchange", args=[slug]),
    }
    return render(visit.request, "desk/documents.html", shown)


@staff(MAY_VIEW)
def document(visit: Visit, kind: str) -> HttpResponse:
    """The document in the frame of the desk; a click on a sentence shows what it rests on."""
    slug, language, wanted = visit.municipality.slug, _language(visit), _kind(kind)
    composed = document_of(visit.municipality, kind=wanted, language=language, moment=visit.moment)
    places = (
        Crumb(label=_("Documents"), url=reverse("desk:documents", args=[slug]) + f"?language={language}"),
        Crumb(label=title_of(wanted)),
    )
    shown = {
        "frame": frame_for(visit, place="desk:documents", crumbs=places),
        "title": title_of(wanted),
        "languages": language_tabs(language),
        "files": file_actions(wanted, slug=slug, language=language),
        # Escaped by the documents room, which builds every element itself.
        "paper": mark_safe(write_fragment(composed)),  # noqa: S308
    }
    return render(visit.request, "desk/document.html", shown)


@staff(MAY_VIEW)
def download(visit: Visit, kind: str, form: str) -> HttpResponse:
    """The document as a file."""
    language, wanted, chosen = _language(visit), _kind(kind), _form(form)
    composed = document_of(visit.municipality, kind=wanted, language=language, moment=visit.moment)
    try:
        content = rendering.render(composed, chosen)
    except PdfFailedError as error:
        raise Refused(_("The PDF could not be made. Try again, or take another form meanwhile.")) from error
    name = file_name(visit.municipality.slug, wanted, chosen, language=language, moment=composed.moment)
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(content, content_type=chosen.media_type, headers=headers)


def _language(visit: Visit) -> str:
    """The language asked for, else that of the screen."""
    asked = visit.request.GET.get("language", "")
    if asked in LANGUAGES:
        return asked
    return "en" if (get_language() or "nl").startswith("en") else "nl"


def _kind(kind: str) -> DocumentKind:
    try:
        return DocumentKind(kind)
    except ValueError as error:
        raise Http404 from error


def _form(form: str) -> Format:
    try:
        return Format(form)
    except ValueError as error:
        raise Http404 from error
