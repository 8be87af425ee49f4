"""How an account comes in besides, or instead of, by a password."""

from django.db import models

from gemeentedossier.foundation.identifiers import new_id
from gemeentedossier.organisation.models.account import Account


class AuthenticatorApp(models.Model):
    """An app that shows another code every half minute; an account has one at most."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    account = models.OneToOneField(Account, on_delete=models.CASCADE, related_name="app")
    sealed = models.BinaryField()
    """The secret, under a key that does not stand in the database."""
    added_at = models.DateTimeField()
    last_step = models.BigIntegerField(default=0)
    """The half minute whose code came in last: that one and those before come in no more."""

    def __str__(self) -> str:
        return f"app of {self.account}"


class Passkey(models.Model):
    """A key that stands in a device or a password manager, and never leaves it."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="passkeys")
    name = models.CharField(max_length=80)
    credential = models.BinaryField()
    """The public half, as the device gave it."""
    signatures = models.BigIntegerField(default=0)
    """How often the device signed, where it counts: a lower number tells of a copy."""
    added_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["added_at"]

    def __str__(self) -> str:
        return f"{self.name} of {self.account}"


class KeptCode(models.Model):
    """A code on paper for who lost the app, for one time; only its digest is known."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="kept_codes")
    digest = models.CharField(max_length=64)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["account", "digest"], name="kept_code_once")]

    def __str__(self) -> str:
        return f"code of {self.account}"


class Identity(models.Model):
    """Who somebody is at the identity provider: its own name for them stays, their address may change."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="identities")
    issuer = models.CharField(max_length=300)
    subject = models.CharField(max_length=255)
    linked_at = models.DateTimeField()

    class Meta:
        verbose_name_plural = "identities"
        constraints = [
            models.UniqueConstraint(fields=["issuer", "subject"], name="identity_once"),
            models.UniqueConstraint(fields=["issuer", "account"], name="one_identity_an_account"),
        ]

    def __str__(self) -> str:
        return f"{self.subject} at {self.issuer}"
