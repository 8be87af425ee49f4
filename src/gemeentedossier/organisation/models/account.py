from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models

from gemeentedossier.foundation.identifiers import new_id


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

    USERNAME_FIELD = "email"
    objects = AccountManager()

    def __str__(self) -> str:
        return self.email
