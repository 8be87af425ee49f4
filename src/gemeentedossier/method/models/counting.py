"""How much of the findings was met, was not, and was unknown at the end of a month."""

from django.db import models

from gemeentedossier.foundation.models.tracked import MunicipalityRecord


class FindingCount(MunicipalityRecord):
    """What was found of one Part as the dossier stood at the end of a month, counted once by who judged it.

    Without history on purpose: it follows from the history of the dossier, and from an edition of the law.
    """

    as_of = models.DateField(help_text="The last day of the month.")
    part = models.CharField(max_length=20)
    met = models.PositiveIntegerField()
    not_met = models.PositiveIntegerField()
    unknown = models.PositiveIntegerField()
    edition = models.CharField(max_length=400, help_text="Of the catalogue that judged.")
    ledger_number = models.BigIntegerField(help_text="The last entry that was known then.")
    counted_at = models.DateTimeField()

    class Meta:
        ordering = ["as_of", "part"]
        constraints = [models.UniqueConstraint(fields=["municipality", "as_of", "part"], name="finding_count_once")]

    def __str__(self) -> str:
        return f"{self.as_of} {self.part}"
