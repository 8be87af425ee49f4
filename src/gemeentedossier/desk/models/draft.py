from django.db import models

from gemeentedossier.foundation.models.tracked import MunicipalityRecord


class Draft(MunicipalityRecord):
    """What a person typed in a form and did not save yet, or the step of a change of many records that they began.

    Sealed under the key of the municipality, because it may be about people; without history on purpose, because it
    says nothing of the dossier until it is saved there.
    """

    person_id = models.UUIDField(help_text="Whose it is: nobody else reads it.")
    form = models.CharField(
        max_length=300,
        help_text="Names the form: where it is sent, and its first field. Of a step: “many” and the key of its change.",
    )
    writing = models.CharField(max_length=36, blank=True, help_text="Which time it was begun: each keeps its own text.")
    sealed = models.BinaryField(help_text="Encrypted with AES-GCM; holds the draft's key too, so that none is swapped.")
    saved_at = models.DateTimeField()
    thrown_away_at = models.DateTimeField(null=True, editable=False, help_text="It can be taken back for a day.")

    class Meta:
        ordering = ["-saved_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "person_id", "form", "writing"],
                condition=models.Q(thrown_away_at=None),
                name="draft_once_per_writing",
            ),
        ]
        indexes = [models.Index(fields=["municipality", "saved_at"], name="draft_term")]

    def __str__(self) -> str:
        return self.form
