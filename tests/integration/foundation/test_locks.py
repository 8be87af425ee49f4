"""The second lock: what the application's role cannot do, whatever its code asks."""

import pgtrigger
import pytest
from django.db import connection, transaction
from django.db.utils import DatabaseError, IntegrityError

from gemeentedossier.foundation.ledger.actions import settle
from gemeentedossier.foundation.ledger.queries import ledger_size
from gemeentedossier.foundation.locks import event_models, lock_database, tenant_models
from gemeentedossier.foundation.models import Municipality
from gemeentedossier.foundation.scope import bound
from gemeentedossier.foundation.tenancy import apply_scope_to_open_transaction, municipality_scope
from gemeentedossier.organisation.models import Person, RoleAssignment

EVENT = "organisation_personhistoryevent"
COLUMNS = "pgh_created_at, pgh_label, pgh_obj_id, id, municipality_id, name, email"


@pytest.fixture
def person(municipality: Municipality) -> Person:
    return Person.objects.create(name="An")


def refused(statement: str, *, match: str = "permission denied|must be owner") -> None:
    with pytest.raises(DatabaseError, match=match), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)


def count(table: str) -> int:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT count(*) FROM {table}")
        return int(cursor.fetchone()[0])


def test_the_tests_work_as_the_applications_role(db: None) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_user, rolsuper, rolbypassrls FROM pg_roles WHERE rolname = current_user")
        assert cursor.fetchone() == ("gemeentedossier_application", False, False)
        cursor.execute(
            "SELECT count(*) FROM pg_class WHERE relowner = (SELECT oid FROM pg_roles WHERE rolname = current_user)"
        )
        assert cursor.fetchone() == (0,)


@pytest.mark.parametrize("table", ["organisation_person", EVENT, "foundation_ledgerentry", "foundation_ledgerhead"])
def test_outside_every_scope_there_are_no_rows(person: Person, table: str) -> None:
    settle()
    assert count(table) == 1
    with bound(None):
        apply_scope_to_open_transaction()
        assert count(table) == 0


@pytest.mark.parametrize("table", ["organisation_person", EVENT, "foundation_ledgerentry", "foundation_ledgerhead"])
def test_another_municipality_sees_no_rows(person: Person, other_municipality: Municipality, table: str) -> None:
    settle()
    with municipality_scope(other_municipality.id):
        assert count(table) == 0


def test_a_row_of_another_municipality_is_refused(person: Person, other_municipality: Municipality) -> None:
    with pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
        Person.objects.create(name="Bo", municipality=other_municipality)


def test_a_row_cannot_move_to_another_municipality(person: Person, other_municipality: Municipality) -> None:
    with pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
        Person.objects.filter(pk=person.pk).update(municipality=other_municipality)


def test_a_key_into_another_municipality_is_refused(person: Person, other_municipality: Municipality) -> None:
    with municipality_scope(other_municipality.id), transaction.atomic():
        role = RoleAssignment.objects.create(person_id=person.pk, role="privacy_officer")
        with pytest.raises(IntegrityError, match="_own"), transaction.atomic():
            connection.check_constraints()
        role.delete()


def test_every_table_of_a_municipality_is_under_row_level_security(db: None) -> None:
    tables = [m._meta.db_table for m in (*tenant_models(), *event_models())]
    with connection.cursor() as cursor:
        cursor.execute("SELECT relname FROM pg_class JOIN pg_policy ON polrelid = pg_class.oid WHERE relrowsecurity")
        locked = {name for (name,) in cursor.fetchall()}
    assert set(tables) - locked == set()


def test_every_table_with_a_municipality_is_locked_or_hidden(db: None) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT relname FROM pg_class JOIN pg_attribute ON attrelid = pg_class.oid"
            " WHERE attname = 'municipality_id' AND relkind = 'r' AND NOT relrowsecurity AND relpersistence <> 't'"
            "   AND has_table_privilege(current_user, pg_class.oid, 'SELECT, INSERT, UPDATE, DELETE')"
        )
        assert cursor.fetchall() == []


