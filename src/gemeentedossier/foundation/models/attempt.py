from django.db import models


class Attempt(models.Model):
    """How often something was tried at a door that is open to everyone, until a moment; of nobody's dossier."""

    key = models.CharField(primary_key=True, max_length=64)
    """The digest of what is counted: which door, and whose address or place."""
    times = models.PositiveIntegerField()
    until = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["until"], name="attempt_by_moment")]

    def __str__(self) -> str:
        return f"{self.times} until {self.until}"
