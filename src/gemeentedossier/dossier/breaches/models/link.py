from django.db import models
from django.utils.translation import gettext_lazy as _

from gemeentedossier.foundation.models.tracked import MunicipalityRecord, tracked
from gemeentedossier.organisation.models import Person


@tracked()
class BreachReportLink(MunicipalityRecord):
    """The signed link by which an employee without an account reports a breach; a new one ends the one before."""

    made_by = models.ForeignKey(Person, verbose_name=_("made by"), on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(_("made at"))
    ended_at = models.DateTimeField(_("ended at"), null=True, blank=True)

    class Meta:
        ordering = ["made_at", "id"]
        verbose_name = _("link for reporting")
        verbose_name_plural = _("links for reporting")
        constraints = [
            models.UniqueConstraint(
                fields=["municipality"], condition=models.Q(ended_at=None), name="one_link_for_reporting_at_a_time"
            )
        ]

    def __str__(self) -> str:
        return f"{self.made_at}"