@pytest.mark.parametrize(
    "statement",
    [
        f"INSERT INTO {EVENT} ({COLUMNS}) SELECT {COLUMNS} FROM {EVENT}",
        f"UPDATE {EVENT} SET name = 'forged'",
        f"DELETE FROM {EVENT}",
        f"TRUNCATE {EVENT}",
        f"DROP TABLE {EVENT}",
        "TRUNCATE organisation_person",
        "DROP TABLE organisation_person",
        "ALTER TABLE organisation_person DISABLE TRIGGER ALL",
        f"ALTER TABLE {EVENT} DISABLE TRIGGER foundation_ledger_collect",
        f"DROP TRIGGER foundation_ledger_collect ON {EVENT}",
        "ALTER TABLE organisation_person DISABLE ROW LEVEL SECURITY",
        "SET session_replication_role = replica",
        "ALTER TABLE organisation_person DISABLE TRIGGER USER",
        "ALTER TABLE organisation_person RENAME TO elsewhere",
        "CREATE RULE nothing AS ON UPDATE TO organisation_person DO INSTEAD NOTHING",
        "CREATE TRIGGER first BEFORE UPDATE ON organisation_person FOR EACH ROW"
        " EXECUTE FUNCTION suppress_redundant_updates_trigger()",
        "CREATE POLICY everyone ON organisation_person USING (true)",
        "CREATE TEMP TABLE child () INHERITS (public.organisation_person)",
        "CREATE OR REPLACE FUNCTION public.foundation_ledger_settle() RETURNS trigger LANGUAGE plpgsql"
        " AS 'BEGIN RETURN NULL; END'",
        "CREATE TABLE public.mine (x int)",
        "CREATE FUNCTION public.to_jsonb(text) RETURNS jsonb LANGUAGE sql AS 'SELECT NULL::jsonb'",
    ],
)
def test_history_can_neither_be_forged_nor_switched_off(person: Person, statement: str) -> None:
    refused(statement)


def test_history_cannot_be_told_to_ignore_a_change(person: Person) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT array_agg(tgname)::text FROM pg_trigger WHERE tgname LIKE 'pgtrigger%'")
        cursor.execute("SELECT set_config('pgtrigger.ignore', %s, true)", [cursor.fetchone()[0]])
    Person.objects.filter(pk=person.pk).update(name="Anna")
    settle()
    assert ledger_size() == 2


def test_the_programs_own_way_of_ignoring_leaves_history_as_it_is(person: Person) -> None:
    with pgtrigger.ignore():
        Person.objects.filter(pk=person.pk).update(name="Anna")
    settle()
    assert ledger_size() == 2


@pytest.mark.parametrize(
    "statement",
    [
        "SET LOCAL search_path = pg_temp, public",
        "SET LOCAL pgtrigger.schema = 'pg_temp'",
        "SET LOCAL pghistory.context_id = '00000000-0000-0000-0000-000000000000'",
        "SET LOCAL pghistory.context_metadata = '{}'",
        "SET CONSTRAINTS ALL IMMEDIATE",
        "CREATE TEMP TABLE foundation_ledgerpending (LIKE public.organisation_person)",
        "CREATE TEMP TABLE organisation_personhistoryevent (LIKE public.organisation_personhistoryevent)",
        "CREATE FUNCTION pg_temp.to_jsonb(anyelement) RETURNS jsonb LANGUAGE sql AS 'SELECT NULL::jsonb'",
    ],
)
def test_no_setting_or_look_alike_keeps_a_change_from_history(person: Person, statement: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement)
        cursor.execute("UPDATE public.organisation_person SET name = 'Anna' WHERE id = %s", [person.pk])
        cursor.execute("SET LOCAL search_path = public")
        cursor.execute(f"SELECT name FROM public.{EVENT} ORDER BY pgh_id")
        assert cursor.fetchall() == [("An",), ("Anna",)]
    settle()
    assert ledger_size() == 2


