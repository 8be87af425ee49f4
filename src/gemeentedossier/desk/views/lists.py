"""Lists of systems and of parties as files, which can be taken over again as they are."""

from collections.abc import Mapping

from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _

from gemeentedossier.assessment.engine.assess import day_of
from gemeentedossier.catalogue.facts.sources import Text
from gemeentedossier.catalogue.queries import latest_catalogue
from gemeentedossier.design.parts import Link
from gemeentedossier.desk.presenters.activity.wording import language
from gemeentedossier.desk.rules import Visit, staff
from gemeentedossier.desk.views.judged import judged_by
from gemeentedossier.desk.views.papers import answer_with
from gemeentedossier.exchange.engine.lists_book import parties_book, systems_book
from gemeentedossier.exchange.engine.writing.books import Book
from gemeentedossier.exchange.engine.writing.files import LIST_FORMS, write_list
from gemeentedossier.exchange.enums import ListKind
from gemeentedossier.exchange.rules import IMPORT_LIST
from gemeentedossier.foundation.addresses import reverse
from gemeentedossier.organisation.permissions import can


@staff("assets.view_system")
def systems_file(visit: Visit, form: str) -> HttpResponse:
    """Every system, now or at the moment that the desk is turned to."""
    dossier = judged_by(visit).dossier
    book = systems_book(
        dossier.systems,
        suppliers={each.id: each.name for each in dossier.parties},
        headings=_headings(),
        name=dossier.organisation.name,
        language=language(),
    )
    return _file(visit, book, form, _("systems"))


@staff("parties.view_party")
def parties_file(visit: Visit, form: str) -> HttpResponse:
    """Every party, now or at the moment that the desk is turned to."""
    dossier = judged_by(visit).dossier
    name = dossier.organisation.name
    book = parties_book(dossier.parties, headings=_headings(), name=name, language=language())
    return _file(visit, book, form, _("parties"))


def list_links(visit: Visit, what: ListKind) -> tuple[Link, ...]:
    """Where a list comes in, for who may import, and the forms in which it goes out."""
    slug, address = visit.municipality.slug, f"desk:{what.value}-file"
    may_import = visit.moment is None and can(visit.actor, IMPORT_LIST)
    came = (Link(label=_("Import a list"), url=f"{reverse('desk:exchange', args=[slug])}?what={what.value}#import"),)
    gone = (
        Link(label=_("Export as %(form)s") % {"form": form.upper()}, url=reverse(address, args=[slug, form]))
        for form in LIST_FORMS
    )
    return (*(came if may_import else ()), *gone)


def _headings() -> Mapping[str, Text]:
    return {each.field.value: each.name for each in latest_catalogue().list_headings.values()}


def _file(visit: Visit, book: Book, form: str, kind: str) -> HttpResponse:
    if form not in LIST_FORMS:
        raise Http404
    content, media_type = write_list(book, form)
    name = f"{visit.municipality.slug}-{kind}-{day_of(judged_by(visit).dossier).isoformat()}.{form}"
    return answer_with(content, name=name, media_type=media_type)
