"""Answering a criterion where no recorded fact can tell."""

import datetime as dt
from collections.abc import Sequence
from uuid import UUID, uuid5

from django.utils.translation import gettext as _

from gemeentedossier.dossier.evidence import facts
from gemeentedossier.dossier.evidence.enums import Answer
from gemeentedossier.dossier.evidence.models import Attestation, AttestationEvidence, Evidence
from gemeentedossier.foundation import clock
from gemeentedossier.foundation.bulk import insert_values
from gemeentedossier.foundation.errors import Refused
from gemeentedossier.foundation.shaping import stored_values
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
    evidence_ids: Sequence[UUID] = (),
    by: Actor,
) -> None:
    """Record the answer of a named person and what it rests on; a later answer takes its place, history keeps both."""
    check_permitted(by, permission_for(subject_kind))
    if by.person_id is None:
        raise Refused(_("Only a person can answer for a criterion."))
    if answer is Answer.NOT_APPLICABLE and not explanation.strip():
        raise Refused(_("Say why this does not apply; without a reason nobody can check it."))
    if review_on and review_on <= clock.today():
        raise Refused(_("Choose a later day on which this must be looked at again."))
    with verb("evidence.attest_criterion", by=by, reason=explanation):
        _check_stands(evidence_ids)
        attestation, _new = Attestation.objects.update_or_create(
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
        _rest_on(attestation, evidence_ids)


def insert_attestations(attestations: Sequence[facts.Attestation], *, evidence: Sequence[facts.Evidence]) -> None:
    """Record answers and evidence as another dossier had them. Files stay where they are. Part of a verb."""
    insert_values(Evidence, [stored_values(Evidence, each) for each in evidence])
    insert_values(Attestation, [stored_values(Attestation, each) for each in attestations])
    insert_values(AttestationEvidence, [_link(a.id, shown) for a in attestations for shown in a.evidence_ids])


def _link(attestation_id: UUID, evidence_id: UUID) -> dict[str, UUID]:
    return {
        "id": uuid5(attestation_id, str(evidence_id)),
        "attestation_id": attestation_id,
        "evidence_id": evidence_id,
    }


def permission_for(subject_kind: str) -> str:
    """Which permission an answer about such a subject asks: for the municipality as a whole, who answers for that."""
    return "evidence.attest_municipality" if subject_kind == "organisation" else "evidence.attest_criterion"


def _check_stands(evidence_ids: Sequence[UUID]) -> None:
    day = clock.today()
    standing = Evidence.objects.filter(pk__in=evidence_ids, lost_at=None, withdrawn_at=None)
    if sum(1 for e in standing if e.valid_until is None or e.valid_until >= day) != len(set(evidence_ids)):
        raise Refused(_("Some of this evidence no longer counts. Choose evidence that is valid today."))


def _rest_on(attestation: Attestation, evidence_ids: Sequence[UUID]) -> None:
    AttestationEvidence.objects.filter(attestation=attestation).exclude(evidence_id__in=evidence_ids).delete()
    known = set(AttestationEvidence.objects.filter(attestation=attestation).values_list("evidence_id", flat=True))
    for evidence_id in dict.fromkeys(evidence_ids):
        if evidence_id not in known:
            AttestationEvidence.objects.create(**_link(attestation.pk, evidence_id))
