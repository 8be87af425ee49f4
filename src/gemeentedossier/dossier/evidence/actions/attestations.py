"""Answering a criterion where no recorded fact can tell."""

import datetime as dt
from uuid import UUID

from django.utils.translation import gettext as _

from gemeentedossier.dossier.evidence.enums import Answer
from gemeentedossier.dossier.evidence.models import Attestation
from gemeentedossier.foundation import clock
from gemeentedossier.foundation.errors import Refused
from gemeentedossier.foundation.trail import Actor, verb
from gemeentedossier.organisation.permissions import check_permitted


def attest_criterion(
    criterion: str,
    *,
    subject_kind: str,
    subject_id: UUID,
    answer: Answer,
    explanation: str,
    review_on: dt.date | None,
    by: Actor,
) -> None:
    """Record the answer of a named person; a later answer takes its place and history keeps both."""
    check_permitted(by, "evidence.attest_criterion")
    if by.person_id is None:
        raise Refused(_("Only a person can answer for a criterion."))
    if answer is Answer.NOT_APPLICABLE and not explanation.strip():
        raise Refused(_("Say why this does not apply; without a reason nobody can check it."))
    if review_on and review_on <= clock.today():
        raise Refused(_("Choose a later day on which this must be looked at again."))
    with verb("evidence.attest_criterion", by=by, reason=explanation):
        Attestation.objects.update_or_create(
            criterion=criterion,
            subject_kind=subject_kind,
            subject_id=subject_id,
            defaults={
                "answer": answer.value,
                "explanation": explanation,
                "answered_by_id": by.person_id,
                "answered_role": ", ".join(sorted(by.roles)),
                "answered_at": clock.now(),
                "review_on": review_on,
            },
        )
