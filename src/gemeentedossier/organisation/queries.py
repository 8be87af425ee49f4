"""Who acts: the person behind an account, with the roles of today; and everybody who works here, with their roles."""

import datetime as dt
from collections.abc import Iterable
from uuid import UUID

from django.db.models import QuerySet

from gemeentedossier.foundation import clock
from gemeentedossier.foundation.models import Municipality
from gemeentedossier.foundation.trail import Actor
from gemeentedossier.organisation import facts
from gemeentedossier.organisation.engine.terms import is_held_throughout
from gemeentedossier.organisation.enums import Role
from gemeentedossier.organisation.models import Account, Identity, Person, RoleAssignment
from gemeentedossier.organisation.models.account import with_address
from gemeentedossier.organisation.models.person import PEOPLE_OF_ACCOUNT, WITHOUT_ACCOUNT

__all__ = [
    "actor_for",
    "actor_of",
    "answers_for",
    "ended_roles",
    "held_since",
    "is_tied",
    "people_with_roles",
    "places_of",
    "recorded_with",
    "with_address",
    "works_somewhere",
]
_Row = tuple[UUID, str, str | None, dt.date | None, dt.date | None]
"""Somebody by id and name, with one role that they hold or held, or none."""
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
    return _of_rows(tuple(people.values_list("id", "name", *_ROLE)))


def _of_rows(found: Iterable[_Row]) -> Actor | None:
    """Somebody with the roles held today, from a row for each role; None of no rows."""
    rows, today = tuple(found), clock.today()
    if not rows:
        return None
    held = frozenset(
        role
        for _key, _name, role, starts_on, ends_on in rows
        if role and (starts_on is None or starts_on <= today) and (ends_on is None or today <= ends_on)
    )
    return Actor(name=rows[0][1], person_id=rows[0][0], roles=held)


def places_of(account: Account) -> tuple[tuple[Municipality, Actor], ...]:
    """Every municipality, by name, where the account is somebody, with the roles held there today; none may be.

    Two questions, however many municipalities there are.
    """
    if not account.is_active:
        return ()
    by_place: dict[UUID, list[_Row]] = {}
    for municipality, *row in PEOPLE_OF_ACCOUNT.answers(account.pk):
        by_place.setdefault(municipality, []).append((row[0], row[1], row[2], row[3], row[4]))
    found = Municipality.objects.filter(pk__in=by_place).order_by("name")
    everywhere = ((each, _of_rows(by_place[each.pk])) for each in found)
    return tuple((each, actor) for each, actor in everywhere if actor is not None)


def is_tied(account_id: UUID) -> bool:
    """Whether the account comes in by an identity provider."""
    return Identity.objects.filter(account_id=account_id).exists()


def recorded_with(email: str) -> tuple[tuple[UUID, UUID], ...]:
    """Municipality and person of everybody who was recorded with this address and has no account yet."""
    return tuple((municipality, person) for municipality, person in WITHOUT_ACCOUNT.answers(email))


def works_somewhere(places: Iterable[tuple[Municipality, Actor]]) -> bool:
    """Whether an account of these places works for a municipality today, and not only for a party."""
    return any(actor.roles - {Role.PROVIDER} for _municipality, actor in places)


def ended_roles(person_id: UUID) -> tuple[facts.RoleAssignment, ...]:
    """The roles that somebody of the municipality in scope held before today, those that ended last first."""
    found = RoleAssignment.objects.filter(person_id=person_id, ends_on__lt=clock.today()).order_by("-ends_on", "role")
    return tuple(facts.RoleAssignment(role=Role(each.role), ends_on=each.ends_on) for each in found)


def held_since(person_id: UUID, first: dt.date) -> bool:
    """Whether somebody of the municipality in scope held a role here on each day from this one up to today."""
    rows = RoleAssignment.objects.filter(person_id=person_id).exclude(role=Role.PROVIDER.value)
    return is_held_throughout(rows.values_list("starts_on", "ends_on"), first=first, last=clock.today())


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
