"""Advice that nobody asked for: the officer gives it, nobody changes it, who decides answers it (GDPR 39(1)(a))."""

from uuid import UUID

from django.utils.translation import gettext as _

from gemeentedossier.dossier.governance import models
from gemeentedossier.dossier.governance.enums import AdviceAnswer
from gemeentedossier.dossier.governance.facts import OwnAdvice
from gemeentedossier.dossier.governance.policies import (
    check_advises,
    check_answers,
    check_says,
    check_unanswered,
)
from gemeentedossier.foundation import clock
from gemeentedossier.foundation.identifiers import new_id
from gemeentedossier.foundation.shaping import stored_values
from gemeentedossier.foundation.trail import Actor, verb
from gemeentedossier.organisation.permissions import check_permitted

ADVISE, ANSWER = "governance.advise_unasked", "governance.answer_advice"


def advise_unasked(title: str, *, text: str, subject_kind: str, subject_id: UUID, by: Actor) -> OwnAdvice:
    """Advise about a record without being asked; from here on nobody can change it, the officer neither."""
    check_permitted(by, ADVISE)
    check_says(title, what=_("what it is about"))
    check_says(text, what=_("advice"))
    person = check_advises(by)
    with verb(ADVISE, by=by):
        made = OwnAdvice(
            new_id(), title.strip(), text.strip(), subject_kind, subject_id, person, clock.now(), advised_by=by.name
        )
        models.OwnAdvice.objects.create(**stored_values(models.OwnAdvice, made))
    return made


def answer_own_advice(advice_id: UUID, answer: AdviceAnswer, *, reason: str, by: Actor) -> None:
    """Say what is done with the advice, and why; once, by who decides and never by an officer."""
    check_permitted(by, ANSWER)
    check_says(reason, what=_("why"))
    with verb(ANSWER, by=by, reason=reason):
        row = models.OwnAdvice.objects.select_for_update(of=("self",)).get(pk=advice_id)
        check_unanswered(row.answered_at)
        person = check_answers(by, advised_by_id=row.advised_by_id)
        models.OwnAdvice.objects.filter(pk=advice_id).update(
            answer=answer.value, answer_reason=reason.strip(), answered_by_id=person, answered_at=clock.now()
        )
