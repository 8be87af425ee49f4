from django.db import models
from django.utils.translation import gettext_lazy as _

from gemeentedossier.foundation.models.fields import day, tristate, words, written
from gemeentedossier.foundation.models.tracked import MunicipalityRecord, tracked
from gemeentedossier.organisation.models import Person


@tracked()
class ControlExclusion(MunicipalityRecord):
    """That a control or government measure of the baseline does not apply: who proposed it, why, what was decided."""

    number = models.CharField(_("number in the baseline"), max_length=30)
    reason = models.TextField(_("why it does not apply"))
    proposed_by = models.ForeignKey(Person, verbose_name=_("proposed by"), on_delete=models.PROTECT, related_name="+")
    proposed_at = models.DateTimeField(_("proposed at"))
    granted = tristate(_("agreed that it does not apply"))
    decided_by = models.ForeignKey(
        Person, verbose_name=_("decided by"), null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    decided_at = models.DateTimeField(_("decided at"), null=True, blank=True)
    decided_because = words(_("why it was decided so"))
    review_on = day(_("look at this again on"))

    class Meta:
        ordering = ["number"]
        verbose_name = _("exclusion from the baseline")
        verbose_name_plural = _("exclusions from the baseline")
        constraints = [
            models.UniqueConstraint(fields=["municipality", "number"], name="one_exclusion_a_number"),
            written("number", name="exclusion_has_a_number"),
            written("reason", name="exclusion_has_a_reason"),
            models.CheckConstraint(
                condition=models.Q(granted=None, decided_by=None, decided_at=None, decided_because="")
                | models.Q(granted__isnull=False, decided_by__isnull=False, decided_at__isnull=False)
                & ~models.Q(decided_because=""),
                name="exclusion_is_decided_by_somebody_and_why",
            ),
        ]

    def __str__(self) -> str:
        return self.number
