"""Writing an impact assessment: a new one, what it says of itself, a point beside the register, a risk."""

from dataclasses import replace
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from gemeentedossier.desk.forms.aims import aimed
from gemeentedossier.desk.forms.assessments import AssessedRiskForm, AssessmentForm, NewAssessmentForm, PointForm
from gemeentedossier.desk.presenters.assessments import point_said, register_said
from gemeentedossier.desk.rules import Visit, staff
from gemeentedossier.desk.views.assessment_pages import Sight, form_page, sight_of
from gemeentedossier.desk.views.weighed_pages import url_of
from gemeentedossier.desk.views.writing import done, found_in
from gemeentedossier.dossier.risks.actions.assessments import (
    draw_up_assessment,
    edit_assessment,
    record_assessed_risk,
    remove_assessed_risk,
    write_paragraph,
)
from gemeentedossier.dossier.risks.facts import AssessedRisk, AssessmentParagraph, ImpactAssessment
from gemeentedossier.foundation.errors import NotPermitted
from gemeentedossier.foundation.identifiers import new_id
from gemeentedossier.organisation.permissions import can_for, not_own

DRAW, EDIT = "risks.draw_up_assessment", "risks.edit_assessment"


@staff(DRAW, only_now=True)
def new(visit: Visit) -> HttpResponse:
    """Draw up an assessment; ``?activity=`` chooses of which activity."""
    sight = sight_of(visit)
    own = frozenset(each.id for each in sight.dossier.activities if can_for(visit.actor, DRAW, owner_id=each.owner_id))
    asked = visit.request.GET.get("activity", "")
    named = next((f"DPIA {each.name}" for each in sight.dossier.activities if str(each.id) == asked), "")
    initial = {"activity_id": asked, "name": named}
    form = NewAssessmentForm(visit.request.POST or None, dossier=sight.dossier, own=own, initial=initial)
    key = new_id()
    if done(visit, form, lambda: draw_up_assessment(_begun(sight, key, form), by=visit.actor)):
        return redirect(url_of(visit, "assessment", key))
    title = pgettext("button", "Draw up a DPIA")
    return form_page(visit, title=title, lead="", form=form, back=url_of(visit, "assessments"))


@staff(EDIT, only_now=True)
def edit(visit: Visit, key: UUID) -> HttpResponse:
    """What an assessment says of itself, opened for writing."""
    sight, found = _found(visit, key)
    form = AssessmentForm(visit.request.POST or None, record=found, dossier=sight.dossier)
    aimed(form, visit.request.GET.get("field", ""))
    back = url_of(visit, "assessment", key)
    if done(visit, form, lambda: edit_assessment(replace(found, **form.cleaned_data), by=visit.actor)):
        return redirect(back)
    return form_page(visit, title=_("Edit the assessment"), lead=found.name, form=form, back=back)


@staff(EDIT, only_now=True)
def point(visit: Visit, key: UUID, number: int) -> HttpResponse:
    """A point in own words, beside what the register says now; saving takes that over."""
    sight, found = _found(visit, key)
    standing = next((each for each in sight.standings(found) if each.point.number == number), None)
    if standing is None:
        raise Http404
    held = {"text": standing.paragraph.text if standing.paragraph else "", "revision": found.revision}
    form = PointForm(visit.request.POST or None, initial=held)
    back = f"{url_of(visit, 'assessment', key)}#point-{number}"
    if done(
        visit,
        form,
        lambda: write_paragraph(key, number, basis=standing.statements, by=visit.actor, **form.cleaned_data),
    ):
        return redirect(back)
    name = standing.point.name.in_language(sight.language)
    return form_page(
        visit,
        title=f"{number}. {name}",
        lead=found.name,
        form=form,
        back=back,
        button=_("Save, and take over these facts") if standing.is_stale else _("Save"),
        asks=standing.point.asks.in_language(sight.language),
        said=(
            *tuple(point_said(standing, found, language=sight.language))[1:],
            *register_said(standing.statements, language=sight.language),
        ),
    )


@staff(EDIT, only_now=True)
def new_risk(visit: Visit, key: UUID) -> HttpResponse:
    """Add a risk to people."""
    return _risk(visit, key, AssessedRisk(new_id(), ""), title=_("Add a risk to people"))


@staff(EDIT, only_now=True)
def risk(visit: Visit, key: UUID, risk_id: UUID) -> HttpResponse:
    """A risk to people, opened for weighing."""
    _sight, found = _found(visit, key)
    return _risk(visit, key, found_in(found.risks, risk_id), title=_("Weigh this risk"))


@staff(EDIT)
def remove_risk(visit: Visit, key: UUID, risk_id: UUID) -> HttpResponse:
    """Take away a risk; only asked by POST."""
    back = f"{url_of(visit, 'assessment', key)}#risks"
    if visit.request.method == "POST":
        _sight, found = _found(visit, key)
        remove_assessed_risk(key, risk_id, revision=found.revision, by=visit.actor)
    return redirect(back)


def _risk(visit: Visit, key: UUID, record: AssessedRisk, *, title: str) -> HttpResponse:
    sight, found = _found(visit, key)
    form = AssessedRiskForm(
        visit.request.POST or None, record=record, dossier=sight.dossier, initial={"revision": found.revision}
    )

    def write() -> None:
        made = replace(record, **form.told(), treatments=form.measures())
        record_assessed_risk(key, made, revision=form.cleaned_data["revision"], by=visit.actor)

    back = f"{url_of(visit, 'assessment', key)}#risks"
    if done(visit, form, write):
        again = url_of(visit, "assessment-risk", key, record.id)
        return redirect(f"{again}#id_m{len(form.measures())}_measure_id" if "another" in visit.request.POST else back)
    remove = url_of(visit, "assessment-risk-remove", key, record.id) if record in found.risks else ""
    return form_page(
        visit,
        title=title,
        lead=found.name,
        form=form,
        back=back,
        another=_("Save, and add another measure"),
        remove_url=remove,
        remove_label=_("Remove this risk"),
    )


def _found(visit: Visit, key: UUID) -> tuple[Sight, ImpactAssessment]:
    """The assessment that this person may write; NotPermitted where it is of others only."""
    sight = sight_of(visit)
    found = found_in(sight.dossier.impact_assessments, key)
    if not sight.may(EDIT, found):
        raise NotPermitted(not_own())
    return sight, found


def _begun(sight: Sight, key: UUID, form: NewAssessmentForm) -> ImpactAssessment:
    """A draft; with the words of another where somebody chose one, on no facts yet."""
    given = form.cleaned_data
    source = next((each for each in sight.dossier.impact_assessments if each.id == given["copied_from_id"]), None)
    paragraphs = tuple(
        AssessmentParagraph(new_id(), each.number, each.text) for each in (source.paragraphs if source else ())
    )
    return ImpactAssessment(
        id=key,
        name=given["name"],
        activity_ids=(given["activity_id"],),
        paragraphs=paragraphs,
        copied_from_id=given["copied_from_id"],
    )
