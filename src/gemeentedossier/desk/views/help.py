"""Every field explained, by kind of record."""

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from gemeentedossier.design.parts import Crumb
from gemeentedossier.desk.forms.guided import labels_in
from gemeentedossier.desk.presenters.activity.wording import language
from gemeentedossier.desk.presenters.frame import frame_for
from gemeentedossier.desk.presenters.guidance_page import TITLES, shelves, told_of
from gemeentedossier.desk.rules import Visit, staff
from gemeentedossier.foundation.addresses import reverse


@staff("desk.view_home")
def fields(visit: Visit) -> HttpResponse:
    """The kinds of record of which the fields are explained."""
    slug, title = visit.municipality.slug, _("Explanation of fields")
    shown = {
        "frame": frame_for(visit, place=""),
        "title": title,
        "lead": _("What each field asks, how it is written well, what it is used for and where the law asks it."),
        "shelves": shelves(slug, labels_in(language())),
    }
    return render(visit.request, "desk/help.html", shown)


@staff("desk.view_home")
def fields_of(visit: Visit, record: str) -> HttpResponse:
    """Every field of one kind of record, with its help."""
    if record not in TITLES:
        raise Http404
    slug, title = visit.municipality.slug, str(TITLES[record])
    index = Crumb(label=_("Explanation of fields"), url=reverse("desk:help", args=[slug]))
    shown = {
        "frame": frame_for(visit, place="", crumbs=(index, Crumb(label=title))),
        "title": title,
        "told": told_of(record, labels_in(language()), slug=slug, language=language()),
    }
    return render(visit.request, "desk/help_record.html", shown)
