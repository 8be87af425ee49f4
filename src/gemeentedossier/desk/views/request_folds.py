"""The forms on the page of a request: each where it belongs, and only for who may use it now."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from django.forms import Form
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from gemeentedossier.design.parts import Link
from gemeentedossier.desk.forms.requests import (
    AcknowledgeForm,
    AdviceForm,
    AnswersForm,
    CloseForm,
    DecideRequestForm,
    ExtendForm,
    RemediesForm,
    ResumeForm,
    SuspendForm,
    TellForm,
)
from gemeentedossier.desk.forms.risks import ReasonForm
from gemeentedossier.desk.presenters.agreement import Fold
from gemeentedossier.desk.presenters.request_places import ANSWERS, DECISION, PLAN, RECEIPT, TERM, TOLD
from gemeentedossier.desk.rules import Visit
from gemeentedossier.desk.views.request_pages import EDIT, may
from gemeentedossier.desk.views.weighed_pages import url_of
from gemeentedossier.documents.enums import LetterKind
from gemeentedossier.dossier.requests.engine.clock import CHANGES
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


def folds_of(visit: Visit, found: DataSubjectRequest, bound: Form | None) -> Mapping[str, tuple[Fold, ...]]:
    """The forms by section; a bound one needs attention."""
    folds: dict[str, list[Fold]] = defaultdict(list)
    for step in steps_for(found):
        if may(visit, step.permission):
            form = bound if _is(bound, step) else step.form(found)
            folds[step.section].append(
                Fold(
                    title=step.title,
                    button=step.button,
                    url=url_of(visit, f"request-{step.name}", found.id),
                    form=form or step.form(found),
                    anchor=step.section,
                    id=step.name,
                )
            )
    return {name: tuple(each) for name, each in folds.items()}


def _is(bound: Form | None, step: Step) -> bool:
    if isinstance(bound, ReasonForm):
        return getattr(bound, "step", "") == step.name
    return bound is not None and type(bound) is step.kind


def steps_for(found: DataSubjectRequest) -> Iterator[Step]:
    """What can be done with a request as it stands, in the order of the work."""
    if not found.is_open:
        yield _reasoned("reopen", TOLD, CLOSE, _("Open it again"), pgettext("request", "Open again"))
        return
    yield from _early(found)
    yield from _deciding(found)
    yield from _after(found)


def _early(found: DataSubjectRequest) -> Iterator[Step]:
    today = {"on": clock.today()}
    if found.acknowledged_on is None:
        yield _step(
            "acknowledge",
            RECEIPT,
            _("Receipt was confirmed"),
            AcknowledgeForm,
            lambda _f: AcknowledgeForm(initial=today),
        )
    if found.told_on is None:
        waits = any(each.until is None for each in found.suspensions)
        if waits:
            yield _step("resume", TERM, _("The answer to the question came"), ResumeForm, lambda _f: ResumeForm())
        else:
            yield _step("suspend", TERM, _("Ask the person something first"), SuspendForm, lambda _f: SuspendForm())
        if not found.is_extended:
            yield _step("extend", TERM, _("Make the term longer"), ExtendForm, lambda _f: ExtendForm())
    if found.activity_ids:
        yield _step("plan", PLAN, _("Take the places from the register"), PlanForm, lambda _f: PlanForm())
    yield _step("answers", ANSWERS, _("Answer the questions"), AnswersForm, lambda each: AnswersForm(record=each))


def _deciding(found: DataSubjectRequest) -> Iterator[Step]:
    if found.decided_at is None:
        yield Step(
            name="advise",
            section=DECISION,
            permission=ADVISE,
            title=_("Give advice"),
            button=_("Record this advice"),
            form=lambda each: AdviceForm(initial={"advice": each.advice}),
            kind=AdviceForm,
        )
        if found.parts:
            yield Step(
                name="decide",
                section=DECISION,
                permission=DECIDE,
                title=_("Decide on the request"),
                button=_("Record this decision"),
                form=lambda each: DecideRequestForm(initial={"as_read": each.revision}),
                kind=DecideRequestForm,
            )
    elif found.told_on is None:
        yield _reasoned("undo", DECISION, DECIDE, _("Take the decision back"), _("Take back"))
        yield _step("tell", TOLD, _("The answer was sent"), TellForm, lambda _f: TellForm())


def _after(found: DataSubjectRequest) -> Iterator[Step]:
    yield _step(
        "remedies",
        TOLD,
        _("An objection or a notice of default came"),
        RemediesForm,
        lambda each: RemediesForm(record=each),
    )
    yield Step(
        name="close",
        section=TOLD,
        permission=CLOSE,
        title=_("Close the request"),
        button=pgettext("request", "Close"),
        form=lambda _f: CloseForm(),
        kind=CloseForm,
    )
    yield _reasoned("requester", "envelope", READ, _("Read name and address"), _("Open the envelope"))


class PlanForm(Form):
    """Nothing to fill in: the register says where to look."""


def _step(name: str, section: str, title: str, kind: type[Form], form: Callable[[DataSubjectRequest], Form]) -> Step:
    return Step(name=name, section=section, permission=EDIT, title=title, button=_("Save"), form=form, kind=kind)


def _reasoned(name: str, section: str, permission: str, title: str, button: str) -> Step:
    return Step(
        name=name,
        section=section,
        permission=permission,
        title=title,
        button=button,
        form=lambda _f: ReasonForm(auto_id=f"{name}-%s"),
        kind=ReasonForm,
    )


def links_of(visit: Visit, found: DataSubjectRequest) -> Mapping[str, tuple[Link, ...]]:
    """What leads on from a section: the letters that belong there, and deciding on a part."""
    letters = {RECEIPT: LetterKind.ACKNOWLEDGEMENT, TERM: LetterKind.EXTENSION, TOLD: LetterKind.DECISION}
    wanted = dict(letters)
    if not found.is_extended:
        del wanted[TERM]
    if found.right.value in CHANGES and any(part.granted for part in found.parts):
        wanted[PLAN] = LetterKind.RECIPIENTS
    links = {section: (_letter(visit, found, kind),) for section, kind in wanted.items()}
    if may(visit, EDIT) and found.is_open and not found.decided_at:
        links[DECISION] = (Link(label=_("Decide on a part"), url=url_of(visit, "request-part-new", found.id)),)
    return links


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
