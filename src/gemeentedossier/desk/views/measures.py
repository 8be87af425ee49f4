"""One measure: its page, its form, and the evidence that shows it."""

from collections.abc import Callable
from dataclasses import replace
from uuid import UUID

from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from gemeentedossier.assessment.facts import Judged
from gemeentedossier.design.parts import Link
from gemeentedossier.desk.forms.aims import aimed
from gemeentedossier.desk.forms.assets import MeasureForm, ShowForm, UnlinkForm
from gemeentedossier.desk.presenters.agreement import Fold, Section
from gemeentedossier.desk.presenters.assets import measure_said, shown_table
from gemeentedossier.desk.presenters.mending import asset_section
from gemeentedossier.desk.presenters.uses import measure_uses
from gemeentedossier.desk.rules import Visit, staff
from gemeentedossier.desk.views.judged import judged_by
from gemeentedossier.desk.views.security_pages import beside, form_page, security_frame, sheet_of
from gemeentedossier.desk.views.writing import done, found_in
from gemeentedossier.dossier.assets.actions.measures import edit_measure, record_measure, show_measure, unlink_evidence
from gemeentedossier.dossier.assets.facts import Measure
from gemeentedossier.dossier.snapshot.facts import Dossier
from gemeentedossier.foundation.addresses import reverse
from gemeentedossier.foundation.identifiers import new_id
from gemeentedossier.organisation.permissions import can_for, check_permitted_for

EDIT = "assets.edit_measure"


@staff("assets.view_measure")
def measure(visit: Visit, key: UUID) -> HttpResponse:
    """One measure: what it brings about, what shows that, who relies on it, and what was found."""
    judged = judged_by(visit)
    return _page(visit, judged, found_in(judged.dossier.measures, key))


@staff("assets.record_measure", only_now=True)
def new(visit: Visit) -> HttpResponse:
    """Record a measure."""
    return _edited(visit, Measure(id=new_id(), name=""), record_measure, title=_("Record a measure"))


@staff(EDIT, only_now=True)
def edit(visit: Visit, key: UUID) -> HttpResponse:
    """A measure, opened for editing."""
    found = found_in(judged_by(visit).dossier.measures, key)
    check_permitted_for(visit.actor, EDIT, owner_id=found.owner_id)
    return _edited(visit, found, edit_measure, title=_("Edit"))


@staff(EDIT)
def show(visit: Visit, key: UUID) -> HttpResponse:
    """Link evidence that shows the measure."""
    judged = judged_by(visit)
    found, form = found_in(judged.dossier.measures, key), ShowForm(visit.request.POST or None, dossier=judged.dossier)
    told = _("The change was recorded.")
    if form.is_valid() and done(visit, form, lambda: show_measure(key, by=visit.actor, **form.cleaned_data), said=told):
        return redirect(f"{_url(visit, key)}#evidence")
    return _page(visit, judged, found, bound=form)


@staff(EDIT)
def unlink(visit: Visit, key: UUID) -> HttpResponse:
    """Say that a piece of evidence does not show the measure after all."""
    judged = judged_by(visit)
    found = found_in(judged.dossier.measures, key)
    if visit.request.method != "POST":
        return redirect(f"{_url(visit, key)}#evidence")
    form = UnlinkForm(visit.request.POST, measure=found, dossier=judged.dossier)
    told = _("The evidence no longer shows this measure.")
    if form.is_valid() and done(
        visit, form, lambda: unlink_evidence(key, by=visit.actor, **form.cleaned_data), said=told
    ):
        return redirect(f"{_url(visit, key)}#evidence")
    return _page(visit, judged, found, bound=form)


def _edited(visit: Visit, found: Measure, act: Callable[..., object], *, title: str) -> HttpResponse:
    form = MeasureForm(visit.request.POST or None, record=found, dossier=judged_by(visit).dossier)
    aimed(form, visit.request.GET.get("field", ""))
    if visit.request.method == "POST" and form.is_valid():
        wanted = replace(found, **form.cleaned_data)
        if done(visit, form, lambda: act(wanted, by=visit.actor), said=_("The change was recorded.")):
            return redirect(_url(visit, found.id))
    every = reverse("desk:security", args=[visit.municipality.slug])
    back = _url(visit, found.id) if found.name else every
    return form_page(visit, title=title, lead=found.name, form=form, back=back)


def _page(visit: Visit, judged: Judged, found: Measure, *, bound: Form | None = None) -> HttpResponse:
    slug = visit.municipality.slug
    history = Link(label=pgettext("tab", "History"), url=reverse("desk:measure-history", args=[slug, found.id]))
    shown = {
        "frame": security_frame(visit, found.name),
        "title": found.name,
        "lead": pgettext("kind of record", "Measure"),
        "links": (history,),
        "sections": _sections(visit, judged, found, bound),
    }
    return render(visit.request, "desk/security_record.html", shown)


def _sections(visit: Visit, judged: Judged, found: Measure, bound: Form | None) -> tuple[Section, ...]:
    about = sheet_of(visit, judged)
    own = (each for case in judged.assessment.cases if case.case.id == found.id for each in case)
    cases = beside(visit, judged, own, asset_section)
    may_edit = visit.moment is None and can_for(visit.actor, EDIT, owner_id=found.owner_id)
    opened = visit.request.GET.get("open") == "evidence"
    return (
        Section(
            anchor="what",
            title=_("What it is"),
            about="",
            definitions=tuple(measure_said(about, found)),
            edit_url=reverse("desk:measure-edit", args=[about.slug, found.id]) if may_edit else "",
            cases=cases.get("what", ()),
        ),
        Section(
            anchor="evidence",
            title=_("Evidence"),
            about=_("A measure without evidence that stands does not count."),
            table=shown_table(about, found),
            folds=_folds(bound, about.slug, found, judged.dossier, opened=opened) if may_edit else (),
            cases=cases.get("evidence", ()),
        ),
        Section(
            anchor="used",
            title=_("Used by"),
            about=_("Which activities rely on it, and which of their levels ask what it brings about."),
            table=measure_uses(about, found),
            empty=_("No processing activity relies on this measure. Link it in the section on security of a record."),
        ),
    )


def _folds(bound: Form | None, slug: str, found: Measure, dossier: Dossier, *, opened: bool) -> tuple[Fold, ...]:
    links = Fold(
        title=_("Link evidence"),
        button=_("Link"),
        url=reverse("desk:measure-show", args=[slug, found.id]),
        form=bound if isinstance(bound, ShowForm) else ShowForm(dossier=dossier),
        anchor="evidence",
        opened=opened,
    )
    if not found.evidence_ids:
        return (links,)
    unlinks = Fold(
        title=_("Unlink evidence"),
        button=_("Unlink"),
        url=reverse("desk:measure-unlink", args=[slug, found.id]),
        form=bound if isinstance(bound, UnlinkForm) else UnlinkForm(measure=found, dossier=dossier),
        anchor="evidence",
    )
    return links, unlinks


def _url(visit: Visit, key: UUID) -> str:
    return reverse("desk:measure", args=[visit.municipality.slug, key])
