"""The plan of action: to read with its sources, and to take along."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from gemeentedossier.design.enums import Weight
from gemeentedossier.design.parts import Action
from gemeentedossier.desk.presenters.documents import language_tabs
from gemeentedossier.desk.presenters.paper import paper_on_page
from gemeentedossier.desk.rules import Visit, staff
from gemeentedossier.desk.views.document_places import places_in
from gemeentedossier.desk.views.judged import judged_by
from gemeentedossier.desk.views.method import VIEW, method_frame
from gemeentedossier.desk.views.papers import answer_with, form_of, language_of
from gemeentedossier.desk.views.weighed_pages import url_of
from gemeentedossier.documents.actions.papers import file_of
from gemeentedossier.documents.engine.blocks import Document
from gemeentedossier.documents.engine.rendering import Format
from gemeentedossier.documents.queries import material_of
from gemeentedossier.method.engine.plan_paper import compose_plan
from gemeentedossier.method.engine.progress import path_of

FORMS = (Format.PDF, Format.DOCX, Format.ODT, Format.HTML)


@staff(VIEW)
def text(visit: Visit) -> HttpResponse:
    """The plan to read; a click on a sentence shows what it rests on."""
    language, document = language_of(visit), _plan(visit)
    files = (
        Action(
            label=form.value.upper(),
            url=f"{url_of(visit, 'method-plan-file', form.value)}?language={language}",
            weight=Weight.SUBTLE,
        )
        for form in FORMS
    )
    shown = {
        "frame": method_frame(visit, plan_title()),
        "title": document.subject,
        "languages": language_tabs(language),
        "files": tuple(files),
        "paper": paper_on_page(document, places_in(judged_by(visit).dossier, visit.municipality.slug)),
    }
    return render(visit.request, "desk/document.html", shown)


@staff(VIEW)
def file(visit: Visit, form: str) -> HttpResponse:
    """The plan as a file."""
    made = file_of(_plan(visit), form_of(form), name=f"{visit.municipality.slug}-plan")
    return answer_with(made.content, name=made.name, media_type=made.media_type)


def _plan(visit: Visit) -> Document:
    material = material_of(visit.municipality, moment=visit.moment)
    return compose_plan(material, path_of(judged_by(visit), material.catalogue), language=language_of(visit))


def plan_title() -> str:
    """What the document is called."""
    return _("Plan of action")
