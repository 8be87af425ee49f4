from django.db import models
from django.utils.translation import gettext_lazy as _

from gemeentedossier.dossier.agreements.enums import FoundRole, RoleQuestion
from gemeentedossier.dossier.parties.models import Party
from gemeentedossier.dossier.register.models import Activity
from gemeentedossier.dossier.register.models.fields import choice, tristate, words
from gemeentedossier.foundation.models.tracked import MunicipalityRecord, tracked
from gemeentedossier.organisation.models import Person


@tracked()
class RoleTest(MunicipalityRecord):
    """A test of what a party is (GDPR 4(7), 4(8), 26, 28(10)), and what somebody decided."""

    party = models.ForeignKey(Party, verbose_name=_("party"), on_delete=models.PROTECT, related_name="role_tests")
    activity = models.ForeignKey(
        Activity,
        verbose_name=_("processing activity"),
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="role_tests",
    )
    tested_at = models.DateTimeField()
    outcome = choice(_("what follows from the answers"), FoundRole)
    decided = choice(_("role"), FoundRole)
    reason = words(_("reason"))
    decided_by = models.ForeignKey(Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    decided_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-tested_at", "id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(decided_by=None, decided_at=None, decided="")
                | models.Q(decided_by__isnull=False, decided_at__isnull=False) & ~models.Q(decided=""),
                name="role_is_decided_by_somebody",
            )
        ]

    def __str__(self) -> str:
        return f"{self.party_id}: {self.decided or self.outcome}"


@tracked()
class RoleAnswer(MunicipalityRecord):
    """The answer to one question of a role test."""

    test = models.ForeignKey(RoleTest, on_delete=models.CASCADE, related_name="answers")
    position = models.PositiveSmallIntegerField(default=0)
    question = models.CharField(max_length=40, choices=[(q.value, q.value) for q in RoleQuestion])
    answer = tristate(_("answer"))
    explanation = words(_("what it rests on"))

    class Meta:
        ordering = ["position", "id"]
        constraints = [models.UniqueConstraint(fields=["test", "question"], name="question_once_a_role_test")]

    def __str__(self) -> str:
        return f"{self.question}: {self.answer}"
