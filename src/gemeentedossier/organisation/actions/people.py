"""Who works for the municipality, and in which roles."""

import datetime as dt
from collections.abc import Collection

from django.db.models import Q
from django.utils.translation import gettext as _

from gemeentedossier.foundation import clock
from gemeentedossier.foundation.errors import Refused
from gemeentedossier.foundation.trail import Actor, verb
from gemeentedossier.organisation.enums import NEVER_TOGETHER, Role
from gemeentedossier.organisation.models import Person, RoleAssignment
from gemeentedossier.organisation.permissions import check_permitted
from gemeentedossier.organisation.policies import (
    check_last_day,
    check_not_themselves,
    check_proved,
    check_same_roles,
    check_until,
)
from gemeentedossier.organisation.queries import with_address

LONGEST_NAME = 200
"""Characters of a person's name."""


def add_person(name: str, *, email: str, roles: frozenset[Role], until: dt.date | None, by: Actor) -> Person:
    """Someone with their roles from today; a person of that e-mail address gets the roles added."""
    check_permitted(by, "organisation.manage_people")
    if not name.strip() or len(name) > LONGEST_NAME:
        raise Refused(_("Give a name of at most %(longest)d characters.") % {"longest": LONGEST_NAME})
    with verb("organisation.add_person", by=by):
        known = with_address(Person.objects.all(), email)
        person: Person = known or Person.objects.create(name=name, email=email)
        for role in sorted(roles):
            give_role(person, role=role, until=until, by=by)
    return person


def give_role(
    person: Person,
    *,
    role: Role,
    until: dt.date | None,
    by: Actor,
    reason: str = "",
    read: Collection[str] | None = None,
) -> None:
    """The role from today, until a date or open. FG and PO cannot be one person, and nobody gives themselves a role.

    ``read`` are the roles that the person held when the giver looked; EditedMeanwhile where they hold others now.
    """
    check_permitted(by, "organisation.manage_people")
    check_not_themselves(by.person_id, person.pk)
    check_until(until, today=clock.today())
    if role is not Role.PROVIDER and person.account is not None:
        check_proved(person.account.email, is_by_invitation=person.account.is_by_invitation)
    with verb("organisation.give_role", by=by, reason=reason):
        lock_person(person)
        held = {Role(r) for r in roles_held(person)}
        check_same_roles(held, read=read)
        _check_go_together(held | {role}, name=person.name)
        hold_role(person, role=role, until=until)


def lock_person(person: Person) -> None:
    """Let nobody else change the roles of this person until the verb ends. Part of a verb."""
    Person.objects.select_for_update().get(pk=person.pk)


def _check_go_together(roles: Collection[Role], *, name: str) -> None:
    if frozenset(roles) >= NEVER_TOGETHER:
        raise Refused(
            _("%(name)s cannot be both data protection officer and privacy officer. Give one of the roles to another.")
            % {"name": name}
        )
    if Role.PROVIDER in roles and len(roles) > 1:
        raise Refused(
            _(
                "%(name)s cannot act for a party and work here: nobody answers for both sides. "
                "End the one before giving the other."
            )
            % {"name": name}
        )


def end_role(
    person: Person, *, role: Role, on: dt.date, by: Actor, reason: str = "", read: Collection[str] | None = None
) -> None:
    """The role ends on the day; that day still counts. What ended before stays, what begins later does not begin.

    Nobody ends a role of their own. ``read`` as in ``give_role``.
    """
    check_permitted(by, "organisation.manage_people")
    check_not_themselves(by.person_id, person.pk)
    check_last_day(on, today=clock.today())
    check_same_roles(roles_held(person), read=read)
    with verb("organisation.end_role", by=by, reason=reason):
        drop_role(person, role=role, on=on)


def hold_role(person: Person, *, role: Role, until: dt.date | None = None) -> None:
    """The role from today where it is not held today. Part of a verb."""
    if role.value not in roles_held(person):
        RoleAssignment.objects.create(person=person, role=role.value, starts_on=clock.today(), ends_on=until)


def drop_role(person: Person, *, role: Role, on: dt.date) -> None:
    """The role ends on the day; what begins later does not begin. Part of a verb."""
    held = RoleAssignment.objects.filter(person=person, role=role.value)
    held.filter(starts_on__gt=on).delete()
    held.filter(Q(ends_on=None) | Q(ends_on__gt=on)).update(ends_on=on)


def roles_held(person: Person) -> list[str]:
    """The roles of today."""
    today = clock.today()
    return [
        assignment.role
        for assignment in RoleAssignment.objects.filter(person=person).order_by("role")
        if (assignment.starts_on is None or assignment.starts_on <= today)
        and (assignment.ends_on is None or today <= assignment.ends_on)
    ]
