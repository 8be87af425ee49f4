"""How the municipality reads the open norms of the law: the list, one norm, and what is decided about it."""

from collections.abc import Callable, Mapping
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.forms import Form
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from gemeentedossier.assessment.facts import Judged
from gemeentedossier.catalogue.engine.addresses import address_of
from gemeentedossier.catalogue.facts.norms import OpenNorm
from gemeentedossier.catalogue.queries import catalogue_at
from gemeentedossier.design.parts import Crumb
from gemeentedossier.desk.forms.readings import ConfirmForm, EndForm, ReadingForm
from gemeentedossier.desk.presenters.activity.wording import language
from gemeentedossier.desk.presenters.agreement import Fold
from gemeentedossier.desk.presenters.frame import account_crumbs, frame_for
from gemeentedossier.desk.presenters.readings import (
    articles_of_norm,
    norms_table,
    nothing_read,
    people_of,
    reading_anchor,
    reading_sections,
)
from gemeentedossier.desk.presenters.resting import LawSight, law_sight, short
from gemeentedossier.desk.rules import Visit, staff
from gemeentedossier.desk.views.judged import judged_by
from gemeentedossier.desk.views.law_folds import Bound, fold, open_cases, reading_folds
from gemeentedossier.desk.views.writing import told
from gemeentedossier.dossier.governance.actions.interpretations import (
    confirm_interpretation,
    decide_interpretation,
    end_interpretation,
)
from gemeentedossier.dossier.governance.facts import Interpretation
from gemeentedossier.foundation.addresses import reverse
from gemeentedossier.organisation.permissions import can

VIEW, DECIDE = "governance.view_decisions", "governance.decide_interpretation"


@staff(VIEW)
def readings(visit: Visit) -> HttpResponse:
    """Every open norm, with how the municipality reads it."""
    law, title = law_of(visit, judged_by(visit)), readings_title()
    shown = {
        "frame": frame_for(visit, place="desk:accountability", crumbs=account_crumbs(visit, title)),
        "title": title,
        "lead": _("Words of the law that each municipality must give a meaning: how yours reads them, and where."),
        "table": norms_table(law),
    }
    return render(visit.request, "desk/law_list.html", shown)


@staff(VIEW)
def norm(visit: Visit, norm: str) -> HttpResponse:
    """One open norm: what it asks, its readings, and what rests on them."""
    judged = judged_by(visit)
    return norm_page(visit, judged, _known(visit, norm))


@staff(VIEW)
def interpretation(visit: Visit, key: UUID) -> HttpResponse:
    """The way to a reading on the page of its norm; ``?open=`` leads to the form that mends something of it."""
    page = reading_url(visit, reading_in(judged_by(visit), key)).partition("#")[0]
    field = FIRST_FIELDS.get(visit.request.GET.get("open", ""))
    return redirect(f"{page}#{field % {'key': key} if field else reading_anchor(key)}")


@staff(DECIDE)
def decide(visit: Visit, norm: str) -> HttpResponse:
    """Record how the municipality reads the norm; only asked by POST."""
    judged, asked = judged_by(visit), _known(visit, norm)
    if visit.request.method != "POST":
        return redirect("desk:norm", visit.municipality.slug, norm)
    form = _reading_form(law_of(visit, judged), norm, visit.request.POST)
    if told(form, lambda: decide_interpretation(norm, by=visit.actor, **{**_NO_OTHER, **form.cleaned_data})):
        messages.success(visit.request, _("The reading was recorded. It holds from now on."))
        return redirect("desk:norm", visit.municipality.slug, norm)
    return norm_page(visit, judged, asked, bound={"decide": form})


@staff(DECIDE)
def confirm(visit: Visit, key: UUID) -> HttpResponse:
    """Record that the reading was looked at again; only asked by POST."""
    form = ConfirmForm(visit.request.POST or None, auto_id=f"confirm-{key}-%s")
    return _changed(visit, key, form, lambda: confirm_interpretation(key, by=visit.actor, **form.cleaned_data))


@staff(DECIDE)
def end(visit: Visit, key: UUID) -> HttpResponse:
    """End the reading; only asked by POST."""
    form = EndForm(visit.request.POST or None, auto_id=f"end-{key}-%s")
    return _changed(visit, key, form, lambda: end_interpretation(key, by=visit.actor, **form.cleaned_data))


