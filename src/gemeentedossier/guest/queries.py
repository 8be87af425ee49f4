"""For whom somebody acts, and what they may see of it, in one municipality or in all."""

from dataclasses import dataclass

from gemeentedossier.dossier.agreements.engine.own import OwnAgreement, own_agreements
from gemeentedossier.dossier.agreements.queries import agreements_with
from gemeentedossier.dossier.parties.facts import Party
from gemeentedossier.dossier.parties.queries import parties_of
from gemeentedossier.foundation import clock
from gemeentedossier.foundation.models import Municipality
from gemeentedossier.foundation.tenancy import municipality_scope
from gemeentedossier.foundation.trail import Actor
from gemeentedossier.organisation.models import Account
from gemeentedossier.organisation.permissions import can
from gemeentedossier.organisation.queries import actor_for


@dataclass(frozen=True, slots=True)
class Place:
    """A municipality where somebody acts for one or more parties, with what they may see there."""

    municipality: Municipality
    actor: Actor
    parties: tuple[Party, ...]
    agreements: tuple[OwnAgreement, ...]

    @property
    def party_names(self) -> str:
        """The parties in words."""
        return ", ".join(each.name for each in self.parties)


def place_of(account: Account, municipality: Municipality) -> Place | None:
    """What the account may see at the municipality in scope; None where it acts there for no party today."""
    actor, today = actor_for(account), clock.today()
    if actor is None or actor.person_id is None or not can(actor, "guest.view_own"):
        return None
    parties = parties_of(actor.person_id, on=today)
    if not parties:
        return None
    keys = [each.id for each in parties]
    return Place(municipality, actor, parties, own_agreements(agreements_with(keys), keys, on=today))


def places_of(account: Account) -> tuple[Place, ...]:
    """Every municipality where the account acts for a party, each read in its own scope."""
    found = []
    for municipality in Municipality.objects.order_by("name"):
        with municipality_scope(municipality.id):
            found.append(place_of(account, municipality))
    return tuple(each for each in found if each is not None)
