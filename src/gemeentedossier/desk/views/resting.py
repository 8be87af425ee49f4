"""Saying what rests on a reading or a position, from either side, and looking at it again."""

from collections.abc import Callable
from uuid import UUID

from django.contrib import messages
from django.forms import Form
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from gemeentedossier.assessment.facts import Judged
from gemeentedossier.catalogue.queries import catalogue_at
from gemeentedossier.design.parts import Crumb
from gemeentedossier.desk.forms.readings import ApplyForm, EndForm, Record, RestForm
from gemeentedossier.desk.presenters.frame import frame_for
from gemeentedossier.desk.presenters.resting import (
    PAGES,
    grounds_table,
    grounds_to_choose,
    records_to_choose,
)
from gemeentedossier.desk.rules import Visit, staff
from gemeentedossier.desk.views.judged import judged_by
from gemeentedossier.desk.views.law_folds import (
    RELY,
    deciding_groups,
    decision_form,
    may_rely,
    position_carry_form,
    reading_carry_form,
)
from gemeentedossier.desk.views.matters import matter_page, position_in, position_url
from gemeentedossier.desk.views.readings import law_of, norm_page, reading_in, reading_url
from gemeentedossier.desk.views.writing import told
from gemeentedossier.dossier.governance.actions.reliances import (
    carry_to_interpretation,
    carry_to_position,
    end_reliance,
    rely_on_interpretation,
    rely_on_position,
)
from gemeentedossier.dossier.governance.facts import Reliance
from gemeentedossier.foundation.addresses import reverse
from gemeentedossier.foundation.errors import NotPermitted
from gemeentedossier.organisation.permissions import check_permitted, not_own


@staff(RELY)
def apply(visit: Visit, key: UUID) -> HttpResponse:
    """Record that a record applies the reading; only asked by POST."""
    judged = judged_by(visit)
    found, may = reading_in(judged, key), may_rely(visit, judged)
    if visit.request.method != "POST":
        return redirect(reading_url(visit, found))
    form = RestForm(visit.request.POST, groups=records_to_choose(judged.dossier, may), auto_id=f"apply-{key}-%s")
    if told(form, lambda: _applied(visit, key, *form.cleaned_data["record"], note=form.cleaned_data["note"])):
        return _recorded(visit, reading_url(visit, found))
    norm = catalogue_at(visit.moment).open_norms[found.norm]
    return norm_page(visit, judged, norm, bound={f"apply-{key}": form})


@staff(RELY)
def carry_reading(visit: Visit, key: UUID) -> HttpResponse:
    """Record that what rests on the reading was looked at again; only asked by POST."""
    judged = judged_by(visit)
    found, law = reading_in(judged, key), law_of(visit, judged)
    if visit.request.method != "POST":
        return redirect(reading_url(visit, found))
    form = reading_carry_form(law, found, may_rely(visit, judged), visit.request.POST)

    def change() -> None:
        given = form.cleaned_data
        carry_to_interpretation(
            given["reliance_ids"], interpretation_id=given["onto"], note=given["note"], by=visit.actor
        )

    if told(form, change):
        return _recorded(visit, reading_url(visit, found))
    norm = catalogue_at(visit.moment).open_norms[found.norm]
    return norm_page(visit, judged, norm, bound={f"carry-{key}": form})


@staff(RELY)
def decide(visit: Visit, key: UUID) -> HttpResponse:
    """Record that a decision rests on the position; only asked by POST."""
    judged = judged_by(visit)
    matter, held = position_in(judged, key)
    if visit.request.method != "POST":
        return redirect(position_url(visit, (matter, held)))
    groups = deciding_groups(judged, law_of(visit, judged), may_rely(visit, judged))
    form = decision_form(key, groups, visit.request.POST)
    if told(form, lambda: _decided(visit, key, *form.cleaned_data["record"], note=form.cleaned_data["note"])):
        return _recorded(visit, position_url(visit, (matter, held)))
    return matter_page(visit, judged, matter, bound={f"decide-{key}": form})


