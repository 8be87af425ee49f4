"""Documents that take their time: asked for, made elsewhere, and found again when they are ready."""

from uuid import UUID

from django.core.files.storage import default_storage
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language

from gemeentedossier.desk.presenters.documents import LANGUAGES
from gemeentedossier.desk.presenters.papers import papers_of
from gemeentedossier.desk.rules import Visit, staff
from gemeentedossier.documents.actions.papers import KIND, ask_document, asked_documents
from gemeentedossier.documents.engine.rendering import Format
from gemeentedossier.documents.enums import DocumentKind
from gemeentedossier.documents.facts import Order, order_from
from gemeentedossier.foundation.addresses import reverse
from gemeentedossier.foundation.enums import JobState
from gemeentedossier.foundation.models import Job

MAY_VIEW = "documents.view_document"


@staff(MAY_VIEW, writes_dossier=False)
def ask(visit: Visit, kind: str, form: str) -> HttpResponse:
    """Have a document made; the list of documents then shows how far it is."""
    order = _posted(visit, order_of(visit, kind, form))
    ask_document(order, by=visit.actor)
    return redirect(_list(visit, order.language))


@staff(MAY_VIEW, writes_dossier=False)
def again(visit: Visit, job: UUID) -> HttpResponse:
    """Have a document made that did not come about before."""
    order = _posted(visit, order_from(_job(job).asked))
    ask_document(order, by=visit.actor)
    return redirect(_list(visit, order.language))


@staff(MAY_VIEW)
def under_way(visit: Visit) -> HttpResponse:
    """The list by itself, which the page asks for as long as something is being made."""
    papers = papers_of(asked_documents(), slug=visit.municipality.slug)
    return render(visit.request, "desk/papers.html", {"papers": papers})


@staff(MAY_VIEW)
def fetch(visit: Visit, job: UUID) -> HttpResponse:
    """The file of a document that is ready."""
    found = _job(job)
    if found.state != JobState.DONE or not default_storage.exists(found.file):
        raise Http404
    with default_storage.open(found.file) as file:
        return answer_with(file.read(), name=found.file_name, media_type=found.media_type)


def answer_with(content: bytes, *, name: str, media_type: str) -> HttpResponse:
    """A file to keep, never to be shown as a page of this site."""
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(content, content_type=media_type, headers=headers)


def order_of(visit: Visit, kind: str, form: str) -> Order:
    """What this visit asks for; raises Http404 for a kind or form that there is not."""
    return Order(kind=kind_of(kind), form=form_of(form), language=language_of(visit), moment=visit.moment)


def form_of(form: str) -> Format:
    """The form of this name; raises Http404 where there is none."""
    try:
        return Format(form)
    except ValueError as error:
        raise Http404 from error


def kind_of(kind: str) -> DocumentKind:
    """The document of this name; raises Http404 where there is none."""
    try:
        return DocumentKind(kind)
    except ValueError as error:
        raise Http404 from error


def language_of(visit: Visit) -> str:
    """The language asked for, else that of the screen."""
    asked = visit.request.GET.get("language", "")
    if asked in LANGUAGES:
        return asked
    return "en" if (get_language() or "nl").startswith("en") else "nl"


def _posted(visit: Visit, order: Order) -> Order:
    """The order, which a form must send: what is only looked at starts no work."""
    if visit.request.method != "POST":
        raise Http404
    return order


def _job(job_id: UUID) -> Job:
    """A document that was asked for; raises DoesNotExist."""
    found: Job = Job.objects.get(id=job_id, kind=KIND)
    return found


def _list(visit: Visit, language: str) -> str:
    return reverse("desk:documents", args=[visit.municipality.slug]) + f"?language={language}#papers"
