"""Who comes in by the identity provider of the municipality: known by an invitation or by an address, never a role."""

import logging
from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from gemeentedossier.foundation import clock
from gemeentedossier.foundation.errors import Refused
from gemeentedossier.foundation.tenancy import municipality_scope
from gemeentedossier.foundation.trail import Actor, verb
from gemeentedossier.organisation.actions.second_factor import make_theirs
from gemeentedossier.organisation.engine.addresses import is_same_address
from gemeentedossier.organisation.enums import Role
from gemeentedossier.organisation.models import Account, Identity, Person, RoleAssignment
from gemeentedossier.organisation.queries import recorded_with, with_address

LONGEST = 255
"""Characters of the provider's own name for somebody (OpenID Connect Core, 2)."""
log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Proved:
    """What the provider says, after its signature was checked."""

    issuer: str
    subject: str
    email: str = ""
    is_verified: bool = False
    """Whether the provider says that the address is theirs."""


def account_of(proved: Proved) -> Account:
    """The account of who the provider says it is; linked the first time, by an address that was recorded here.

    Only an address that the provider says it verified links (OpenID Connect Core 5.7): any other could have been typed.
    Raises Refused with what to do. Gives no role: who has none stays outside.
    """
    known = Identity.objects.filter(issuer=proved.issuer, subject=proved.subject).select_related("account").first()
    if known is not None:
        return _active(known.account)
    if not proved.email.isascii():  # letters that look alike, or that a program takes for one, are another address
        told = _("The address %(email)s has letters that no address here has. Use the link of your invitation.")
        raise Refused(told % {"email": proved.email})
    if not proved.email or not proved.is_verified:
        raise Refused(
            _(
                "You are signed in, but your organisation does not say which verified e-mail address is yours. Use the "
                "link of your invitation, or ask your administrator for one."
            )
        )
    with transaction.atomic():
        account = with_address(Account.objects.select_for_update(), proved.email)
        recorded = tuple(_recorded_as(proved.email))
        if account is None and not recorded:
            told = _("Nobody with the address %(email)s is known here. Ask the administrator of your municipality.")
            raise Refused(told % {"email": proved.email})
        account = account or Account.objects.create_account(email=proved.email, password=None)
        link_identity(account, proved)
        for municipality, person in recorded:
            _give_account(municipality, person, account)
        return account


def check_not_anothers(proved: Proved, *, invited: str) -> None:
    """Raises Refused where the provider vouches for an address that is known here, and not the one that is invited."""
    if not proved.is_verified or is_same_address(proved.email, invited):
        return
    if with_address(Account.objects.all(), proved.email) or any(_recorded_as(proved.email)):
        raise Refused(
            _(
                "You signed in as %(email)s, who is known here already, and this invitation is for %(invited)s. "
                "Nothing was changed. Sign in without this link, or ask your administrator for a link of your own."
            )
            % {"email": proved.email, "invited": invited}
        )


def link_identity(account: Account, proved: Proved) -> None:
    """From now on who the provider names so comes in with this account; raises Refused where either is another's."""
    _active(account)
    here = Identity.objects.filter(issuer=proved.issuer)
    if here.filter(account=account).exclude(subject=proved.subject).exists():
        raise Refused(
            _(
                "The account of %(email)s belongs to somebody else at your organisation, perhaps who had this address "
                "before you. Ask your administrator."
            )
            % {"email": account.email}
        )
    if here.filter(subject=proved.subject).exclude(account=account).exists():
        raise Refused(_("You have another account here already. Ask your administrator which one is yours."))
    Identity.objects.get_or_create(
        issuer=proved.issuer, subject=proved.subject, defaults={"account": account, "linked_at": clock.now()}
    )
    if account.is_by_invitation:  # whoever held that link knows the password; the provider vouches for the person
        make_theirs(account, password=None)


def _active(account: Account) -> Account:
    if not account.is_active:
        raise Refused(_("This account is blocked. Ask the administrator of your municipality."))
    return account


def _recorded_as(email: str) -> Iterator[tuple[UUID, Person]]:
    """Everywhere that an administrator recorded this address for somebody who works there and has no account yet."""
    places = set[UUID]()
    for municipality, key in recorded_with(email):
        if municipality in places:  # nobody is two people in one place
            continue
        with municipality_scope(municipality):
            person = Person.objects.get(pk=key)
            if _was_given_work(person):
                places.add(municipality)
                yield municipality, person


def _was_given_work(person: Person) -> bool:
    roles = RoleAssignment.objects.filter(person=person).exclude(role=Role.PROVIDER.value)
    return roles.exclude(ends_on__lt=clock.today()).exists()


def _give_account(municipality: UUID, person: Person, account: Account) -> None:
    by = Actor(name=person.name, person_id=person.pk)
    try:
        with municipality_scope(municipality), verb("organisation.link_account", by=by):
            person.account = account
            person.save(update_fields=["account"])
    except IntegrityError:  # known there under another name already: that one counts, and the administrator sees both
        log.warning("an account is known already in the municipality of person %s", person.pk)
