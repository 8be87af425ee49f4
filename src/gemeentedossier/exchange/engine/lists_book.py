"""The lists of systems and of parties as workbooks that can be taken over again without loss."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from uuid import UUID

from gemeentedossier.catalogue.facts.sources import Text
from gemeentedossier.dossier.assets.enums import SystemState
from gemeentedossier.dossier.assets.facts import System
from gemeentedossier.dossier.parties.facts import Party
from gemeentedossier.exchange.engine.writing.books import Book, Column, Sheet, Value
from gemeentedossier.exchange.enums import Field, ListKind, PartyField, SystemField

TITLES: Mapping[ListKind, Text] = {
    ListKind.SYSTEMS: Text("Systemen", "Systems"),
    ListKind.PARTIES: Text("Partijen", "Parties"),
}
STATES: Mapping[SystemState, Text] = {
    SystemState.PLANNED: Text("gepland", "planned"),
    SystemState.IN_USE: Text("in gebruik", "in use"),
    SystemState.PHASING_OUT: Text("wordt uitgefaseerd", "being phased out"),
    SystemState.LEGACY: Text("draait door zonder onderhoud", "runs on, not maintained"),
    SystemState.ENDED: Text("uit gebruik", "ended"),
}
ANSWERS: Mapping[bool | None, Text] = {True: Text("ja", "yes"), False: Text("nee", "no"), None: Text("", "")}
WIDE = frozenset({SystemField.DESCRIPTION, SystemField.FALLBACK, SystemField.LEGACY_REASON, PartyField.CONTACT})
Headings = Mapping[str, Text]
"""What the catalogue calls each field."""


def systems_book(
    systems: Iterable[System], *, suppliers: Mapping[UUID, str], headings: Headings, name: str, language: str
) -> Book:
    """Return the systems in the order given, of the municipality with this name; ``suppliers`` are names by key."""
    fields = tuple(each for each in SystemField if each is not SystemField.IGNORE)

    def value(system: System, field: SystemField) -> Value:
        if field is SystemField.SUPPLIER:
            return suppliers.get(system.supplier_id, "") if system.supplier_id else ""
        if field is SystemField.STATE:
            return STATES[system.state].in_language(language) if system.state else ""
        return _plain(getattr(system, field.value.partition(".")[2]))

    rows = ([value(system, field) for field in fields] for system in systems)
    return _book(ListKind.SYSTEMS, fields, rows, headings=headings, name=name, language=language)


def parties_book(parties: Iterable[Party], *, headings: Headings, name: str, language: str) -> Book:
    """Return the parties in the order given, of the municipality with this name."""
    fields = tuple(each for each in PartyField if each is not PartyField.IGNORE)
    rows = (
        [party.name, party.country or "", party.contact, ANSWERS[party.is_care_provider].in_language(language)]
        for party in parties
    )
    return _book(ListKind.PARTIES, fields, rows, headings=headings, name=name, language=language)


def _plain(value: object) -> Value:
    if value is None:
        return ""
    if isinstance(value, dt.date):
        return value.isoformat()
    return value if isinstance(value, int) else str(value)


def _book(
    kind: ListKind,
    fields: Sequence[Field],
    rows: Iterable[Sequence[Value]],
    *,
    headings: Headings,
    name: str,
    language: str,
) -> Book:
    title = TITLES[kind].in_language(language)
    columns = tuple(
        Column(heading=headings[each.value].in_language(language), width=50 if each in WIDE else 24) for each in fields
    )
    return Book(title=f"{title} {name}", language=language, sheets=(Sheet(name=title, columns=columns, rows=rows),))
