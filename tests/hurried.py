"""The database server of the tests waits for no disk: what a machine that stops would lose is made anew anyway."""

import os
from pathlib import Path

import psycopg
from psycopg import sql

from gemeentedossier.config.postgres import EMBEDDED, home

HOME = Path(__file__).resolve().parent.parent / "var" / "tests"
"""Where the tests keep what they write, unless somebody chose another folder."""
OFF = ("fsync", "full_page_writes", "synchronous_commit")


def wait_for_no_disk(url: str) -> None:
    """Tell the server of the tests alone: one at ``DATABASE_URL`` or in a folder that was chosen stays as it is."""
    if EMBEDDED not in os.environ or home() != HOME:
        return
    with psycopg.connect(url, autocommit=True) as connection:
        for setting in OFF:
            connection.execute(sql.SQL("ALTER SYSTEM SET {} = off").format(sql.Identifier(setting)))
        connection.execute("SELECT pg_reload_conf()")
