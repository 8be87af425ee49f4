"""The security sheet of a purpose on paper: to read with its sources, and to take along."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.text import slugify

from gemeentedossier.desk.presenters.documents import language_tabs
from gemeentedossier.desk.presenters.paper import paper_on_page
from gemeentedossier.desk.presenters.purpose_sheet import purpose_url, sheet_files
from gemeentedossier.desk.rules import Visit, staff
from gemeentedossier.desk.views.document_places import places_in
from gemeentedossier.desk.views.judged import judged_by
from gemeentedossier.desk.views.papers import answer_with, form_of, language_of
from gemeentedossier.desk.views.security_pages import VIEW, security_frame
from gemeentedossier.desk.views.security_sheet import activity_in, no_such_purpose
from gemeentedossier.documents.actions.papers import file_of
from gemeentedossier.documents.engine.blocks import Document
from gemeentedossier.documents.queries import security_sheet_of
from gemeentedossier.dossier.register.facts import Activity, Purpose


@staff(VIEW)
def text(visit: Visit, activity_id: UUID, purpose_id: UUID) -> HttpResponse:
    """The sheet as a paper; a click on a sentence shows what it rests on."""
    found, slug, language = _text(visit, activity_id, purpose_id), visit.municipality.slug, language_of(visit)
    judged = judged_by(visit)
    if found is None:
        return redirect(no_such_purpose(visit, activity_in(judged, activity_id)))
    activity, purpose, document = found
    back = purpose_url(slug, activity, purpose)
    shown = {
        "frame": security_frame(visit, activity.name, back=back, last=document.subject),
        "title": document.subject,
        "languages": language_tabs(language),
        "files": sheet_files(slug, activity, purpose, language=language),
        "paper": paper_on_page(document, places_in(judged.dossier, slug)),
    }
    return render(visit.request, "desk/document.html", shown)


@staff(VIEW)
def file(visit: Visit, activity_id: UUID, purpose_id: UUID, form: str) -> HttpResponse:
    """The sheet as a file."""
    found, wanted = _text(visit, activity_id, purpose_id), form_of(form)
    if found is None:
        return redirect(no_such_purpose(visit, activity_in(judged_by(visit), activity_id)))
    activity, purpose, document = found
    name = slugify(f"{document.subject} {activity.name} {purpose.text}")[:80] or "sheet"
    made = file_of(document, wanted, name=name)
    return answer_with(made.content, name=made.name, media_type=made.media_type)


def _text(visit: Visit, activity_id: UUID, purpose_id: UUID) -> tuple[Activity, Purpose, Document] | None:
    language = language_of(visit)
    return security_sheet_of(visit.municipality, activity_id, purpose_id, language=language, moment=visit.moment)
