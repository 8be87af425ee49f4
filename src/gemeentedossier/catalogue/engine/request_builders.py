"""From checked records to what the law says of requests."""

from gemeentedossier.catalogue.engine.faults import EntryFault
from gemeentedossier.catalogue.engine.kinds import Kind, Reference
from gemeentedossier.catalogue.engine.law_builders import source_of, validity_of
from gemeentedossier.catalogue.engine.records import Record
from gemeentedossier.catalogue.engine.rule_builders import law_reference
from gemeentedossier.catalogue.facts.holidays import TermRegime
from gemeentedossier.catalogue.facts.requests import (
    Entitlement,
    RefusalPoint,
    RequestRefusal,
    RequestRight,
    RequestTerm,
    RightOnGround,
    RightStanding,
    SectorException,
)
from gemeentedossier.catalogue.facts.sources import Status, Text

LETTERS = tuple("abcdef")
"""The legal bases of GDPR 6(1)."""


def request_term(record: Record) -> RequestTerm:
    """Return the term in a record that fits its schema."""
    return RequestTerm(
        id=record.text("id"),
        pack=record.pack,
        status=record.choice("status", Status),
        source=source_of(record),
        validity=validity_of(record),
        note=record.optional_both("note"),
        name=record.both("name"),
        law=tuple(law_reference(each) for each in record.records("law")),
        regime=record.choice("regime", TermRegime),
        months=_whole(record, "months") or 0,
        weeks=_whole(record, "weeks") or 0,
        working_days=_whole(record, "working_days") or 0,
    )


def entitlement(record: Record) -> Entitlement:
    """Return who may ask; raises EntryFault for ages that leave nobody."""
    first, last = _whole(record, "from_age"), _whole(record, "below_age")
    if first is not None and last is not None and last <= first:
        raise EntryFault(("below_age",), f"Nobody is {first} or older and younger than {last}. Correct one of them.")
    return Entitlement(
        id=record.text("id"),
        pack=record.pack,
        status=record.choice("status", Status),
        source=source_of(record),
        validity=validity_of(record),
        note=record.optional_both("note"),
        name=record.both("name"),
        law=tuple(law_reference(each) for each in record.records("law")),
        by=record.texts("by"),
        from_age=first,
        below_age=last,
        guardianship=record.truth("guardianship", unless_given=False),
    )


def request_right(record: Record) -> RequestRight:
    """Return the right; the schema asks for each of the six legal bases."""
    grounds = record.record("grounds")
    return RequestRight(
        id=record.text("id"),
        pack=record.pack,
        status=record.choice("status", Status),
        source=source_of(record),
        validity=validity_of(record),
        note=record.optional_both("note"),
        name=record.both("name"),
        law=tuple(law_reference(each) for each in record.records("law")),
        grounds={letter: _on_ground(grounds.record(letter)) for letter in LETTERS},
        content=_texts(record, "content"),
        rules=_texts(record, "rules"),
        refusals=record.texts("refusals"),
        tells_recipients=record.truth("tells_recipients", unless_given=False),
    )


def request_refusal(record: Record) -> RequestRefusal:
    """Return the ground for refusing."""
    points = tuple(
        RefusalPoint(letter=each.text("letter"), text=each.both("text")) for each in record.records("points")
    )
    return RequestRefusal(
        id=record.text("id"),
        pack=record.pack,
        status=record.choice("status", Status),
        source=source_of(record),
        validity=validity_of(record),
        note=record.optional_both("note"),
        name=record.both("name"),
        law=tuple(law_reference(each) for each in record.records("law")),
        says=record.both("says"),
        points=points,
        factors=_texts(record, "factors"),
    )


def sector_exception(record: Record) -> SectorException:
    """Return the regime of another law."""
    return SectorException(
        id=record.text("id"),
        pack=record.pack,
        status=record.choice("status", Status),
        source=source_of(record),
        validity=validity_of(record),
        note=record.optional_both("note"),
        name=record.both("name"),
        law=tuple(law_reference(each) for each in record.records("law")),
        says=record.both("says"),
        domains=record.texts("domains"),
        rights=record.texts("rights"),
        of_the_deceased=record.truth("of_the_deceased", unless_given=False),
    )


def _on_ground(record: Record) -> RightOnGround:
    return RightOnGround(
        standing=record.choice("standing", RightStanding),
        law=law_reference(record.record("law")),
    )


def _texts(record: Record, key: str) -> tuple[Text, ...]:
    return tuple(Text(each.text("nl"), each.optional_text("en")) for each in record.records(key))


def _whole(record: Record, key: str) -> int | None:
    return None if record.fields.get(key) is None else record.integer(key)


REQUEST_KINDS = (
    Kind("request-terms", "request-terms", RequestTerm, request_term),
    Kind("request-entitlements", "request-entitlements", Entitlement, entitlement),
    Kind("request-refusals", "request-refusals", RequestRefusal, request_refusal),
    Kind(
        "request-rights",
        "request-rights",
        RequestRight,
        request_right,
        (Reference(("refusals", "*"), ("request-refusals",)),),
    ),
    Kind("request-exceptions", "request-exceptions", SectorException, sector_exception),
)
