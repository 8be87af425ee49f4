"""Who may act for a party: invited by the privacy officer, taken up once, withdrawn or ended."""

import datetime as dt
from uuid import UUID

from django.core.signing import Signer
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from gemeentedossier.dossier.parties.models import Party, PartyRepresentative
from gemeentedossier.dossier.parties.policies import check_invitation
from gemeentedossier.foundation import clock
from gemeentedossier.foundation.errors import Refused
from gemeentedossier.foundation.tenancy import require_municipality_id
from gemeentedossier.foundation.trail import Actor, verb
from gemeentedossier.organisation.actions.people import LONGEST_NAME, drop_role, hold_role, lock_person, roles_held
from gemeentedossier.organisation.enums import Role
from gemeentedossier.organisation.models import Account, Person
from gemeentedossier.organisation.permissions import check_permitted
from gemeentedossier.organisation.queries import with_address

INVITE = "parties.invite_representative"
SIGNER = Signer(salt="parties.invitation")
"""Signs a link so that nobody can make one up; whether it still holds is asked of the record that it names."""


def invite_representative(party_id: UUID, *, name: str, email: str, until: dt.date, by: Actor) -> PartyRepresentative:
    """Invite somebody to act for a party; the link (``invitation_token``) holds up to and including ``until``, once.

    Refused for the address of somebody who works here: who answers for the municipality does not act for the other.
    An invitation of the same person that is still open is replaced, and its link no longer holds. Who acts for the
    party already is invited anew only where the administrator ended their role.
    """
    check_permitted(by, INVITE)
    name, email = name.strip()[:LONGEST_NAME], email.strip()
    check_invitation(name, email, until=until, today=clock.today())
    with verb(INVITE, by=by):
        party = Party.objects.select_for_update().get(pk=party_id)
        person = _invited(name, email)
        open_ones = PartyRepresentative.objects.filter(party=party, person=person, ends_on=None)
        acting = open_ones.filter(invited_until=None).first()
        if acting is not None:
            if Role.PROVIDER.value in roles_held(person):
                raise Refused(_("%(name)s acts for this party already.") % {"name": person.name})
            _end(acting)
        open_ones.delete()
        hold_role(person, role=Role.PROVIDER)
        made: PartyRepresentative = PartyRepresentative.objects.create(
            party=party, person=person, starts_on=clock.today(), invited_until=until
        )
    return made


def take_up_invitation(representative_id: UUID, *, account: Account) -> None:
    """The invited person comes in with an account of their own; the link no longer holds.

    Raises Refused where it was used, withdrawn or ran out, and where the account is not that of the invited address.
    """
    found = PartyRepresentative.objects.filter(pk=representative_id).select_related("person").first()
    person = found.person if found else None
    by = Actor(name=person.name if person else "", person_id=person.pk if person else None)
    with verb("parties.take_up_invitation", by=by):
        invitation = open_invitation(representative_id, lock=True)
        if invitation is None:
            raise Refused(lapsed())
        invited = invitation.person
        if account.email.casefold() != invited.email.casefold():
            raise Refused(_("This invitation is for another e-mail address. Sign in with the address it was sent to."))
        lock_person(invited)
        _check_not_staff(invited)
        if Role.PROVIDER.value not in roles_held(invited):  # ended by the administrator since
            raise Refused(lapsed())
        _give_account(invited, account)
        PartyRepresentative.objects.filter(pk=invitation.pk).update(invited_until=None)


def end_representation(representative_id: UUID, *, by: Actor) -> None:
    """Withdraw an invitation that is open, or end that somebody acts for a party: from now on they see nothing.

    What was never taken up, or began today, goes; history keeps it. Otherwise yesterday becomes the last day.
    """
    check_permitted(by, INVITE)
    with verb("parties.end_representation", by=by):
        found = PartyRepresentative.objects.select_for_update().get(pk=representative_id)
        if found.ends_on is not None and found.ends_on < clock.today():
            raise Refused(_("This ended already."))
        yesterday = _end(found)
        if not PartyRepresentative.objects.filter(person_id=found.person_id, ends_on=None).exists():
            drop_role(found.person, role=Role.PROVIDER, on=yesterday)


def _end(found: PartyRepresentative) -> dt.date:
    """Let it end, and return its last day: yesterday; what had not begun by then goes."""
    yesterday = clock.today() - dt.timedelta(days=1)
    if found.invited_until is not None or found.starts_on > yesterday:
        found.delete()
    else:
        PartyRepresentative.objects.filter(pk=found.pk).update(ends_on=yesterday)
    return yesterday


def open_invitation(representative_id: UUID, *, lock: bool = False) -> PartyRepresentative | None:
    """The invitation, where it can be taken up today; None where it was used, withdrawn or ran out."""
    rows = PartyRepresentative.objects.select_related("person", "party")
    if lock:
        rows = rows.select_for_update(of=("self",))
    return rows.filter(pk=representative_id, invited_until__gte=clock.today(), ends_on=None).first()


def lapsed() -> str:
    """Why a link opens nothing."""
    return _("This invitation was used, withdrawn or ran out. Ask the municipality for a new one.")


def invitation_token(representative_id: UUID) -> str:
    """What the link of an invitation carries: for which municipality and whom, signed."""
    return SIGNER.sign_object([str(require_municipality_id()), str(representative_id)])


def _invited(name: str, email: str) -> Person:
    known: Person | None = with_address(Person.objects.select_for_update(), email)
    if known:
        _check_not_staff(known)
    return known or Person.objects.create(name=name, email=email)


def _check_not_staff(person: Person) -> None:
    if set(roles_held(person)) - {Role.PROVIDER.value}:
        raise Refused(
            _("“%(email)s” belongs to somebody who works here. Invite somebody of the party.") % {"email": person.email}
        )


def _give_account(person: Person, account: Account) -> None:
    """Refused where the account is somebody else here: one account is one person in a municipality."""
    if person.account_id == account.pk:
        return
    person.account = account
    try:
        with transaction.atomic():
            person.save(update_fields=["account"])
    except IntegrityError as error:
        raise Refused(
            _("With this account you are already known here under another name. Ask the municipality to mend that.")
        ) from error
