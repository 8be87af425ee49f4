"""For who lost the phone and the codes: the second step is set up anew, once somebody vouches for them."""

from uuid import UUID

from django.utils.translation import gettext as _

from gemeentedossier.foundation import clock
from gemeentedossier.foundation.errors import Refused
from gemeentedossier.foundation.trail import Actor, verb
from gemeentedossier.organisation.actions.second_factor import forget_second_factor
from gemeentedossier.organisation.models import Person
from gemeentedossier.organisation.permissions import check_permitted
from gemeentedossier.organisation.policies import check_not_themselves
from gemeentedossier.organisation.queries import places_of


def forget_ways_in(person_id: UUID, *, is_everywhere: bool, by: Actor, reason: str) -> None:
    """App, passkeys and codes of the account serve no longer, and every session ends; the password stays.

    Who arranges one municipality does not open another: an account that works elsewhere too is for who owns the
    installation (``is_everywhere``). The trail stands in the history of the person.
    """
    check_permitted(by, "organisation.manage_people")
    check_not_themselves(by.person_id, person_id)
    with verb("organisation.forget_second_factor", by=by, reason=reason):
        person = Person.objects.select_for_update(of=("self",)).select_related("account").get(pk=person_id)
        if person.account is None:
            raise Refused(_("%(name)s has no account here.") % {"name": person.name})
        if not is_everywhere and len(places_of(person.account)) > 1:
            raise Refused(
                _(
                    "%(name)s comes in at another municipality too, so this is for who runs the program: "
                    "gemeentedossier people MUNICIPALITY --forget-second-factor EMAIL."
                )
                % {"name": person.name}
            )
        forget_second_factor(person.account)
        person.invited_until, person.invitation_mark = None, ""  # a link from before opens nothing that is shut
        person.forgotten_at = clock.now()
        person.save(update_fields=["invited_until", "invitation_mark", "forgotten_at"])
