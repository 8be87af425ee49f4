from django.db import models
from django.utils.translation import gettext_lazy as _

from gemeentedossier.foundation.models.tracked import MunicipalityRecord, tracked


@tracked()
class Party(MunicipalityRecord):
    """An organisation outside the municipality: processor, joint controller, recipient or client.

    ``revision`` counts the edits: who saves on an older one is told that somebody else was first.
    """

    name = models.CharField(_("name"), max_length=300)
    country = models.CharField(_("country"), max_length=2, blank=True, help_text=_("Two-letter country code."))
    contact = models.CharField(_("contact details"), max_length=500, blank=True)
    is_care_provider = models.BooleanField(_("care provider"), null=True, blank=True)
    revision = models.PositiveIntegerField(default=0, editable=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["municipality", "name"], name="party_name_once")]
        ordering = ["name"]
        verbose_name_plural = "parties"

    def __str__(self) -> str:
        return self.name
