"""On a server of one's own, who serves is not who owns: no statement leads from the one to the other."""

import os
import subprocess
import sys
from collections.abc import Iterator

import psycopg
import pytest
from django.db import connection
from psycopg import sql
from psycopg.conninfo import make_conninfo

from gemeentedossier.config.postgres import APPLICATION_ROLE, EMBEDDED, OWNER_URL
from gemeentedossier.foundation.tenancy import connects_as_owner

OWNER, SERVER, NAME = "test_two_users_owner", "test_two_users_server", "test_two_users"
RUN = "from gemeentedossier.config.cli import main; main()"


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    """A database that one user owns, and that another serves from, as the README says; without tables."""
    url = os.environ["DATABASE_URL"]
    with psycopg.connect(make_conninfo(url, dbname="postgres"), autocommit=True) as administrator:
        _tidy(administrator)
        administrator.execute(f"CREATE ROLE {OWNER} LOGIN CREATEDB IN ROLE {APPLICATION_ROLE}")
        administrator.execute(f"CREATE ROLE {SERVER} LOGIN IN ROLE {APPLICATION_ROLE}")
        administrator.execute(f'GRANT SET ON PARAMETER "pgtrigger.ignore" TO {OWNER}')
        administrator.execute(f"CREATE DATABASE {NAME} OWNER {OWNER} TEMPLATE template0")
        yield make_conninfo(url, dbname=NAME)
        _tidy(administrator)


def _tidy(administrator: "psycopg.Connection[tuple[object, ...]]") -> None:
    administrator.execute(f"DROP DATABASE IF EXISTS {NAME} WITH (FORCE)")
    for role in (OWNER, SERVER):
        if administrator.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [role]).fetchone():
            administrator.execute(sql.SQL("DROP OWNED BY {0}; DROP ROLE {0}").format(sql.Identifier(role)))


def run(*command: str, address: str, owner: str = "", program: str = RUN) -> "subprocess.CompletedProcess[str]":
    urls = {"DATABASE_URL": make_conninfo(address, user=SERVER)}
    if owner:
        urls[OWNER_URL] = make_conninfo(address, user=owner)
    environment = {name: value for name, value in os.environ.items() if name != EMBEDDED} | urls
    return subprocess.run(
        [sys.executable, "-c", program, *command], env=environment, capture_output=True, text=True, check=False
    )


@pytest.fixture(scope="module")
def served(address: str) -> str:
    """The same database, with its tables and locks."""
    done = run("migrate", "-v0", address=address, owner=OWNER)
    assert (done.returncode, done.stderr) == (0, "")
    return make_conninfo(address, user=SERVER)


def test_who_serves_cannot_migrate_and_reads_what_to_do(address: str) -> None:
    done = run("migrate", "-v0", address=address)
    assert (done.returncode, OWNER_URL in done.stderr, done.stderr.count("\n")) == (1, True, 1)


def test_who_serves_can_do_its_work(served: str) -> None:
    done = run("people", "nergens", address=served)
    assert (done.returncode, "nergens" in done.stderr) == (1, True)


@pytest.mark.parametrize(
    "statement",
    [
        f"SET ROLE {OWNER}",
        f"SET SESSION AUTHORIZATION {OWNER}",
        f"GRANT {OWNER} TO {SERVER}",
        f"ALTER ROLE {SERVER} BYPASSRLS",
        "ALTER TABLE organisation_person DISABLE TRIGGER ALL",
        "ALTER TABLE organisation_person DISABLE ROW LEVEL SECURITY",
        "DROP SCHEMA public CASCADE",
        "SET session_replication_role = replica",
        "UPDATE foundation_ledgerentry SET content = 'x'",
        "DELETE FROM organisation_personhistoryevent",
        "CREATE FUNCTION public.to_jsonb(text) RETURNS jsonb LANGUAGE sql AS 'SELECT NULL::jsonb'",
    ],
)
def test_no_statement_leads_from_who_serves_to_who_owns(served: str, statement: str) -> None:
    with psycopg.connect(served) as session:
        session.execute(f"SET ROLE {APPLICATION_ROLE}")
        session.execute("RESET ROLE")
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            session.execute(statement)


def test_who_serves_as_owner_is_warned(db: None) -> None:
    assert connects_as_owner()


def test_who_serves_as_somebody_else_is_not(served: str) -> None:
    told = "import django; django.setup(); from gemeentedossier.foundation.tenancy import *; print(connects_as_owner())"
    assert run(address=served, program=told).stdout == "False\n"


def test_the_tests_themselves_work_in_the_applications_role(db: None) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_user")
        assert cursor.fetchone() == (APPLICATION_ROLE,)
