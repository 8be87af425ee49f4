"""Who acts: the person behind an account, with the roles of today; and everybody who works here, with their roles."""

from collections.abc import Iterator
from typing import TypeVar
from uuid import UUID

from django.db.models import QuerySet

from gemeentedossier.foundation import clock
from gemeentedossier.foundation.models import Municipality
from gemeentedossier.foundation.tenancy import municipality_scope
from gemeentedossier.foundation.trail import Actor
from gemeentedossier.organisation import facts
from gemeentedossier.organisation.engine.addresses import is_same_address
from gemeentedossier.organisation.enums import Role
from gemeentedossier.organisation.models import Account, Person, RoleAssignment

Addressed = TypeVar("Addressed", Account, Person)
_ROLE = ("role_assignments__role", "role_assignments__starts_on", "role_assignments__ends_on")


def actor_for(account: Account) -> Actor | None:
    """The account's person in the municipality in scope, with the roles held today; None for a stranger here."""
    if not account.is_active:
        return None
    return _actor(Person.objects.filter(account=account))


def actor_of(person_id: UUID) -> Actor | None:
    """A person of the municipality in scope, with the roles held today; None where it has none of that id, or where
    the person's account is blocked."""
    return _actor(Person.objects.filter(pk=person_id).exclude(account__is_active=False))


def _actor(people: "QuerySet[Person]") -> Actor | None:
    found = tuple(people.values_list("id", "name", *_ROLE))
    if not found:
        return None
    today = clock.today()
    held = frozenset(
        role
        for _key, _name, role, starts_on, ends_on in found
        if role and (starts_on is None or starts_on <= today) and (ends_on is None or today <= ends_on)
    )
    return Actor(name=found[0][1], person_id=found[0][0], roles=held)


def places_of(account: Account) -> Iterator[tuple[Municipality, Actor]]:
    """Every municipality, by name, where the account is somebody, with the roles held there today; none may be."""
    for municipality in Municipality.objects.order_by("name"):
        with municipality_scope(municipality.pk):
            actor = actor_for(account)
        if actor is not None:
            yield municipality, actor


def works_somewhere(account: Account) -> bool:
    """Whether the account works for a municipality today, and not only for a party."""
    return any(actor.roles - {Role.PROVIDER} for _municipality, actor in places_of(account))


def ended_roles(person_id: UUID) -> tuple[facts.RoleAssignment, ...]:
    """The roles that somebody of the municipality in scope held before today, those that ended last first."""
    found = RoleAssignment.objects.filter(person_id=person_id, ends_on__lt=clock.today()).order_by("-ends_on", "role")
    return tuple(facts.RoleAssignment(role=Role(each.role), ends_on=each.ends_on) for each in found)


def answers_for(owner_id: UUID | None) -> UUID | None:
    """Who looks after something today: the owner, where they have a role here that is not of a party, else whoever does
    the work of privacy here, by name; None where nobody does."""
    today = clock.today()
    here = [each for each in people_with_roles() if each.works_here_on(today) and each.roles]
    by_role = {
        role: each.id
        for role in (Role.DATA_PROTECTION_OFFICER, Role.PRIVACY_OFFICER)
        for each in reversed(here)
        if each.holds_on(role, today)
    }
    if any(each.id == owner_id for each in here):
        return owner_id
    return by_role.get(Role.PRIVACY_OFFICER) or by_role.get(Role.DATA_PROTECTION_OFFICER)


def people_with_roles() -> tuple[facts.Person, ...]:
    """Everybody of the municipality in scope, by name, with the roles that they hold or held; and nothing else."""
    every = Person.objects.prefetch_related("role_assignments").order_by("name", "id")
    return tuple(
        facts.Person(
            id=each.pk,
            name=each.name,
            email=each.email,
            roles=tuple(
                facts.RoleAssignment(role=Role(held.role), starts_on=held.starts_on, ends_on=held.ends_on)
                for held in each.role_assignments.all()
            ),
        )
        for each in every
    )


def with_address(rows: QuerySet[Addressed], email: str) -> Addressed | None:
    """The first of the rows with this e-mail address; letters that the database alone takes for one are not."""
    return next((each for each in rows.filter(email__iexact=email) if is_same_address(each.email, email)), None)
