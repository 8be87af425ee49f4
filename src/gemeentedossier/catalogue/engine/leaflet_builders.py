"""From checked records to the longest term of a leaflet, and the term that holds on a day."""

import datetime as dt

from gemeentedossier.catalogue.engine.durations import Duration, InvalidDuration, parse_duration
from gemeentedossier.catalogue.engine.faults import EntryFault
from gemeentedossier.catalogue.engine.kinds import Kind
from gemeentedossier.catalogue.engine.law_builders import source_of, validity_of
from gemeentedossier.catalogue.engine.records import Record
from gemeentedossier.catalogue.engine.rule_builders import law_reference
from gemeentedossier.catalogue.facts.catalogue import Catalogue
from gemeentedossier.catalogue.facts.leaflets import LeafletTerm
from gemeentedossier.catalogue.facts.sources import Status


def leaflet_term(record: Record) -> LeafletTerm:
    """Return the term in a record that fits its schema; raises EntryFault where it is no duration."""
    longest = record.text("longest")
    try:
        parse_duration(longest)
    except InvalidDuration as error:
        raise EntryFault(("longest",), error.args[0]) from error
    return LeafletTerm(
        id=record.text("id"),
        pack=record.pack,
        name=record.both("name"),
        law=tuple(law_reference(each) for each in record.records("law")),
        longest=longest,
        validity=validity_of(record),
        status=record.choice("status", Status),
        source=source_of(record),
    )


def longest_leaflet_term(catalogue: Catalogue, *, on: dt.date) -> Duration | None:
    """Return how long a leaflet may hold on a day, the shortest of several terms; None where none is known."""
    terms = [each for each in catalogue.entries_of(LeafletTerm).values() if each.validity.holds_on(on)]
    found = [parse_duration(each.longest) for each in terms]
    return min(found, key=lambda term: term.after(on), default=None)


LEAFLET_TERMS = Kind("leaflet-terms", "leaflet-terms", LeafletTerm, leaflet_term)
