"""The doors through row-level security: nobody puts anything in their place, and nobody else may ask."""

import pytest
from django.apps import apps
from django.db import ProgrammingError, connection, transaction

from gemeentedossier.foundation.doors import Door
from gemeentedossier.foundation.models import Municipality

DOORS = sorted(
    {door for model in apps.get_models() for door in getattr(model, "doors", ())}, key=lambda each: each.name
)


def test_there_are_no_more_doors_than_these() -> None:
    """Each is a way round the locks: another one is thought about here."""
    assert [each.name for each in DOORS] == [
        "organisation_people_of_account",
        "organisation_without_account",
        "register_showing_municipalities",
    ]


@pytest.mark.parametrize("door", DOORS)
def test_the_program_can_put_nothing_else_in_the_place_of_a_door(door: Door, municipality: Municipality) -> None:
    name, takes = door.name, door.takes
    for statement in (
        f"CREATE OR REPLACE FUNCTION {name}({takes}) RETURNS SETOF record LANGUAGE sql AS 'SELECT 1'",
        f"ALTER FUNCTION {name}({takes}) RESET search_path",
        f"DROP FUNCTION {name}({takes})",
    ):
        with pytest.raises(ProgrammingError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement)


@pytest.mark.parametrize("door", DOORS)
def test_no_other_user_of_the_database_may_ask(door: Door, municipality: Municipality) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT proacl::text FROM pg_proc WHERE proname = %s", [door.name])
        held = cursor.fetchone()[0]
    assert "=X/" not in held.replace("gemeentedossier_application=X/", "").replace("postgres=X/", "")
