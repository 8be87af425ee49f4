from collections.abc import Iterator
from typing import TypeVar

from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.utils.crypto import salted_hmac

from gemeentedossier.foundation.identifiers import new_id
from gemeentedossier.foundation.models.fields import Small
from gemeentedossier.organisation.engine.addresses import kept_address

SESSIONS = 12
"""Characters of the mark that sessions carry."""

Addressed = TypeVar("Addressed", bound=models.Model)


def with_address(rows: models.QuerySet[Addressed], email: str) -> Addressed | None:
    """Which of these accounts or people has this e-mail address; of more, the one that is written so, else the small
    one. Letters that the database alone takes for one are not."""
    small = kept_address(email)
    found = rows.alias(small=Small("email")).filter(small=small)
    as_written = models.Case(
        models.When(email=email, then=0),
        models.When(email=small, then=1),
        default=2,
        output_field=models.IntegerField(),
    )
    return found.order_by(as_written, "pk").first()


class AccountManager(BaseUserManager["Account"]):
    def create_account(self, *, email: str, password: str | None, is_by_invitation: bool = False) -> "Account":
        """A new account that can sign in; without a password it cannot until one is set."""
        account = self.model(email=kept_address(email), is_by_invitation=is_by_invitation)
        account.set_password(password)
        account.save()
        return account

    def get_by_natural_key(self, username: str | None) -> "Account":
        """Whose account this address signs in with, whatever capitals a phone puts in it.

        Accounts of before that differ by capitals alone are two: each is found as it is written, else the small one.
        """
        found = with_address(self.all(), username or "")
        if found is None:
            raise self.model.DoesNotExist
        return found


def written_otherwise(account: "Account") -> tuple[str, ...]:
    """The addresses of other accounts, from before capitals made no difference, that differ by these alone."""
    others = Account.objects.alias(small=Small("email")).filter(small=kept_address(account.email))
    return tuple(others.exclude(pk=account.pk).order_by("email").values_list("email", flat=True))


class Account(AbstractBaseUser):
    """Someone who can sign in; who they are at a municipality is said by Person."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    email = models.EmailField(unique=True)
    is_active = models.BooleanField(default=True)
    is_by_invitation = models.BooleanField(default=False)
    """Whoever held the link of an invitation chose the password: that the address is theirs was never shown."""

    sessions = models.CharField(max_length=SESSIONS, default="", editable=False)
    """Sessions hold while this is as it was when they began: another mark ends them all."""

    ended_at = models.DateTimeField(null=True, blank=True, editable=False)
    """When all that was open was last ended: by another password, or by signing out everywhere."""

    USERNAME_FIELD = "email"
    objects = AccountManager()

    class Meta:
        indexes = [models.Index(Small("email"), name="account_by_address")]

    def __str__(self) -> str:
        return self.email

    def get_session_auth_hash(self) -> str:
        """What a session holds on to: another password or another mark ends it."""
        return self._marked(None)

    def get_session_auth_fallback_hash(self) -> Iterator[str]:
        """The same under the keys of before, while these are still told."""
        return (self._marked(secret) for secret in settings.SECRET_KEY_FALLBACKS)

    def _marked(self, secret: str | bytes | None) -> str:
        marked = f"{self.password}|{self.sessions}"
        return salted_hmac("organisation.account.sessions", marked, secret=secret, algorithm="sha256").hexdigest()
