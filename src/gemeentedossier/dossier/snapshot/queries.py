"""The dossier as facts. Every reader above this room takes it from here, never from the tables."""

import datetime as dt
import re
from collections.abc import Collection
from dataclasses import replace
from functools import cache
from typing import Any
from uuid import UUID

from django.db import connection

from gemeentedossier.dossier.parties.models import Party
from gemeentedossier.dossier.parties.queries import parties_from
from gemeentedossier.dossier.register.queries.activities import (
    Surroundings,
    activities_from,
    owned_models,
    rows_of_activities,
    versions_from,
)
from gemeentedossier.dossier.snapshot.around import rows_around
from gemeentedossier.dossier.snapshot.facts import Dossier
from gemeentedossier.dossier.snapshot.fields import FIELDS, Model, Names
from gemeentedossier.dossier.snapshot.organisation import organisation_from
from gemeentedossier.foundation import clock
from gemeentedossier.foundation.models import Municipality
from gemeentedossier.foundation.rows import Rows, Wanted, live_rows_in_groups, past_rows
from gemeentedossier.organisation import models as organisation

ORGANISED: tuple[Model, ...] = (
    organisation.OrganisationProfile,
    organisation.Controller,
    organisation.Unit,
    organisation.Person,
    organisation.RoleAssignment,
    Party,
)
"""What the activities name by key."""
WORDS = 12
"""How many different words of a question are looked for."""


def dossier_of(municipality: Municipality, *, activity_id: UUID | None = None) -> Dossier:
    """The dossier as it is now; with ``activity_id``, only that one and what it needs around it (``around``).

    Inside the municipality's scope.
    """
    rows: Rows = rows_around(activity_id) if activity_id else live_rows_in_groups(*_groups())
    return _built(municipality, rows, moment=clock.now(), ledger_number=None)


def dossier_of_activities(municipality: Municipality, *, ids: Collection[UUID]) -> Dossier:
    """The dossier as it is now, of activities only these. Inside the municipality's scope."""
    return _built(municipality, rows_of_activities(ids), moment=clock.now(), ledger_number=None)


def dossier_beside(before: Dossier, *, ids: Collection[UUID], fields: Collection[str]) -> Dossier:
    """A dossier that was read before, with these fields as they are now, and of activities only these. In the scope.

    Organisation and parties, and whatever else is not named, are as they were.
    """
    rows, named = rows_of_activities(ids), Names.of(before.organisation, before.parties)
    around = Surroundings.of(before.organisation, before.parties)
    found: dict[str, Any] = {name: FIELDS[name].read(rows, named) for name in fields}
    return replace(
        before,
        moment=clock.now(),
        activities=activities_from(rows, around) if ids else (),
        versions=versions_from(rows) if ids else (),
        **found,
    )


def dossier_at(municipality: Municipality, *, moment: dt.datetime) -> Dossier:
    """The dossier as it was known at the moment."""
    return _built(municipality, past_rows(moment=moment), moment=moment, ledger_number=None)


def dossier_up_to(municipality: Municipality, *, ledger_number: int, moment: dt.datetime) -> Dossier:
    """The dossier up to an entry of the ledger: reproducible, whatever is committed later."""
    return _built(municipality, past_rows(ledger_number=ledger_number), moment=moment, ledger_number=ledger_number)


@cache
def _groups() -> tuple[tuple[Wanted, ...], ...]:
    """All tables of a dossier, read in two journeys: fifty would take longer than what they bring."""
    beside: dict[Model, None] = dict.fromkeys(model for field in FIELDS.values() for model in field.tables)
    groups: tuple[tuple[Model, ...], ...] = ((*ORGANISED, *owned_models()), tuple(beside))
    return tuple(tuple(map(Wanted, group)) for group in groups)


def _built(municipality: Municipality, rows: Rows, *, moment: dt.datetime, ledger_number: int | None) -> Dossier:
    known = organisation_from(municipality, rows)
    parties = parties_from(rows)
    named = Names.of(known, parties)
    return Dossier(
        organisation=known,
        moment=moment,
        ledger_number=ledger_number,
        parties=parties,
        activities=activities_from(rows, Surroundings.of(known, parties)),
        versions=versions_from(rows),
        **{name: field.read(rows, named) for name, field in FIELDS.items()},
    )


def stems_of(text: str) -> tuple[str, ...]:
    """The words of a text as the Dutch dictionary of the database stems them, in order, each once, at most ``WORDS``.

    Words without a meaning of their own (the, of) are left out; what holds no words at all gives nothing.
    """
    words = list(dict.fromkeys(re.findall(r"[^\s\"“”„,;:()]+", text.lower())))[:WORDS]
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT word, ts_lexize('dutch_stem', word) FROM unnest(%s::text[]) WITH ORDINALITY AS asked(word, place)"
            " ORDER BY place",
            [[word.replace("\x00", "") for word in words]],
        )
        found = cursor.fetchall()
    return tuple(stems[0] if stems else word for word, stems in found if stems != [] and word)
