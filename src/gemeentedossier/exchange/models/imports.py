from django.db import models

from gemeentedossier.exchange.enums import ListKind
from gemeentedossier.foundation.models.fields import closed
from gemeentedossier.foundation.models.tracked import MunicipalityRecord, tracked
from gemeentedossier.organisation.models import Person


@tracked()
class Import(MunicipalityRecord):
    """A file that was taken over: which, by whom, with which mapping of columns, and what must be known of it.

    ``kind`` is what it lists, ``about`` the agreement to which a list of sub-processors belongs. ``mapping`` holds per
    sheet the columns with their fields, ``report`` the remarks; the file itself is not kept. ``activity_count`` records
    were new, ``known_count`` known, and of these ``changed_count`` filled in. Where it was undone, ``undone_count``
    records went and ``kept_count`` stayed because somebody had worked on them.
    """

    only_changes = ("undone_at", "undone_by_id", "undone_because", "undone_count", "kept_count")
    """Locked in the database: what was reported stays reported. That it was undone is added once."""

    kind = models.CharField(max_length=20, default=ListKind.REGISTER.value)
    about = models.UUIDField(null=True)
    file_name = models.CharField(max_length=300)
    file_hash = models.CharField(max_length=64)
    file_format = models.CharField(max_length=20)
    mapping = models.JSONField(default=dict)
    report = models.JSONField(default=list)
    activity_count = models.PositiveIntegerField()
    known_count = models.PositiveIntegerField(default=0)
    changed_count = models.PositiveIntegerField(default=0)
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
                fields=["municipality", "file_hash", "kind", "about"],
                condition=models.Q(undone_at=None),
                nulls_distinct=False,
                name="file_imported_once_unless_undone",
            ),
            closed("kind", ListKind, name="import_kind_is_known", known=True),
            models.CheckConstraint(
                condition=models.Q(undone_at=None) | ~models.Q(undone_because=""), name="import_is_undone_for_a_reason"
            ),
        ]
        ordering = ["-imported_at"]

    def __str__(self) -> str:
        return self.file_name
