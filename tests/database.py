"""A test database in a second: made once for each form of the tables, kept, and copied for every run."""

import hashlib
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.db import connection, transaction
from psycopg import sql

from gemeentedossier.config.postgres import EMBEDDED
from gemeentedossier.foundation.tenancy import as_owner

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "src" / "gemeentedossier"
FORMS_TABLES = ("**/migrations/*.py", "**/models.py", "**/models/**/*.py", "foundation/**/*.py", "foundation/**/*.sql")
"""Files that say which tables there are, with which locks."""
MADE = "made_"
COPY = "test_gemeentedossier_"
"""With the number of the process that works on it: runs beside each other keep out of each other's way."""
STANDS = {"auth_permission", "django_content_type", "django_migrations"}
WRITTEN = """
    SELECT relname FROM pg_class
    WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND pg_relation_size(oid) > 0 AND relname <> ALL(%s)
"""
"""The tables that anything was written in."""


@contextmanager
def copied_database(*, anew: bool) -> Iterator[None]:
    """Point Django at a copy of the tables, which goes afterwards. ``anew`` makes the original again first."""
    name, usual = f"{COPY}{os.getpid()}", connection.settings_dict["NAME"]
    _copy(ensure_made(anew=anew), name)
    _point_at(name)
    yield
    _point_at(usual)
    with connection._nodb_cursor() as cursor:
        cursor.execute(_drop(name))


@contextmanager
def filled_database(fill: Callable[[], object]) -> Iterator[str]:
    """The name of a database with the tables and what `fill` writes in them; it goes afterwards."""
    usual = connection.settings_dict["NAME"]
    name = f"{usual}_filled"
    _copy(ensure_made(), name)
    _point_at(name)
    fill()
    _point_at(usual)
    yield name
    with connection._nodb_cursor() as cursor:
        cursor.execute(_drop(name))


def become(other: str) -> None:
    """Put a copy of another database in place of this one; whoever was still at work in it is cut off."""
    connection.close()
    _copy(other, connection.settings_dict["NAME"])


def empty() -> None:
    """Take away what stands in the tables, and leave what a migration put there.

    Django empties every table and writes what migrations write anew, which takes a second after each test that commits.
    """
    if EMBEDDED not in os.environ:  # only there do these connect as who may hold triggers and relations still
        call_command("flush", verbosity=0, interactive=False, reset_sequences=False)
        return
    with as_owner(), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL session_replication_role = replica")
        cursor.execute(WRITTEN, [[*STANDS]])
        for (table,) in cursor.fetchall():
            cursor.execute(sql.SQL("DELETE FROM {}").format(sql.Identifier(table)))


def ensure_made(*, anew: bool = False) -> str:
    """The database to copy. Who comes while another makes it waits; one that is half made has no name yet."""
    made, making = f"{MADE}{_form_of_tables()}", f"{MADE}half"
    usual = connection.settings_dict["NAME"]
    with connection._nodb_cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(hashtext(%s))", [MADE])
        cursor.execute("SELECT datname FROM pg_database WHERE starts_with(datname, %s)", [MADE])
        there = {name for (name,) in cursor.fetchall()}
        if made in there and not anew:
            return made
        for old in there:
            cursor.execute(_drop(old))
        cursor.execute(sql.SQL("CREATE DATABASE {} TEMPLATE template0 ENCODING 'UTF8'").format(sql.Identifier(making)))
        _point_at(making)
        call_command("migrate", verbosity=0)
        _point_at(usual)
        cursor.execute(sql.SQL("ALTER DATABASE {} RENAME TO {}").format(sql.Identifier(making), sql.Identifier(made)))
    return made


def _copy(made: str, name: str) -> None:
    with connection._nodb_cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(hashtext(%s))", [MADE])  # a database is copied by one at a time
        for left in (name, *_left_behind(cursor)):
            cursor.execute(_drop(left))
        cursor.execute(sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(sql.Identifier(name), sql.Identifier(made)))


def _left_behind(cursor: Any) -> list[str]:
    """Copies of runs that were killed."""
    cursor.execute("SELECT datname FROM pg_database WHERE starts_with(datname, %s)", [COPY])
    numbers = {name: name.removeprefix(COPY).partition("_")[0] for (name,) in cursor.fetchall()}
    return [name for name, number in numbers.items() if not (number.isdecimal() and _is_alive(int(number)))]


def _is_alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        pass
    return True


def _drop(name: str) -> sql.Composed:
    return sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name))


def _point_at(name: str) -> None:
    connection.close()
    settings.DATABASES["default"]["NAME"] = connection.settings_dict["NAME"] = name


def _form_of_tables() -> str:
    files = sorted(
        {path for pattern in FORMS_TABLES for path in SOURCE.glob(pattern)} | set(ROOT.glob("requirements/*.txt"))
    )
    told = hashlib.sha256()
    for path in files:
        told.update(str(path.relative_to(ROOT)).encode() + b"\0" + path.read_bytes())
    return told.hexdigest()[:16]
