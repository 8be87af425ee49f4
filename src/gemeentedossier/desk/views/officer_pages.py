"""What the pages of the officer's toolbox have in common."""

from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from gemeentedossier.assessment.engine.assess import day_of
from gemeentedossier.assessment.facts import Judged
from gemeentedossier.catalogue.queries import catalogue_at
from gemeentedossier.design.frames import Frame
from gemeentedossier.design.parts import Alert, Badge, Crumb, Link
from gemeentedossier.desk.presenters.agreement import Section
from gemeentedossier.desk.presenters.frame import frame_for
from gemeentedossier.desk.presenters.officer_advice import AdviceSight
from gemeentedossier.desk.rules import Visit
from gemeentedossier.desk.views.weighed_pages import url_of
from gemeentedossier.method.engine.advice import advices_of

VIEW = "governance.view_supervision"


def officer_title() -> str:
    """What the toolbox is called."""
    return _("Supervision by the officer")


def officer_frame(visit: Visit, *steps: Link | str) -> Frame:
    """The frame of a page of the toolbox; ``steps`` are what lies below it, the last one this page."""
    named = (Crumb(label=each) if isinstance(each, str) else Crumb(label=each.label, url=each.url) for each in steps)
    crumbs = (Crumb(label=officer_title(), url=url_of(visit, "officer")), *named) if steps else ()
    return frame_for(visit, place="desk:officer", crumbs=crumbs)


def advice_sight(visit: Visit, judged: Judged) -> AdviceSight:
    """Every advice as this visit sees it."""
    return AdviceSight(
        advices=advices_of(judged.dossier),
        dossier=judged.dossier,
        catalogue=catalogue_at(visit.moment),
        slug=visit.municipality.slug,
        today=day_of(judged.dossier),
    )


def record_of(
    visit: Visit,
    *,
    every: Link,
    title: str,
    sections: tuple[Section, ...],
    links: tuple[Link, ...] = (),
    badge: Badge | None = None,
    alert: Alert | None = None,
) -> HttpResponse:
    """The page of one record of the toolbox; ``every`` is the list in which it stands."""
    shown = {
        "frame": officer_frame(visit, every, title),
        "title": title,
        "lead": every.label,
        "lead_url": every.url,
        "sections": sections,
        "links": links,
        "badge": badge,
        "alert": alert,
    }
    return render(visit.request, "desk/weighed_record.html", shown)


def list_of(visit: Visit, *, title: str, lead: str, **more: object) -> HttpResponse:
    """A list of the toolbox."""
    shown = {"frame": officer_frame(visit, title), "title": title, "lead": lead, **more}
    return render(visit.request, "desk/weighed_list.html", shown)


def asking(visit: Visit, form: Form, *, title: str, every: Link, lead: str, button: str) -> HttpResponse:
    """A page with one form."""
    shown = {
        "frame": officer_frame(visit, every, title),
        "title": title,
        "lead": lead,
        "form": form,
        "button": button,
        "back_url": every.url,
    }
    return render(visit.request, "desk/agreement_edit.html", shown)
