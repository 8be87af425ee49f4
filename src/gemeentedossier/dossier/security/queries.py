"""Classification and access as facts, from the rows of any moment."""

from collections.abc import Mapping
from uuid import UUID

from gemeentedossier.dossier.security import models
from gemeentedossier.dossier.security.facts import AccessRight, AccessRule, Classification, SystemLevel
from gemeentedossier.foundation.rows import Rows
from gemeentedossier.foundation.shaping import shaped

Names = Mapping[UUID, str]


def classifications_from(rows: Rows, *, people: Names) -> tuple[Classification, ...]:
    """All classifications, by activity. ``people`` are names by key."""
    made = (
        shaped(Classification, row, approved_by=people.get(row["approved_by_id"], ""))
        for row in rows(models.Classification)
    )
    return tuple(sorted(made, key=lambda each: each.activity_id))


def system_levels_from(rows: Rows, *, people: Names) -> tuple[SystemLevel, ...]:
    """All departures from inherited levels, by system and aspect."""
    made = (
        shaped(SystemLevel, row, decided_by=people.get(row["decided_by_id"], "")) for row in rows(models.SystemLevel)
    )
    return tuple(sorted(made, key=lambda each: (each.system_id, each.aspect)))


def access_rules_from(rows: Rows) -> tuple[AccessRule, ...]:
    """All lines of the access matrix, by activity and function."""
    made = (shaped(AccessRule, row) for row in rows(models.AccessRule))
    return tuple(sorted(made, key=lambda each: (each.activity_id, each.function, each.id)))


def access_rights_from(rows: Rows) -> tuple[AccessRight, ...]:
    """All rights that were found, by activity and holder."""
    made = (shaped(AccessRight, row) for row in rows(models.AccessRight))
    return tuple(sorted(made, key=lambda each: (each.activity_id, each.holder, each.id)))
