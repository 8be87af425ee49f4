"""Who acts: the person behind an account, with the roles of today."""

from gemeentedossier.foundation import clock
from gemeentedossier.foundation.trail import Actor
from gemeentedossier.organisation.models import Account, Person, RoleAssignment


def actor_for(account: Account) -> Actor | None:
    """The account's person in the municipality in scope, with the roles held today; None for a stranger here."""
    person = Person.objects.filter(account=account).first()
    if person is None or not account.is_active:
        return None
    today = clock.today()
    held = [
        assignment.role
        for assignment in RoleAssignment.objects.filter(person=person)
        if (assignment.starts_on is None or assignment.starts_on <= today)
        and (assignment.ends_on is None or today <= assignment.ends_on)
    ]
    return Actor(name=person.name, person_id=person.id, roles=frozenset(held))
