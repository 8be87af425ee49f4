"""From checked records to the help beside fields."""

from gemeentedossier.catalogue.engine.kinds import Kind
from gemeentedossier.catalogue.engine.records import Record
from gemeentedossier.catalogue.engine.rule_builders import law_reference
from gemeentedossier.catalogue.facts.guidance import FieldGuidance


def field_guidance(record: Record) -> FieldGuidance:
    """Return the help in a record that fits its schema."""
    return FieldGuidance(
        id=record.text("id"),
        pack=record.pack,
        asks=record.both("asks"),
        use=record.optional_both("use"),
        law=tuple(law_reference(each) for each in record.records("law")),
        good=record.optional_both("good"),
        bad=record.optional_both("bad"),
        because=record.optional_both("because"),
    )


FIELD_GUIDANCE = Kind("field-guidance", "field-guidance", FieldGuidance, field_guidance)
