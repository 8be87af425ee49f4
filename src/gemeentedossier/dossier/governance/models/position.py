from django.db import models
from django.utils.translation import gettext_lazy as _

from gemeentedossier.dossier.governance.enums import PositionHolder
from gemeentedossier.dossier.governance.models.interpretation import Interpretation
from gemeentedossier.foundation.models.tracked import MunicipalityRecord, tracked
from gemeentedossier.organisation.models import Person


@tracked()
class ContestedMatter(MunicipalityRecord):
    """A question about the law on which people who may know disagree. ``revision`` counts the edits."""

    title = models.CharField(_("title"), max_length=200)
    question = models.TextField(_("question"))
    revision = models.PositiveIntegerField(default=0, editable=False)

    class Meta:
        ordering = ["title", "id"]
        constraints = [models.UniqueConstraint(fields=["municipality", "title"], name="one_matter_a_title")]

    def __str__(self) -> str:
        return self.title


@tracked()
class Position(MunicipalityRecord):
    """What somebody holds about a contested matter, since when, and where that can be read.

    ``revision`` counts the corrections.
    """

    matter = models.ForeignKey(ContestedMatter, on_delete=models.CASCADE, related_name="positions")
    holder = models.CharField(_("whose position"), max_length=20, choices=[(h, h) for h in PositionHolder])
    statement = models.TextField(_("position"))
    reference = models.CharField(_("where it can be read"), max_length=500)
    url = models.URLField(_("address"), max_length=2000, blank=True)
    stated_on = models.DateField(_("stated on"))
    recorded_by = models.ForeignKey(Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField(null=True, blank=True)
    revision = models.PositiveIntegerField(default=0, editable=False)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(recorded_by=None, recorded_at=None)
                | models.Q(recorded_by__isnull=False, recorded_at__isnull=False),
                name="position_recorded_by_somebody",
            )
        ]
        ordering = ["stated_on", "id"]

    def __str__(self) -> str:
        return f"{self.holder}, {self.stated_on}"


@tracked()
class Reliance(MunicipalityRecord):
    """That a record rests on a reading of an open norm, or on a position about contested law."""

    subject_kind = models.CharField(max_length=30)
    subject_id = models.UUIDField()
    interpretation = models.ForeignKey(
        Interpretation, null=True, blank=True, on_delete=models.PROTECT, related_name="reliances"
    )
    position = models.ForeignKey(Position, null=True, blank=True, on_delete=models.PROTECT, related_name="reliances")
    note = models.TextField(_("what rests on it"), blank=True)
    recorded_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(interpretation=None, position__isnull=False)
                | models.Q(interpretation__isnull=False, position=None),
                name="reliance_on_one_thing",
            ),
            models.UniqueConstraint(
                fields=["municipality", "subject_kind", "subject_id", "interpretation"],
                name="reliance_on_a_reading_once",
            ),
            models.UniqueConstraint(
                fields=["municipality", "subject_kind", "subject_id", "position"],
                name="reliance_on_a_position_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.subject_kind} {self.subject_id}"
