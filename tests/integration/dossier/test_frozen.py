"""What was adopted or reported stands, in the database too."""

import pytest
from django.db import ProgrammingError, connection, transaction

from gemeentedossier.foundation.models import Municipality

FORBIDDEN = [
    "UPDATE register_activityversion SET content = '{}'",
    "DELETE FROM register_activityversion",
    "UPDATE exchange_import SET report = '[]'",
    "DELETE FROM exchange_import",
    "UPDATE foundation_municipality SET name = 'x'",
    "DELETE FROM foundation_municipality",
]


@pytest.mark.parametrize("statement", FORBIDDEN)
def test_the_role_of_the_application_cannot(statement: str, municipality: Municipality) -> None:
    with connection.cursor() as cursor, pytest.raises(ProgrammingError), transaction.atomic():
        cursor.execute(statement)


def test_the_moment_of_publication_can_be_set(municipality: Municipality) -> None:
    with connection.cursor() as cursor:
        cursor.execute("UPDATE register_activityversion SET published_at = now()")
        assert cursor.rowcount == 0
