"""Agreements: the list with what they ask when, one of them, and its sections opened for editing."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from uuid import UUID

from django.contrib import messages
from django.forms import Form
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from gemeentedossier.assessment.engine.assess import day_of
from gemeentedossier.assessment.facts import Finding, Judged
from gemeentedossier.design.parts import Crumb
from gemeentedossier.desk.forms.agreements import SECTION_FORMS, AgreementFilter, NewAgreementForm, PointsForm
from gemeentedossier.desk.presenters.activity.wording import language, words_of
from gemeentedossier.desk.presenters.agreement import AgreementSight
from gemeentedossier.desk.presenters.agreement_page import sections_of
from gemeentedossier.desk.presenters.agreement_sections import SECTIONS, agreement_section
from gemeentedossier.desk.presenters.agreements import (
    Wanted,
    agreement_text_url,
    agreement_url,
    agreements_table,
    calendar_table,
    expectations_url,
    kind_word,
    no_agreements,
    state_badge,
)
from gemeentedossier.desk.presenters.findings import Shown, shown_findings
from gemeentedossier.desk.presenters.frame import frame_for
from gemeentedossier.desk.rules import Visit, staff
from gemeentedossier.desk.views.agenda import file_of
from gemeentedossier.desk.views.agreement_folds import folds_of
from gemeentedossier.desk.views.judged import judged_by
from gemeentedossier.desk.views.mending import reader_of
from gemeentedossier.desk.views.writing import done, found_in
from gemeentedossier.dossier.agreements.actions.agreements import edit_agreement, record_agreement, record_points
from gemeentedossier.dossier.agreements.enums import AgreementKind
from gemeentedossier.dossier.agreements.facts import Agreement
from gemeentedossier.exchange.enums import ListKind
from gemeentedossier.exchange.rules import IMPORT_LIST
from gemeentedossier.foundation.addresses import reverse
from gemeentedossier.foundation.errors import EditedMeanwhile, NotPermitted, Refused
from gemeentedossier.foundation.identifiers import new_id
from gemeentedossier.organisation.permissions import can, can_for, check_permitted_for

VIEW, RECORD, EDIT = "agreements.view_agreement", "agreements.record_agreement", "agreements.edit_agreement"


@staff(VIEW)
def agreements(visit: Visit) -> HttpResponse:
    """All agreements, filtered, and the calendar."""
    judged, slug = judged_by(visit), visit.municipality.slug
    filters = AgreementFilter(visit.request.GET.dict(), dossier=judged.dossier)
    filters.is_valid()
    wanted = Wanted(**{name: filters.cleaned_data.get(name, "") for name in ("kind", "state", "party")})
    found = [each for each in judged.dossier.agreements if wanted.fits(each, day_of(judged.dossier))]
    may_record = visit.moment is None and can(visit.actor, RECORD)
    shown = {
        "frame": frame_for(visit, place="desk:agreements"),
        "slug": slug,
        "may_record": may_record,
        "filters": filters,
        "table": agreements_table(found, judged, slug=slug) if found else None,
        "empty": no_agreements(slug, is_narrowed=wanted != Wanted(), may_record=may_record),
        "calendar": calendar_table(judged, slug=slug),
    }
    return render(visit.request, "desk/agreements.html", shown)


@staff(VIEW)
def calendar(visit: Visit) -> HttpResponse:
    """Every day that the dossier asks, for a calendar of one's own."""
    return file_of(visit)


@staff(RECORD, only_now=True)
def new(visit: Visit) -> HttpResponse:
    """Begin an agreement: a name, a kind and with whom; the rest is filled in on its page."""
    asked = visit.request.GET
    initial = {"party_names": (asked.get("party", ""),), "kind": asked.get("kind", "")}
    form = NewAgreementForm(visit.request.POST or None, initial=initial)
    key = new_id()

    def write() -> None:
        given = form.cleaned_data
        draft = Agreement(id=key, name=given["name"], kind=given["kind"], reference=given["reference"])
        record_agreement(draft, party_names=given["party_names"], by=visit.actor)

    if done(visit, form, write, said=_("The agreement was recorded as a draft.")):
        return redirect(agreement_url(visit.municipality.slug, key))
    title = _("Record an agreement")
    shown = {"frame": agreement_frame(visit, title), "title": title, "form": form, "button": pgettext("verb", "Record")}
    return render(visit.request, "desk/agreement_edit.html", shown)


@staff(VIEW)
def agreement(visit: Visit, key: UUID) -> HttpResponse:
    """One agreement: what is recorded of it, what was found, and what can be done."""
    judged = judged_by(visit)
    return agreement_page(visit, judged, found_in(judged.dossier.agreements, key))


