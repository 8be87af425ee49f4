"""Parties and who may act for them as facts, from the rows of any moment; and who acts for whom today."""

import datetime as dt
from collections.abc import Mapping
from uuid import UUID

from gemeentedossier.dossier.parties import models
from gemeentedossier.dossier.parties.facts import Party, PartyRepresentative
from gemeentedossier.foundation.rows import Rows, live_rows_in
from gemeentedossier.foundation.shaping import shaped


def parties_from(rows: Rows) -> tuple[Party, ...]:
    """All parties, by name."""
    made = (shaped(Party, row) for row in rows(models.Party))
    return tuple(sorted(made, key=lambda each: (each.name, each.id)))


def representatives_from(rows: Rows, *, people: Mapping[UUID, str]) -> tuple[PartyRepresentative, ...]:
    """Who may act or might act for which party, by party and first day. ``people`` are names by key."""
    made = (
        shaped(PartyRepresentative, row, person_name=people.get(row["person_id"], ""))
        for row in rows(models.PartyRepresentative)
    )
    return tuple(sorted(made, key=lambda each: (each.party_id, each.starts_on, each.id)))


def party_facts(party_id: UUID) -> Party:
    """One party as it is now; Party.DoesNotExist (Django's) where the municipality has none of that id."""
    for row in live_rows_in(models.Party, column="id", keys=[party_id]):
        return shaped(Party, row)
    raise models.Party.DoesNotExist


def parties_of(person_id: UUID, *, on: dt.date) -> tuple[Party, ...]:
    """For which parties of the municipality in scope the person may act on that day, by name."""
    rows = live_rows_in(models.PartyRepresentative, column="person_id", keys=[person_id])
    held = (shaped(PartyRepresentative, row) for row in rows)
    keys = [each.party_id for each in held if each.acts_on(on)]
    found = (shaped(Party, row) for row in live_rows_in(models.Party, column="id", keys=keys)) if keys else ()
    return tuple(sorted(found, key=lambda each: (each.name, each.id)))
