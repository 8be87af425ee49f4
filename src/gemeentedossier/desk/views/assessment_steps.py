"""The steps of an impact assessment: advice, answer, adoption, revision, consultation and publication."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from gemeentedossier.desk.rules import Visit, staff
from gemeentedossier.desk.views.assessment_folds import step_form
from gemeentedossier.desk.views.assessment_pages import Sight, sight_of
from gemeentedossier.desk.views.assessment_permitted import STEPS
from gemeentedossier.desk.views.assessment_remarks import remarks_form
from gemeentedossier.desk.views.assessments import assessment_page
from gemeentedossier.desk.views.weighed_pages import url_of
from gemeentedossier.desk.views.writing import done, found_in
from gemeentedossier.dossier.risks.actions import assessments, decisions
from gemeentedossier.dossier.risks.enums import ConsultationPiece
from gemeentedossier.dossier.risks.facts import ImpactAssessment, PriorConsultation
from gemeentedossier.foundation.identifiers import new_id

Act = Callable[[Sight, ImpactAssessment, dict[str, Any]], None]


@staff("risks.edit_assessment")
def confirm(visit: Visit, key: UUID) -> HttpResponse:
    """Confirm that what was copied holds here too."""
    return _step(visit, key, "assessment-confirm", _told(assessments.confirm_copy, visit))


@staff("risks.put_to_officer")
def put(visit: Visit, key: UUID) -> HttpResponse:
    """Put the assessment to the data protection officer."""

    def act(sight: Sight, found: ImpactAssessment, given: dict[str, Any]) -> None:
        decisions.put_to_officer(key, lint=sight.lint, stale=sight.stale(found), by=visit.actor, **given)

    return _step(visit, key, "assessment-put", act)


@staff("risks.put_to_officer")
def back(visit: Visit, key: UUID) -> HttpResponse:
    """Take the assessment back to change it."""
    return _step(visit, key, "assessment-back", _told(decisions.take_back, visit))


@staff("risks.advise")
def give_advice(visit: Visit, key: UUID) -> HttpResponse:
    """Advise as data protection officer."""
    return _step(visit, key, "assessment-advise", _told(decisions.advise, visit))


@staff("risks.answer_advice")
def answer(visit: Visit, key: UUID) -> HttpResponse:
    """Say what was done with the advice."""
    return _step(visit, key, "assessment-answer", _told(decisions.answer_advice, visit))


@staff("risks.adopt_assessment")
def adopt(visit: Visit, key: UUID) -> HttpResponse:
    """Adopt the assessment, and accept what remains."""

    def act(sight: Sight, found: ImpactAssessment, given: dict[str, Any]) -> None:
        decisions.adopt_assessment(key, lint=sight.lint, stale=sight.stale(found), by=visit.actor, **given)

    return _step(visit, key, "assessment-adopt", act)


@staff("risks.revise_assessment")
def revise(visit: Visit, key: UUID) -> HttpResponse:
    """Open the assessment for a next version."""
    return _step(visit, key, "assessment-revise", _told(decisions.revise_assessment, visit))


@staff("risks.consult_authority")
def consult(visit: Visit, key: UUID) -> HttpResponse:
    """Record a request to the authority, or what became of it."""

    def act(sight: Sight, found: ImpactAssessment, given: dict[str, Any]) -> None:
        running = [each.id for each in found.consultations if each.is_running]
        plain = {name: value for name, value in given.items() if name not in ("revision", "pieces")}
        pieces = tuple(ConsultationPiece(each) for each in given["pieces"])
        made = PriorConsultation(running[-1] if running else new_id(), pieces=pieces, **plain)
        scale = sight.catalogue.risk_scale
        decisions.record_consultation(key, made, scale=scale, revision=given["revision"], by=visit.actor)

    return _step(visit, key, "assessment-consult", act)


@staff("risks.publish_summary")
def publish(visit: Visit, key: UUID) -> HttpResponse:
    """Publish a summary that everyone may read."""
    return _step(visit, key, "assessment-publish", _told(decisions.publish_summary, visit))


@staff("risks.publish_summary")
def withdraw(visit: Visit, key: UUID) -> HttpResponse:
    """Take the summary away from everyone."""
    return _step(visit, key, "assessment-withdraw", _told(decisions.withdraw_summary, visit))


@staff("risks.delete_assessment")
def delete(visit: Visit, key: UUID) -> HttpResponse:
    """Take away a draft on which nobody advised or decided."""
    return _step(
        visit,
        key,
        "assessment-delete",
        _told(assessments.delete_assessment, visit),
        to=url_of(visit, "assessments"),
    )


@staff("risks.edit_assessment")
def settle(visit: Visit, key: UUID) -> HttpResponse:
    """Record which remarks on a file that was taken over were dealt with; only asked by POST."""
    sight = sight_of(visit)
    found = found_in(sight.dossier.impact_assessments, key)
    page = f"{url_of(visit, 'assessment', key)}#file"
    if visit.request.method != "POST":
        return redirect(page)
    form = remarks_form(sight, found, visit.request.POST)

    def write() -> None:
        assessments.settle_remarks(key, form.chosen(), revision=form.cleaned_data["revision"], by=visit.actor)

    if done(visit, form, write):
        return redirect(page)
    return assessment_page(sight, found, bound=form)


def _told(verb: Callable[..., None], visit: Visit) -> Act:
    """The verb with what its form says."""
    return lambda _sight, found, given: verb(found.id, by=visit.actor, **given)


def _step(visit: Visit, key: UUID, route: str, act: Act, *, to: str = "") -> HttpResponse:
    """Take a step; only asked by POST. The page stays with its form where that needs attention."""
    sight = sight_of(visit)
    found = found_in(sight.dossier.impact_assessments, key)
    page = f"{url_of(visit, 'assessment', key)}#{STEPS[route].section}"
    if visit.request.method != "POST":
        return redirect(page)
    form = step_form(route, found, visit.request.POST)
    if done(visit, form, lambda: act(sight, found, dict(form.cleaned_data)), said=_("The change was recorded.")):
        return redirect(to or page)
    return assessment_page(sight, found, bound=form)
