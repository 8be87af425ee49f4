"""People of a municipality in a browser, for tests of the desk."""

from django.test import Client

from gemeentedossier.foundation.identifiers import new_id
from gemeentedossier.organisation.enums import Role
from gemeentedossier.organisation.models import Account, Person, RoleAssignment


def someone(*roles: Role) -> Person:
    """Someone of the municipality in scope with these roles, who can sign in."""
    account = Account.objects.create_account(email=f"{new_id()}@duinveld.example", password=None)
    person = Person.objects.create(name="Jet", email=account.email, account=account)
    for role in roles:
        RoleAssignment.objects.create(person=person, role=role.value)
    return person


def browser_of(person: Person) -> Client:
    """A browser in which the person is signed in."""
    client = Client()
    assert person.account
    client.force_login(person.account)
    return client


def signed_in(*roles: Role) -> Client:
    """A browser of someone with these roles."""
    return browser_of(someone(*roles))
