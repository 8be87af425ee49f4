from typing import ClassVar

from django.db import models

from gemeentedossier.foundation.doors import Door
from gemeentedossier.foundation.models.fields import Small
from gemeentedossier.foundation.models.tracked import MunicipalityRecord, tracked
from gemeentedossier.organisation.enums import Role
from gemeentedossier.organisation.models.account import Account

DIGEST = 64
"""Characters of a SHA-256 digest in hexadecimal."""
PEOPLE_OF_ACCOUNT = Door(
    name="organisation_people_of_account",
    takes="uuid",
    gives="municipality_id uuid, person_id uuid, name text, role text, starts_on date, ends_on date",
    question="""
      SELECT person.municipality_id, person.id, person.name, held.role, held.starts_on, held.ends_on
        FROM organisation_person AS person
        LEFT JOIN organisation_roleassignment AS held
          ON held.municipality_id = person.municipality_id AND held.person_id = person.id
       WHERE person.account_id = $1""",
)
"""Who one account is, in every municipality, with each role that they hold or held there."""
WITHOUT_ACCOUNT = Door(
    name="organisation_without_account",
    takes="text",
    gives="municipality_id uuid, person_id uuid",
    question="""
      SELECT person.municipality_id, person.id FROM organisation_person AS person
       WHERE person.account_id IS NULL AND lower(person.email COLLATE "C") = lower($1 COLLATE "C")
       ORDER BY person.municipality_id, person.id""",
)
"""Who was recorded with one address and has no account yet, in every municipality."""


@tracked()
class Person(MunicipalityRecord):
    """Someone who works for or with the municipality; with an account, they can sign in."""

    name = models.CharField(max_length=200)
    email = models.EmailField(blank=True)
    account = models.ForeignKey(Account, null=True, blank=True, on_delete=models.PROTECT, related_name="people")
    invited_until = models.DateField(null=True, blank=True)
    """Up to and including this day the link that was sent opens their way in; None where it was used, or none was."""
    invitation_mark = models.CharField(max_length=DIGEST, blank=True, default="", db_default="", editable=False)
    """The digest of what the last link has and none before it; empty where it was used, or none was sent."""
    unlinked_at = models.DateTimeField(null=True, blank=True)
    """When who they are at the identity provider was last undone, because it gave them another name there."""
    forgotten_at = models.DateTimeField(null=True, blank=True)
    """When their second step was last to be set up anew, because they lost it."""

    doors: ClassVar[tuple[Door, ...]] = (PEOPLE_OF_ACCOUNT, WITHOUT_ACCOUNT)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["municipality", "account"], name="person_account_once")]
        indexes = [models.Index(Small("email"), name="person_by_address")]
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
