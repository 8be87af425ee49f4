from django.db import models

from gemeentedossier.foundation.models.tracked import MunicipalityRecord, tracked
from gemeentedossier.organisation.enums import Role
from gemeentedossier.organisation.models.account import Account


@tracked()
class Person(MunicipalityRecord):
    """Someone who works for or with the municipality; with an account, they can sign in."""

    name = models.CharField(max_length=200)
    email = models.EmailField(blank=True)
    account = models.ForeignKey(Account, null=True, blank=True, on_delete=models.PROTECT, related_name="people")
    invited_until = models.DateField(null=True, blank=True)
    """Up to and including this day the link that was sent opens their way in; None where it was used, or none was."""
    forgotten_at = models.DateTimeField(null=True, blank=True)
    """When their second step was last to be set up anew, because they lost it."""

    class Meta:
        constraints = [models.UniqueConstraint(fields=["municipality", "account"], name="person_account_once")]
        ordering = ["name"]
        verbose_name_plural = "people"

    def __str__(self) -> str:
        return self.name


@tracked()
class RoleAssignment(MunicipalityRecord):
    """A role that a person holds, from and until a date."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="role_assignments")
    role = models.CharField(max_length=30, choices=[(r, r) for r in Role])
    starts_on = models.DateField(null=True, blank=True)
    ends_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["role"]

    def __str__(self) -> str:
        return f"{self.person}: {self.role}"
