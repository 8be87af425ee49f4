from collections.abc import Iterator

from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.utils.crypto import salted_hmac

from gemeentedossier.foundation.identifiers import new_id

SESSIONS = 12
"""Characters of the mark that sessions carry."""


class AccountManager(BaseUserManager["Account"]):
    def create_account(self, *, email: str, password: str | None, is_by_invitation: bool = False) -> "Account":
        """A new account that can sign in; without a password it cannot until one is set."""
        account = self.model(email=self.normalize_email(email), is_by_invitation=is_by_invitation)
        account.set_password(password)
        account.save()
        return account


class Account(AbstractBaseUser):
    """Someone who can sign in; who they are at a municipality is said by Person."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    email = models.EmailField(unique=True)
    is_active = models.BooleanField(default=True)
    is_by_invitation = models.BooleanField(default=False)
    """Whoever held the link of an invitation chose the password: that the address is theirs was never shown."""

    sessions = models.CharField(max_length=SESSIONS, default="", editable=False)
    """Sessions hold while this is as it was when they began: another mark ends them all."""

    USERNAME_FIELD = "email"
    objects = AccountManager()

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
