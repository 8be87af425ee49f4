"""What is done with a request from its page: each step is posted, and comes back to its section."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from gemeentedossier.design.parts import Link
from gemeentedossier.desk.forms.request_steps import (
    AcknowledgeForm,
    AdviceForm,
    ChangeRequesterForm,
    CloseForm,
    DecideRequestForm,
    ExtendForm,
    OpenEnvelopeForm,
    PlanForm,
    RemediesForm,
    ResumeForm,
    StepForm,
    StepReasonForm,
    SuspendForm,
    TellForm,
)
from gemeentedossier.desk.forms.requests import AnswersForm, RequesterForm
from gemeentedossier.desk.presenters.request_places import ANSWERS, DECISION, PLAN, RECEIPT, TERM, TOLD
from gemeentedossier.desk.rules import Visit, staff
from gemeentedossier.desk.views.judged import judged_by
from gemeentedossier.desk.views.request_folds import ADVISE, CLOSE, DECIDE, READ
from gemeentedossier.desk.views.request_pages import EDIT, request_form_page, request_frame, request_sight
from gemeentedossier.desk.views.requests import request_page
from gemeentedossier.desk.views.weighed_pages import url_of
from gemeentedossier.desk.views.writing import done, found_in
from gemeentedossier.dossier.requests.actions.deciding import (
    advise_request,
    answer_questions,
    decide_request,
    record_remedies,
    tell_request,
    undo_decision,
)
from gemeentedossier.dossier.requests.actions.requests import (
    acknowledge_request,
    change_requester,
    close_request,
    read_requester,
    reopen_request,
)
from gemeentedossier.dossier.requests.actions.searching import lay_search_plan
from gemeentedossier.dossier.requests.actions.terms import extend_request, resume_request, suspend_request
from gemeentedossier.dossier.requests.engine.search_plan import missing_from
from gemeentedossier.dossier.requests.facts import DataSubjectRequest, Suspension
from gemeentedossier.foundation.errors import EditedMeanwhile
from gemeentedossier.foundation.identifiers import new_id


def _posted(
    visit: Visit,
    key: UUID,
    section: str,
    make: Callable[[DataSubjectRequest], Form],
    write: Callable[[DataSubjectRequest, Form], object],
) -> HttpResponse:
    """Do one step; only asked by POST. A form that needs attention comes back on the page."""
    judged, back = judged_by(visit), f"{url_of(visit, 'request', key)}#{section}"
    found = found_in(judged.dossier.requests, key)
    if visit.request.method != "POST":
        return redirect(back)
    form = make(found)

    if done(visit, form, lambda: _write(found, form, write)):
        return redirect(back)
    return request_page(visit, judged, found, bound=form)


def _write(found: DataSubjectRequest, form: Form, write: Callable[[DataSubjectRequest, Form], object]) -> None:
    """Write; where somebody changed the request meanwhile, it was told, and saving again is then on purpose."""
    try:
        write(found, form)
    except EditedMeanwhile:
        if isinstance(form, StepForm):
            form.read_again(found.revision)
        raise


def _said(form: Form) -> dict[str, Any]:
    """What was filled in, with the revision that was read."""
    said = dict(form.cleaned_data)
    said["read"] = said.pop("as_read")
    return said


def _reason(visit: Visit, step: str) -> Callable[[DataSubjectRequest], Form]:
    def make(_found: DataSubjectRequest) -> Form:
        form = StepReasonForm(visit.request.POST, auto_id=f"{step}-%s")
        form.step = step
        return form

    return make


@staff(EDIT)
def acknowledge(visit: Visit, key: UUID) -> HttpResponse:
    """Record when receipt was confirmed."""
    return _posted(
        visit,
        key,
        RECEIPT,
        lambda _f: AcknowledgeForm(visit.request.POST),
        lambda _f, form: acknowledge_request(key, by=visit.actor, **_said(form)),
    )


@staff(EDIT)
def suspend(visit: Visit, key: UUID) -> HttpResponse:
    """The term stands still until an answer comes."""

    def write(_found: DataSubjectRequest, form: Form) -> None:
        said = _said(form)
        suspend_request(key, read=said.pop("read"), suspension=Suspension(new_id(), **said), by=visit.actor)

    return _posted(
        visit,
        key,
        TERM,
        lambda _f: SuspendForm(visit.request.POST),
        write,
    )


@staff(EDIT)
def resume(visit: Visit, key: UUID) -> HttpResponse:
    """The answer came."""
    return _posted(
        visit,
        key,
        TERM,
        lambda _f: ResumeForm(visit.request.POST),
        lambda _f, form: resume_request(key, by=visit.actor, **_said(form)),
    )


@staff(EDIT)
def extend(visit: Visit, key: UUID) -> HttpResponse:
    """Make the term longer, once."""
    return _posted(
        visit,
        key,
        TERM,
        lambda _f: ExtendForm(visit.request.POST),
        lambda _f, form: extend_request(key, by=visit.actor, **_said(form)),
    )


@staff(EDIT)
def plan(visit: Visit, key: UUID) -> HttpResponse:
    """Take into the plan every place that the register names."""
    judged = judged_by(visit)
    sight = request_sight(visit, judged)
    return _posted(
        visit,
        key,
        PLAN,
        lambda _f: PlanForm(visit.request.POST),
        lambda found, _form: lay_search_plan(key, missing_from(found, sight.plan(found)), by=visit.actor),
    )


@staff(EDIT)
def answers(visit: Visit, key: UUID) -> HttpResponse:
    """Answer the questions of the law."""

    def write(_found: DataSubjectRequest, form: Form) -> None:
        assert isinstance(form, AnswersForm)  # noqa: S101 - made below
        answer_questions(key, form.answers(), read=visit.read_revision(), by=visit.actor)

    return _posted(visit, key, ANSWERS, lambda found: AnswersForm(visit.request.POST, record=found), write)


@staff(ADVISE)
def advise(visit: Visit, key: UUID) -> HttpResponse:
    """Record the advice of the data protection officer."""
    return _posted(
        visit,
        key,
        DECISION,
        lambda _f: AdviceForm(visit.request.POST),
        lambda _f, form: advise_request(key, by=visit.actor, **_said(form)),
    )


@staff(DECIDE)
def decide(visit: Visit, key: UUID) -> HttpResponse:
    """Decide on the request."""
    return _posted(
        visit,
        key,
        DECISION,
        lambda found: DecideRequestForm(visit.request.POST, asks_answer=bool(found.unanswered_advice)),
        lambda _f, form: decide_request(key, by=visit.actor, **_said(form)),
    )


@staff(DECIDE)
def undo(visit: Visit, key: UUID) -> HttpResponse:
    """Take a decision back that was not sent."""
    return _posted(
        visit,
        key,
        DECISION,
        _reason(visit, "undo"),
        lambda _f, form: undo_decision(key, by=visit.actor, **_said(form)),
    )


@staff(EDIT)
def tell(visit: Visit, key: UUID) -> HttpResponse:
    """Record when the answer was sent."""
    return _posted(
        visit,
        key,
        TOLD,
        lambda _f: TellForm(visit.request.POST),
        lambda _f, form: tell_request(key, by=visit.actor, **_said(form)),
    )


@staff(EDIT)
def remedies(visit: Visit, key: UUID) -> HttpResponse:
    """Record an objection or a notice of default."""

    def write(_found: DataSubjectRequest, form: Form) -> None:
        said = dict(form.cleaned_data)
        record_remedies(key, read=said.pop("revision"), by=visit.actor, **said)

    return _posted(visit, key, TOLD, lambda found: RemediesForm(visit.request.POST, record=found), write)


@staff(CLOSE)
def close(visit: Visit, key: UUID) -> HttpResponse:
    """Close the request."""
    return _posted(
        visit,
        key,
        TOLD,
        lambda _f: CloseForm(visit.request.POST),
        lambda _f, form: close_request(key, by=visit.actor, **_said(form)),
    )


@staff(CLOSE)
def reopen(visit: Visit, key: UUID) -> HttpResponse:
    """Open a closed request again."""
    return _posted(
        visit,
        key,
        TOLD,
        _reason(visit, "reopen"),
        lambda _f, form: reopen_request(key, by=visit.actor, **_said(form)),
    )


@staff(READ)
def requester(visit: Visit, key: UUID) -> HttpResponse:
    """Name and address, for a reason that is recorded; only asked by POST, so that no address shows them again."""
    judged, back = judged_by(visit), url_of(visit, "request", key)
    found = found_in(judged.dossier.requests, key)
    if visit.request.method != "POST":
        return redirect(back)
    form = OpenEnvelopeForm(visit.request.POST, auto_id="requester-%s")
    if not form.is_valid():
        return request_page(visit, judged, found, bound=form)
    content = read_requester(key, reason=form.cleaned_data["reason"], by=visit.actor)
    fields = {name: str(field.label) for name, field in RequesterForm.base_fields.items()}
    shown = {
        "frame": request_frame(visit, (found.number, back), (_("Name and address"), "")),
        "title": _("Name and address"),
        "lead": Link(label=found.number, url=back),
        "said": [(fields.get(name, name), text) for name, text in content.items()],
        "change_url": url_of(visit, "request-requester-edit", key) if found.is_open else "",
    }
    return render(visit.request, "desk/requester.html", shown)


@staff(READ, only_now=True)
def requester_edit(visit: Visit, key: UUID) -> HttpResponse:
    """Correct name and address in the envelope; what was in it is not shown, and what is left empty stays."""
    found, back = found_in(judged_by(visit).dossier.requests, key), url_of(visit, "request", key)
    form = ChangeRequesterForm(visit.request.POST or None, initial={"as_read": found.revision})

    def write(_found: DataSubjectRequest, form: Form) -> None:
        said = _said(form)
        reason, read = said.pop("reason"), said.pop("read")
        change_requester(key, reason=reason, requester=said, read=read, by=visit.actor)

    if done(visit, form, lambda: _write(found, form, write)):
        return redirect(back)
    title = _("Correct name and address: what you leave empty stays")
    return request_form_page(visit, title=title, lead=found.number, form=form, back=back)
