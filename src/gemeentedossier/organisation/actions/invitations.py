"""Inviting somebody who works here: a link by e-mail that opens once, for a week, the way in of that address."""

import datetime as dt
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from uuid import UUID

from django.conf import settings
from django.core.signing import BadSignature, Signer
from django.db import IntegrityError, transaction
from django.utils.crypto import constant_time_compare
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from gemeentedossier.foundation import clock
from gemeentedossier.foundation.addresses import reverse
from gemeentedossier.foundation.errors import Refused
from gemeentedossier.foundation.mail import send
from gemeentedossier.foundation.models import Municipality
from gemeentedossier.foundation.tenancy import require_municipality_id
from gemeentedossier.foundation.trail import Actor, verb
from gemeentedossier.organisation.actions.identities import Proved, check_not_anothers, link_identity
from gemeentedossier.organisation.actions.people import add_person
from gemeentedossier.organisation.actions.second_factor import make_theirs
from gemeentedossier.organisation.enums import Role
from gemeentedossier.organisation.models import Account, Person, RoleAssignment
from gemeentedossier.organisation.permissions import check_permitted
from gemeentedossier.organisation.policies import check_not_themselves
from gemeentedossier.organisation.queries import with_address

LASTS = dt.timedelta(days=7)
"""How long a link opens anything."""
SIGNER = Signer(salt="organisation.invitation")
"""Signs a link so that nobody can make one up; whether it still holds is asked of the person that it names."""
MARK = 16
"""Bytes of what one link has and no other."""


@dataclass(frozen=True, slots=True)
class Named:
    """What a link names."""

    municipality_id: UUID
    person_id: UUID
    mark: str = ""
    """What this link has and no other; empty in those of before."""


def invite(person_id: UUID, *, municipality: Municipality, by: Actor, reason: str = "") -> Person:
    """Write to somebody with a role here, how to come in; a link from before opens nothing any more.

    For who has an account already it opens a new password: the second step stays theirs. Raises Refused where there is
    no role, no address or a blocked account, and NotSent, with nothing changed, where the mail server took no message.
    """
    check_permitted(by, "organisation.manage_people")
    check_not_themselves(by.person_id, person_id)
    with verb("organisation.invite", by=by, reason=reason):
        person: Person = Person.objects.select_for_update().get(pk=person_id)
        _check_may_come(person)
        mark = secrets.token_urlsafe(MARK)
        person.invited_until, person.invitation_mark = clock.today() + LASTS, _digest(mark)
        person.save(update_fields=["invited_until", "invitation_mark"])
        send(person.email, subject=_subject(municipality), text=_letter(person, municipality, mark=mark))
    return person


def add_and_invite(
    name: str,
    *,
    email: str,
    role: Role,
    until: dt.date | None,
    municipality: Municipality | None,
    reason: str,
    by: Actor,
) -> Person:
    """Record somebody with a first role and send them the link; without a municipality nothing is sent yet.

    One verb: where the mail server takes no message, nobody was recorded. Who has this address already keeps their
    name and gets the role added.
    """
    check_permitted(by, "organisation.manage_people")
    with verb("organisation.add_person", by=by, reason=reason):
        person = add_person(name, email=email, roles=frozenset({role}), until=until, by=by)
        if municipality is not None:
            invite(person.pk, municipality=municipality, by=by, reason=reason)
    return person


def invitation_token(person_id: UUID, *, mark: str) -> str:
    """What the link carries: for which municipality and whom, with the mark of this one invitation, signed."""
    return SIGNER.sign_object([str(require_municipality_id()), str(person_id), mark])


def read_invitation(token: str) -> Named | None:
    """What a link names; None for one that nobody here signed."""
    try:
        municipality, person, *mark = SIGNER.unsign_object(token)
        return Named(UUID(municipality), UUID(person), *mark)
    except (BadSignature, ValueError, TypeError):
        return None


def open_invitation(named: Named) -> Person | None:
    """Who is invited, where the link holds today; None where it was used, is not the last one, ran out, or the role
    ended since."""
    person: Person | None = Person.objects.select_related("account").filter(pk=named.person_id).first()
    if person is None or person.invited_until is None or person.invited_until < clock.today():
        return None
    if not constant_time_compare(_digest(named.mark), person.invitation_mark):
        return None
    return person if _is_given_work(person) and (person.account is None or person.account.is_active) else None


