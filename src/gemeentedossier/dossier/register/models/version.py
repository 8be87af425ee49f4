from typing import ClassVar

from django.db import models

from gemeentedossier.dossier.register.models.activity import Activity
from gemeentedossier.foundation.doors import Door
from gemeentedossier.foundation.models.tracked import MunicipalityRecord, tracked
from gemeentedossier.organisation.models import Person

SHOWING = Door(
    name="register_showing_municipalities",
    takes="",
    gives="municipality_id uuid",
    question="""
      SELECT here.id FROM foundation_municipality AS here CROSS JOIN LATERAL (
         SELECT FROM register_activityversion AS version
          WHERE version.municipality_id = here.id
            AND version.published_at IS NOT NULL AND version.withdrawn_at IS NULL
            AND NOT EXISTS (
              SELECT FROM register_activityversion AS later
               WHERE later.municipality_id = here.id AND later.activity_id = version.activity_id
                 AND later.published_at IS NOT NULL AND later.number > version.number)
          LIMIT 1) AS shown""",
)
"""Which municipalities show everybody something of their register: of some activity the newest publication stands.
Of each municipality it looks no further than the first, by the index of its versions."""


@tracked()
class ActivityVersion(MunicipalityRecord):
    """An adopted version: the record word for word, under a permanent address, with the catalogue of that day."""

    only_changes = ("published_at", "withdrawn_at", "withdrawn_because")
    """Locked in the database: all but its publication, and the end of that, stands as it was adopted."""

    doors: ClassVar[tuple[Door, ...]] = (SHOWING,)

    activity = models.ForeignKey(Activity, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    content = models.JSONField()
    catalogue_version = models.CharField(max_length=400)
    """Every pack with its version, so that a municipality's own packs are named too."""
    adopted_at = models.DateTimeField()
    adopted_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    reason = models.TextField(blank=True)
    published_at = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_because = models.TextField(blank=True, default="")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["activity", "number"], name="version_number_once"),
            models.CheckConstraint(
                condition=models.Q(withdrawn_at=None, withdrawn_because="")
                | models.Q(withdrawn_at__isnull=False, published_at__isnull=False) & ~models.Q(withdrawn_because=""),
                name="withdrawn_with_a_reason",
            ),
        ]
        indexes = [
            models.Index(
                models.F("municipality"),
                condition=models.Q(published_at__isnull=False, withdrawn_at=None),
                name="version_that_is_public",
            )
        ]
        ordering = ["-number"]

    @property
    def is_public(self) -> bool:
        """Whether everyone can read it: published, and not withdrawn since."""
        return self.published_at is not None and self.withdrawn_at is None

    def __str__(self) -> str:
        return f"{self.activity_id} version {self.number}"
