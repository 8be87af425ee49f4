"""The second lock: row-level security, keys within one municipality, and history that nobody can forge.

Run after every migration, as the owner, and idempotent, so that no table can be forgotten and none drifts.
The application's role reads and writes rows of the municipality in scope, and of history it only reads.
"""

from collections.abc import Iterator
from typing import Any

from django.apps import AppConfig, apps
from django.conf import settings
from django.db import connection, models, transaction
from pghistory.models import Event

from gemeentedossier.foundation.ledger.installation import (
    READABLE_LEDGER,
    ledger_statements,
    watch_statements,
)
from gemeentedossier.foundation.models.tracked import MunicipalityRecord
from gemeentedossier.foundation.tenancy import as_owner

IN_SCOPE = "nullif(current_setting('app.municipality', true), '') IS NOT NULL"
MINE = "municipality_id = nullif(current_setting('app.municipality', true), '')::uuid"
TRAIL = "COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB"
"""How a history trigger of the library finds who writes, with which verb, and why."""


def lock_database_after_migrate(sender: AppConfig, **_: Any) -> None:
    """Signal receiver of ``post_migrate``; works once, after the last application."""
    if sender.label == list(apps.get_app_configs())[-1].label:
        lock_database()


def lock_database() -> None:
    """Put every lock in its place, at once: at no moment does the role have more rights than it should."""
    with as_owner(), transaction.atomic(), connection.cursor() as cursor:
        for statement in lock_statements():
            cursor.execute(statement)


def lock_statements() -> Iterator[str]:
    """All statements, in order; each may be run again at any time."""
    role = connection.ops.quote_name(settings.DATABASES["default"]["OPTIONS"].get("assume_role", "current_user"))
    yield f"GRANT USAGE ON SCHEMA public TO {role}"
    yield f"GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {role}"
    yield f"GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO {role}"
    yield f"REVOKE INSERT, UPDATE, DELETE, TRUNCATE ON django_migrations FROM {role}"
    yield from _close_context_table(role)
    yield f"REVOKE UPDATE, DELETE ON foundation_municipality FROM {role}"
    for model in tenant_models():
        yield from _row_security(model._meta.db_table)
        yield from _read_by_all(model)
        yield from _keys_within_municipality(model)
        yield from _frozen(model, role)
        yield from _stands(model)
        for door in getattr(model, "doors", ()):
            yield from door.statements(role)
    for event in event_models():
        yield from _row_security(event._meta.db_table)
        yield _own_history(event._meta.db_table)
        yield f'REVOKE INSERT, UPDATE, DELETE, TRUNCATE ON "{event._meta.db_table}" FROM {role}'
        yield from _sealed_triggers(event)
    yield _trail_read_once()
    yield from ledger_statements(role)
    for table in READABLE_LEDGER:
        yield from _row_security(table)
    for event in event_models():
        yield from watch_statements(event._meta.db_table)


def tenant_models() -> list[type[MunicipalityRecord]]:
    """Every concrete model whose rows belong to a municipality."""
    return [m for m in apps.get_models() if issubclass(m, MunicipalityRecord)]


def event_models() -> list[type[models.Model]]:
    """Every history table."""
    return [m for m in apps.get_models() if issubclass(m, Event) and m._meta.app_label != "pghistory"]


def _close_context_table(role: str) -> Iterator[str]:
    """The trail stands in each history row; the library's own table of contexts has no municipality: leave it empty."""
    yield f"REVOKE ALL ON pghistory_context FROM {role}"
    yield (
        "CREATE OR REPLACE FUNCTION _pgh_attach_context() RETURNS uuid LANGUAGE sql IMMUTABLE"
        " AS $$ SELECT NULL::uuid $$"
    )


def _row_security(table: str) -> Iterator[str]:
    yield f'ALTER TABLE "{table}" ENABLE ROW LEVEL SECURITY'
    yield f'DROP POLICY IF EXISTS own_municipality ON "{table}"'
    yield f'CREATE POLICY own_municipality ON "{table}" USING ({MINE}) WITH CHECK ({MINE})'


def _read_by_all(model: type[MunicipalityRecord]) -> Iterator[str]:
    """What a municipality shows to the others on purpose is read in the scope of any, and written in its own only."""
    table = model._meta.db_table
    yield f'DROP POLICY IF EXISTS every_municipality ON "{table}"'
    if getattr(model, "is_read_by_all", False):
        yield f'CREATE POLICY every_municipality ON "{table}" FOR SELECT USING ({IN_SCOPE})'


def _frozen(model: type[MunicipalityRecord], role: str) -> Iterator[str]:
    """A record that says once and for all cannot be changed or removed, but for the columns that it names itself."""
    changeable = getattr(model, "only_changes", None)
    if changeable is None:
        return
    table = model._meta.db_table
    yield f'REVOKE UPDATE, DELETE ON "{table}" FROM {role}'
    if changeable:
        yield f'GRANT UPDATE ({", ".join(changeable)}) ON "{table}" TO {role}'


