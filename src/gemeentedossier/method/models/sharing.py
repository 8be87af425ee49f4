"""What a municipality agreed to show to others that take part in the comparison."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q

from gemeentedossier.foundation.models.tracked import MunicipalityRecord, tracked


@tracked()
class SharedMaturity(MunicipalityRecord):
    """How mature a theme was on the day it was shared: the only record that other municipalities may read.

    ``theme`` is an id of the catalogue; ``level`` is null where none could be told. The rows go when the municipality
    stops; its history of them stays its own.
    """

    is_read_by_all = True
    """Locked in the database: every municipality here reads it, only its own writes it."""

    theme = models.CharField(max_length=100)
    level = models.PositiveSmallIntegerField(null=True, validators=[MinValueValidator(1), MaxValueValidator(5)])
    met = models.PositiveIntegerField()
    applying = models.PositiveIntegerField()
    as_of = models.DateField()

    class Meta:
        ordering = ["theme", "id"]
        constraints = [
            models.UniqueConstraint(fields=["municipality", "theme"], name="theme_shared_once"),
            models.CheckConstraint(condition=Q(met__lte=F("applying")), name="shared_met_of_applying"),
            models.CheckConstraint(condition=Q(level=None) | Q(level__range=(1, 5)), name="shared_level_is_one"),
            models.CheckConstraint(condition=~Q(theme=""), name="shared_maturity_names_its_theme"),
        ]

    def __str__(self) -> str:
        return f"{self.theme}: {self.level}"
