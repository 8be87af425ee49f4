"""The database server of the tests waits for no disk: what a machine that stops would lose is made anew anyway."""

import os

import psycopg
from psycopg import sql

from gemeentedossier.config.postgres import EMBEDDED

OFF = ("fsync", "full_page_writes", "synchronous_commit")


def wait_for_no_disk(url: str) -> None:
    """Tell the embedded server; one of one's own, at ``DATABASE_URL``, stays as it is."""
    if EMBEDDED not in os.environ:
        return
    with psycopg.connect(url, autocommit=True) as connection:
        for setting in OFF:
            connection.execute(sql.SQL("ALTER SYSTEM SET {} = off").format(sql.Identifier(setting)))
        connection.execute("SELECT pg_reload_conf()")