@staff(EDIT, only_now=True)
def edit(visit: Visit, key: UUID, part: str) -> HttpResponse:
    """One section, opened for editing."""
    judged = judged_by(visit)
    found, made = found_in(judged.dossier.agreements, key), SECTION_FORMS.get(part)
    check_permitted_for(visit.actor, EDIT, owner_id=found.owner_id)
    section = next((each for each in SECTIONS if each.id == part), None)
    if made is None or section is None:
        raise Http404
    form = made(visit.request.POST or None, agreement=found, dossier=judged.dossier)

    def write() -> None:
        wanted = replace(found, **form.changes(), revision=form.cleaned_data["revision"])
        edit_agreement(wanted, party_names=form.named_parties(), by=visit.actor)

    if done(visit, form, write):
        return redirect(agreement_url(visit.municipality.slug, key, part))
    return _form_page(visit, found, title=str(section.title), form=form, anchor=part)


@staff(EDIT, only_now=True)
def points(visit: Visit, key: UUID) -> HttpResponse:
    """Every point that the law asks, to be read beside the contract."""
    judged = judged_by(visit)
    found = found_in(judged.dossier.agreements, key)
    check_permitted_for(visit.actor, EDIT, owner_id=found.owner_id)
    form = PointsForm(visit.request.POST or None, agreement=found, language=language())
    if visit.request.method == "POST" and form.is_valid():
        try:
            record_points(key, form.said(found), revision=form.cleaned_data["revision"], by=visit.actor)
        except NotPermitted:
            raise
        except EditedMeanwhile as meanwhile:
            form = form.beside(found, language=language())
            form.add_error(None, str(meanwhile))
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(visit.request, _("The change was recorded."))
            return redirect(agreement_url(visit.municipality.slug, key, "points"))
    return _form_page(visit, found, title=_("What was agreed"), form=form, anchor="points")


def agreement_page(
    visit: Visit, judged: Judged, found: Agreement, bound: Mapping[str, Form] | None = None
) -> HttpResponse:
    """The page; ``bound`` holds a step's form that needs attention, by the name of the step."""
    today = day_of(judged.dossier)
    cases = [each for own in judged.assessment.cases if own.case.id == found.id for each in own]
    sight = replace(
        sight_of(visit, judged, found),
        folds=folds_of(visit, found, judged.dossier, bound or {}),
        cases=_beside(sorted((each for each in cases if each.is_open), key=lambda each: each.weight), judged, visit),
    )
    shown = {
        "frame": agreement_frame(visit, found.name),
        "agreement": found,
        "kind": kind_word(found),
        "state": state_badge(found, today),
        "text_url": agreement_text_url(visit.municipality.slug, found),
        "expectations_url": expectations_url(visit.municipality.slug, found),
        "history_url": reverse("desk:agreement-history", args=[visit.municipality.slug, found.id]),
        "list_url": _list_url(visit, found),
        "sections": sections_of(sight),
        "sound": sum(not each.is_open for each in cases),
        "last_folds": sight.folds.get("", ()),
    }
    return render(visit.request, "desk/agreement.html", shown)


def _list_url(visit: Visit, agreement: Agreement) -> str:
    """Where the supplier's list of sub-processors is taken over; empty where that is not done."""
    may = visit.moment is None and can(visit.actor, IMPORT_LIST)
    if not may or agreement.kind is not AgreementKind.PROCESSOR:
        return ""
    address = reverse("desk:exchange", args=[visit.municipality.slug])
    return f"{address}?what={ListKind.SUB_PROCESSORS.value}&agreement={agreement.id}#import"


def sight_of(visit: Visit, judged: Judged, found: Agreement) -> AgreementSight:
    """The agreement with what is needed to show it, without forms and findings."""
    return AgreementSight(
        slug=visit.municipality.slug,
        agreement=found,
        dossier=judged.dossier,
        today=day_of(judged.dossier),
        words=words_of(judged.dossier, at=visit.moment),
        may_edit=visit.moment is None and can_for(visit.actor, EDIT, owner_id=found.owner_id),
        may_tell=visit.moment is None and can(visit.actor, "agreements.record_leaflet"),
    )


def _beside(findings: Iterable[Finding], judged: Judged, visit: Visit) -> Mapping[str, tuple[Shown, ...]]:
    """The findings by the section beside which they stand."""
    reader, beside = reader_of(visit, judged), defaultdict[str, list[Finding]](list)
    for finding in findings:
        beside[agreement_section(finding.rule).id].append(finding)
    return {section: shown_findings(group, judged, reader) for section, group in beside.items()}


def _form_page(visit: Visit, found: Agreement, *, title: str, form: Form, anchor: str) -> HttpResponse:
    back = agreement_url(visit.municipality.slug, found.id, anchor)
    shown = {
        "frame": agreement_frame(visit, found.name, back=back, last=title),
        "title": title,
        "lead": found.name,
        "form": form,
        "button": _("Save"),
        "back_url": back,
    }
    return render(visit.request, "desk/agreement_edit.html", shown)


def agreement_frame(visit: Visit, title: str, *, back: str = "", last: str = "") -> object:
    every = Crumb(
        label=pgettext("place in the rail", "Agreements"),
        url=reverse("desk:agreements", args=[visit.municipality.slug]),
    )
    crumbs = (every, Crumb(label=title, url=back), *((Crumb(label=last),) if last else ()))
    return frame_for(visit, place="desk:agreements", crumbs=crumbs)
