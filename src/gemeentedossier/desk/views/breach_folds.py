"""The steps on the page of a breach: forms that open where they belong, for who may take them."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from django.forms import Form
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from gemeentedossier.desk.forms.breach_steps import (
    AdviceForm,
    AnswerForm,
    CloseForm,
    DeletionForm,
    InformDecisionForm,
    MeasureForm,
    NotifyDecisionForm,
    ReopenForm,
    StepForm,
)
from gemeentedossier.desk.presenters.agreement import Fold
from gemeentedossier.desk.rules import Visit
from gemeentedossier.dossier.breaches.engine.triage import state_of
from gemeentedossier.dossier.breaches.enums import BreachState
from gemeentedossier.dossier.breaches.facts import PersonalDataBreach
from gemeentedossier.dossier.snapshot.facts import Dossier
from gemeentedossier.foundation.addresses import reverse
from gemeentedossier.organisation.permissions import can, can_for

Make = Callable[[], Form]
EDIT = "breaches.edit_breach"
SECTIONS = {
    "name": EDIT,
    "moments": EDIT,
    "processor": EDIT,
    "concerned": EDIT,
    "nature": EDIT,
    "triage": "breaches.triage_breach",
    "score": "breaches.judge_breach",
    "judgement": "breaches.judge_breach",
}
"""The sections that are written as a form, each with the permission it needs."""
TOLD = {"notify": "breaches.notify_authority", "tell": "breaches.inform_people"}
"""What was told, recorded on a page of its own."""
ADVISE = {"advise": "breaches.advise"}
DECIDE = {"decide-notify": "breaches.decide_breach", "decide-inform": "breaches.decide_breach"}
CLOSE = {"close": "breaches.close_breach"}
AFTERWARDS = {"reopen": "breaches.close_breach", "deletion": "breaches.close_breach"}


def steps_of(visit: Visit, breach: PersonalDataBreach, dossier: Dossier) -> frozenset[str]:
    """What this person may do now with a breach as it stands, each by the name of its address."""
    if visit.moment is not None:
        return frozenset()
    if breach.closing.closed_at:
        return _granted(visit, AFTERWARDS)
    steps = _granted(visit, {**SECTIONS, **TOLD, **ADVISE})
    if breach.judgement.risk and not breach.is_for_another:
        steps |= _granted(visit, DECIDE)
    if may_measure(visit, breach, dossier):
        steps |= {"measure"}
    if state_of(breach) in (BreachState.TO_CLOSE, BreachState.NO_BREACH):
        steps |= _granted(visit, CLOSE)
    return steps


def _granted(visit: Visit, steps: Mapping[str, str]) -> frozenset[str]:
    return frozenset(name for name, permission in steps.items() if can(visit.actor, permission))


def folds_of(
    visit: Visit, breach: PersonalDataBreach, dossier: Dossier, *, bound: Form | None, open_by_law: Sequence[str]
) -> Mapping[str, tuple[Fold, ...]]:
    """The folds by section; a bound form stands where it belongs. ``open_by_law`` is what who closes must know."""
    found: dict[str, tuple[Fold, ...]] = {}
    for anchor, fold in _folds(visit, breach, dossier, bound, open_by_law):
        found[anchor] = (*found.get(anchor, ()), fold)
    return found


def _folds(
    visit: Visit, breach: PersonalDataBreach, dossier: Dossier, bound: Form | None, open_by_law: Sequence[str]
) -> Iterator[tuple[str, Fold]]:
    def fold(anchor: str, step: str, title: str, kind: type[Form], make: Make, *args: Any) -> tuple[str, Fold]:
        url = reverse(f"desk:breach-{step}", args=[visit.municipality.slug, breach.id, *args])
        form = bound if isinstance(bound, kind) and type(bound) is kind else make()
        return anchor, Fold(
            title=title, button=pgettext("verb", "Record"), url=url, form=form, anchor=anchor, id=f"do-{step}",
            opened=visit.request.GET.get("open") == step,
        )  # fmt: skip

    def step(kind: type[StepForm]) -> Make:
        return lambda: kind(breach=breach)

    may = steps_of(visit, breach, dossier)
    if may >= AFTERWARDS.keys():
        yield fold("closing", "reopen", _("Open this record again"), ReopenForm, step(ReopenForm))
        yield fold("closing", "deletion", _("Plan the destruction"), DeletionForm, step(DeletionForm))
    if "advise" in may:
        yield fold("advice", "advise", _("Advise"), AdviceForm, step(AdviceForm))
    if not breach.closing.closed_at:
        yield from _answers(visit, breach, fold)
    if may >= DECIDE.keys():
        yield fold(
            "decisions",
            "decide-notify",
            _("Decide whether to notify the authority"),
            NotifyDecisionForm,
            step(NotifyDecisionForm),
        )
        yield fold(
            "decisions",
            "decide-inform",
            _("Decide whether to tell people"),
            InformDecisionForm,
            step(InformDecisionForm),
        )
    if "measure" in may:
        yield fold(
            "measures", "measure", _("Record a measure"), MeasureForm,
            lambda: MeasureForm(breach=breach, dossier=dossier),
        )  # fmt: skip
    if "close" in may:
        yield fold("closing", "close", _("Close the work"), CloseForm,
                   lambda: CloseForm(breach=breach, open_by_law=open_by_law))  # fmt: skip


def _answers(visit: Visit, breach: PersonalDataBreach, fold: Any) -> Iterator[tuple[str, Fold]]:
    """Each advice that nobody answered; not for who gave it."""
    if not can(visit.actor, "breaches.answer_advice"):
        return
    for number, each in enumerate(breach.advices, start=1):
        if each.answered_at is None and each.given_by_id != visit.actor.person_id:
            title = _("Answer advice %(number)d") % {"number": number}
            yield fold("advice", "answer", title, AnswerForm, lambda: AnswerForm(breach=breach), each.id)


def may_measure(visit: Visit, breach: PersonalDataBreach, dossier: Dossier) -> bool:
    """Whether this person records measures here: a process owner where an activity of theirs was hit."""
    owners = {each.owner_id for each in dossier.activities if each.id in breach.activity_ids}
    own = visit.actor.person_id if visit.actor.person_id in owners else None
    return can_for(visit.actor, "breaches.record_measure", owner_id=own)
