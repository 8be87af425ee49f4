"""What holds for every table: history, a scope, a migration."""

from io import StringIO

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db import ProgrammingError, connection, transaction

from gemeentedossier.foundation.locks import event_models, tenant_models

WITHOUT_MUNICIPALITY = {
    "foundation.Municipality",
    "foundation.Attempt",
    "organisation.Account",
    "organisation.AuthenticatorApp",
    "organisation.Identity",
    "organisation.KeptCode",
    "organisation.Passkey",
    "foundation.LedgerTransaction",
    "foundation.LedgerPending",
}
"""People's accounts, their ways to sign in, wrong tries at the door and the list of municipalities are everyone's; the
ledger's two tables of work in hand hold no content, and the application's role cannot reach them."""
WITHOUT_HISTORY = {
    "desk.Draft",
    "desk.Presence",
    "desk.SavedFilter",
    "foundation.Job",
    "foundation.Envelope",
    "method.CalendarFeed",
    "method.FindingCount",
    "method.LastVisit",
    "method.Reminder",
    "method.ReminderChoice",
    "method.ReminderRule",
}
"""How far long work is, is no fact of the dossier; each step in the ledger would make it another dossier. What
stands in an envelope is destroyed on its term, so it must not live on in a history. What somebody has in hand says
nothing of the dossier until it is saved there. Messages, visits and the address of somebody's own calendar say nothing
of how personal data are processed. What was found at the end of a month follows from the history that is kept."""
OURS = [m for m in apps.get_models() if m.__module__.startswith("gemeentedossier")]


def test_every_table_of_ours_belongs_to_a_municipality() -> None:
    tables = {m._meta.label for m in OURS if "municipality" not in {f.name for f in m._meta.fields}}
    assert tables == WITHOUT_MUNICIPALITY


def test_every_record_keeps_its_history() -> None:
    tracked = {event.pgh_tracked_model for event in event_models()}  # type: ignore[attr-defined]
    assert {model._meta.label for model in set(tenant_models()) - tracked} == WITHOUT_HISTORY


@pytest.mark.django_db
@pytest.mark.parametrize("table", ["foundation_ledgertransaction", "foundation_ledgerpending"])
def test_the_role_of_the_application_cannot_reach_the_ledgers_work_in_hand(table: str) -> None:
    with connection.cursor() as cursor, pytest.raises(ProgrammingError), transaction.atomic():
        cursor.execute(f"SELECT * FROM {table}")


@pytest.mark.django_db
def test_the_migrations_are_complete() -> None:
    call_command("makemigrations", check=True, dry_run=True, verbosity=0, stdout=StringIO())


@pytest.mark.django_db
def test_row_security_stands_on_every_table_of_a_municipality() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT relname FROM pg_class WHERE relrowsecurity")
        secured = {name for (name,) in cursor.fetchall()}
    assert {m._meta.db_table for m in OURS if m._meta.label not in WITHOUT_MUNICIPALITY} - secured == set()
