from django.db import models
from django.utils.translation import gettext_lazy as _

from gemeentedossier.foundation.models.tracked import MunicipalityRecord, tracked
from gemeentedossier.organisation.models import Person


@tracked()
class Interpretation(MunicipalityRecord):
    """How the municipality reads an open norm of the law, why, and who decided that."""

    norm = models.CharField(_("open norm"), max_length=120)
    reading = models.TextField(_("reading"))
    reason = models.TextField(_("reason"))
    decided_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+", verbose_name=_("decided by"))
    decided_on = models.DateField(_("decided on"))
    review_on = models.DateField(_("look at this again on"), null=True, blank=True)
    ended_on = models.DateField(null=True, blank=True)
    ended_because = models.TextField(blank=True)

    class Meta:
        ordering = ["norm", "decided_on", "id"]

    def __str__(self) -> str:
        return f"{self.norm}: {self.reading[:60]}"
