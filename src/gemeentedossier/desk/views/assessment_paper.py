"""The report of an impact assessment: to read with its sources, and to take along."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.text import slugify

from gemeentedossier.design.enums import Weight
from gemeentedossier.design.parts import Action
from gemeentedossier.desk.presenters.documents import language_tabs
from gemeentedossier.desk.presenters.paper import paper_on_page
from gemeentedossier.desk.rules import Visit, staff
from gemeentedossier.desk.views.assessment_pages import VIEW, assessment_frame
from gemeentedossier.desk.views.document_places import places_in
from gemeentedossier.desk.views.judged import judged_by
from gemeentedossier.desk.views.papers import answer_with, form_of, language_of
from gemeentedossier.desk.views.weighed_pages import url_of
from gemeentedossier.desk.views.writing import found_in
from gemeentedossier.documents.actions.papers import file_of
from gemeentedossier.documents.engine.blocks import Document
from gemeentedossier.documents.engine.composition.impact_assessment import compose_assessment
from gemeentedossier.documents.engine.rendering import Format
from gemeentedossier.documents.queries import material_of
from gemeentedossier.dossier.risks.facts import ImpactAssessment
from gemeentedossier.foundation.addresses import reverse

FORMS = (Format.PDF, Format.DOCX, Format.ODT, Format.HTML)


@staff(VIEW)
def text(visit: Visit, key: UUID) -> HttpResponse:
    """The report as a paper; a click on a sentence shows what it rests on."""
    slug, language = visit.municipality.slug, language_of(visit)
    found, document = _report(visit, key, language)
    shown = {
        "frame": assessment_frame(visit, found.name, back=url_of(visit, "assessment", key), last=document.subject),
        "title": document.subject,
        "languages": language_tabs(language),
        "files": _files(slug, key, language=language),
        "paper": paper_on_page(document, places_in(judged_by(visit).dossier, slug)),
    }
    return render(visit.request, "desk/document.html", shown)


@staff(VIEW)
def file(visit: Visit, key: UUID, form: str) -> HttpResponse:
    """The report as a file."""
    wanted = form_of(form)
    found, document = _report(visit, key, language_of(visit))
    made = file_of(document, wanted, name=slugify(found.name)[:80] or "dpia")
    return answer_with(made.content, name=made.name, media_type=made.media_type)


def _report(visit: Visit, key: UUID, language: str) -> tuple[ImpactAssessment, Document]:
    """The assessment with its report; raises Http404 where the dossier of this visit has none."""
    material = material_of(visit.municipality, moment=visit.moment)
    found = found_in(material.dossier.impact_assessments, key)
    return found, compose_assessment(material, found, language=language)


def _files(slug: str, key: UUID, *, language: str) -> tuple[Action, ...]:
    return tuple(
        Action(
            label=form.value.upper(),
            url=f"{reverse('desk:assessment-report', args=[slug, key, form.value])}?language={language}",
            weight=Weight.SUBTLE,
        )
        for form in FORMS
    )
