"""Letters about a request: looked at without the name, made as a file with it, and then not kept."""

from collections.abc import Mapping
from urllib.parse import urlencode
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render

from gemeentedossier.design.enums import Weight
from gemeentedossier.design.parts import Action
from gemeentedossier.desk.presenters.documents import language_tabs
from gemeentedossier.desk.presenters.paper import paper_on_page
from gemeentedossier.desk.rules import Visit, staff
from gemeentedossier.desk.views.document_places import places_in
from gemeentedossier.desk.views.judged import judged_by
from gemeentedossier.desk.views.papers import answer_with, form_of, language_of
from gemeentedossier.desk.views.request_folds import READ, letter_words
from gemeentedossier.desk.views.request_pages import VIEW, may, request_frame
from gemeentedossier.desk.views.weighed_pages import url_of
from gemeentedossier.desk.views.writing import found_in
from gemeentedossier.documents.actions.papers import file_of
from gemeentedossier.documents.engine.rendering import Format
from gemeentedossier.documents.enums import LetterKind
from gemeentedossier.documents.queries import letter_of
from gemeentedossier.dossier.requests.actions.requests import read_requester
from gemeentedossier.dossier.requests.enums import LineKind

FORMS = (Format.PDF, Format.DOCX, Format.ODT, Format.HTML)


@staff(VIEW)
def letter(visit: Visit, key: UUID, kind: str) -> HttpResponse:
    """The letter without name and address; a click on a sentence shows what it rests on."""
    wanted, language = _kind(kind), language_of(visit)
    to = recipient_of(visit, key) if wanted is LetterKind.RECIPIENTS else None
    made = letter_of(visit.municipality, key, wanted, requester=to, language=language, moment=visit.moment)
    if made is None:
        raise Http404
    found, document, _is_draft = made
    back = url_of(visit, "request", key)
    shown = {
        "frame": request_frame(visit, (found.number, back), (document.subject, "")),
        "title": letter_words(wanted),
        "languages": language_tabs(language),
        "files": _files(visit, key, wanted, language) if may(visit, READ) else (),
        "paper": paper_on_page(document, places_in(judged_by(visit).dossier, visit.municipality.slug)),
    }
    return render(visit.request, "desk/document.html", shown)


@staff(READ)
def file(visit: Visit, key: UUID, kind: str, form: str) -> HttpResponse:
    """The letter with name and address as a file; only asked by POST, because opening the envelope is recorded."""
    wanted, as_ = _kind(kind), form_of(form)
    if visit.request.method != "POST":
        return redirect(url_of(visit, "request-letter", key, wanted.value))
    reason = letter_words(wanted)
    if wanted is LetterKind.RECIPIENTS:
        requester = recipient_of(visit, key)
    else:
        requester = read_requester(key, reason=reason, by=visit.actor)
    made = letter_of(visit.municipality, key, wanted, requester=requester, language=language_of(visit))
    if made is None:
        raise Http404
    found, document, is_draft = made
    name = f"{found.number}-{wanted.value}"
    paper = file_of(document, as_, name=f"{name}-concept" if is_draft else name)
    return answer_with(paper.content, name=paper.name, media_type=paper.media_type)


def recipient_of(visit: Visit, key: UUID) -> Mapping[str, str]:
    """The one recipient to whom the letter goes: each gets a letter of their own, and hears of no other."""
    found = found_in(judged_by(visit).dossier.requests, key)
    to = visit.request.GET.get("to", "")
    lines = (line for line in found.lines if line.kind is LineKind.RECIPIENT and str(line.id) == to)
    return {"name": next((line.name for line in lines), "")}


def _kind(kind: str) -> LetterKind:
    try:
        return LetterKind(kind)
    except ValueError as error:
        raise Http404 from error


def _files(visit: Visit, key: UUID, kind: LetterKind, language: str) -> tuple[Action, ...]:
    asked = urlencode({"language": language, **({"to": to} if (to := visit.request.GET.get("to", "")) else {})})
    return tuple(
        Action(
            label=form.value.upper(),
            url=f"{url_of(visit, 'request-letter-file', key, kind.value, form.value)}?{asked}",
            weight=Weight.SUBTLE,
            posts=True,
        )
        for form in FORMS
    )
