from django.db import models
from django.utils.translation import gettext_lazy as _

from gemeentedossier.dossier.parties.models import Party
from gemeentedossier.foundation.models.tracked import MunicipalityRecord, tracked


@tracked()
class System(MunicipalityRecord):
    """An application or other means that personal data are processed with."""

    name = models.CharField(_("name"), max_length=300)
    supplier = models.ForeignKey(
        Party,
        verbose_name=_("supplier"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="systems",
    )

    class Meta:
        constraints = [models.UniqueConstraint(fields=["municipality", "name"], name="system_name_once")]
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name
