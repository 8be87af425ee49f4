"""Who was written to about what, who wants that, and after how many days it goes to the next one.

Without history on purpose: a message is no fact of the dossier, and an entry for each would make it another dossier.
"""

from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import Q

from gemeentedossier.foundation.models.tracked import MunicipalityRecord
from gemeentedossier.method.enums import ReminderKind
from gemeentedossier.organisation.models import Person


class Reminder(MunicipalityRecord):
    """A message to a person, sent or still to be sent: about the same thing nobody is written to twice."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=20, choices=[(each.value, each.value) for each in ReminderKind])
    about = models.CharField(max_length=400, help_text="The week, the day, or the key of the term that it is about.")
    terms = models.PositiveIntegerField(default=0, help_text="How many terms it told of.")
    tried_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True, help_text="Null: the mail server did not take it yet.")

    class Meta:
        ordering = ["-tried_at", "id"]
        constraints = [
            models.UniqueConstraint(fields=["municipality", "person", "kind", "about"], name="reminder_once"),
        ]
        indexes = [
            models.Index(fields=["municipality", "tried_at"], condition=Q(sent_at=None), name="reminder_not_sent")
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.about}"


class ReminderChoice(MunicipalityRecord):
    """That a person wants the weekly message, or not; clocks of the law are told in any case."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    weekly = models.BooleanField(default=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["municipality", "person"], name="reminder_choice_once")]

    def __str__(self) -> str:
        return f"{self.person_id}: {self.weekly}"


class ReminderRule(MunicipalityRecord):
    """After how many days of lateness the next one is written to, as the municipality chose; who chose it and when."""

    escalate_after = models.PositiveSmallIntegerField(null=True, validators=[MinValueValidator(1)], help_text="Days.")
    set_by = models.CharField(max_length=200)
    set_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["municipality"], name="one_reminder_rule")]

    def __str__(self) -> str:
        return f"after {self.escalate_after} days"
