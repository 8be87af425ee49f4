from django.db import models

from gemeentedossier.dossier.register.models.activity import Activity
from gemeentedossier.foundation.models.tracked import MunicipalityRecord


class ActivityPart(MunicipalityRecord):
    """A part of one activity, in the order in which it is written down."""

    activity = models.ForeignKey(Activity, on_delete=models.CASCADE, related_name="%(class)s_set")
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        abstract = True
        ordering = ["position", "id"]

    def __str__(self) -> str:
        return f"{self._meta.verbose_name} of {self.activity_id}"
