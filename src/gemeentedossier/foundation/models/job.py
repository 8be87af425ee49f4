"""Long work that somebody asked for: what, how far it is, and the file that came of it."""

from django.db import models
from django.db.models import Q

from gemeentedossier.foundation.enums import JobState
from gemeentedossier.foundation.models.tracked import MunicipalityRecord

UNDER_WAY = (JobState.WAITING, JobState.WORKING)


class Job(MunicipalityRecord):
    """Work of more than a moment, done in a process of its own.

    Without history on purpose: progress is no fact of the dossier, and an entry per step would move the ledger on,
    by whose number the work is recognised as done before.
    """

    kind = models.CharField(max_length=40, help_text="Names the function that does the work.")
    asked = models.TextField(help_text="What was asked, as the room that does the work writes and reads it.")
    key = models.CharField(max_length=300, help_text="Work with the same key gives the same file.")
    state = models.CharField(
        max_length=20, default=JobState.WAITING, choices=[(each.value, each.value) for each in JobState]
    )
    step = models.CharField(max_length=40, blank=True)
    steps_done = models.PositiveIntegerField(default=0)
    steps_total = models.PositiveIntegerField(default=0)
    asked_at = models.DateTimeField()
    asked_by = models.CharField(max_length=200)
    started_at = models.DateTimeField(null=True)
    finished_at = models.DateTimeField(null=True)
    failed_because = models.TextField(blank=True, help_text="One sentence for people; empty where none is known.")
    file = models.CharField(max_length=200, blank=True, help_text="Where the file is kept, under the folder of files.")
    file_name = models.CharField(max_length=200, blank=True)
    media_type = models.CharField(max_length=100, blank=True)
    size = models.PositiveBigIntegerField(default=0, help_text="Bytes.")

    class Meta:
        ordering = ["-asked_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "key"],
                condition=Q(state__in=[*UNDER_WAY, JobState.DONE]),
                name="job_once",
            ),
            models.CheckConstraint(
                condition=~Q(state=JobState.DONE) | (~Q(file="") & Q(finished_at__isnull=False)),
                name="job_done_has_file",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.key}"

    @property
    def is_under_way(self) -> bool:
        """Whether it still goes on, or waits for its turn."""
        return self.state in UNDER_WAY
