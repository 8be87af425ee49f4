"""The papers about a breach: to read with their sources, and to take along."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.text import slugify

from gemeentedossier.design.enums import Weight
from gemeentedossier.design.parts import Action
from gemeentedossier.desk.presenters.documents import language_tabs
from gemeentedossier.desk.presenters.paper import paper_on_page
from gemeentedossier.desk.rules import Visit, staff
from gemeentedossier.desk.views.breach_pages import VIEW, breach_frame, url_of
from gemeentedossier.desk.views.document_places import places_in
from gemeentedossier.desk.views.papers import answer_with, form_of, language_of
from gemeentedossier.documents.actions.papers import file_of
from gemeentedossier.documents.engine.blocks import Document
from gemeentedossier.documents.engine.composition import Material
from gemeentedossier.documents.engine.composition.papers import Paper, papers_in
from gemeentedossier.documents.engine.rendering import Format
from gemeentedossier.documents.enums import PaperKind
from gemeentedossier.documents.queries import material_of
from gemeentedossier.foundation.addresses import reverse

FORMS = (Format.PDF, Format.DOCX, Format.ODT, Format.HTML)


@staff(VIEW)
def text(visit: Visit, key: UUID, paper: str) -> HttpResponse:
    """The paper to read; a click on a sentence shows what it rests on."""
    slug, language = visit.municipality.slug, language_of(visit)
    material, found = _paper(visit, key, paper)
    document: Document = found.composed(language=language)
    back = url_of(visit, "breach", key)
    shown = {
        "frame": breach_frame(visit, found.name, back, document.subject),
        "title": document.subject,
        "languages": language_tabs(language),
        "files": _files(slug, key, paper, language=language),
        "paper": paper_on_page(document, places_in(material.dossier, slug)),
    }
    return render(visit.request, "desk/document.html", shown)


@staff(VIEW)
def file(visit: Visit, key: UUID, paper: str, form: str) -> HttpResponse:
    """The paper as a file."""
    wanted = form_of(form)
    _, found = _paper(visit, key, paper)
    document: Document = found.composed(language=language_of(visit))
    name = slugify(f"{document.subject} {found.name}")[:80]
    made = file_of(document, wanted, name=name)
    return answer_with(made.content, name=made.name, media_type=made.media_type)


def _paper(visit: Visit, key: UUID, paper: str) -> tuple[Material, Paper]:
    """The paper of this kind about the breach; raises Http404 where there is none, as about an exercise."""
    if paper not in {each.value for each in PaperKind if each.value.startswith("breach-")}:
        raise Http404
    material = material_of(visit.municipality, moment=visit.moment)
    for each in papers_in(material, PaperKind(paper)):
        if each.about == key:
            return material, each
    raise Http404


def _files(slug: str, key: UUID, paper: str, *, language: str) -> tuple[Action, ...]:
    return tuple(
        Action(
            label=form.value.upper(),
            url=f"{reverse('desk:breach-paper-file', args=[slug, key, paper, form.value])}?language={language}",
            weight=Weight.SUBTLE,
        )
        for form in FORMS
    )
