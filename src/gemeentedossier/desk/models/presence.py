from django.db import models

from gemeentedossier.foundation.models.tracked import MunicipalityRecord


class Presence(MunicipalityRecord):
    """Somebody who has a record open right now; the row goes when they leave, or say no more that they are there.

    Without history on purpose: who looked where is no fact of the dossier, and is nobody's business afterwards.
    """

    person_id = models.UUIDField(help_text="Who is there.")
    name = models.CharField(max_length=200)
    kind = models.CharField(max_length=20, help_text="Of which kind the record is.")
    record_id = models.UUIDField()
    since = models.DateTimeField()
    seen_at = models.DateTimeField(help_text="When their page last said so.")
    writes = models.BooleanField(default=False)
    section = models.CharField(max_length=60, blank=True, help_text="Which section they have open.")

    class Meta:
        ordering = ["since"]
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "kind", "record_id", "person_id"], name="presence_once_per_person"
            ),
        ]
        indexes = [models.Index(fields=["municipality", "seen_at"], name="presence_term")]

    def __str__(self) -> str:
        return f"{self.name}: {self.kind} {self.record_id}"
