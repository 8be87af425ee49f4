"""Parties and who may act for them as facts, from the rows of any moment."""

from collections.abc import Mapping
from uuid import UUID

from gemeentedossier.dossier.parties import models
from gemeentedossier.dossier.parties.facts import Party, PartyRepresentative
from gemeentedossier.foundation.rows import Rows
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