def lapsed() -> str:
    """Why a link opens nothing, and what then."""
    return _(
        "This link was used already, a newer one was sent, or a week went by. Ask the administrator of your "
        "municipality for a new one."
    )


def _digest(mark: str) -> str:
    """By what a mark is known: who reads the database or its history makes no link of it. Of none it is empty."""
    return sha256(mark.encode()).hexdigest() if mark else ""


def take_up_with_password(named: Named, *, password: str) -> Account:
    """The account of the invited address gets this password; whoever reads the mail of that address owns it."""
    with _taking_up(named) as person:
        account = _account_of(person) or Account.objects.create_account(email=person.email, password=None)
        make_theirs(account, password=password)
        _give(person, account)
    return account


def take_up_with_provider(named: Named, proved: Proved) -> Account:
    """Who the identity provider says it is comes in as the invited person from now on.

    The provider may know another address of them, or none; raises Refused where that address is another's here.
    """
    with _taking_up(named) as person:
        check_not_anothers(proved, invited=person.email)
        account = _account_of(person) or Account.objects.create_account(email=person.email, password=None)
        link_identity(account, proved)
        _give(person, account)
    return account


@contextmanager
def _taking_up(named: Named) -> Iterator[Person]:
    """One transaction and one verb in which the link holds and is used; raises Refused where it does not hold."""
    with transaction.atomic():
        Person.objects.select_for_update().filter(pk=named.person_id).first()
        person = open_invitation(named)
        if person is None:
            raise Refused(lapsed())
        with verb("organisation.take_up_invitation", by=Actor(name=person.name, person_id=person.pk)):
            yield person


def _account_of(person: Person) -> Account | None:
    """The account of the invited address; raises Refused where the person comes in with that of another address."""
    account = with_address(Account.objects.select_for_update(), person.email)
    if person.account is not None and person.account != account:
        raise Refused(
            _("You come in here with another address. Ask the administrator of your municipality to mend that.")
        )
    if account is not None and not account.is_active:
        raise Refused(lapsed())
    return account


def _give(person: Person, account: Account) -> None:
    person.account, person.invited_until, person.invitation_mark = account, None, ""
    try:
        with transaction.atomic():
            person.save(update_fields=["account", "invited_until", "invitation_mark"])
    except IntegrityError as error:
        raise Refused(
            _("With this account you are already known here under another name. Ask the administrator to mend that.")
        ) from error


def _check_may_come(person: Person) -> None:
    if not person.email:
        raise Refused(_("%(name)s has no e-mail address here, so that no link can be sent.") % {"name": person.name})
    if not _is_given_work(person):
        raise Refused(
            _("%(name)s has no role here. Give one first: without a role nobody gets in.") % {"name": person.name}
        )
    if person.account is not None and not person.account.is_active:
        raise Refused(_("The account of %(email)s is blocked.") % {"email": person.email})


def _is_given_work(person: Person) -> bool:
    roles = RoleAssignment.objects.filter(person=person).exclude(role=Role.PROVIDER.value)
    return roles.exclude(ends_on__lt=clock.today()).exists()


def _subject(municipality: Municipality) -> str:
    return _("Your way into the privacy dossier of %(municipality)s") % {"municipality": municipality.name}


def _letter(person: Person, municipality: Municipality, *, mark: str) -> str:
    link = reverse("door:invitation", args=[invitation_token(person.pk, mark=mark)])
    return _(
        "Hello %(name)s,\n\n"
        "The municipality of %(municipality)s gave you a role in its privacy dossier. With this link you choose how "
        "you sign in. It opens once, up to and including %(until)s:\n\n"
        "%(link)s\n\n"
        "Do not pass it on. Did you not expect this? Then do nothing, and tell your privacy officer.\n"
    ) % {
        "name": person.name,
        "municipality": municipality.name,
        "until": date_format(person.invited_until or clock.today(), "j F Y"),
        "link": f"{settings.GEMEENTEDOSSIER_URL}{link}",
    }
