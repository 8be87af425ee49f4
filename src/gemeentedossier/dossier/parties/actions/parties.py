"""Recording with whom a municipality processes."""

from collections.abc import Iterable

from gemeentedossier.dossier.parties import facts
from gemeentedossier.dossier.parties.models import Party, PartyRepresentative
from gemeentedossier.foundation.bulk import insert_values
from gemeentedossier.foundation.shaping import stored_values


def ensure_party(name: str) -> Party:
    """The party of that name, recorded where it was not yet. Part of a verb."""
    known: Party | None = Party.objects.filter(name__iexact=name).first()
    return known or Party.objects.create(name=name)


def insert_parties(
    parties: Iterable[facts.Party], *, representatives: Iterable[facts.PartyRepresentative] = ()
) -> None:
    """Insert many new parties, and who may act for these. Part of a verb."""
    insert_values(Party, [stored_values(Party, each) for each in parties])
    insert_values(PartyRepresentative, [stored_values(PartyRepresentative, each) for each in representatives])
