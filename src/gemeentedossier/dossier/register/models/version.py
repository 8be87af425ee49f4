from django.db import models

from gemeentedossier.dossier.register.models.activity import Activity
from gemeentedossier.foundation.models.tracked import MunicipalityRecord, tracked
from gemeentedossier.organisation.models import Person


@tracked()
class ActivityVersion(MunicipalityRecord):
    """An adopted version: the record word for word, under a permanent address, with the catalogue of that day."""

    only_changes = ("published_at",)
    """Locked in the database: all but the moment of publication stands as it was adopted."""

    activity = models.ForeignKey(Activity, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    content = models.JSONField()
    catalogue_version = models.CharField(max_length=400)
    """Every pack with its version, so that a municipality's own packs are named too."""
    adopted_at = models.DateTimeField()
    adopted_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    reason = models.TextField(blank=True)
    published_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["activity", "number"], name="version_number_once")]
        ordering = ["-number"]

    def __str__(self) -> str:
        return f"{self.activity_id} version {self.number}"
