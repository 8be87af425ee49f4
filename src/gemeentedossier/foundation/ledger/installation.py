"""The ledger's functions and rights in the database; ``locks`` puts them in place after every migration."""

from collections.abc import Iterator
from pathlib import Path

READABLE_LEDGER = ("foundation_ledgerentry", "foundation_ledgerhead", "foundation_ledgercheckpoint")
HIDDEN = ("foundation_ledgerpending", "foundation_ledgertransaction")


def ledger_statements(role: str) -> Iterator[str]:
    """The functions, and what the role of the application may do: read, and add checkpoints (signed as they are)."""
    yield Path(__file__).with_name("installation.sql").read_text()
    for table in READABLE_LEDGER:
        yield f"REVOKE INSERT, UPDATE, DELETE, TRUNCATE ON {table} FROM {role}"
    yield f"GRANT INSERT ON foundation_ledgercheckpoint TO {role}"
    for table in HIDDEN:
        yield f"REVOKE ALL ON {table} FROM {role}"


def watch_statements(history: str) -> Iterator[str]:
    """Every row that enters this history table enters the ledger."""
    yield f"SELECT foundation_ledger_watch('\"{history}\"')"
