"""Part B: what protects the data, how far activities are classified, and the statement of applicability."""

from dataclasses import replace

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import pgettext

from gemeentedossier.assessment.engine.assess import day_of
from gemeentedossier.assessment.engine.retained import systems_retained
from gemeentedossier.assessment.enums import Retained
from gemeentedossier.assessment.facts import Judged
from gemeentedossier.catalogue.queries import catalogue_at
from gemeentedossier.desk.presenters.activity.wording import language
from gemeentedossier.desk.presenters.frame import frame_for
from gemeentedossier.desk.presenters.security import measures_table, retained_words, systems_table
from gemeentedossier.desk.rules import Visit, staff
from gemeentedossier.desk.views.judged import judged_by
from gemeentedossier.desk.views.lists import list_links
from gemeentedossier.desk.views.papers import answer_with
from gemeentedossier.desk.views.security_pages import VIEW
from gemeentedossier.dossier.snapshot.facts import Dossier
from gemeentedossier.exchange.engine.applicability_book import applicability_book
from gemeentedossier.exchange.engine.writing.books import BookFormat
from gemeentedossier.exchange.engine.writing.files import write_book
from gemeentedossier.exchange.enums import ListKind
from gemeentedossier.foundation.addresses import reverse
from gemeentedossier.organisation.permissions import can


@staff(VIEW)
def overview(visit: Visit) -> HttpResponse:
    """The systems and measures, and how far activities are classified."""
    judged, slug = judged_by(visit), visit.municipality.slug
    dossier, today, now = judged.dossier, day_of(judged.dossier), visit.moment is None
    asked = visit.request.GET.get("retained", "")
    only = Retained(asked) if asked in set(Retained) else None
    approved = sum(each.approved_at is not None for each in dossier.classifications)
    shown = {
        "frame": frame_for(visit, place="desk:security"),
        "slug": slug,
        "systems": systems_table(_only(only, judged), judged.assessment, today=today, slug=slug),
        "only": retained_words(only) if only else "",
        "every_url": reverse("desk:security", args=[slug]),
        "system_links": list_links(visit, ListKind.SYSTEMS),
        "measures": measures_table(dossier, judged.assessment, today=today, slug=slug),
        "activities": len(dossier.activities),
        "classified": len(dossier.classifications),
        "approved": approved,
        "may_record_system": now and can(visit.actor, "assets.record_system"),
        "may_record_measure": now and can(visit.actor, "assets.record_measure"),
    }
    return render(visit.request, "desk/security.html", shown)


def _only(state: Retained | None, judged: Judged) -> Dossier:
    """The dossier with only the systems that stand so to the periods of what is in them; None leaves none out."""
    if state is None:
        return judged.dossier
    wanted = {each.id for each in systems_retained(judged) if each.state is state}
    return replace(judged.dossier, systems=tuple(each for each in judged.dossier.systems if each.id in wanted))


@staff(VIEW)
def applicability_file(visit: Visit, form: str) -> HttpResponse:
    """The statement of applicability as a workbook."""
    if form not in set(BookFormat):
        raise Http404
    chosen, dossier = BookFormat(form), judged_by(visit).dossier
    day = day_of(dossier)
    book = applicability_book(dossier, catalogue_at(visit.moment), day=day, language=language())
    kind = pgettext("name of a file", "applicability")
    name = f"{visit.municipality.slug}-{kind}-{day.isoformat()}.{chosen}"
    return answer_with(write_book(book, chosen), name=name, media_type=chosen.media_type)
