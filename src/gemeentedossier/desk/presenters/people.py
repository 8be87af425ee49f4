"""Everybody who may come in here with their roles, for who arranges these and sees no content."""

import datetime as dt
from collections.abc import Iterable

from django.utils.translation import gettext as _

from gemeentedossier.design.parts import Cell, Column, Row, Table
from gemeentedossier.desk.presenters.activity.wording import day, listing
from gemeentedossier.desk.presenters.roles import role_name
from gemeentedossier.foundation.addresses import reverse
from gemeentedossier.organisation import models
from gemeentedossier.organisation.enums import Role
from gemeentedossier.organisation.facts import Person, RoleAssignment


def people_table(people: Iterable[Person], *, slug: str, today: dt.date, arranges: bool) -> Table:
    """Who has which role; ``arranges`` adds the ways to give one and to end one."""
    columns = (_("Name"), _("Roles"), *((_("Arrange"),) if arranges else ()))
    return Table(
        caption=_("People and roles"),
        caption_hidden=True,
        columns=tuple(Column(label=label) for label in columns),
        rows=tuple(Row(cells=(*_cells(each, today), *(_ways(each, slug) if arranges else ()))) for each in people),
    )


def _cells(person: Person, today: dt.date) -> tuple[Cell, Cell]:
    return (
        Cell(text=person.name, note=_told(person)),
        Cell(
            text=listing(roles_told(person, today)) or ended_on(person, today) or _("No role"),
            note=past_roles(person, today),
        ),
    )


def _told(person: Person) -> str:
    if not person.is_of_a_party:
        return person.email
    return _("%(email)s, acts for a party and does not work here") % {"email": person.email}


def _ways(person: Person, slug: str) -> tuple[Cell, ...]:
    return (Cell(text=_("Roles of %(name)s") % {"name": person.name}, url=roles_url(slug, person)),)


def roles_url(slug: str, person: Person) -> str:
    """Where the roles of somebody are given and ended."""
    return reverse("desk:person-roles", args=[slug, person.id])


def roles_told(person: Person, today: dt.date) -> list[str]:
    """The roles of today, with their last day where they have one."""
    return [_until(each) for each in person.roles if each.holds_on(today)]


def ended_on(person: Person, today: dt.date) -> str:
    """That somebody comes in no more, since their last day; empty for who comes in, and who never did."""
    ended = [each.ends_on for each in person.roles if each.ends_on and each.ends_on < today]
    if held_on(person, today) or not ended:
        return ""
    return _("Access ended on %(day)s") % {"day": day(max(ended))}


def past_roles(person: Person, today: dt.date) -> str:
    """The roles that ended; empty where none did."""
    ended = [role_name(each.role) for each in person.roles if each.ends_on and each.ends_on < today]
    return _("Before: %(roles)s") % {"roles": listing(ended)} if ended else ""


def _until(held: RoleAssignment) -> str:
    name = role_name(held.role)
    if held.ends_on is None:
        return name
    return _("%(role)s up to and including %(day)s") % {"role": name, "day": day(held.ends_on)}


def way_in(person: models.Person, known: Person, today: dt.date) -> str:
    """Whether and how somebody comes in, in a sentence; ``known`` is the same person with their roles."""
    if ended := ended_on(known, today):
        return _("%(ended)s: nobody comes in without a role.") % {"ended": ended}
    if person.invited_until is not None and person.invited_until >= today:
        told = _("A link to sign in was sent and holds up to and including %(day)s.")
        return told % {"day": day(person.invited_until)}
    if person.account is None:
        return _("Has no way to sign in yet.")
    if not person.account.is_active:
        return _("The account is blocked.")
    if person.account.last_login is None:
        return _("Can sign in, and never did yet.")
    return _("Signed in last on %(day)s.") % {"day": day(person.account.last_login.date())}


def held_on(person: Person, today: dt.date) -> frozenset[Role]:
    """The roles that somebody has on a day."""
    return frozenset(each.role for each in person.roles if each.holds_on(today))


def choices(roles: Iterable[Role]) -> list[tuple[str, str]]:
    """Roles to choose from, by name."""
    return sorted(((role.value, role_name(role)) for role in roles), key=lambda each: each[1])
