"""The municipality itself: where it is reached, its officer, bodies, units and people; and recording those."""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import replace
from uuid import UUID

from django.contrib import messages
from django.forms import Form
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from gemeentedossier.assessment.engine.assess import day_of
from gemeentedossier.assessment.engine.lots import lots_in
from gemeentedossier.assessment.facts import Finding, Judged
from gemeentedossier.catalogue.facts.rules import SubjectKind
from gemeentedossier.desk.forms.aims import aimed
from gemeentedossier.desk.forms.organisation import FORMS, BodyForm, UnitForm
from gemeentedossier.desk.presenters.findings import Shown, shown_findings
from gemeentedossier.desk.presenters.frame import account_crumbs, frame_for
from gemeentedossier.desk.presenters.organisation import OrganisationSight, here, sections_of
from gemeentedossier.desk.presenters.organisation_sections import SECTIONS, organisation_section
from gemeentedossier.desk.rules import Visit, staff
from gemeentedossier.desk.views.judged import judged_by
from gemeentedossier.desk.views.mending import reader_of
from gemeentedossier.desk.views.writing import done
from gemeentedossier.foundation.addresses import reverse
from gemeentedossier.foundation.identifiers import new_id
from gemeentedossier.organisation.actions.controllers import edit_controller, record_controller, remove_controller
from gemeentedossier.organisation.actions.profile import edit_profile
from gemeentedossier.organisation.actions.units import record_unit, remove_unit, rename_unit
from gemeentedossier.organisation.enums import ControllerKind
from gemeentedossier.organisation.facts import Controller
from gemeentedossier.organisation.permissions import can

VIEW, EDIT = "organisation.view_organisation", "organisation.edit_organisation"


def page_title() -> str:
    """What the page is called."""
    return pgettext("page of accountability", "Municipality and organisation")


@staff(VIEW)
def organisation(visit: Visit) -> HttpResponse:
    """What is recorded of the municipality as a whole, with what was found beside it."""
    judged, slug = judged_by(visit), visit.municipality.slug
    cases, elsewhere = _cases(visit, judged)
    sight = OrganisationSight(
        slug=slug,
        dossier=judged.dossier,
        today=day_of(judged.dossier),
        may_edit=visit.moment is None and can(visit.actor, EDIT),
        arranges_people=visit.moment is None and can(visit.actor, "organisation.manage_people"),
        cases=cases,
    )
    shown = {
        "frame": frame_for(visit, place="desk:accountability", crumbs=account_crumbs(visit, page_title())),
        "title": page_title(),
        "sections": sections_of(sight),
        "history_url": reverse("desk:organisation-history", args=[slug]),
        "questions_url": reverse("desk:municipality", args=[slug]),
        "elsewhere": elsewhere,
    }
    return render(visit.request, "desk/organisation.html", shown)


def _cases(visit: Visit, judged: Judged) -> tuple[dict[str, tuple[Shown, ...]], int]:
    """What is open by section, and how much is open that no section of this page is about."""
    found: dict[str, list[Finding]] = defaultdict(list)
    for lot in lots_in(judged.assessment):
        if lot.rule.subject is SubjectKind.ORGANISATION and lot.is_open:
            found[organisation_section(lot.rule)] += lot
    reader, page = reader_of(visit, judged), _page(visit)
    beside = {
        key: tuple(here(each, page) for each in shown_findings(findings, judged, reader))
        for key, findings in found.items()
        if key
    }
    return beside, len(found.get("", ()))


@staff(EDIT, only_now=True)
def edit(visit: Visit, part: str) -> HttpResponse:
    """One section of what is recorded of the municipality as a whole, opened for writing."""
    if part not in FORMS:
        raise Http404
    held = judged_by(visit).dossier.organisation
    form = aimed(FORMS[part](visit.request.POST or None, organisation=held), visit.request.GET.get("field", ""))

    def write() -> None:
        edit_profile(replace(held, **form.cleaned_data), by=visit.actor)

    return _edited(visit, form, write, title=str(SECTIONS[part].title), lead=str(SECTIONS[part].about), section=part)