def test_a_trigger_of_history_cannot_be_hung_on_a_table_of_ones_own(person: Person) -> None:
    with connection.cursor() as cursor:
        cursor.execute("CREATE TEMP TABLE mine (LIKE public.organisation_person)")
        cursor.execute(
            "SELECT proname FROM pg_trigger JOIN pg_proc ON pg_proc.oid = tgfoid"
            " WHERE tgrelid = 'organisation_person'::regclass AND tgname LIKE 'pgtrigger_insert%'"
        )
        function = cursor.fetchone()[0]
    refused(
        f"CREATE TRIGGER forge AFTER INSERT ON mine REFERENCING NEW TABLE AS new_values"
        f" FOR EACH STATEMENT EXECUTE FUNCTION {function}()"
    )


@pytest.mark.parametrize("function", ["foundation_ledger_collect", "foundation_ledger_settle"])
def test_the_ledgers_triggers_cannot_be_hung_on_a_table_of_ones_own(person: Person, function: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(f"CREATE TEMP TABLE mine AS SELECT * FROM {EVENT} WITH NO DATA")
    refused(
        "CREATE TRIGGER forge AFTER INSERT ON mine REFERENCING NEW TABLE AS fresh"
        f" FOR EACH STATEMENT EXECUTE FUNCTION {function}()"
    )


@pytest.mark.parametrize(
    "table",
    [
        "foundation_ledgerentry",
        "foundation_ledgerhead",
        "foundation_ledgerpending",
        "foundation_ledgertransaction",
    ],
)
def test_the_ledger_cannot_be_written(person: Person, table: str) -> None:
    refused(f"INSERT INTO {table} SELECT * FROM {table}")
    refused(f"DELETE FROM {table}")
    refused(f"TRUNCATE {table}")


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE foundation_ledgerentry SET content = 'x'",
        "UPDATE foundation_ledgerhead SET size = 0",
        "UPDATE foundation_ledgercheckpoint SET size = 0",
        "DELETE FROM foundation_ledgercheckpoint",
        "SELECT * FROM foundation_ledgerpending",
        "SELECT foundation_ledger_watch('organisation_personhistoryevent')",
    ],
)
def test_what_the_ledger_says_cannot_be_changed(person: Person, statement: str) -> None:
    refused(statement)


def test_locks_may_be_put_in_place_again(person: Person) -> None:
    connection.check_constraints()
    lock_database()
    refused(f"INSERT INTO {EVENT} ({COLUMNS}) SELECT {COLUMNS} FROM {EVENT}")
    Person.objects.filter(pk=person.pk).update(name="Anna")
    settle()
    assert ledger_size() == 2


def test_whoever_switches_row_level_security_off_is_refused(person: Person) -> None:
    refused("SET LOCAL row_security = off; UPDATE organisation_person SET name = 'x'", match="row-level security")


def test_a_history_trigger_reads_the_trail_once_for_a_statement(db: None) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT bool_and(prosrc ~* '[(]SELECT COALESCE[(]NULLIF[(]CURRENT_SETTING[(]''pghistory.context_metadata')"
            " FROM pg_proc WHERE prosrc LIKE '%context_metadata%' AND proname LIKE 'pgtrigger%'"
        )
        assert cursor.fetchone() == (True,)


def test_the_history_of_one_municipality_is_found_without_reading_that_of_others(db: None) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            """SELECT indrelid::regclass::text FROM pg_index JOIN pg_attribute ON attrelid = indrelid
                WHERE attnum = indkey[0] AND attname = 'municipality_id'"""
        )
        found = {table for (table,) in cursor.fetchall()}
    assert {model._meta.db_table for model in (*tenant_models(), *event_models())} <= found
