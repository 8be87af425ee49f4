"""What somebody shows beside their password: a code of an app, or a code on paper."""

import secrets
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from gemeentedossier.foundation import clock
from gemeentedossier.foundation.errors import Refused
from gemeentedossier.foundation.sealing import seal, unseal
from gemeentedossier.organisation.actions.tries import WRONG, trying
from gemeentedossier.organisation.engine.one_time import digest_of, new_codes, new_secret, step_told
from gemeentedossier.organisation.models import Account, AuthenticatorApp, KeptCode, Passkey
from gemeentedossier.organisation.models.account import SESSIONS


def sealed_secret(account: Account) -> bytes:
    """A new secret for an app, sealed: nothing holds until a code of it came in."""
    return seal(new_secret(), for_what=_for(account.pk), is_first=not AuthenticatorApp.objects.exists())


def secret_in(sealed: bytes, *, account: Account) -> bytes:
    """The secret for the app of this account; raises Refused where it is not readable or another's."""
    return unseal(sealed, for_what=_for(account.pk))


def add_app(account: Account, *, sealed: bytes, code: str) -> tuple[str, ...]:
    """The app serves from now on, in the place of one before; returns codes to keep, which are shown once.

    Raises Refused for a code that is not of this app and moment.
    """
    with trying(account):
        step = step_told(code, secret_in(sealed, account=account), at=clock.now(), after=0)
        if step is None:
            raise Refused(_("This is not the code that your app shows now. Check the clock of your phone."))
        AuthenticatorApp.objects.update_or_create(
            account=account, defaults={"sealed": sealed, "added_at": clock.now(), "last_step": step}
        )
        return renew_kept_codes(account)


def renew_kept_codes(account: Account) -> tuple[str, ...]:
    """Codes to keep in the place of those before, which hold no longer."""
    codes = new_codes()
    with transaction.atomic():
        KeptCode.objects.filter(account=account).delete()
        KeptCode.objects.bulk_create(KeptCode(account=account, digest=digest_of(each)) for each in codes)
    return codes


def take_code(account: Account, *, code: str) -> None:
    """A code of the app or one of paper, which holds no longer after this; raises Refused for any other.

    After ten wrong ones the account waits ten minutes, also for the right one. What stands on paper needs no key; where
    the key of the apps cannot be read, a wrong one counts all the same.
    """
    with trying(account):
        if not (_was_kept(account, code) or _is_of_app(account, code)):
            raise Refused(
                _("This code is not right, or was used already. Wait for the next one in your app and try again.")
            )
    WRONG.forget(str(account.pk))


def drop_app(account: Account) -> None:
    """The app serves no longer, and without a passkey neither do the codes to keep."""
    with transaction.atomic():
        AuthenticatorApp.objects.filter(account=account).delete()
        if not Passkey.objects.filter(account=account).exists():
            KeptCode.objects.filter(account=account).delete()


def end_sessions(account: Account) -> None:
    """Wherever this account is signed in, it is so no longer."""
    account.sessions = secrets.token_hex(SESSIONS // 2)
    account.ended_at = clock.now()
    account.save(update_fields=["sessions", "ended_at"])


def change_password(account: Account, *, password: str) -> None:
    """Another password; wherever the account is signed in, and whatever else was opened with it, it is so no longer."""
    account.set_password(password)
    account.ended_at = clock.now()
    account.save(update_fields=["password", "ended_at"])


def forget_second_factor(account: Account) -> None:
    """For who lost everything: app, passkeys and codes serve no longer, and every session ends."""
    with transaction.atomic():
        for model in (AuthenticatorApp, Passkey, KeptCode):
            model.objects.filter(account=account).delete()
        end_sessions(account)


def make_theirs(account: Account, *, password: str | None) -> None:
    """The account gets this password, or none, from whoever showed that the address is theirs.

    Where an invitation of a party made it, others held the link: what they set up beside the password goes with it.
    """
    with transaction.atomic():
        if account.is_by_invitation:
            forget_second_factor(account)
        account.set_password(password)
        account.is_by_invitation, account.ended_at = False, clock.now()
        account.save(update_fields=["password", "is_by_invitation", "ended_at"])


def _is_of_app(account: Account, code: str) -> bool:
    app = AuthenticatorApp.objects.filter(account=account).first()
    if app is None:
        return False
    secret = secret_in(bytes(app.sealed), account=account)
    step = step_told(code, secret, at=clock.now(), after=app.last_step)
    if step is None:
        return False
    app.last_step = step
    app.save(update_fields=["last_step"])
    return True


def _was_kept(account: Account, code: str) -> bool:
    gone, _each = KeptCode.objects.filter(account=account, digest=digest_of(code)).delete()
    return bool(gone)


def _for(account: UUID) -> str:
    return f"app of {account}"
