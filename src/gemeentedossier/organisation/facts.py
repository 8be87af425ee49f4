"""The organisation as immutable values, handed upwards."""

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from gemeentedossier.organisation.enums import ControllerKind, Role


@dataclass(frozen=True, slots=True)
class Controller:
    """A body that determines purposes and means (GDPR 4(7))."""

    id: UUID
    kind: ControllerKind
    name: str
    contact: str = ""
    revision: int = 0


@dataclass(frozen=True, slots=True)
class Unit:
    """A department or team."""

    id: UUID
    name: str


@dataclass(frozen=True, slots=True)
class RoleAssignment:
    """A role that a person holds, from and until a date; None is unknown or open."""

    role: Role
    starts_on: dt.date | None = None
    ends_on: dt.date | None = None

    def holds_on(self, day: dt.date) -> bool:
        """Whether the role is held on the day; the last day counts."""
        return (self.starts_on is None or self.starts_on <= day) and (self.ends_on is None or day <= self.ends_on)


@dataclass(frozen=True, slots=True)
class Person:
    """Someone who works for or with the municipality."""

    id: UUID
    name: str
    email: str = ""
    roles: tuple[RoleAssignment, ...] = ()

    @property
    def is_of_a_party(self) -> bool:
        """Whether they only ever came here for a party, and never worked for the municipality."""
        return {each.role for each in self.roles} == {Role.PROVIDER}

    def holds_on(self, role: Role, day: dt.date) -> bool:
        """Whether they hold the role on the day."""
        return any(each.role is role and each.holds_on(day) for each in self.roles)

    def works_here_on(self, day: dt.date) -> bool:
        """Whether they work for the municipality: somebody without any role may, who left or acts for a party does not.

        A role that begins later counts: who gave it expects them.
        """
        goes_on = {each.role for each in self.roles if each.ends_on is None or day <= each.ends_on}
        return not self.roles or bool(goes_on - {Role.PROVIDER})


@dataclass(frozen=True, slots=True)
class Organisation:
    """What is recorded of the municipality as an organisation. None is unknown."""

    id: UUID
    slug: str
    name: str
    is_example: bool = False
    is_public_authority: bool | None = None
    policy_domains: tuple[str, ...] | None = None
    acts_as_processor: bool | None = None
    data_protection_officer_designated: bool | None = None
    contact_point: str | None = None
    data_protection_officer_contact: str | None = None
    data_protection_officer_number: str | None = None
    """Under which the officer is known to the supervisory authority (GDPR 37(7))."""
    rights_page: str | None = None
    complaint_page: str | None = None
    revision: int = 0
    """Of what is recorded of it as a whole; bodies have one of their own."""
    controllers: tuple[Controller, ...] = ()
    units: tuple[Unit, ...] = ()
    people: tuple[Person, ...] = ()

    def colleagues(self, day: dt.date, *, and_also: Collection[UUID | None] = ()) -> tuple[Person, ...]:
        """Who works for the municipality on the day: only they can answer for a record. ``and_also`` do so already."""
        return tuple(each for each in self.people if each.works_here_on(day) or each.id in and_also)
