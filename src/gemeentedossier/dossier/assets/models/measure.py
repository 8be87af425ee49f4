from django.db import models
from django.utils.translation import gettext_lazy as _

from gemeentedossier.foundation.models.tracked import MunicipalityRecord, tracked


@tracked()
class Measure(MunicipalityRecord):
    """A technical or organisational measure (GDPR 32(1))."""

    name = models.CharField(_("name"), max_length=300)
    description = models.TextField(_("description"), blank=True)
    control = models.CharField(
        _("control"), max_length=30, blank=True, help_text=_("Number of the control it fulfils.")
    )

    class Meta:
        constraints = [models.UniqueConstraint(fields=["municipality", "name"], name="measure_name_once")]
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name
