"""Remembering when somebody was here."""

import datetime as dt
from uuid import UUID

from django.db import connection

from gemeentedossier.foundation import clock
from gemeentedossier.foundation.identifiers import new_id
from gemeentedossier.foundation.tenancy import require_municipality_id

ONE_VISIT = dt.timedelta(hours=1)
"""Who comes back within it is still at the same visit (our own choice)."""
NOTED = """
  INSERT INTO method_lastvisit AS v (id, municipality_id, person_id, seen_at, before_at)
       VALUES (%(id)s, %(municipality)s, %(person)s, %(now)s, NULL)
  ON CONFLICT (municipality_id, person_id) DO UPDATE
          SET before_at = CASE WHEN v.seen_at < %(earlier)s THEN v.seen_at ELSE v.before_at END,
              seen_at = greatest(v.seen_at, EXCLUDED.seen_at)
    RETURNING before_at"""


def note_visit(person_id: UUID) -> dt.datetime | None:
    """Note that a person of the municipality in scope is here, and return when the visit before this one ended.

    None where they were never here before. One statement: it is asked with every look at Today.
    """
    now = clock.now()
    asked: dict[str, UUID | dt.datetime] = {
        "id": new_id(),
        "municipality": require_municipality_id(),
        "person": person_id,
        "now": now,
        "earlier": now - ONE_VISIT,
    }
    with connection.cursor() as cursor:
        cursor.execute(NOTED, asked)
        before: dt.datetime | None = cursor.fetchone()[0]
    return before
