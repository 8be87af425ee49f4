from django.db import models

from gemeentedossier.foundation.models.tracked import MunicipalityRecord, tracked
from gemeentedossier.organisation.models import Person


@tracked()
class Import(MunicipalityRecord):
    """A file that was taken over: which, by whom, with which mapping of columns, and what must be known of it.

    ``mapping`` holds per sheet the columns with their fields, ``report`` the remarks; the file itself is not kept.
    """

    only_changes = ()
    """Locked in the database: what was reported stays reported."""

    file_name = models.CharField(max_length=300)
    file_hash = models.CharField(max_length=64)
    file_format = models.CharField(max_length=20)
    mapping = models.JSONField(default=dict)
    report = models.JSONField(default=list)
    activity_count = models.PositiveIntegerField()
    known_count = models.PositiveIntegerField(default=0)
    imported_at = models.DateTimeField()
    imported_by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["municipality", "file_hash"], name="file_imported_once")]
        ordering = ["-imported_at"]

    def __str__(self) -> str:
        return self.file_name
