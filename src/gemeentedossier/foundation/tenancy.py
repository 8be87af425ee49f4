"""Municipalities as tenants: every read and write happens inside the scope of one municipality."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import cast
from uuid import UUID

from django.conf import settings
from django.db import DEFAULT_DB_ALIAS, connection, connections, transaction

from gemeentedossier.foundation.backend.base import DatabaseWrapper
from gemeentedossier.foundation.errors import OutsideMunicipality
from gemeentedossier.foundation.scope import bound, current_municipality_id, owner_bound


def require_municipality_id() -> UUID:
    """The municipality in scope; raises OutsideMunicipality where none is."""
    municipality = current_municipality_id()
    if municipality is None:
        raise OutsideMunicipality
    return municipality


@contextmanager
def municipality_scope(municipality_id: UUID) -> Iterator[None]:
    """One transaction that sees and writes the rows of this municipality only."""
    with bound(municipality_id), transaction.atomic():
        _apply()
        yield
    if connection.in_atomic_block:
        _apply()


@contextmanager
def as_owner() -> Iterator[None]:
    """Work as the owner of the tables: for migrations and test set-up, never for a request."""
    with owner_bound():
        if connection.connection is not None:
            _execute("RESET ROLE")
        try:
            yield
        finally:
            role = connection.settings_dict["OPTIONS"].get("assume_role")
            if connection.connection is not None and role:
                _execute(f"SET ROLE {connection.ops.quote_name(role)}")


def apply_scope_to_open_transaction() -> None:
    """For callers that bind the scope while a transaction is already open (a request inside a test)."""
    if connection.in_atomic_block:
        _apply()


def _apply() -> None:
    cast(DatabaseWrapper, connection).apply_scope()


def _execute(statement: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement)


def connect_as_application() -> None:
    """From here on this process connects as the application's role itself: no way leads back to the owner.

    For a process that serves, on the embedded server. On a server of one's own the user of DATABASE_URL decides.
    """
    if not settings.APPLICATION_CAN_LOG_IN:
        return
    connections.close_all()
    chosen = connections.settings[DEFAULT_DB_ALIAS]
    chosen["USER"] = chosen["OPTIONS"].pop("assume_role", chosen["USER"])
