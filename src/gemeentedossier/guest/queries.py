"""For whom somebody acts, and what they may see of it, in one municipality or in all."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from uuid import UUID

from gemeentedossier.dossier.agreements.engine.own import OwnAgreement, own_agreements
from gemeentedossier.dossier.agreements.facts import Leaflet
from gemeentedossier.dossier.agreements.models import Agreement
from gemeentedossier.dossier.agreements.queries import agreements_with, leaflets_of
from gemeentedossier.dossier.assets.models import System, Tool
from gemeentedossier.dossier.evidence.enums import EvidenceKind
from gemeentedossier.dossier.evidence.models import Evidence
from gemeentedossier.dossier.parties.facts import Party
from gemeentedossier.dossier.parties.models import Party as PartyRecord
from gemeentedossier.dossier.parties.queries import parties_of
from gemeentedossier.dossier.register.facts import Activity
from gemeentedossier.foundation import clock
from gemeentedossier.foundation.models import Municipality
from gemeentedossier.foundation.tenancy import municipality_scope
from gemeentedossier.foundation.trail import Actor
from gemeentedossier.organisation.models import Account, OrganisationProfile, Person
from gemeentedossier.organisation.permissions import can
from gemeentedossier.organisation.queries import actor_for, answers_for


@dataclass(frozen=True, slots=True)
class OwnLeaflet:
    """What one of these parties tells about a product, with the name of that product."""

    leaflet: Leaflet
    product: str


@dataclass(frozen=True, slots=True)
class Place:
    """A municipality where somebody acts for one or more parties, with what they may see there."""

    municipality: Municipality
    actor: Actor
    parties: tuple[Party, ...]
    agreements: tuple[OwnAgreement, ...]
    leaflets: tuple[OwnLeaflet, ...] = ()

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
    agreements = own_agreements(agreements_with(keys), keys, on=today)
    return Place(municipality, actor, parties, agreements, tuple(_own_leaflets(keys)))


def _own_leaflets(parties: Collection[UUID]) -> Iterator[OwnLeaflet]:
    """Their leaflets by product. Of what the municipality recorded only the name of that very product is told."""
    found = leaflets_of(parties)
    about = {each.system_id or each.tool_id for each in found} - {None}
    names: dict[UUID, str] = {}
    for model in (System, Tool) if about else ():
        names |= dict(model.objects.filter(pk__in=about).values_list("pk", "name"))
    named = [OwnLeaflet(each, names.get(each.system_id or each.tool_id or each.id, each.product)) for each in found]
    return iter(sorted(named, key=lambda each: (each.product.casefold(), each.leaflet.id)))


def places_of(account: Account) -> tuple[Place, ...]:
    """Every municipality where the account acts for a party, each read in its own scope."""
    found = []
    for municipality in Municipality.objects.order_by("name"):
        with municipality_scope(municipality.id):
            found.append(place_of(account, municipality))
    return tuple(each for each in found if each is not None)


TEXT, DECLARATION = "text", "declaration"
"""Which files of an agreement a party can open: the text that was signed, and what it added to its own declaration."""


def evidence_named(own: Iterable[OwnAgreement], which: str) -> UUID | None:
    """The evidence that holds such a file of the agreement, for the first of these parties that has one."""
    named = (_evidence_of(each).get(which) for each in own)
    return next((each for each in named if each), None)


def files_of(own: OwnAgreement) -> Mapping[str, str]:
    """What the files are called that the party can open, by which file it is."""
    wanted = {key: which for which, key in _evidence_of(own).items() if key}
    kept = Evidence.objects.filter(pk__in=wanted, kind=EvidenceKind.FILE.value, withdrawn_at=None)
    return {wanted[key]: name for key, name in kept.values_list("pk", "file_name")}


def _evidence_of(own: OwnAgreement) -> Mapping[str, UUID | None]:
    return {TEXT: own.agreement.signed_text_evidence_id, DECLARATION: own.party.attestation_evidence_id}


def contact_for(agreement_id: UUID) -> str:
    """The mailbox of who answers for the agreement today; where nobody does, what the municipality gives as contact."""
    owner_id = Agreement.objects.filter(pk=agreement_id).values_list("owner_id", flat=True).first()
    answering = Person.objects.filter(pk=answers_for(owner_id)).values_list("email", flat=True).first()
    return answering or OrganisationProfile.objects.values_list("contact_point", flat=True).first() or ""


def names_in(activity: Activity) -> Mapping[UUID, str]:
    """What the systems and the receiving parties are called that a record names by key. Inside the scope."""
    parties = [each.party_id for each in activity.recipients if each.party_id]
    named = (PartyRecord.objects.filter(pk__in=parties), System.objects.filter(pk__in=activity.system_ids))
    return {key: name for rows in named for key, name in rows.values_list("pk", "name")}
