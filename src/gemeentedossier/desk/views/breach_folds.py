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
            title=title, button=pgettext("verb", "Record"), url=url, form=form, anchor=anchor, id=f"do-{step}"
        )

    def step(kind: type[StepForm]) -> Make:
        return lambda: kind(breach=breach)

    if breach.closing.closed_at:
        if can(visit.actor, "breaches.close_breach"):
            yield fold("closing", "reopen", _("Open this record again"), ReopenForm, step(ReopenForm))
            yield fold("closing", "deletion", _("Plan the destruction"), DeletionForm, step(DeletionForm))
        return
    if can(visit.actor, "breaches.advise"):
        yield fold("advice", "advise", _("Advise"), AdviceForm, step(AdviceForm))
    yield from _answers(visit, breach, fold)
    if can(visit.actor, "breaches.decide_breach") and breach.judgement.risk and not breach.is_for_another:
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
    if may_measure(visit, breach, dossier):
        yield fold(
            "measures", "measure", _("Record a measure"), MeasureForm,
            lambda: MeasureForm(breach=breach, dossier=dossier),
        )  # fmt: skip
    ready = state_of(breach) in (BreachState.TO_CLOSE, BreachState.NO_BREACH)
    if can(visit.actor, "breaches.close_breach") and ready:
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
