"""Who did what and why: every write is a verb, in one transaction, with its trail in every history row."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from uuid import UUID

from django.db import connection, transaction

from gemeentedossier.foundation.errors import Refused


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts: a person of the municipality, or a named part of the program (an import, a migration)."""

    name: str
    person_id: UUID | None = None
    roles: frozenset[str] = frozenset()


_trail: ContextVar[str] = ContextVar("trail", default="")
_refusal: ContextVar[Refused | None] = ContextVar("refusal", default=None)


@contextmanager
def writing_nothing(refusal: Refused) -> Iterator[None]:
    """Every verb inside raises this refusal, whoever calls it."""
    token = _refusal.set(refusal)
    try:
        yield
    finally:
        _refusal.reset(token)


@contextmanager
def verb(name: str, *, by: Actor, reason: str = "", case: UUID | None = None) -> Iterator[None]:
    """One write: a transaction whose history rows all name the verb, the actor and the reason.

    ``case`` is a key under which all that it changed is found again, where a page shows that or it can be undone.
    A verb inside a verb keeps the outer one's trail: a bulk verb is one entry. Raises what ``writing_nothing`` says.
    """
    refusal = _refusal.get()
    if refusal is not None:
        raise refusal
    with transaction.atomic():
        if _trail.get():
            yield
            return
        token = _trail.set(_written(name, by=by, reason=reason, case=case))
        try:
            _tell_database(_trail.get())
            yield
            _tell_database("")
        finally:
            _trail.reset(token)


def _written(name: str, *, by: Actor, reason: str, case: UUID | None) -> str:
    trail = {"verb": name, "by": by.name, "reason": reason}
    if by.person_id:
        trail["person"] = str(by.person_id)
    if case:
        trail["case"] = str(case)
    return json.dumps(trail)


def _tell_database(trail: str) -> None:
    """The history triggers read the trail from the setting that pghistory uses; it ends with the transaction."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('pghistory.context_metadata', %s, true)", [trail])
