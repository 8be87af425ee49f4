"""What the tests wait for no more than once, or not at all: a disk, and a program that was compiled before."""

import os
import sys
from pathlib import Path

import psycopg
from psycopg import sql

from gemeentedossier.config.postgres import EMBEDDED, home

HOME = Path(__file__).resolve().parent.parent / "var" / "tests"
"""Where the tests keep what they write, unless somebody chose another folder."""
OFF = ("fsync", "full_page_writes", "synchronous_commit", "autovacuum")


def compile_once() -> None:
    """Keep what is compiled for every process after this, also where nothing of it may stand beside the sources.

    Each worker of the tests, and each program that one starts, otherwise compiles all of the libraries for itself.
    """
    sys.dont_write_bytecode, sys.pycache_prefix = False, str(HOME / "compiled")
    os.environ["PYTHONPYCACHEPREFIX"] = sys.pycache_prefix
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)


def wait_for_no_disk(url: str) -> None:
    """Tell the server of the tests alone: one at ``DATABASE_URL`` or in a folder that was chosen stays as it is.

    What a machine that stops would lose is made anew anyway.
    """
    if EMBEDDED not in os.environ or home() != HOME:
        return
    with psycopg.connect(url, autocommit=True) as connection:
        for setting in OFF:
            connection.execute(sql.SQL("ALTER SYSTEM SET {} = off").format(sql.Identifier(setting)))
        connection.execute("SELECT pg_reload_conf()")