def _changed(visit: Visit, key: UUID, form: Form, change: Callable[[], None]) -> HttpResponse:
    judged = judged_by(visit)
    found = reading_in(judged, key)
    if visit.request.method != "POST":
        return redirect(reading_url(visit, found))
    if told(form, change):
        messages.success(visit.request, _("The change was recorded."))
        return redirect(reading_url(visit, found))
    step = "confirm" if isinstance(form, ConfirmForm) else "end"
    return norm_page(visit, judged, _known(visit, found.norm), bound={f"{step}-{key}": form})


def norm_page(visit: Visit, judged: Judged, norm: OpenNorm, *, bound: Bound | None = None) -> HttpResponse:
    """The page of a norm; ``bound`` are the forms that need attention, by their place."""
    law, slug, forms = law_of(visit, judged), visit.municipality.slug, bound or {}
    every = law.readings.of_norm(norm.id)
    sections = reading_sections(
        norm.id,
        law,
        folds=reading_folds(visit, judged, law, every, bound=forms),
        cases=open_cases(visit, judged, {each.id for each in every}),
    )
    name = norm.name.in_language(law.language)
    index, here = account_crumbs(visit, readings_title())
    crumbs = (index, Crumb(label=here.label, url=reverse("desk:readings", args=[slug])), Crumb(label=name))
    shown = {
        "frame": frame_for(visit, place="desk:accountability", crumbs=crumbs),
        "title": f"“{name}”",
        "lead": norm.asks.in_language(law.language) if every else "",
        "note": articles_of_norm(norm, law),
        "note_url": address_of(norm.law[0], catalogue_at(visit.moment), law.language) if norm.law else "",
        "sections": sections,
        "empty": None if every else nothing_read(norm, law),
        "first": _first_fold(visit, law, norm, forms),
    }
    return render(visit.request, "desk/law_record.html", shown)


def _first_fold(visit: Visit, law: LawSight, norm: OpenNorm, bound: Bound) -> Fold | None:
    if visit.moment or not can(visit.actor, DECIDE):
        return None
    form = bound.get("decide") or _reading_form(law, norm.id, None)
    url = reverse("desk:reading-decide", args=[law.slug, norm.id])
    return fold(_("Record how the municipality reads this"), _("Record this reading"), url, form, anchor="decide")


def _reading_form(law: LawSight, norm: str, values: Mapping[str, Any] | None) -> ReadingForm:
    holding = [(each.id, short(each.reading)) for each in law.readings.holding(norm)]
    initial = {"decided_on": law.readings.day, "replaces_id": holding[0][0] if holding else None}
    return ReadingForm(values, people=people_of(law), holding=holding, initial=initial, auto_id="decide-%s")


FIRST_FIELDS = {"end": "end-%(key)s-reason", "carry": "carry-%(key)s-onto", "confirm": "confirm-%(key)s-review_on"}
"""The first field of each form: a browser opens what it leads into."""
_NO_OTHER: dict[str, UUID | None] = {"replaces_id": None}
"""Where no reading holds, the form does not ask which one ends."""


def law_of(visit: Visit, judged: Judged) -> LawSight:
    """How the law is read, as this visit looks at it."""
    catalogue = catalogue_at(visit.moment)
    return law_sight(judged.dossier, catalogue, slug=visit.municipality.slug, language=language())


def reading_in(judged: Judged, key: UUID) -> Interpretation:
    """The reading of that key; Http404 where the dossier has none."""
    found = next((each for each in judged.dossier.interpretations if each.id == key), None)
    if found is None:
        raise Http404
    return found


def reading_url(visit: Visit, reading: Interpretation) -> str:
    """A reading on the page of its norm."""
    page = reverse("desk:norm", args=[visit.municipality.slug, reading.norm])
    return f"{page}#{reading_anchor(reading.id)}"


def readings_title() -> str:
    """What the list is called."""
    return _("How open norms are read")


def _known(visit: Visit, norm: str) -> OpenNorm:
    found = catalogue_at(visit.moment).open_norms.get(norm)
    if found is None:
        raise Http404
    return found
