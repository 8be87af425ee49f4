"""The text of an agreement: to read with its sources, to take along, and to keep as what was signed."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from gemeentedossier.desk.presenters.agreement_text import text_actions
from gemeentedossier.desk.presenters.agreements import agreement_url
from gemeentedossier.desk.presenters.documents import language_tabs
from gemeentedossier.desk.presenters.paper import paper_on_page
from gemeentedossier.desk.rules import Visit, staff
from gemeentedossier.desk.views.agreements import VIEW, agreement_frame
from gemeentedossier.desk.views.document_places import places_in
from gemeentedossier.desk.views.judged import judged_by
from gemeentedossier.desk.views.papers import answer_with, form_of, language_of
from gemeentedossier.documents.actions.papers import file_of
from gemeentedossier.documents.engine.blocks import Document
from gemeentedossier.documents.engine.rendering import Format
from gemeentedossier.documents.queries import agreement_text_of
from gemeentedossier.dossier.agreements.engine.points import points_of
from gemeentedossier.dossier.agreements.facts import Agreement
from gemeentedossier.dossier.evidence.actions.evidence import add_file
from gemeentedossier.foundation.errors import NotPermitted, Refused
from gemeentedossier.foundation.jobs.work import Made
from gemeentedossier.organisation.permissions import can

KEEP = "evidence.add_evidence"


@staff(VIEW)
def text(visit: Visit, key: UUID) -> HttpResponse:
    """The text in the frame of the desk; a click on a sentence shows what it rests on."""
    (agreement, document), slug, language = _text(visit, key), visit.municipality.slug, language_of(visit)
    may_keep = visit.moment is None and can(visit.actor, KEEP)
    title = document.subject
    shown = {
        "frame": agreement_frame(visit, agreement.name, back=agreement_url(slug, key), last=title),
        "title": title,
        "languages": language_tabs(language),
        "files": text_actions(slug, key, language=language, may_keep=may_keep),
        "paper": paper_on_page(document, places_in(judged_by(visit).dossier, slug)),
    }
    return render(visit.request, "desk/document.html", shown)


@staff(VIEW)
def file(visit: Visit, key: UUID, form: str) -> HttpResponse:
    """The text as a file."""
    made = _file(*_text(visit, key), form_of(form))
    return answer_with(made.content, name=made.name, media_type=made.media_type)


@staff(KEEP, only_now=True)
def keep(visit: Visit, key: UUID) -> HttpResponse:
    """Keep the text as it stands now, as evidence of what will be signed."""
    if visit.request.method != "POST":
        raise Http404
    agreement, document = _text(visit, key)
    try:
        made = _file(agreement, document, Format.PDF)
        add_file(made.content, file_name=made.name, title=agreement.name, valid_until=None, by=visit.actor)
    except NotPermitted:
        raise
    except Refused as refusal:
        messages.error(visit.request, str(refusal))
    else:
        messages.success(visit.request, _("The text is kept as evidence. Choose it where you record the signature."))
        if waiting := sum(agreement.agreed(each) is None for each in points_of(agreement.kind)):
            told = ngettext(
                "Of one point the text says that nothing is recorded. Look at it before anybody signs.",
                "Of %(count)s points the text says that nothing is recorded. Look at them before anybody signs.",
                waiting,
            )
            messages.warning(visit.request, told % {"count": waiting})
    return redirect(agreement_url(visit.municipality.slug, key, "term"))


def _text(visit: Visit, key: UUID) -> tuple[Agreement, Document]:
    """The agreement and its text; Http404 where it is not there, or its kind has none."""
    found = agreement_text_of(visit.municipality, key, language=language_of(visit), moment=visit.moment)
    if found is None:
        raise Http404
    return found


def _file(agreement: Agreement, document: Document, form: Format) -> Made:
    return file_of(document, form, name=slugify(agreement.name)[:80] or "agreement")
