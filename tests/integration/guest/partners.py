"""People of parties, and what was agreed with these, for tests of their door."""

import datetime as dt

from django.test import Client

from gemeentedossier.dossier.agreements.actions.rows import insert_agreements
from gemeentedossier.dossier.agreements.enums import AgreementKind
from gemeentedossier.dossier.agreements.facts import Agreement, AgreementParty
from gemeentedossier.dossier.parties.actions.parties import ensure_party
from gemeentedossier.dossier.parties.models import Party, PartyRepresentative
from gemeentedossier.foundation.identifiers import new_id
from gemeentedossier.organisation.enums import Role
from gemeentedossier.organisation.models import Account, Person, RoleAssignment

LONG_AGO = dt.date(2024, 2, 1)
DECLARATION = {"attestation": "Wij houden ons eraan.", "function": "bestuurder", "may_sign": "on"}


def somebody_of(
    party: Party, *roles: Role, account: Account | None = None, since: dt.date = LONG_AGO, until: dt.date | None = None
) -> Person:
    """Somebody who acts for the party at the municipality in scope; a provider where no roles are given."""
    account = account or Account.objects.create_account(email=f"{new_id()}@kade.example", password=None)
    person: Person = Person.objects.create(name="Mira", email=account.email, account=account)
    for role in roles or (Role.PROVIDER,):
        RoleAssignment.objects.create(person=person, role=role.value)
    PartyRepresentative.objects.create(party=party, person=person, starts_on=since, ends_on=until)
    return person


def browser_of(person: Person) -> Client:
    """A browser in which the person is signed in."""
    client = Client()
    assert person.account
    client.force_login(person.account)
    return client


def agreed(*parties: Party, kind: AgreementKind = AgreementKind.COVENANT, **changes: object) -> Agreement:
    """Something that was agreed with these parties at the municipality in scope, signed long ago."""
    taking_part = tuple(AgreementParty(new_id(), party.pk, party.name, joined_on=LONG_AGO) for party in parties)
    name = str(changes.pop("name", "Samen in de wijk"))
    facts = {"kind": kind, "signed_on": LONG_AGO, "starts_on": LONG_AGO, "parties": taking_part, **changes}
    made = Agreement(id=new_id(), name=name, **facts)  # type: ignore[arg-type]  # a test gives what it needs
    insert_agreements([made])
    return made


def party(name: str) -> Party:
    """A party of the municipality in scope."""
    return ensure_party(name)
