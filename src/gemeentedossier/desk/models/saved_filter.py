from django.db import models

from gemeentedossier.desk.enums import FilterPlace
from gemeentedossier.foundation.models.tracked import MunicipalityRecord


class SavedFilter(MunicipalityRecord):
    """A way to look at a list that somebody keeps by name, for themselves or for everybody of the municipality.

    Without history on purpose: it says nothing of the dossier.
    """

    person_id = models.UUIDField(help_text="Whose it is, or who shared it.")
    place = models.CharField(max_length=20, choices=[(each.value, each.value) for each in FilterPlace])
    name = models.CharField(max_length=60)
    query = models.CharField(max_length=1_000, help_text="What stands behind the question mark in the address.")
    is_shared = models.BooleanField(default=False)
    opens = models.BooleanField(default=False, help_text="Whether the list opens with it for whose it is.")

    class Meta:
        ordering = ["is_shared", "name"]
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "person_id", "place", "name"], name="saved_filter_once_per_name"
            ),
        ]

    def __str__(self) -> str:
        return self.name
