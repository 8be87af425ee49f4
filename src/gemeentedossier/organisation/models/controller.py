from django.db import models

from gemeentedossier.foundation.models.tracked import MunicipalityRecord, tracked
from gemeentedossier.organisation.enums import ControllerKind


@tracked()
class Controller(MunicipalityRecord):
    """A body that determines purposes and means (GDPR 4(7))."""

    kind = models.CharField(max_length=20, choices=[(k, k) for k in ControllerKind])
    name = models.CharField(max_length=200)
    contact = models.CharField(
        max_length=300, blank=True, help_text="Where people reach it: a role mailbox or address."
    )
    revision = models.PositiveIntegerField(default=0, editable=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["municipality", "name"], name="controller_name_once")]
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name
