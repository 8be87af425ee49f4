"""For which municipality, and as whom, the running code works. Plain context variables, no database."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from uuid import UUID

_municipality: ContextVar[UUID | None] = ContextVar("municipality", default=None)
_owner: ContextVar[bool] = ContextVar("owner", default=False)


def current_municipality_id() -> UUID | None:
    """The municipality in scope, or None outside every scope."""
    return _municipality.get()


def works_as_owner() -> bool:
    """Whether the code works as the owner of the tables (migrations), not as the application."""
    return _owner.get()


@contextmanager
def bound(municipality_id: UUID | None) -> Iterator[None]:
    """Bind the scope for the block. ``tenancy.municipality_scope`` is the door for everyone else."""
    token = _municipality.set(municipality_id)
    try:
        yield
    finally:
        _municipality.reset(token)


@contextmanager
def owner_bound() -> Iterator[None]:
    """Mark the block as the owner's work."""
    token = _owner.set(True)
    try:
        yield
    finally:
        _owner.reset(token)
