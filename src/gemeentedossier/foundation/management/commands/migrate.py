"""Django's migrate, run as the owner of the tables."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.core.management.base import CommandError
from django.core.management.commands.migrate import Command as Migrate
from django.db import connection
from django.utils.translation import gettext_lazy as _

from gemeentedossier.foundation.migrating import rendering_what_changes
from gemeentedossier.foundation.tenancy import as_owner

NOT_OWNER = _(
    "This database user may not make tables, so nothing was migrated. Give the owner's address in "
    "GEMEENTEDOSSIER_OWNER_URL for this one command (see the README)."
)


class Command(Migrate):
    help = "Make the database, the tables and the locks, or bring them up to date."

    def handle(self, *args: Any, **options: Any) -> str | None:
        with as_owner():
            if not _may_create():
                raise CommandError(str(NOT_OWNER))
            with _one_at_a_time(), rendering_what_changes():
                return super().handle(*args, **options)


@contextmanager
def _one_at_a_time() -> Iterator[None]:
    """Wait for another that migrates this database: both would make the same tables."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(hashtext('migrate'))")
        try:
            yield
        finally:
            cursor.execute("SELECT pg_advisory_unlock(hashtext('migrate'))")


def _may_create() -> bool:
    with connection.cursor() as cursor:
        cursor.execute("SELECT has_schema_privilege(current_user, 'public', 'CREATE')")
        return bool(cursor.fetchone()[0])
