"""The forms on the page of a request: each where it belongs, and only for who may use it now."""

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

from django.forms import Form
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from gemeentedossier.design.parts import Link
from gemeentedossier.desk.forms.request_steps import (
    AcknowledgeForm,
    AdviceForm,
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
from gemeentedossier.desk.forms.requests import AnswersForm
from gemeentedossier.desk.presenters.agreement import Fold
from gemeentedossier.desk.presenters.request_places import ANSWERS, DECISION, ENVELOPE, PLAN, RECEIPT, TERM, TOLD
from gemeentedossier.desk.rules import Visit
from gemeentedossier.desk.views.request_pages import EDIT, may_on
from gemeentedossier.desk.views.weighed_pages import url_of
from gemeentedossier.documents.enums import LetterKind
from gemeentedossier.dossier.requests.engine.clock import CHANGES
from gemeentedossier.dossier.requests.enums import LineKind
from gemeentedossier.dossier.requests.facts import DataSubjectRequest
from gemeentedossier.foundation import clock

ADVISE, DECIDE = "requests.advise_request", "requests.decide_request"
CLOSE, READ = "requests.close_request", "requests.read_requester"


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A form that is posted from the page of a request."""

    name: str
    section: str
    permission: str
    title: str
    button: str
    form: Callable[[DataSubjectRequest], Form]
    kind: type[Form]


def folds_of(
    visit: Visit, found: DataSubjectRequest, bound: Form | None, *, told_by: dt.date | None
) -> Mapping[str, tuple[Fold, ...]]:
    """The forms by section; a bound one needs attention, and stays also where its step is no longer there.

    ``told_by`` is the last day to tell of an extension (GDPR 12(3)); None where no term runs, which none makes longer.
    """
    folds: dict[str, list[Fold]] = defaultdict(list)
    steps = tuple(each for step in steps_for(found) if (each := _in_its_term(step, told_by)))
    if bound is not None and not any(_is(bound, step) for step in steps):
        steps += tuple(step for step in every_step(found) if _is(bound, step))[:1]
    for step in steps:
        if may_on(visit, step.permission, found):
            form = bound if bound is not None and _is(bound, step) else step.form(found)
            folds[step.section].append(
                Fold(
                    title=step.title,
                    button=step.button,
                    url=url_of(visit, f"request-{step.name}", found.id),
                    form=form,
                    anchor=step.section,
                    id=step.name,
                )
            )
    return {name: tuple(each) for name, each in folds.items()}


def _in_its_term(step: Step, told_by: dt.date | None) -> Step | None:
    """Nobody is led to make a term longer that the law does not: what was told in time is a fact to record."""
    if step.name != "extend" or (told_by is not None and told_by >= clock.today()):
        return step
    return replace(step, title=_("An extension was told in time")) if told_by else None


def _is(bound: Form, step: Step) -> bool:
    if isinstance(bound, StepReasonForm):
        return bound.step == step.name
    return type(bound) is step.kind


def steps_for(found: DataSubjectRequest) -> Iterator[Step]:
    """What can be done with a request as it stands, in the order of the work."""
    can_be = _possible(found)
    return (step for step in every_step(found) if step.name in can_be)


def every_step(found: DataSubjectRequest) -> Iterator[Step]:
    """Every step that a request can know, in the order of the work."""
    yield _step("acknowledge", RECEIPT, _("Receipt was confirmed"), AcknowledgeForm, on=clock.today())
    yield _step("resume", TERM, _("The answer to the question came"), ResumeForm)
    yield _step("suspend", TERM, _("Ask the person something first"), SuspendForm)
    yield _step("extend", TERM, _("Make the term longer"), ExtendForm)
    yield _own("plan", PLAN, _("Take the places from the register"), PlanForm, lambda _f: PlanForm())
    yield _own("answers", ANSWERS, _("Answer the questions"), AnswersForm, lambda each: AnswersForm(record=each))
    yield replace(
        _step("advise", DECISION, _("Give advice"), AdviceForm), permission=ADVISE, button=_("Record this advice")
    )
    yield Step(
        name="decide",
        section=DECISION,
        permission=DECIDE,
        title=_("Decide on the request"),
        button=_("Record this decision"),
        form=lambda each: DecideRequestForm(
            initial={"as_read": each.revision}, asks_answer=bool(each.unanswered_advice)
        ),
        kind=DecideRequestForm,
    )
    yield _reasoned("undo", DECISION, DECIDE, _("Take the decision back"), _("Take back"))
    yield _step("tell", TOLD, _("The answer was sent"), TellForm)
    about = _("An objection or a notice of default came")
    yield _own("remedies", TOLD, about, RemediesForm, lambda each: RemediesForm(record=each))
    yield replace(
        _step("close", TOLD, _("Close the request"), CloseForm),
        permission=CLOSE,
        button=pgettext("request", "Close"),
    )
    yield _reasoned("reopen", TOLD, CLOSE, _("Open it again"), pgettext("request", "Open again"))
    yield Step(
        name="requester",
        section=ENVELOPE,
        permission=READ,
        title=_("Read name and address"),
        button=_("Open the envelope"),
        form=lambda _f: OpenEnvelopeForm(auto_id="requester-%s"),
        kind=OpenEnvelopeForm,
    )


def _possible(found: DataSubjectRequest) -> frozenset[str]:
    """The names of the steps that can be taken now."""
    if not found.is_open:
        return frozenset({"reopen", "requester"})
    waits = any(each.until is None for each in found.suspensions)
    undecided, unsent = found.decided_at is None, found.told_on is None
    possible = {
        "acknowledge": found.acknowledged_on is None and unsent,
        "resume": waits and unsent,
        "suspend": not waits and undecided,
        "extend": not found.is_extended and undecided,
        "plan": bool(found.activity_ids) and unsent,
        "advise": undecided,
        "decide": undecided and bool(found.parts),
        "undo": not undecided and unsent,
        "tell": not undecided and unsent,
        **dict.fromkeys(("answers", "remedies", "close", "requester"), True),
    }
    return frozenset(name for name, can_be in possible.items() if can_be)


def _step(name: str, section: str, title: str, kind: type[StepForm], **initial: object) -> Step:
    """A step whose form knows which revision was on the page."""
    return _own(name, section, title, kind, lambda each: kind(initial={**initial, "as_read": each.revision}))


def _own(name: str, section: str, title: str, kind: type[Form], form: Callable[[DataSubjectRequest], Form]) -> Step:
    return Step(name=name, section=section, permission=EDIT, title=title, button=_("Save"), form=form, kind=kind)


def _reasoned(name: str, section: str, permission: str, title: str, button: str) -> Step:
    return Step(
        name=name,
        section=section,
        permission=permission,
        title=title,
        button=button,
        form=lambda each: StepReasonForm(auto_id=f"{name}-%s", initial={"as_read": each.revision}),
        kind=StepReasonForm,
    )


def links_of(visit: Visit, found: DataSubjectRequest) -> Mapping[str, tuple[Link, ...]]:
    """What leads on from a section: the letters that belong there, and deciding on a part."""
    letters = {RECEIPT: LetterKind.ACKNOWLEDGEMENT, TERM: LetterKind.EXTENSION, TOLD: LetterKind.DECISION}
    wanted = dict(letters)
    if not found.is_extended:
        del wanted[TERM]
    links: dict[str, tuple[Link, ...]] = {section: (_letter(visit, found, kind),) for section, kind in wanted.items()}
    if found.right.value in CHANGES and found.decided_at and any(part.granted for part in found.parts):
        links[PLAN] = tuple(_to_recipients(visit, found))
    if may_on(visit, EDIT, found) and found.is_open and not found.decided_at:
        links[DECISION] = (Link(label=_("Decide on a part"), url=url_of(visit, "request-part-new", found.id)),)
    return links


def _to_recipients(visit: Visit, found: DataSubjectRequest) -> Iterator[Link]:
    """A letter of their own for each who has the data."""
    about = letter_words(LetterKind.RECIPIENTS)
    url = url_of(visit, "request-letter", found.id, LetterKind.RECIPIENTS.value)
    for line in found.lines:
        if line.kind is LineKind.RECIPIENT and line.found:
            yield Link(label=f"{about}: {line.name}", url=f"{url}?to={line.id}")


def _letter(visit: Visit, found: DataSubjectRequest, kind: LetterKind) -> Link:
    return Link(label=letter_words(kind), url=url_of(visit, "request-letter", found.id, kind.value))


def letter_words(kind: LetterKind) -> str:
    """What a letter is called."""
    return {
        LetterKind.ACKNOWLEDGEMENT: _("Letter: receipt confirmed, with the last day"),
        LetterKind.EXTENSION: _("Letter: more time is needed"),
        LetterKind.DECISION: _("Letter: the decision"),
        LetterKind.RECIPIENTS: _("Letter to recipients (Article 19)"),
    }[kind]
