from django.db import models

from gemeentedossier.foundation.models.tracked import MunicipalityRecord, tracked
from gemeentedossier.organisation.models import Person


@tracked()
class Import(MunicipalityRecord):
    """A file that was taken over: which, by whom, with which mapping of columns, and what must be known of it.

    ``mapping`` holds per sheet the columns with their fields, ``report`` the remarks; the file itself is not kept.
    Where it was undone, ``undone_count`` activities went and ``kept_count`` stayed because somebody had worked on them.
    """

    only_changes = ("undone_at", "undone_by_id", "undone_because", "undone_count", "kept_count")
    """Locked in the database: what was reported stays reported. That it was undone is added once."""

    file_name = models.CharField(max_length=300)
    file_hash = models.CharField(max_length=64)
    file_format = models.CharField(max_length=20)
    mapping = models.JSONField(default=dict)
    report = models.JSONField(default=list)
    activity_count = models.PositiveIntegerField()
    known_count = models.PositiveIntegerField(default=0)
    imported_at = models.DateTimeField()
    imported_by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    undone_at = models.DateTimeField(null=True)
    undone_by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    undone_because = models.TextField(blank=True, default="")
    undone_count = models.PositiveIntegerField(default=0)
    kept_count = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "file_hash"],
                condition=models.Q(undone_at=None),
                name="file_imported_once_unless_undone",
            ),
            models.CheckConstraint(
                condition=models.Q(undone_at=None) | ~models.Q(undone_because=""), name="import_is_undone_for_a_reason"
            ),
        ]
        ordering = ["-imported_at"]

    def __str__(self) -> str:
        return self.file_name
