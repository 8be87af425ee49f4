"""Who did what and why: every write is a verb, in one transaction, with its trail in every history row."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from uuid import UUID

import pghistory
from django.db import transaction


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts: a person of the municipality, or a named part of the program (an import, a migration)."""

    name: str
    person_id: UUID | None = None
    roles: tuple[str, ...] = ()


@contextmanager
def verb(name: str, *, by: Actor, reason: str = "") -> Iterator[None]:
    """One write: a transaction whose history rows all name the verb, the actor and the reason."""
    trail = {"verb": name, "by": by.name, "reason": reason}
    if by.person_id:
        trail["person"] = str(by.person_id)
    with transaction.atomic(), pghistory.context(**trail):
        yield
