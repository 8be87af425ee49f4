"""What must be kept of a person for a while and never for ever: sealed, outside snapshot, history and ledger."""

from django.db import models

from gemeentedossier.foundation.models.tracked import MunicipalityRecord, tracked


class Envelope(MunicipalityRecord):
    """A few texts about a person, under a key that stands outside the database.

    Without history on purpose: what is destroyed on its term must not live on in a ledger.
    """

    record_id = models.UUIDField(unique=True, help_text="The record that it belongs to.")
    sealed = models.BinaryField(
        help_text="Encrypted with AES-GCM; holds the record's key too, so that none is swapped."
    )
    sealed_at = models.DateTimeField()
    destroy_on = models.DateField(
        null=True, blank=True, help_text="From this day on it is destroyed; null: not known yet."
    )

    class Meta:
        indexes = [models.Index(fields=["municipality", "destroy_on"], name="envelope_term")]

    def __str__(self) -> str:
        return str(self.record_id)


@tracked()
class EnvelopeOpening(MunicipalityRecord):
    """That somebody read an envelope, or that it was destroyed: who, when and what for. It can never be changed."""

    only_changes: tuple[str, ...] = ()

    record_id = models.UUIDField()
    opened_at = models.DateTimeField()
    opened_by = models.CharField(max_length=200)
    person_id = models.UUIDField(null=True, blank=True)
    reason = models.CharField(max_length=300)

    class Meta:
        ordering = ["opened_at", "id"]
        indexes = [models.Index(fields=["municipality", "record_id"], name="envelope_opening_record")]

    def __str__(self) -> str:
        return f"{self.record_id}: {self.opened_at}"
