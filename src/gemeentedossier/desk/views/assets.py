"""Systems and measures: the page of one, its form, and what can be done with it."""

from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar
from uuid import UUID

from django.contrib import messages
from django.forms import Form
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from gemeentedossier.assessment.facts import Judged
from gemeentedossier.design.parts import Definition
from gemeentedossier.desk.forms.aims import aimed
from gemeentedossier.desk.forms.security import DepartureForm, MeasureForm, ShowForm, SystemForm
from gemeentedossier.desk.presenters.agreement import Fold, Section
from gemeentedossier.desk.presenters.assets import (
    inherited_table,
    measure_said,
    shown_table,
    system_said,
    users,
)
from gemeentedossier.desk.presenters.findings import Shown, shown_findings
from gemeentedossier.desk.rules import Visit, staff
from gemeentedossier.desk.views.findings import judged_by, reader_of
from gemeentedossier.desk.views.security_pages import form_page, security_frame, sheet_of
from gemeentedossier.dossier.assets.actions.measures import edit_measure, record_measure, show_measure
from gemeentedossier.dossier.assets.actions.systems import edit_system, record_system
from gemeentedossier.dossier.assets.facts import Measure, System
from gemeentedossier.dossier.security.actions.classification import depart_from_level
from gemeentedossier.foundation.errors import NotPermitted, Refused
from gemeentedossier.foundation.identifiers import new_id
from gemeentedossier.organisation.permissions import can, can_for

SYSTEM, MEASURE = "assets.edit_system", "assets.edit_measure"
DEPART = "security.depart_from_level"
R = TypeVar("R", System, Measure)


@staff("assets.view_system")
def system(visit: Visit, key: UUID) -> HttpResponse:
    """One system: what is recorded of it, its levels, who uses it, and what was found."""
    judged = judged_by(visit)
    return _system_page(visit, judged, _in(judged.dossier.systems, key))


@staff("assets.view_measure")
def measure(visit: Visit, key: UUID) -> HttpResponse:
    """One measure: what it brings about, what shows that, and what was found."""
    judged = judged_by(visit)
    return _measure_page(visit, judged, _in(judged.dossier.measures, key))


@staff("assets.record_system", only_now=True)
def new_system(visit: Visit) -> HttpResponse:
    """Record a system."""
    return _edited_system(visit, System(id=new_id(), name=""), record_system, title=_("Record a system"))


@staff(SYSTEM, only_now=True)
def edit_system_page(visit: Visit, key: UUID) -> HttpResponse:
    """A system, opened for editing."""
    found = _in(judged_by(visit).dossier.systems, key)
    return _edited_system(visit, found, edit_system, title=_("Edit"))


@staff("assets.record_measure", only_now=True)
def new_measure(visit: Visit) -> HttpResponse:
    """Record a measure."""
    return _edited_measure(visit, Measure(id=new_id(), name=""), record_measure, title=_("Record a measure"))


@staff(MEASURE, only_now=True)
def edit_measure_page(visit: Visit, key: UUID) -> HttpResponse:
    """A measure, opened for editing."""
    found = _in(judged_by(visit).dossier.measures, key)
    return _edited_measure(visit, found, edit_measure, title=_("Edit"))


@staff(DEPART)
def depart(visit: Visit, key: UUID) -> HttpResponse:
    """Decide on another level than the system inherits."""
    judged = judged_by(visit)
    found = _in(judged.dossier.systems, key)
    form = DepartureForm(visit.request.POST or None)
    if form.is_valid() and _done(visit, form, lambda: depart_from_level(key, by=visit.actor, **form.cleaned_data)):
        return redirect(_url(visit, "system", key))
    return _system_page(visit, judged, found, bound=form)


@staff(MEASURE)
def show(visit: Visit, key: UUID) -> HttpResponse:
    """Link evidence that shows the measure."""
    judged = judged_by(visit)
    found = _in(judged.dossier.measures, key)
    form = ShowForm(visit.request.POST or None, dossier=judged.dossier)
    if form.is_valid() and _done(visit, form, lambda: show_measure(key, by=visit.actor, **form.cleaned_data)):
        return redirect(_url(visit, "measure", key))
    return _measure_page(visit, judged, found, bound=form)


def _edited_system(visit: Visit, found: System, act: Callable[..., object], *, title: str) -> HttpResponse:
    dossier = judged_by(visit).dossier
    supplier = next((each.name for each in dossier.parties if each.id == found.supplier_id), "")
    form = SystemForm(visit.request.POST or None, record=found, dossier=dossier, initial={"supplier": supplier})
    aimed(form, visit.request.GET.get("field", ""))

    def write() -> object:
        given = dict(form.cleaned_data)
        named = given.pop("supplier")
        return act(replace(found, **given), supplier=named, by=visit.actor)

    return _edited(visit, found, form, write, kind="system", title=title)


