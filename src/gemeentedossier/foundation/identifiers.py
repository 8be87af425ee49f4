"""Identifiers of records: UUID version 7 (RFC 9562), which sort by time and reveal nothing else."""

from uuid import UUID

from uuid6 import uuid7


def new_id() -> UUID:
    """A fresh identifier."""
    return UUID(int=uuid7().int)
