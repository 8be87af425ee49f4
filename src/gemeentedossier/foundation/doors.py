"""Narrow doors through row-level security: a function that answers one question about every municipality at once.

Who signs in names no municipality yet, and asking each in its own scope costs thousands of statements. A model names
its doors (``doors``), and ``locks`` makes them after every migration. A door is the owner's, only reads, and gives only
what its question is about; the tables stay shut.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import connection


@dataclass(frozen=True, slots=True)
class Door:
    """A function of the database: its name, what it takes and gives, and the question, of which $1 is what it took."""

    name: str
    takes: str
    gives: str
    question: str

    def statements(self, role: str) -> Iterator[str]:
        """What makes it, for the role of the application and nobody else; may be run again at any time."""
        function = f"{self.name}({self.takes})"
        yield f"DROP FUNCTION IF EXISTS {function}"
        yield (
            f"CREATE FUNCTION {function} RETURNS TABLE ({self.gives}) LANGUAGE sql STABLE SECURITY DEFINER"
            f" SET search_path = public, pg_temp AS $door$ {self.question} $door$"
        )
        yield f"REVOKE ALL ON FUNCTION {function} FROM PUBLIC"
        yield f"GRANT EXECUTE ON FUNCTION {function} TO {role}"

    def answers(self, *of: str | UUID) -> list[tuple[Any, ...]]:
        """The rows that it gives for what it takes, whatever municipality is in scope."""
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT * FROM {self.name}({', '.join(['%s'] * len(of))})", of)  # noqa: S608 - our own name
            rows: list[tuple[Any, ...]] = cursor.fetchall()
        return rows
