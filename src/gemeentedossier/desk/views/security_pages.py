"""What the pages of Part B have in common: their frame, a form on a page of its own, and the words to tell with."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping

from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from gemeentedossier.assessment.engine.assess import day_of
from gemeentedossier.assessment.facts import Finding, Judged
from gemeentedossier.catalogue.queries import catalogue_at
from gemeentedossier.design.frames import Frame
from gemeentedossier.design.parts import Crumb
from gemeentedossier.desk.presenters.activity.wording import words_of
from gemeentedossier.desk.presenters.findings import Shown, shown_findings
from gemeentedossier.desk.presenters.frame import frame_for
from gemeentedossier.desk.presenters.security_sheet import Sheet
from gemeentedossier.desk.rules import Visit
from gemeentedossier.desk.views.mending import reader_of
from gemeentedossier.foundation.addresses import reverse

VIEW = "security.view_security"


def beside(
    visit: Visit, judged: Judged, findings: Iterable[Finding], section: Callable[[Finding], str]
) -> Mapping[str, tuple[Shown, ...]]:
    """What is open among these findings, the gravest first, by the section beside which it stands."""
    found = defaultdict[str, list[Finding]](list)
    for finding in sorted((each for each in findings if each.is_open), key=lambda each: each.weight):
        found[section(finding)].append(finding)
    reader = reader_of(visit, judged)
    return {name: shown_findings(every, judged, reader) for name, every in found.items()}


def sheet_of(visit: Visit, judged: Judged) -> Sheet:
    """What is needed to show how something is secured."""
    return Sheet(
        slug=visit.municipality.slug,
        dossier=judged.dossier,
        catalogue=catalogue_at(visit.moment),
        today=day_of(judged.dossier),
        words=words_of(judged.dossier, at=visit.moment),
    )


def form_page(visit: Visit, *, title: str, lead: str, form: Form, back: str) -> HttpResponse:
    """A form on a page of its own."""
    shown = {
        "frame": security_frame(visit, lead or title, back=back, last=title if lead else ""),
        "title": title,
        "lead": lead,
        "form": form,
        "button": _("Save"),
        "back_url": back,
    }
    return render(visit.request, "desk/agreement_edit.html", shown)


def security_frame(visit: Visit, title: str, *, back: str = "", last: str = "") -> Frame:
    """The frame of a page of Part B."""
    url = reverse("desk:security", args=[visit.municipality.slug])
    every = Crumb(label=pgettext("place in the rail", "Security"), url=url)
    crumbs = (every, Crumb(label=title, url=back), *((Crumb(label=last),) if last else ()))
    return frame_for(visit, place="desk:security", crumbs=crumbs)
