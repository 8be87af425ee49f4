"""One system: its page, its form, the level that it has, and its removal."""

from collections.abc import Callable
from dataclasses import replace
from uuid import UUID

from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from gemeentedossier.assessment.facts import Judged
from gemeentedossier.desk.forms.aims import aimed
from gemeentedossier.desk.forms.assets import DepartureForm, FollowForm, RemoveForm, SystemForm
from gemeentedossier.desk.presenters.uses import naming
from gemeentedossier.desk.rules import Visit, staff
from gemeentedossier.desk.views.judged import judged_by
from gemeentedossier.desk.views.new_parties import tell_new_party
from gemeentedossier.desk.views.security_pages import form_page, security_frame, sheet_of
from gemeentedossier.desk.views.system_sections import DEPART, EDIT, system_links, system_sections
from gemeentedossier.desk.views.writing import done, found_in
from gemeentedossier.dossier.assets.actions.systems import delete_system, edit_system, record_system
from gemeentedossier.dossier.assets.facts import System
from gemeentedossier.dossier.security.actions.classification import depart_from_level, follow_inherited
from gemeentedossier.foundation.addresses import reverse
from gemeentedossier.foundation.identifiers import new_id
from gemeentedossier.organisation.permissions import check_permitted_for


@staff("assets.view_system")
def system(visit: Visit, key: UUID) -> HttpResponse:
    """One system: what is recorded of it, its levels, its log, who uses it, and what was found."""
    judged = judged_by(visit)
    return _page(visit, judged, found_in(judged.dossier.systems, key))


@staff("assets.record_system", only_now=True)
def new(visit: Visit) -> HttpResponse:
    """Record a system."""
    return _edited(visit, System(id=new_id(), name=""), record_system, title=_("Record a system"))


@staff(EDIT, only_now=True)
def edit(visit: Visit, key: UUID) -> HttpResponse:
    """A system, opened for editing."""
    found = found_in(judged_by(visit).dossier.systems, key)
    check_permitted_for(visit.actor, EDIT, owner_id=found.owner_id)
    return _edited(visit, found, edit_system, title=_("Edit"))


@staff(DEPART)
def depart(visit: Visit, key: UUID) -> HttpResponse:
    """Decide on another level than the system inherits."""
    judged = judged_by(visit)
    found, form = found_in(judged.dossier.systems, key), DepartureForm(visit.request.POST or None)
    told = _("The change was recorded.")
    if form.is_valid() and done(
        visit, form, lambda: depart_from_level(key, by=visit.actor, **form.cleaned_data), said=told
    ):
        return redirect(f"{_url(visit, key)}#levels")
    return _page(visit, judged, found, bound=form)


@staff(DEPART)
def follow(visit: Visit, key: UUID) -> HttpResponse:
    """Let the inherited level of an aspect count again."""
    judged = judged_by(visit)
    found = found_in(judged.dossier.systems, key)
    if visit.request.method != "POST":
        return redirect(f"{_url(visit, key)}#levels")
    form = FollowForm(visit.request.POST, system=found, dossier=judged.dossier)
    told = _("The system has the level of its activities again.")
    if form.is_valid() and done(
        visit, form, lambda: follow_inherited(key, form.cleaned_data["aspect"], by=visit.actor), said=told
    ):
        return redirect(f"{_url(visit, key)}#levels")
    return _page(visit, judged, found, bound=form)


@staff("assets.delete_system", only_now=True)
def delete(visit: Visit, key: UUID) -> HttpResponse:
    """Ask whether a system is to be removed; what still names it keeps it, and is told."""
    judged = judged_by(visit)
    found, back = found_in(judged.dossier.systems, key), _url(visit, key)
    named = naming(sheet_of(visit, judged), found)
    form = RemoveForm(visit.request.POST or None)
    said = _("“%(name)s” was removed. Its history stays.") % {"name": found.name}
    if done(visit, form, lambda: delete_system(key, reason=form.cleaned_data["reason"], by=visit.actor), said=said):
        return redirect(reverse("desk:security", args=[visit.municipality.slug]))
    title = _("Remove this system")
    shown = {
        "frame": security_frame(visit, found.name, back=back, last=title),
        "title": title,
        "lead": found.name,
        "naming": named,
        "form": form,
        "back_url": back,
        "edit_url": reverse("desk:system-edit", args=[visit.municipality.slug, key]),
    }
    return render(visit.request, "desk/system_delete.html", shown)


def _edited(visit: Visit, found: System, act: Callable[..., object], *, title: str) -> HttpResponse:
    dossier = judged_by(visit).dossier
    supplier = next((each.name for each in dossier.parties if each.id == found.supplier_id), "")
    form = SystemForm(visit.request.POST or None, record=found, dossier=dossier, initial={"supplier": supplier})
    aimed(form, visit.request.GET.get("field", ""))

    def write() -> object:
        given = dict(form.cleaned_data)
        named = given.pop("supplier")
        return act(replace(found, **given), supplier=named, by=visit.actor)

    told = _("The change was recorded.")
    if visit.request.method == "POST" and form.is_valid() and done(visit, form, write, said=told):
        tell_new_party(visit, dossier, form.cleaned_data["supplier"])
        return redirect(_url(visit, found.id))
    every = reverse("desk:security", args=[visit.municipality.slug])
    back = _url(visit, found.id) if found.name else every
    return form_page(visit, title=title, lead=found.name, form=form, back=back)


def _page(visit: Visit, judged: Judged, found: System, *, bound: Form | None = None) -> HttpResponse:
    shown = {
        "frame": security_frame(visit, found.name),
        "title": found.name,
        "lead": pgettext("kind of record", "System"),
        "links": system_links(visit, found),
        "sections": system_sections(visit, judged, found, bound),
    }
    return render(visit.request, "desk/security_record.html", shown)


def _url(visit: Visit, key: UUID) -> str:
    return reverse("desk:system", args=[visit.municipality.slug, key])
