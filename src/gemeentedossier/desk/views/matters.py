"""Contested law: the questions, who holds what, and the decisions that rest on it."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from gemeentedossier.assessment.facts import Judged
from gemeentedossier.design.frames import Frame
from gemeentedossier.design.parts import Action, Crumb
from gemeentedossier.desk.forms.readings import EditMatterForm, MatterForm, PositionForm
from gemeentedossier.desk.presenters.agreement import Fold
from gemeentedossier.desk.presenters.frame import account_crumbs, frame_for
from gemeentedossier.desk.presenters.matters import (
    matters_table,
    nothing_contested,
    nothing_held,
    position_anchor,
    position_sections,
)
from gemeentedossier.desk.rules import Visit, staff
from gemeentedossier.desk.views.judged import judged_by
from gemeentedossier.desk.views.law_folds import RECORD, Bound, correction_of, fold, open_cases, position_folds
from gemeentedossier.desk.views.readings import law_of
from gemeentedossier.desk.views.writing import told
from gemeentedossier.dossier.governance.actions.positions import (
    correct_position,
    edit_matter,
    open_matter,
    record_position,
)
from gemeentedossier.dossier.governance.facts import ContestedMatter, Position
from gemeentedossier.foundation.addresses import reverse
from gemeentedossier.organisation.permissions import can

VIEW = "governance.view_decisions"


@staff(VIEW)
def matters(visit: Visit) -> HttpResponse:
    """Every contested matter, with its latest position."""
    law, may = law_of(visit, judged_by(visit)), visit.moment is None and can(visit.actor, RECORD)
    url = reverse("desk:matter-new", args=[law.slug])
    shown = {
        "frame": frame_for(visit, place="desk:accountability", crumbs=account_crumbs(visit, matters_title())),
        "title": matters_title(),
        "lead": _("Questions of law on which people who may know disagree, and what rests on whose position."),
        "table": matters_table(law) if law.dossier.matters else None,
        "empty": nothing_contested(law.slug, may_open=may),
        "step": Action(label=_("Record a contested matter"), url=url) if may and law.dossier.matters else None,
    }
    return render(visit.request, "desk/law_list.html", shown)


@staff(RECORD, only_now=True)
def new(visit: Visit) -> HttpResponse:
    """Record that a question of law is contested."""
    form, slug = MatterForm(visit.request.POST or None), visit.municipality.slug
    if visit.request.method == "POST":
        made: list[UUID] = []
        if told(form, lambda: made.append(open_matter(by=visit.actor, **form.cleaned_data).id)):
            messages.success(visit.request, _("The matter was recorded. Record below who holds what about it."))
            return redirect("desk:matter", slug, made[0])
    return _asking(visit, form, title=_("Record a contested matter"), back=reverse("desk:matters", args=[slug]))


@staff(RECORD, only_now=True)
def edit(visit: Visit, key: UUID) -> HttpResponse:
    """Say the question more clearly."""
    found = matter_in(judged_by(visit), key)
    read = {name: getattr(found, name) for name in ("title", "question", "revision")}
    form = EditMatterForm(visit.request.POST or None, initial=read)
    back = reverse("desk:matter", args=[visit.municipality.slug, key])
    if visit.request.method == "POST" and told(form, lambda: edit_matter(key, by=visit.actor, **form.cleaned_data)):
        messages.success(visit.request, _("The change was recorded."))
        return redirect(back)
    return _asking(visit, form, title=_("Edit"), back=back)


@staff(VIEW)
def matter(visit: Visit, key: UUID) -> HttpResponse:
    """One contested matter: its positions by day, the decisions that rest on them, and what was found."""
    judged = judged_by(visit)
    return matter_page(visit, judged, matter_in(judged, key))


@staff(VIEW)
def position(visit: Visit, key: UUID) -> HttpResponse:
    """The way to a position on the page of its matter; ``?open=`` leads to the form that mends something of it."""
    page, _hash, anchor = position_url(visit, position_in(judged_by(visit), key)).partition("#")
    return redirect(f"{page}#{f'carry-{key}-onto' if visit.request.GET.get('open') == 'carry' else anchor}")


@staff(RECORD)
def record(visit: Visit, key: UUID) -> HttpResponse:
    """Record what somebody holds; only asked by POST."""
    judged = judged_by(visit)
    found = matter_in(judged, key)
    if visit.request.method != "POST":
        return redirect("desk:matter", visit.municipality.slug, key)
    form = PositionForm(visit.request.POST, auto_id="record-%s")
    if told(form, lambda: record_position(key, by=visit.actor, **form.cleaned_data)):
        messages.success(visit.request, _recorded(judged, found))
        return redirect("desk:matter", visit.municipality.slug, key)
    return matter_page(visit, judged, found, bound={"record": form})


def _recorded(judged: Judged, found: ContestedMatter) -> str:
    """That it was recorded; and where something rests on an earlier one, that it shows."""
    earlier = {each.id for each in found.positions}
    if any(each.position_id in earlier for each in judged.dossier.reliances):
        return _("The position was recorded. What must be looked at again shows below.")
    return _("The position was recorded.")


@staff(RECORD)
def correct(visit: Visit, key: UUID) -> HttpResponse:
    """Write a position down better; only asked by POST."""
    judged = judged_by(visit)
    found, held = position_in(judged, key)
    if visit.request.method != "POST":
        return redirect(position_url(visit, (found, held)))
    form = correction_of(held, visit.request.POST)
    if told(form, lambda: correct_position(key, by=visit.actor, **form.cleaned_data)):
        messages.success(visit.request, _("The change was recorded."))
        return redirect(position_url(visit, (found, held)))
    return matter_page(visit, judged, found, bound={f"correct-{key}": form})


def matter_page(visit: Visit, judged: Judged, found: ContestedMatter, *, bound: Bound | None = None) -> HttpResponse:
    """The page of a matter; ``bound`` are the forms that need attention, by their place."""
    law, forms = law_of(visit, judged), bound or {}
    sections = position_sections(
        found,
        law,
        folds=position_folds(visit, judged, law, found, bound=forms),
        cases=open_cases(visit, judged, {each.id for each in found.positions}),
    )
    may = visit.moment is None and can(visit.actor, RECORD)
    shown = {
        "frame": _frame(visit, found.title),
        "title": found.title,
        "lead": found.question,
        "edit_url": reverse("desk:matter-edit", args=[law.slug, found.id]) if may else "",
        "sections": sections,
        "empty": None if found.positions else nothing_held(),
        "first": _first_fold(law.slug, found, forms) if may else None,
    }
    return render(visit.request, "desk/law_record.html", shown)


def _first_fold(slug: str, found: ContestedMatter, bound: Bound) -> Fold:
    form = bound.get("record") or PositionForm(auto_id="record-%s")
    url = reverse("desk:position-record", args=[slug, found.id])
    return fold(_("Record a position"), _("Record this position"), url, form, anchor="record")


def matter_in(judged: Judged, key: UUID) -> ContestedMatter:
    """The matter of that key; Http404 where the dossier has none."""
    found = next((each for each in judged.dossier.matters if each.id == key), None)
    if found is None:
        raise Http404
    return found


def position_in(judged: Judged, key: UUID) -> tuple[ContestedMatter, Position]:
    """The position of that key with its matter; Http404 where the dossier has none."""
    for matter in judged.dossier.matters:
        for each in matter.positions:
            if each.id == key:
                return matter, each
    raise Http404


def position_url(visit: Visit, found: tuple[ContestedMatter, Position]) -> str:
    """A position on the page of its matter."""
    matter, held = found
    return f"{reverse('desk:matter', args=[visit.municipality.slug, matter.id])}#{position_anchor(held.id)}"


def matters_title() -> str:
    """What the list is called."""
    return _("Contested law")


def _frame(visit: Visit, title: str) -> Frame:
    index, here = account_crumbs(visit, matters_title())
    every = Crumb(label=here.label, url=reverse("desk:matters", args=[visit.municipality.slug]))
    return frame_for(visit, place="desk:accountability", crumbs=(index, every, Crumb(label=title)))


def _asking(visit: Visit, form: MatterForm, *, title: str, back: str) -> HttpResponse:
    shown = {"frame": _frame(visit, title), "title": title, "form": form, "button": _("Save"), "back_url": back}
    return render(visit.request, "desk/agreement_edit.html", shown)
