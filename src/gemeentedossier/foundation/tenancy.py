"""Municipalities as tenants: every read and write happens inside the scope of one municipality."""

import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import cast
from uuid import UUID

from django.conf import settings
from django.db import DEFAULT_DB_ALIAS, connection, connections, transaction

from gemeentedossier.foundation.backend.base import DatabaseWrapper
from gemeentedossier.foundation.errors import OutsideMunicipality
from gemeentedossier.foundation.scope import bound, current_municipality_id, owner_bound, works_as_owner


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
    if works_as_owner():
        yield
        return
    with owner_bound(), _connected_anew() if settings.OWNER_DATABASE else _role_laid_down():
        yield


@contextmanager
def _connected_anew() -> Iterator[None]:
    """The owner is another user of the database: the block has a connection of its own."""
    if connection.in_atomic_block:
        raise RuntimeError("Another user of the database cannot join a transaction that is open.")
    connection.close()
    try:
        yield
    finally:
        connection.close()


@contextmanager
def _role_laid_down() -> Iterator[None]:
    """The owner is the user that connected: the block goes back from the application's role to that user."""
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

    For a process that serves. On a server of one's own the user of DATABASE_URL decides: see ``warn_of_owner``.
    """
    settings.OWNER_DATABASE = None
    os.environ.pop("GEMEENTEDOSSIER_OWNER_URL", None)
    if not settings.APPLICATION_CAN_LOG_IN:
        return
    connections.close_all()
    chosen = connections.settings[DEFAULT_DB_ALIAS]
    chosen["USER"] = chosen["OPTIONS"].pop("assume_role", chosen["USER"])


def warn_of_owner() -> None:
    """Say so where this process could lay down the application's role and take the database's locks away."""
    if connects_as_owner():
        logging.getLogger(__name__).warning(OWNER_SERVES)
    connections.close_all()


def connects_as_owner() -> bool:
    """Whether the user that connected owns the tables or may become their owner, whatever role it works as."""
    with connection.cursor() as cursor:
        cursor.execute(CAN_UNLOCK)
        return bool(cursor.fetchone()[0])


CAN_UNLOCK = """
  SELECT has_schema_privilege(session_user, 'public', 'CREATE')
      OR EXISTS (SELECT 1 FROM pg_database
                  WHERE datname = current_database() AND pg_has_role(session_user, datdba, 'MEMBER'))
      OR EXISTS (SELECT 1 FROM pg_class
                  WHERE relnamespace = 'public'::regnamespace AND pg_has_role(session_user, relowner, 'MEMBER'))
      OR EXISTS (SELECT 1 FROM pg_roles
                  WHERE rolname = session_user AND (rolsuper OR rolbypassrls OR rolcreaterole))"""
OWNER_SERVES = (
    "The database user of DATABASE_URL owns the tables, so a fault in this program could take the locks of the "
    "database away; serve as a user that only has the application's role, and give the owner to `migrate` in "
    "GEMEENTEDOSSIER_OWNER_URL (see the README)."
)
