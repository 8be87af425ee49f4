"""Rules and word lists, from checked records to facts."""

from collections.abc import Mapping

from gemeentedossier.catalogue.engine.documents import Value
from gemeentedossier.catalogue.engine.faults import EntryFault
from gemeentedossier.catalogue.engine.kinds import Kind
from gemeentedossier.catalogue.engine.patterns import fault_of
from gemeentedossier.catalogue.engine.records import Record
from gemeentedossier.catalogue.facts.citations import LawReference
from gemeentedossier.catalogue.facts.faults import told
from gemeentedossier.catalogue.facts.lint import WordList
from gemeentedossier.catalogue.facts.rules import (
    Example,
    ExampleValue,
    Part,
    Place,
    Repair,
    Rule,
    RuleKind,
    RuleNature,
    RulePath,
    Severity,
    SubjectKind,
    Verdict,
)
from gemeentedossier.catalogue.facts.sources import Source, Status, Text

_PLACED = (
    "applies",
    "met",
    "partly",
    "contradicts",
    "statements",
    "reasons",
    "repair",
    "aliases",
    "examples",
)


def rule(record: Record) -> Rule:
    """Return the rule in a record that fits its schema."""
    return Rule(
        id=record.text("id"),
        pack=record.pack,
        aliases=record.texts("aliases"),
        part=record.choice("part", Part),
        kind=record.choice("kind", RuleKind),
        subject=record.choice("subject", SubjectKind),
        nature=record.choice("nature", RuleNature),
        severity=record.choice("severity", Severity) if record.fields.get("severity") is not None else None,
        law=tuple(law_reference(each) for each in record.records("law")),
        label=record.both("label"),
        question=record.both("question"),
        applies=_expression(record, "applies") or "true",
        applies_text=record.optional_both("applies_text"),
        met=_expression(record, "met"),
        partly=_expression(record, "partly"),
        contradicts=_expression(record, "contradicts"),
        statements=tuple(Text(each.text("nl"), each.text("en")) for each in record.records("statements")),
        reasons=_reasons(record),
        evidence=record.optional_both("evidence"),
        repair=_repair(record),
        responsible=record.texts("responsible"),
        review=record.text("review"),
        awaits=record.optional_text("awaits"),
        status=record.choice("status", Status),
        source=_source(record),
        examples=tuple(_example(each) for each in record.records("examples")),
        places=_places(record),
    )


def word_list(record: Record) -> WordList:
    """Return the word list in a record that fits its schema; raises EntryFault for a pattern that cannot be read."""
    return WordList(
        id=record.text("id"),
        pack=record.pack,
        about=record.both("about"),
        words=record.texts("words"),
        patterns=tuple(_pattern(each, index) for index, each in enumerate(record.texts("patterns"))),
        good_example=record.optional_both("good_example"),
    )


RULES = Kind("rules", "rules", Rule, rule)
WORD_LISTS = Kind("lint", "lint", WordList, word_list)


def _pattern(pattern: str, index: int) -> str:
    if fault := fault_of(pattern):
        raise EntryFault(("patterns", index), fault)
    return pattern


def _expression(record: Record, key: str) -> str | None:
    """An expression is text; YAML reads a bare `true` as a truth, which is an expression too."""
    value = record.fields.get(key)
    if isinstance(value, bool):
        return "true" if value else "false"
    return record.optional_text(key)


def law_reference(record: Record) -> LawReference:
    """Return the place in the law that the record names."""
    return LawReference(
        law=record.text("law"),
        article=_number(record, "article"),
        paragraph=_number(record, "paragraph"),
        point=_number(record, "point"),
    )


def _number(record: Record, key: str) -> str | None:
    value = record.fields.get(key)
    return None if value is None else str(value)


def _reasons(record: Record) -> Mapping[Verdict, Text]:
    inner = record.optional_record("reasons")
    return {Verdict(key): inner.both(key) for key in inner.fields} if inner else {}


def _repair(record: Record) -> Repair | None:
    inner = record.optional_record("repair")
    if inner is None:
        return None
    return Repair(text=Text(inner.text("nl"), inner.text("en")), field=inner.optional_text("field"))


def _source(record: Record) -> Source | None:
    inner = record.optional_record("source")
    if inner is None:
        return None
    return Source(
        location=inner.text("location"),
        read_version=inner.optional_text("read_version"),
        url=inner.optional_text("url"),
    )


def _example(record: Record) -> Example:
    facts = record.optional_record("facts")
    return Example(
        name=record.text("name"),
        facts={name: _fact(name, value) for name, value in facts.fields.items()} if facts else {},
        expect=record.choice("expect", Verdict),
    )


def _fact(name: str, value: Value) -> ExampleValue:
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return tuple(str(item) for item in value)
    if isinstance(value, bool | int | float | str):
        return value
    raise EntryFault(
        ("examples",),
        told(
            f"“{name}” must be a truth, a number, a text or a list of texts.",
            f"“{name}” moet een waarheid, een getal, een tekst of een lijst van teksten zijn.",
        ),
    )


def _places(record: Record) -> Mapping[RulePath, Place]:
    paths: list[RulePath] = [()]
    for key in _PLACED:
        if key in record.fields:
            paths.append((key,))
            value = record.fields[key]
            steps = range(len(value)) if isinstance(value, list) else value if isinstance(value, dict) else ()
            paths += [(key, step) for step in steps]
    return {path: _place(record, path) for path in paths}


def _place(record: Record, path: RulePath) -> Place:
    fault = record.fault(path, "")
    return Place(fault.file, fault.line, fault.column)
