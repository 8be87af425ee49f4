"""The program as a terminal starts it: in a process of its own, with nothing but the home folder."""

import os
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import psycopg
import pytest
from django.db import connection
from psycopg import sql
from psycopg.conninfo import make_conninfo

from gemeentedossier.config.postgres import EMBEDDED, ensure_database
from gemeentedossier.foundation.engine.unavailable import TablesOlder
from gemeentedossier.foundation.migrating import check_tables

NO_TABLES = "test_no_tables"
RUN = [sys.executable, "-c", "from gemeentedossier.config.cli import main; main()"]
WITHOUT_TABLES = (
    "gemeentedossier: De tabellen van deze database zijn er niet, of ouder dan dit programma. "
    "Voer “gemeentedossier migrate” uit, en dan deze opdracht opnieuw.\n"
)
WITHOUT_TABLES_ENGLISH = (
    "gemeentedossier: The tables of this database are not there, or older than this program. "
    "Run “gemeentedossier migrate”, and then this again.\n"
)
NO_MUNICIPALITY = "gemeentedossier: There is no municipality “nergens” here. Check the spelling, or create it first.\n"
SERVED = """
import threading
from wsgiref.util import setup_testing_defaults
from gemeentedossier.config.wsgi import application
asked = {"HTTP_HOST": "localhost", "PATH_INFO": "/sign-in/"}
setup_testing_defaults(asked)
list(application(asked, lambda status, headers: print(status)))
print(any(each.name == "judging ahead" and each.daemon for each in threading.enumerate()))
"""
DIFFERENCE = ("catalogue", "diff", "2026.11.0", "2026.11.1")


def alone(**more: str) -> dict[str, str]:
    """The environment of a terminal that knows of no server."""
    return {name: value for name, value in os.environ.items() if name not in {"DATABASE_URL", EMBEDDED}} | more


def run(*words: str, **more: str) -> tuple[int, str, str]:
    done = subprocess.run([*RUN, *words], env=alone(**more), capture_output=True, text=True, check=False)
    return done.returncode, done.stdout, done.stderr


@pytest.fixture
def without_tables() -> Iterator[str]:
    url = os.environ["DATABASE_URL"]
    yield make_conninfo(url, dbname=NO_TABLES)
    with psycopg.connect(make_conninfo(url, dbname="postgres"), autocommit=True) as administrator:
        administrator.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(NO_TABLES)))


def test_a_difference_for_a_municipality_finds_its_own_server() -> None:
    code, told, fault = run(*DIFFERENCE, "--municipality", "nergens", "--language", "en")
    assert (code, told) == (1, "")
    assert fault in (WITHOUT_TABLES_ENGLISH, NO_MUNICIPALITY)


def test_a_difference_alone_needs_no_server() -> None:
    code, told, fault = run(*DIFFERENCE, DATABASE_URL="postgresql://nobody@127.0.0.1:1/nothing")
    assert (code, told.split()[-1], fault) == (0, "veranderingen", "")


def test_a_database_without_tables_is_told_with_what_to_do(without_tables: str) -> None:
    code, told, fault = run("assess", "duinrade", DATABASE_URL=without_tables)
    assert (code, told, fault) == (1, "", WITHOUT_TABLES)


def test_programs_that_start_at_the_same_moment_make_one_database(without_tables: str) -> None:
    with ThreadPoolExecutor(6) as programs:
        assert list(programs.map(ensure_database, [without_tables] * 6)) == [None] * 6


@pytest.mark.parametrize("variable", ["DATABASE_URL", "GEMEENTEDOSSIER_OWNER_URL"])
def test_an_address_of_a_database_that_is_none_is_told_and_not_repeated(variable: str) -> None:
    given = {"DATABASE_URL": "postgresql:///x", variable: "geen geheim adres"}
    code, told, fault = run("assess", "duinrade", **given)
    assert (code, told) == (1, "")
    assert fault.startswith(f"gemeentedossier: {variable} ")
    assert "geheim" not in fault
    assert fault.count("\n") == 1


def test_nothing_is_served_from_a_database_without_tables(without_tables: str) -> None:
    code, told, fault = run("serve", "--port", "0", DATABASE_URL=without_tables)
    assert (code, told, fault) == (1, "", WITHOUT_TABLES)


@pytest.mark.django_db(transaction=True)
def test_a_web_server_gets_a_program_that_answers_and_judges_ahead() -> None:
    url = make_conninfo(os.environ["DATABASE_URL"], dbname=str(connection.settings_dict["NAME"]))
    done = subprocess.run(
        [sys.executable, "-c", SERVED], env=alone(DATABASE_URL=url), capture_output=True, text=True, check=True
    )
    assert done.stdout.split("\n")[:2] == ["200 OK", "True"]


def test_tables_that_miss_the_last_migration_are_older_than_the_program(db: None) -> None:
    check_tables()
    with connection.cursor() as cursor:
        cursor.execute("RESET ROLE")
        cursor.execute("DELETE FROM django_migrations WHERE app = 'desk' AND name LIKE '0003%'")
    with pytest.raises(TablesOlder):
        check_tables()


def test_who_reads_no_further_gets_no_fault() -> None:
    with subprocess.Popen(
        [*RUN, "catalogue", "coverage"], env=alone(), stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as program:
        assert program.stdout is not None
        assert program.stderr is not None
        program.stdout.readline()
        program.stdout.close()
        assert (program.wait(), program.stderr.read()) == (141, b"")
