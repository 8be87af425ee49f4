"""Recording with whom a municipality processes. Each verb is one transaction with its trail."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from uuid import UUID

from django.db.models import ProtectedError
from django.utils.translation import gettext as _

from gemeentedossier.dossier.parties import facts
from gemeentedossier.dossier.parties.models import Party, PartyRepresentative
from gemeentedossier.dossier.parties.policies import check_party, check_reason
from gemeentedossier.dossier.parties.queries import party_facts
from gemeentedossier.foundation.bulk import insert_values
from gemeentedossier.foundation.doubles import refusing_doubles
from gemeentedossier.foundation.edits import check_unchanged, write_difference_of
from gemeentedossier.foundation.errors import Refused
from gemeentedossier.foundation.shaping import stored_values
from gemeentedossier.foundation.trail import Actor, verb
from gemeentedossier.organisation.permissions import check_permitted


def ensure_party(name: str) -> Party:
    """The party of that name, recorded where it was not yet. Part of a verb."""
    known: Party | None = Party.objects.filter(name__iexact=name).first()
    if known:
        return known
    told = _("Somebody else recorded the party “%(name)s” just now. Save once more, and theirs is taken.")
    with refusing_doubles(told % {"name": name}):
        made: Party = Party.objects.create(name=name)
    return made


def record_party(party: facts.Party, *, by: Actor) -> facts.Party:
    """Record a new party. Refused where another has its name."""
    check_permitted(by, "parties.record_party")
    wanted = _kept(replace(party, revision=0))
    check_party(wanted)
    with verb("parties.record_party", by=by), _writing_name(wanted):
        Party.objects.create(**stored_values(Party, wanted))
    return wanted


def edit_party(party: facts.Party, *, by: Actor) -> facts.Party:
    """Write the party as it must become; ``party.revision`` is the one that was read. Returns it as stored.

    A saving that changes nothing leaves no trace.
    """
    check_permitted(by, "parties.edit_party")
    wanted = _kept(party)
    check_party(wanted)
    with verb("parties.edit_party", by=by):
        Party.objects.select_for_update().get(pk=party.id)
        stored = party_facts(party.id)
        check_unchanged(stored.revision, read=party.revision, name=stored.name)
        if wanted == stored:
            return stored
        with _writing_name(wanted):
            write_difference_of(Party, before=stored, after=replace(wanted, revision=stored.revision + 1))
    return party_facts(party.id)


def remove_party(party_id: UUID, *, by: Actor, reason: str) -> None:
    """Remove a party that nothing names; its history stays. Refused where another record does."""
    check_permitted(by, "parties.remove_party")
    check_reason(reason)
    with verb("parties.remove_party", by=by, reason=reason):
        party = Party.objects.select_for_update().get(pk=party_id)
        try:
            party.delete()
        except ProtectedError as named:
            raise Refused(
                _("Other records still name this party, so it stays. Is it here twice? Then join the two.")
            ) from named


def insert_parties(
    parties: Iterable[facts.Party], *, representatives: Iterable[facts.PartyRepresentative] = ()
) -> None:
    """Insert many new parties, and who may act for these. Part of a verb."""
    insert_values(Party, [stored_values(Party, each) for each in parties])
    insert_values(PartyRepresentative, [stored_values(PartyRepresentative, each) for each in representatives])


def _kept(party: facts.Party) -> facts.Party:
    """The party as it is kept: without spaces around its name, and its country in capitals."""
    country = (party.country or "").strip().upper() or None
    return replace(party, name=party.name.strip(), country=country, contact=party.contact.strip())


@contextmanager
def _writing_name(party: facts.Party) -> Iterator[None]:
    """Raises Refused where another has the name, also where somebody wrote it at the same moment."""
    taken = _("There is another party called “%(name)s”. Choose another name, or join the two.") % {"name": party.name}
    if Party.objects.filter(name__iexact=party.name).exclude(pk=party.id).exists():
        raise Refused(taken)
    with refusing_doubles(taken):
        yield