@staff(RELY)
def carry_position(visit: Visit, key: UUID) -> HttpResponse:
    """Record that decisions which rest on the position were looked at again; only asked by POST."""
    judged = judged_by(visit)
    matter, held = position_in(judged, key)
    if visit.request.method != "POST":
        return redirect(position_url(visit, (matter, held)))
    form = position_carry_form(law_of(visit, judged), held, may_rely(visit, judged), visit.request.POST)

    def change() -> None:
        given = form.cleaned_data
        carry_to_position(given["reliance_ids"], position_id=given["onto"], note=given["note"], by=visit.actor)

    if told(form, change):
        return _recorded(visit, position_url(visit, (matter, held)))
    return matter_page(visit, judged, matter, bound={f"carry-{key}": form})


@staff(RELY, only_now=True)
def rests_on(visit: Visit, kind: str, subject_id: UUID) -> HttpResponse:
    """What one record rests on: the list, and something more."""
    judged = judged_by(visit)
    record, law = _record(visit, judged, kind, subject_id), law_of(visit, judged)
    form = ApplyForm(visit.request.POST or None, groups=grounds_to_choose(law))
    page = reverse(PAGES[kind], args=[law.slug, subject_id])
    if visit.request.method == "POST" and told(form, lambda: _rested(visit, judged, record, form)):
        return _recorded(visit, visit.request.path)
    name, title = law.names[subject_id], _("What this rests on")
    shown = {
        "frame": frame_for(visit, place="desk:register", crumbs=(Crumb(label=name, url=page), Crumb(label=title))),
        "title": title,
        "lead": name,
        "lead_url": page,
        "table": grounds_table(law, subject_id),
        "form": form,
    }
    return render(visit.request, "desk/rests_on.html", shown)


@staff(RELY, only_now=True)
def end(visit: Visit, key: UUID) -> HttpResponse:
    """Say that a record no longer rests on something."""
    judged = judged_by(visit)
    found = _reliance(judged, key)
    _record(visit, judged, found.subject_kind, found.subject_id)
    form = EndForm(visit.request.POST or None)
    back = reverse("desk:rests-on", args=[visit.municipality.slug, found.subject_kind, found.subject_id])
    if visit.request.method == "POST" and told(form, lambda: end_reliance(key, by=visit.actor, **form.cleaned_data)):
        return _recorded(visit, back)
    name, title = law_of(visit, judged).names.get(found.subject_id, ""), _("It rests on this no longer")
    shown = {
        "frame": frame_for(visit, place="desk:register", crumbs=(Crumb(label=name, url=back), Crumb(label=title))),
        "title": title,
        "lead": name,
        "form": form,
        "button": pgettext("verb", "Record"),
        "back_url": back,
    }
    return render(visit.request, "desk/agreement_edit.html", shown)


def _record(visit: Visit, judged: Judged, kind: str, subject_id: UUID) -> Record:
    """The record, where this visit may say what it rests on; raises NotPermitted or Http404."""
    if kind not in PAGES or subject_id not in law_of(visit, judged).names:
        raise Http404
    check_permitted(visit.actor, RELY)
    if not may_rely(visit, judged)((kind, subject_id)):
        raise NotPermitted(not_own())
    return kind, subject_id


def _reliance(judged: Judged, key: UUID) -> Reliance:
    found = next((each for each in judged.dossier.reliances if each.id == key), None)
    if found is None:
        raise Http404
    return found


def _rested(visit: Visit, judged: Judged, record: Record, form: Form) -> None:
    onto, note = form.cleaned_data["onto"], form.cleaned_data["note"]
    is_reading = any(each.id == onto for each in judged.dossier.interpretations)
    act: Callable[..., None] = _applied if is_reading else _decided
    act(visit, onto, *record, note=note)


def _applied(visit: Visit, key: UUID, kind: str, subject_id: UUID, *, note: str) -> None:
    rely_on_interpretation(key, subject_kind=kind, subject_id=subject_id, note=note, by=visit.actor)


def _decided(visit: Visit, key: UUID, kind: str, subject_id: UUID, *, note: str) -> None:
    rely_on_position(key, subject_kind=kind, subject_id=subject_id, note=note, by=visit.actor)


def _recorded(visit: Visit, url: str) -> HttpResponse:
    messages.success(visit.request, _("The change was recorded."))
    return redirect(url)
