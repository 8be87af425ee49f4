from django.db import models
from django.utils.translation import gettext_lazy as _

from gemeentedossier.dossier.evidence.enums import Answer
from gemeentedossier.dossier.evidence.models.evidence import Evidence
from gemeentedossier.foundation.models.tracked import MunicipalityRecord, tracked
from gemeentedossier.organisation.models import Person


@tracked()
class Attestation(MunicipalityRecord):
    """A named person's answer to a criterion for one subject, where no recorded fact can tell."""

    subject_kind = models.CharField(max_length=30)
    subject_id = models.UUIDField()
    criterion = models.CharField(max_length=120)
    answer = models.CharField(_("answer"), max_length=20, choices=[(a, a) for a in Answer])
    explanation = models.TextField(_("explanation"), blank=True)
    answered_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    answered_role = models.CharField(max_length=300)
    answered_at = models.DateTimeField()
    review_on = models.DateField(_("look at this again on"), null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "subject_kind", "subject_id", "criterion"],
                name="one_attestation_a_criterion",
            )
        ]

    def __str__(self) -> str:
        return f"{self.criterion}: {self.answer}"


@tracked()
class AttestationEvidence(MunicipalityRecord):
    """That an answer rests on a piece of evidence; one piece may carry many answers."""

    attestation = models.ForeignKey(Attestation, on_delete=models.CASCADE, related_name="shown")
    evidence = models.ForeignKey(Evidence, on_delete=models.PROTECT, related_name="carries")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["attestation", "evidence"], name="evidence_once_an_answer")]

    def __str__(self) -> str:
        return f"{self.attestation_id} ← {self.evidence_id}"
