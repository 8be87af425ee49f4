"""A person's own address from which a calendar program reads what is theirs; it can be withdrawn at any time."""

import hashlib
import secrets

from django.utils.translation import gettext as _

from gemeentedossier.foundation import clock
from gemeentedossier.foundation.errors import Refused
from gemeentedossier.foundation.trail import Actor, verb
from gemeentedossier.method.models import CalendarFeed
from gemeentedossier.organisation.permissions import check_permitted

READ = "desk.view_home"
"""What is needed to see one's own terms, also in a calendar of one's own."""


def digest_of(secret: str) -> str:
    """Return by what a secret is recognised; the secret itself is not kept."""
    return hashlib.sha256(secret.encode()).hexdigest()


def make_feed(*, by: Actor) -> str:
    """Return the secret of a new address; one that was there opens nothing from then on."""
    check_permitted(by, READ)
    if by.person_id is None:
        raise Refused(_("Only a person has a calendar of their own."))
    secret = secrets.token_urlsafe(32)
    with verb("method.make_feed", by=by):
        made = {"digest": digest_of(secret), "made_at": clock.now()}
        CalendarFeed.objects.update_or_create(person_id=by.person_id, defaults=made)
    return secret


def withdraw_feed(*, by: Actor) -> None:
    """The address opens nothing any more."""
    check_permitted(by, READ)
    with verb("method.withdraw_feed", by=by):
        CalendarFeed.objects.filter(person_id=by.person_id).delete()
