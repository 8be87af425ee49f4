from django.db import models
from django.utils.translation import gettext_lazy as _

from gemeentedossier.foundation.models.tracked import MunicipalityRecord, tracked
from gemeentedossier.organisation.models import Person


@tracked()
class Suppression(MunicipalityRecord):
    """A finding set aside, with a reason, by a role, until a date; it stays visible."""

    rule = models.CharField(max_length=120)
    subject_kind = models.CharField(max_length=30)
    subject_id = models.UUIDField()
    reason = models.TextField(_("reason"))
    until = models.DateField(_("until"))
    suppressed_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    suppressed_role = models.CharField(max_length=300)
    suppressed_at = models.DateTimeField()
    lifted_at = models.DateTimeField(null=True, blank=True)
    lifted_because = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "rule", "subject_kind", "subject_id"],
                condition=models.Q(lifted_at=None),
                name="one_suppression_a_finding",
            ),
            models.CheckConstraint(condition=~models.Q(reason=""), name="suppression_has_a_reason"),
        ]
        ordering = ["until", "id"]

    def __str__(self) -> str:
        return f"{self.rule}: {self.until}"