def _edited_measure(visit: Visit, found: Measure, act: Callable[..., object], *, title: str) -> HttpResponse:
    form = MeasureForm(visit.request.POST or None, record=found, dossier=judged_by(visit).dossier)
    aimed(form, visit.request.GET.get("field", ""))
    return _edited(
        visit,
        found,
        form,
        lambda: act(replace(found, **form.cleaned_data), by=visit.actor),
        kind="measure",
        title=title,
    )


def _edited(
    visit: Visit, found: System | Measure, form: Form, write: Callable[[], object], *, kind: str, title: str
) -> HttpResponse:
    if visit.request.method == "POST" and form.is_valid() and _done(visit, form, write):
        return redirect(_url(visit, kind, found.id))
    every = reverse("desk:security", args=[visit.municipality.slug])
    back = _url(visit, kind, found.id) if found.name else every
    return form_page(visit, title=title, lead=found.name, form=form, back=back)


def _done(visit: Visit, form: Form, write: Callable[[], object]) -> bool:
    """Whether it was written; a refusal stands in the form."""
    try:
        write()
    except NotPermitted:
        raise
    except Refused as refusal:
        form.add_error(None, str(refusal))
        return False
    messages.success(visit.request, _("The change was recorded."))
    return True


def _system_page(visit: Visit, judged: Judged, found: System, *, bound: Form | None = None) -> HttpResponse:
    about = sheet_of(visit, judged)
    now = visit.moment is None
    may_edit = now and can_for(visit.actor, SYSTEM, owner_id=found.owner_id)
    url = reverse("desk:system-level", args=[about.slug, found.id])
    fold = Fold(
        title=_("Decide on another level"),
        button=pgettext("verb", "Record"),
        url=url,
        form=bound or DepartureForm(),
        anchor="levels",
    )
    sections = (
        Section(
            anchor="what",
            title=_("What it is"),
            about="",
            definitions=tuple(system_said(about, found)),
            edit_url=reverse("desk:system-edit", args=[about.slug, found.id]) if may_edit else "",
            cases=_cases(visit, judged, found.id),
        ),
        Section(
            anchor="levels",
            title=_("Levels"),
            about=_("A system has the highest level of the activities that use it, unless somebody decided otherwise."),
            table=inherited_table(about, found),
            folds=(fold,) if now and can(visit.actor, DEPART) else (),
        ),
        Section(
            anchor="used",
            title=_("Used by"),
            about="",
            definitions=(Definition(term=_("Processing activities"), links=users(about, found)),),
        ),
    )
    return _page(visit, _("System"), found.name, sections)


def _measure_page(visit: Visit, judged: Judged, found: Measure, *, bound: Form | None = None) -> HttpResponse:
    about = sheet_of(visit, judged)
    may_edit = visit.moment is None and can_for(visit.actor, MEASURE, owner_id=found.owner_id)
    url = reverse("desk:measure-show", args=[about.slug, found.id])
    form = bound or ShowForm(dossier=judged.dossier)
    opened = visit.request.GET.get("open") == "evidence"
    fold = Fold(title=_("Link evidence"), button=_("Link"), url=url, form=form, anchor="evidence", opened=opened)
    sections = (
        Section(
            anchor="what",
            title=_("What it is"),
            about="",
            definitions=tuple(measure_said(about, found)),
            edit_url=reverse("desk:measure-edit", args=[about.slug, found.id]) if may_edit else "",
            cases=_cases(visit, judged, found.id),
        ),
        Section(
            anchor="evidence",
            title=_("Evidence"),
            about=_("A measure without evidence that stands does not count."),
            table=shown_table(about, found),
            folds=(fold,) if may_edit else (),
        ),
    )
    return _page(visit, _("Measure"), found.name, sections)


def _page(visit: Visit, kind: str, name: str, sections: tuple[Section, ...]) -> HttpResponse:
    shown = {"frame": security_frame(visit, name), "title": name, "lead": kind, "sections": sections}
    return render(visit.request, "desk/security_record.html", shown)


def _cases(visit: Visit, judged: Judged, key: UUID) -> tuple[Shown, ...]:
    found = [each for own in judged.assessment.cases if own.case.id == key for each in own if each.is_open]
    return shown_findings(sorted(found, key=lambda each: each.weight), judged, reader_of(visit, judged))


def _in(records: tuple[R, ...], key: UUID) -> R:
    found = next((each for each in records if each.id == key), None)
    if found is None:
        raise Http404
    return found


def _url(visit: Visit, kind: str, key: UUID) -> str:
    return reverse(f"desk:{kind}", args=[visit.municipality.slug, key])
