"""For who lost phone and codes, or became another at the provider: begun anew, once somebody vouches for them."""

from collections.abc import Iterator
from contextlib import contextmanager
from uuid import UUID

from django.utils.translation import gettext as _

from gemeentedossier.foundation import clock
from gemeentedossier.foundation.errors import Refused
from gemeentedossier.foundation.trail import Actor, verb
from gemeentedossier.organisation.actions.second_factor import end_sessions, forget_second_factor
from gemeentedossier.organisation.models import Account, Identity, Person
from gemeentedossier.organisation.permissions import check_permitted
from gemeentedossier.organisation.policies import check_not_themselves
from gemeentedossier.organisation.queries import places_of


def forget_ways_in(person_id: UUID, *, is_everywhere: bool, by: Actor, reason: str) -> None:
    """App, passkeys and codes of the account serve no longer, and every session ends; the password stays.

    Who arranges one municipality does not open another: an account that works elsewhere too is for who owns the
    installation (``is_everywhere``). The trail stands in the history of the person.
    """
    vouched = _vouched_for(
        person_id, "organisation.forget_second_factor", is_everywhere=is_everywhere, by=by, reason=reason
    )
    with vouched as (person, account):
        forget_second_factor(account)
        person.forgotten_at = clock.now()


def unlink_provider(person_id: UUID, *, is_everywhere: bool, by: Actor, reason: str) -> None:
    """Who the identity provider says this person is counts no longer, and every session ends.

    The next sign-in there, by the address that is recorded or by a link, ties the account to the name that they have
    then. Refused as ``forget_ways_in`` is, and where the account is tied to nobody.
    """
    vouched = _vouched_for(person_id, "organisation.unlink_provider", is_everywhere=is_everywhere, by=by, reason=reason)
    with vouched as (person, account):
        if not Identity.objects.filter(account=account).delete()[0]:
            raise Refused(
                _("%(name)s does not come in by the organisation, so nothing is tied.") % {"name": person.name}
            )
        end_sessions(account)
        person.unlinked_at = clock.now()


def unlink_own_provider(account: Account) -> None:
    """The owner of the account unties it; refused without a password, which is then the only way in that is left."""
    if not account.has_usable_password():
        raise Refused(_("Set a password first: without it you could not sign in any more."))
    Identity.objects.filter(account=account).delete()
    end_sessions(account)


@contextmanager
def _vouched_for(
    person_id: UUID, name: str, *, is_everywhere: bool, by: Actor, reason: str
) -> Iterator[tuple[Person, Account]]:
    """One verb about the way in of somebody, whose open link is shut with it."""
    check_permitted(by, "organisation.manage_people")
    check_not_themselves(by.person_id, person_id)
    with verb(name, by=by, reason=reason):
        person = Person.objects.select_for_update(of=("self",)).select_related("account").get(pk=person_id)
        if person.account is None:
            raise Refused(_("%(name)s has no account here.") % {"name": person.name})
        if not is_everywhere and _works_elsewhere(person.account, person.municipality_id):
            raise Refused(
                _(
                    "%(name)s comes in at another municipality too, so this is for who runs the program: "
                    "gemeentedossier people MUNICIPALITY --forget-second-factor EMAIL, or --unlink EMAIL."
                )
                % {"name": person.name}
            )
        yield person, person.account
        person.invited_until, person.invitation_mark = None, ""  # a link from before opens nothing that is shut
        person.save(update_fields=["invited_until", "invitation_mark", "forgotten_at", "unlinked_at"])


def _works_elsewhere(account: Account, municipality: UUID) -> bool:
    """Whether the account has a role today at another municipality; one that ended there keeps nobody out here."""
    return any(actor.roles and here.pk != municipality for here, actor in places_of(account))
