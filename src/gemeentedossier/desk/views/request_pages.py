"""What the pages of requests and consents have in common: frame, sight, and what may be done."""

from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from gemeentedossier.assessment.engine.assess import day_of
from gemeentedossier.assessment.facts import Judged
from gemeentedossier.catalogue.queries import catalogue_at
from gemeentedossier.design.frames import Frame
from gemeentedossier.design.parts import Crumb, Link
from gemeentedossier.desk.presenters.activity.wording import words_of
from gemeentedossier.desk.presenters.frame import frame_for
from gemeentedossier.desk.presenters.requests import RequestSight
from gemeentedossier.desk.rules import Visit
from gemeentedossier.desk.views.weighed_pages import url_of
from gemeentedossier.dossier.requests.engine.clock import RequestLaw
from gemeentedossier.dossier.requests.facts import DataSubjectRequest
from gemeentedossier.dossier.requests.policies import owner_for
from gemeentedossier.organisation.permissions import can, can_for, check_permitted_for

VIEW, EDIT = "requests.view_request", "requests.edit_request"


def request_sight(visit: Visit, judged: Judged) -> RequestSight:
    """What is needed to show requests at the moment that is looked at."""
    catalogue = catalogue_at(visit.moment)
    return RequestSight(
        slug=visit.municipality.slug,
        dossier=judged.dossier,
        catalogue=catalogue,
        law=RequestLaw.of(catalogue),
        today=day_of(judged.dossier),
        words=words_of(judged.dossier, at=visit.moment),
    )


def request_frame(visit: Visit, *steps: tuple[str, str]) -> Frame:
    """The frame of a page of requests; the steps are title and address."""
    first = Crumb(label=pgettext("place in the rail", "Requests"), url=url_of(visit, "requests"))
    return frame_for(
        visit, place="desk:requests", crumbs=(first, *(Crumb(label=label, url=url) for label, url in steps))
    )


def may(visit: Visit, permission: str) -> bool:
    """Whether they may do it now; in the past nothing is changed."""
    return visit.moment is None and can(visit.actor, permission)


def may_on(visit: Visit, permission: str, found: DataSubjectRequest) -> bool:
    """Whether they may do it now with this request; a process owner where they handle it or look for its data."""
    owner = owner_for(found, visit.actor.person_id)
    return visit.moment is None and can_for(visit.actor, permission, owner_id=owner)


def check_own(visit: Visit, found: DataSubjectRequest) -> None:
    """Raises NotPermitted for a process owner who neither handles the request nor looks for its data."""
    check_permitted_for(visit.actor, EDIT, owner_id=owner_for(found, visit.actor.person_id))


def request_form_page(
    visit: Visit,
    *,
    title: str,
    lead: str,
    form: Form,
    back: str,
    remove_url: str = "",
    remove_revision: int | None = None,
    links: tuple[Link, ...] = (),
) -> HttpResponse:
    """A form on a page of its own; what it is about can be removed as it was at that revision."""
    shown = {
        "frame": request_frame(visit, *(((lead, back),) if lead else ()), (title, "")),
        "title": title,
        "lead": lead,
        "form": form,
        "button": _("Save"),
        "back_url": back,
        "remove_url": remove_url,
        "remove_revision": remove_revision,
        "links": links,
    }
    return render(visit.request, "desk/agreement_edit.html", shown)
