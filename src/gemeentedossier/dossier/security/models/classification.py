from __future__ import annotations

from typing import Any

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from gemeentedossier.catalogue.facts.security import SecurityAspect
from gemeentedossier.dossier.assets.models import System
from gemeentedossier.dossier.register.models import Activity
from gemeentedossier.foundation.models.fields import words
from gemeentedossier.foundation.models.tracked import MunicipalityRecord, tracked
from gemeentedossier.organisation.models import Person


def level(label: Any) -> models.PositiveSmallIntegerField[Any, Any]:
    """A level from 1 to 4; null is not given."""
    within = [MinValueValidator(1), MaxValueValidator(4)]
    return models.PositiveSmallIntegerField(label, null=True, blank=True, validators=within)


def within_four(field: str) -> models.CheckConstraint:
    """The database holds the scale too."""
    given = models.Q(**{f"{field}__gte": 1, f"{field}__lte": 4})
    return models.CheckConstraint(condition=models.Q(**{field: None}) | given, name=f"classified_{field}_1_to_4")


@tracked()
class Classification(MunicipalityRecord):
    """How much harm the data of an activity can do, per aspect, with the reasoning (GDPR 32(1), 32(2))."""

    activity = models.ForeignKey(Activity, on_delete=models.CASCADE, related_name="classifications")
    availability = level(_("availability"))
    availability_reason = words(_("why this availability"))
    integrity = level(_("integrity"))
    integrity_reason = words(_("why this integrity"))
    confidentiality = level(_("confidentiality"))
    confidentiality_reason = words(_("why this confidentiality"))
    approved_by = models.ForeignKey(Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    approved_at = models.DateTimeField(null=True, blank=True)
    revision = models.PositiveIntegerField(default=0, editable=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["activity"], name="one_classification_an_activity"),
            models.CheckConstraint(
                condition=models.Q(approved_by=None, approved_at=None)
                | models.Q(approved_by__isnull=False, approved_at__isnull=False),
                name="classification_is_approved_by_somebody",
            ),
            within_four("availability"),
            within_four("integrity"),
            within_four("confidentiality"),
        ]

    def __str__(self) -> str:
        return f"{self.availability}{self.integrity}{self.confidentiality}"


@tracked()
class SystemLevel(MunicipalityRecord):
    """Where a system departs from the level that it inherits: which, who decided, and why."""

    system = models.ForeignKey(System, on_delete=models.CASCADE, related_name="levels")
    aspect = models.CharField(max_length=20, choices=[(a.value, a.value) for a in SecurityAspect])
    level = models.PositiveSmallIntegerField(_("level"))
    reason = models.TextField(_("reason"))
    decided_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    decided_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["system", "aspect"], name="one_departure_an_aspect"),
            models.CheckConstraint(condition=models.Q(level__gte=1, level__lte=4), name="departure_1_to_4"),
            models.CheckConstraint(condition=~models.Q(reason=""), name="departure_has_a_reason"),
        ]

    def __str__(self) -> str:
        return f"{self.aspect} {self.level}"
