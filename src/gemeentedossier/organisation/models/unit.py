from django.db import models

from gemeentedossier.foundation.models.tracked import MunicipalityRecord, tracked


@tracked()
class Unit(MunicipalityRecord):
    """A department or team that carries processing activities."""

    name = models.CharField(max_length=300)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["municipality", "name"], name="unit_name_once")]
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name
