"""Trying what only one's own account can show: one at a time, and after ten wrong ones it waits."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import transaction
from django.utils.translation import gettext as _

from gemeentedossier.foundation.errors import Refused
from gemeentedossier.foundation.throttle import Count
from gemeentedossier.organisation.models import Account

WRONG = Count("second", times=10, minutes=10)


@contextmanager
def trying(account: Account) -> Iterator[None]:
    """What is refused inside counts, and changes nothing else; the count stands before the next one may try.

    Raises Refused: what was refused inside, or, after ten in ten minutes, that also the right one must wait. A view
    that lets people try is no transaction itself, so that no fault behind it undoes the count.
    """
    refused: Refused | None = None
    with transaction.atomic():
        Account.objects.select_for_update().get(pk=account.pk)
        if WRONG.is_reached(str(account.pk)):
            told = _("Too many wrong tries for this account. Wait %(minutes)s minutes and try again.")
            raise Refused(told % {"minutes": WRONG.minutes})
        try:
            with transaction.atomic():
                yield
        except Refused as refusal:
            refused = refusal
            WRONG.count(str(account.pk))
    if refused is not None:
        raise refused


def show_password(account: Account, password: str) -> None:
    """Who is in shows once more that it is them; raises Refused for another password."""
    with trying(account):
        if not account.check_password(password):
            raise Refused(_("This is not your password."))
    WRONG.forget(str(account.pk))
