"""From checked records to what law and method say of breaches."""

from decimal import Decimal

from gemeentedossier.catalogue.engine.faults import EntryFault
from gemeentedossier.catalogue.engine.kinds import Kind
from gemeentedossier.catalogue.engine.law_builders import source_of, validity_of
from gemeentedossier.catalogue.engine.records import Record
from gemeentedossier.catalogue.engine.rule_builders import law_reference
from gemeentedossier.catalogue.facts.breaches import (
    BreachFormField,
    BreachRule,
    BreachRuleFor,
    BreachStep,
    ExerciseCase,
    ExerciseEvent,
    SeverityBand,
    SeverityContext,
    SeverityPoints,
    SeverityScale,
    SeverityShift,
)
from gemeentedossier.catalogue.facts.citations import LawReference
from gemeentedossier.catalogue.facts.sources import Status


def breach_rule(record: Record) -> BreachRule:
    """Return the term or threshold in a record that fits its schema."""
    return BreachRule(
        id=record.text("id"),
        pack=record.pack,
        about=record.choice("about", BreachRuleFor),
        name=record.both("name"),
        law=_law(record),
        validity=validity_of(record),
        note=record.optional_both("note"),
        hours=_optional_integer(record, "hours"),
        duration=record.optional_text("duration"),
        risk=record.optional_text("risk"),
        status=record.choice("status", Status),
        source=source_of(record),
    )


def severity_scale(record: Record) -> SeverityScale:
    """Return the scale in a record that fits its schema; raises EntryFault where the bands do not rise."""
    bands = tuple(map(_band, record.records("bands")))
    if [each.level for each in bands] != [1, 2, 3, 4] or list(bands) != sorted(bands, key=lambda each: each.start):
        raise EntryFault(("bands",), "Give the four bands once, from low to very high, each from a higher score.")
    losses = record.record("losses")
    return SeverityScale(
        id=record.text("id"),
        pack=record.pack,
        name=record.both("name"),
        contexts=tuple(map(_context, record.records("contexts"))),
        identification=tuple(map(_points, record.records("identification"))),
        losses={aspect: tuple(map(_points, losses.records(aspect))) for aspect in losses.fields},
        malicious=Decimal(record.text("malicious")),
        bands=bands,
        circumstances=tuple(map(_named, record.records("circumstances"))),
        shifts=tuple(map(_shift, record.records("shifts"))),
        large_from=record.integer("large_from"),
        note=record.both("note"),
        status=record.choice("status", Status),
        source=source_of(record),
    )


def form_field(record: Record) -> BreachFormField:
    """Return the question in a record that fits its schema."""
    return BreachFormField(
        id=record.text("id"),
        pack=record.pack,
        number=record.text("number"),
        chapter=record.both("chapter"),
        question=record.both("question"),
        law=_law(record),
        is_compared=record.truth("compared", unless_given=False),
        is_required=record.truth("required", unless_given=False),
        form_version=record.text("form_version"),
        status=record.choice("status", Status),
        source=source_of(record),
    )


def breach_step(record: Record) -> BreachStep:
    """Return the step in a record that fits its schema."""
    return BreachStep(
        id=record.text("id"),
        pack=record.pack,
        number=record.integer("number"),
        name=record.both("name"),
        role=record.text("role"),
        within=record.both("within"),
        hours=_optional_integer(record, "hours"),
        law=_law(record),
        status=record.choice("status", Status),
        source=source_of(record),
    )


def exercise_case(record: Record) -> ExerciseCase:
    """Return the invented case in a record that fits its schema."""
    return ExerciseCase(
        id=record.text("id"),
        pack=record.pack,
        name=record.both("name"),
        title=record.both("title"),
        events=tuple(
            ExerciseEvent(after_minutes=each.integer("after_minutes"), told=each.both("told"))
            for each in record.records("events")
        ),
        risks=record.texts("risks"),
        inform_people=record.truth("inform_people", unless_given=False),
        kinds=record.texts("kinds"),
        lesson=record.both("lesson"),
        status=record.choice("status", Status),
        source=source_of(record),
    )


def _law(record: Record) -> tuple[LawReference, ...]:
    return tuple(law_reference(each) for each in record.records("law"))


def _optional_integer(record: Record, key: str) -> int | None:
    return record.integer(key) if record.fields.get(key) is not None else None


def _context(record: Record) -> SeverityContext:
    return SeverityContext(
        value=record.text("value"),
        name=record.both("name"),
        base=record.integer("base"),
        guides=tuple(each.both("text") for each in record.records("guides")),
    )


def _points(record: Record) -> SeverityPoints:
    return SeverityPoints(value=record.text("value"), name=record.both("name"), points=Decimal(record.text("points")))


def _named(record: Record) -> SeverityPoints:
    return SeverityPoints(value=record.text("value"), name=record.both("name"), points=Decimal(0))


def _band(record: Record) -> SeverityBand:
    return SeverityBand(
        level=record.integer("level"),
        start=Decimal(record.text("start")),
        name=record.both("name"),
        meaning=record.both("meaning"),
        risk=record.text("risk"),
    )


def _shift(record: Record) -> SeverityShift:
    return SeverityShift(needs=record.texts("needs"), bands=record.integer("bands"), name=record.both("name"))


BREACH_RULES = Kind("breach-rules", "breach-rules", BreachRule, breach_rule)
SEVERITY_SCALES = Kind("breach-severity", "breach-severity", SeverityScale, severity_scale)
BREACH_FORM = Kind("breach-form", "breach-form", BreachFormField, form_field)
BREACH_STEPS = Kind("breach-steps", "breach-steps", BreachStep, breach_step)
EXERCISES = Kind("breach-exercises", "breach-exercises", ExerciseCase, exercise_case)
BREACH_KINDS = (BREACH_RULES, SEVERITY_SCALES, BREACH_FORM, BREACH_STEPS, EXERCISES)
"""All that packs say of breaches."""