def _stands(model: type[MunicipalityRecord]) -> Iterator[str]:
    """A record that stands from some moment on cannot be changed or removed after it (``stands_once``, of OLD)."""
    table, condition = model._meta.db_table, getattr(model, "stands_once", "")
    yield f'DROP TRIGGER IF EXISTS stands ON "{table}"'
    if not condition:
        return
    yield (
        f'CREATE OR REPLACE FUNCTION "{table}_stands"() RETURNS trigger LANGUAGE plpgsql'
        f" SET search_path = public, pg_temp AS $$ BEGIN IF {condition} THEN"
        f" RAISE EXCEPTION 'this record of {table} stands' USING ERRCODE = 'integrity_constraint_violation'; END IF;"
        " RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END; END $$"
    )
    yield (
        f'CREATE TRIGGER stands BEFORE UPDATE OR DELETE ON "{table}" FOR EACH ROW EXECUTE FUNCTION "{table}_stands"()'
    )


def _keys_within_municipality(model: type[MunicipalityRecord]) -> Iterator[str]:
    """Foreign keys pass by row-level security, so a key is checked together with its municipality."""
    table = model._meta.db_table
    yield _own_key(table)
    for column, target in _tenant_keys(model):
        name = f"{table}_{column}_own"[:63]
        yield _own_key(target)
        yield _unless_there(
            name,
            f'ALTER TABLE "{table}" ADD CONSTRAINT "{name}" FOREIGN KEY (municipality_id, "{column}")'
            f' REFERENCES "{target}" (municipality_id, id) DEFERRABLE INITIALLY DEFERRED',
            catalog="pg_constraint.conname",
        )
        yield _without_plain_key(table, column)
    if any(not field.null for field in _tenant_fields(model)):
        yield _without_plain_key(table, "municipality_id")


def _tenant_keys(model: type[MunicipalityRecord]) -> Iterator[tuple[str, str]]:
    """Column and target table of each foreign key to a record of a municipality."""
    for field in _tenant_fields(model):
        yield field.column, field.related_model._meta.db_table


def _tenant_fields(model: type[MunicipalityRecord]) -> Iterator[models.ForeignKey[Any, Any]]:
    for field in model._meta.local_fields:
        target = field.related_model
        if isinstance(field, models.ForeignKey) and isinstance(target, type) and issubclass(target, MunicipalityRecord):
            yield field


def _without_plain_key(table: str, column: str) -> str:
    """Drop the key of this one column: the key together with the municipality says all of it and more.

    A record that must have an owner in its municipality so has a municipality that exists. Each key that is checked
    twice costs an import of many rows as much as writing them.
    """
    return f"""DO $$ DECLARE plain text; BEGIN
      FOR plain IN SELECT conname FROM pg_constraint WHERE contype = 'f' AND conrelid = '"{table}"'::regclass
        AND conkey = ARRAY[(SELECT attnum FROM pg_attribute WHERE attrelid = conrelid AND attname = '{column}')]
      LOOP EXECUTE format('ALTER TABLE "{table}" DROP CONSTRAINT %I', plain); END LOOP;
    END $$"""  # noqa: S608 - names of our own tables


def _own_key(table: str) -> str:
    index = f"{table}_own_key"
    return _unless_there(
        index, f'CREATE UNIQUE INDEX "{index}" ON "{table}" (municipality_id, id)', catalog="pg_class.relname"
    )


def _own_history(table: str) -> str:
    """One municipality's history is found without reading that of all others; equal keys take next to no room in it."""
    index = f"{table}_own"[:63]
    return f'CREATE INDEX IF NOT EXISTS "{index}" ON "{table}" (municipality_id, pgh_created_at)'


def _unless_there(name: str, statement: str, *, catalog: str) -> str:
    table, column = catalog.split(".")
    missing = f"NOT EXISTS (SELECT 1 FROM {table} WHERE {column} = '{name}')"  # noqa: S608 - names of our own tables
    return f"DO $$ BEGIN IF {missing} THEN {statement}; END IF; END $$"


def _sealed_triggers(event: Any) -> Iterator[str]:
    """A history trigger runs as the owner, cannot be told to ignore, and finds only our own functions."""
    tracked = event.pgh_tracked_model
    for trigger in tracked._meta.triggers:
        function = f'"{trigger.get_pgid(tracked)}"()'
        yield (
            f"ALTER FUNCTION {function} SECURITY DEFINER SET search_path = public, pg_temp"
            f" SET \"pgtrigger.ignore\" = '{{}}'"
        )
        # Else the role could hang it on a temporary table of its own, and so write history that never happened.
        yield f"REVOKE EXECUTE ON FUNCTION {function} FROM PUBLIC"


def _trail_read_once() -> str:
    """The trail is the same for all rows of a statement; the library's triggers read and parse it for each of them."""
    once = f"(SELECT {TRAIL})"
    return f"""DO $do$ DECLARE trigger oid; BEGIN
      FOR trigger IN SELECT DISTINCT proc.oid FROM pg_proc AS proc JOIN pg_trigger ON tgfoid = proc.oid
        WHERE position($text${TRAIL}$text$ IN prosrc) > 0 AND position($text${once}$text$ IN prosrc) = 0
      LOOP EXECUTE replace(pg_get_functiondef(trigger), $text${TRAIL}$text$, $text${once}$text$); END LOOP;
    END $do$"""  # noqa: S608 - our own text
