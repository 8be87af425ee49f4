"""Giving people access."""

from gemeentedossier.foundation.trail import Actor, verb
from gemeentedossier.organisation.models import Account, Person
from gemeentedossier.organisation.permissions import check_permitted


def give_account(person: Person, *, password: str | None, by: Actor) -> Account:
    """An account for the person, or the one with that e-mail address, so that they can sign in."""
    check_permitted(by, "organisation.manage_people")
    with verb("organisation.give_account", by=by):
        account = Account.objects.filter(email__iexact=person.email).first()
        if account is None:
            account = Account.objects.create_account(email=person.email, password=password)
        person.account = account
        person.save(update_fields=["account"])
    return account
