"""From checked records to the framework of security."""

from gemeentedossier.catalogue.engine.kinds import Kind
from gemeentedossier.catalogue.engine.law_builders import source_of
from gemeentedossier.catalogue.engine.records import Record
from gemeentedossier.catalogue.engine.rule_builders import law_reference
from gemeentedossier.catalogue.facts.security import (
    ControlMeasure,
    ControlState,
    ControlTheme,
    SecurityAspect,
    SecurityControl,
    SecurityLevel,
)
from gemeentedossier.catalogue.facts.sources import Status


def security_control(record: Record) -> SecurityControl:
    """Return the control in a record that fits its schema."""
    return SecurityControl(
        id=record.text("id"),
        pack=record.pack,
        number=record.text("number"),
        iso=record.text("iso"),
        name=record.both("name"),
        theme=record.choice("theme", ControlTheme),
        aspects=tuple(map(SecurityAspect, record.texts("aspects"))),
        law=tuple(law_reference(each) for each in record.records("law")),
        edition=record.text("edition"),
        measures=tuple(map(_measure, record.records("measures"))),
        status=record.choice("status", Status),
        source=source_of(record),
    )


def security_level(record: Record) -> SecurityLevel:
    """Return the level in a record that fits its schema."""
    return SecurityLevel(
        id=record.text("id"),
        pack=record.pack,
        aspect=record.choice("aspect", SecurityAspect),
        level=record.integer("level"),
        name=record.both("name"),
        guide=record.both("guide"),
        harm=record.both("harm"),
        asks=record.texts("asks"),
        status=record.choice("status", Status),
        source=source_of(record),
    )


def _measure(record: Record) -> ControlMeasure:
    return ControlMeasure(
        number=record.text("number"),
        state=record.choice("state", ControlState),
        text=record.optional_both("text"),
        period=record.optional_text("period"),
        moved_to=record.optional_text("moved_to"),
    )


CONTROLS = Kind("security-controls", "security-controls", SecurityControl, security_control)
LEVELS = Kind("security-levels", "security-levels", SecurityLevel, security_level)
