"""The ledger's functions and rights in the database; ``locks`` puts them in place after every migration."""

from collections.abc import Iterator
from pathlib import Path

READABLE_LEDGER = ("foundation_ledgerentry", "foundation_ledgerhead", "foundation_ledgercheckpoint")
HIDDEN = ("foundation_ledgerpending", "foundation_ledgertransaction")

WITHIN_LEDGER = """
  CREATE POLICY within_ledger ON foundation_ledgercheckpoint AS RESTRICTIVE FOR INSERT WITH CHECK (size <= coalesce((
    SELECT head.size FROM foundation_ledgerhead AS head
     WHERE head.municipality_id = foundation_ledgercheckpoint.municipality_id), 0))"""
"""Nothing can be vouched for that is not there yet. Whether it is genuine, only the signature says."""


def ledger_statements(role: str) -> Iterator[str]:
    """The functions, and what the role of the application may do: read, and add checkpoints (signed as they are)."""
    yield Path(__file__).with_name("installation.sql").read_text()
    for table in READABLE_LEDGER:
        yield f"REVOKE INSERT, UPDATE, DELETE, TRUNCATE ON {table} FROM {role}"
    yield f"GRANT INSERT ON foundation_ledgercheckpoint TO {role}"
    yield "DROP POLICY IF EXISTS within_ledger ON foundation_ledgercheckpoint"
    yield WITHIN_LEDGER
    yield f"GRANT EXECUTE ON FUNCTION foundation_ledger_is_committed() TO {role}"
    for table in HIDDEN:
        yield f"REVOKE ALL ON {table} FROM {role}"


def watch_statements(history: str) -> Iterator[str]:
    """Every row that enters this history table enters the ledger."""
    yield f"SELECT foundation_ledger_watch('\"{history}\"')"
