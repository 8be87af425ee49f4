"""When somebody was here last, and the address from which their own calendar reads.

Without history on purpose: neither is a fact of the dossier.
"""

from django.db import models

from gemeentedossier.foundation.models.tracked import MunicipalityRecord
from gemeentedossier.organisation.models import Person


class LastVisit(MunicipalityRecord):
    """When a person was at Today last, and when the visit before that ended: what changed since is news to them."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    seen_at = models.DateTimeField()
    before_at = models.DateTimeField(null=True, help_text="Null: they were never here before.")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["municipality", "person"], name="last_visit_once")]

    def __str__(self) -> str:
        return f"{self.person_id}: {self.seen_at}"


class CalendarFeed(MunicipalityRecord):
    """That a person's own calendar may read their terms; of its secret only the digest is kept."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    digest = models.CharField(max_length=64, help_text="SHA-256 of the secret in the address, in hexadecimal.")
    made_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["municipality", "person"], name="calendar_feed_once")]

    def __str__(self) -> str:
        return str(self.person_id)
