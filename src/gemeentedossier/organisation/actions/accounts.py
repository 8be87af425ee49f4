"""Giving people access."""

from gemeentedossier.foundation.trail import Actor, verb
from gemeentedossier.organisation.actions.second_factor import make_theirs
from gemeentedossier.organisation.models import Account, Person
from gemeentedossier.organisation.permissions import check_permitted
from gemeentedossier.organisation.policies import check_proved
from gemeentedossier.organisation.queries import with_address


def give_account(person: Person, *, password: str | None, by: Actor, is_new_password: bool = False) -> Account:
    """An account for the person, or the one with that e-mail address, so that they can sign in.

    Refused for an account that an invitation made: whoever held the link knows its password. With ``is_new_password``
    it gets the password of now, so that nobody who knew the one before comes in, and serves as every other account.
    An account that was not made by an invitation keeps its password.
    """
    check_permitted(by, "organisation.manage_people")
    with verb("organisation.give_account", by=by):
        account = with_address(Account.objects.select_for_update(), person.email)
        if account is None:
            account = Account.objects.create_account(email=person.email, password=password)
        elif account.is_by_invitation and is_new_password and password:
            make_theirs(account, password=password)
        check_proved(account.email, is_by_invitation=account.is_by_invitation)
        person.account = account
        person.save(update_fields=["account"])
    return account