@staff(EDIT, only_now=True)
def new_controller(visit: Visit) -> HttpResponse:
    """Record another body."""
    body = Controller(id=new_id(), kind=ControllerKind.OTHER, name="")
    form = BodyForm(visit.request.POST or None, body=body)

    def write() -> None:
        record_controller(replace(body, **form.cleaned_data), by=visit.actor)

    return _edited(visit, form, write, title=_("Add a body"), section="controllers")


@staff(EDIT, only_now=True)
def edit_controller_page(visit: Visit, key: UUID) -> HttpResponse:
    """A body, opened for writing."""
    body = next((each for each in judged_by(visit).dossier.organisation.controllers if each.id == key), None)
    if body is None:
        raise Http404
    form = BodyForm(visit.request.POST or None, body=body)

    def write() -> None:
        edit_controller(replace(body, **form.cleaned_data), by=visit.actor)

    remove_url = reverse("desk:controller-remove", args=[visit.municipality.slug, key])
    return _edited(visit, form, write, title=body.name, section="controllers", remove_url=remove_url)


@staff(EDIT, only_now=True)
def remove_controller_step(visit: Visit, key: UUID) -> HttpResponse:
    """Remove a body that no record names."""
    if visit.request.method != "POST":
        raise Http404
    remove_controller(key, by=visit.actor)
    messages.success(visit.request, _("It was removed. What stood there stays in the history."))
    return redirect(_page(visit, "controllers"))


@staff(EDIT, only_now=True)
def new_unit(visit: Visit) -> HttpResponse:
    """Record another unit."""
    form = UnitForm(visit.request.POST or None)
    title = _("Add a unit")
    return _edited(
        visit, form, lambda: record_unit(form.cleaned_data["name"], by=visit.actor), title=title, section="units"
    )


@staff(EDIT, only_now=True)
def edit_unit(visit: Visit, key: UUID) -> HttpResponse:
    """The name of a unit, opened for writing."""
    unit = next((each for each in judged_by(visit).dossier.organisation.units if each.id == key), None)
    if unit is None:
        raise Http404
    form = UnitForm(visit.request.POST or None, initial={"name": unit.name, "read": unit.name})

    def write() -> None:
        rename_unit(key, by=visit.actor, **form.cleaned_data)

    remove_url = reverse("desk:unit-remove", args=[visit.municipality.slug, key])
    return _edited(visit, form, write, title=unit.name, section="units", remove_url=remove_url)


@staff(EDIT, only_now=True)
def remove_unit_step(visit: Visit, key: UUID) -> HttpResponse:
    """Remove a unit that no record names."""
    if visit.request.method != "POST":
        raise Http404
    remove_unit(key, by=visit.actor)
    messages.success(visit.request, _("It was removed. What stood there stays in the history."))
    return redirect(_page(visit, "units"))


def _edited(
    visit: Visit,
    form: Form,
    write: Callable[[], object],
    *,
    title: str,
    section: str,
    lead: str = "",
    remove_url: str = "",
) -> HttpResponse:
    """The form on a page of its own; after saving the section that it is about."""
    if visit.request.method == "POST" and form.is_valid() and done(visit, form, write):
        return redirect(_page(visit, section))
    shown = {
        "frame": frame_for(
            visit, place="desk:accountability", crumbs=account_crumbs(visit, (page_title(), _page(visit)), title)
        ),
        "title": title,
        "lead": lead,
        "form": form,
        "button": _("Save"),
        "back_url": _page(visit, section),
        "remove_url": remove_url,
    }
    return render(visit.request, "desk/agreement_edit.html", shown)


def _page(visit: Visit, section: str = "") -> str:
    page = reverse("desk:organisation", args=[visit.municipality.slug])
    return f"{page}#{section}" if section else page
