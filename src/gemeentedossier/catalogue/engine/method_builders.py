"""From checked records to the implementation method."""

from gemeentedossier.catalogue.engine.faults import EntryFault
from gemeentedossier.catalogue.engine.kinds import Kind, Reference
from gemeentedossier.catalogue.engine.law_builders import source_of
from gemeentedossier.catalogue.engine.records import Record
from gemeentedossier.catalogue.engine.rule_builders import law_reference
from gemeentedossier.catalogue.facts.citations import LawReference
from gemeentedossier.catalogue.facts.faults import told
from gemeentedossier.catalogue.facts.method import (
    DoneWhen,
    MaturityLevel,
    MaturityTheme,
    MethodCount,
    MethodInstrument,
    MethodPhase,
    MethodProduct,
    MethodStep,
    QuickscanQuestion,
)
from gemeentedossier.catalogue.facts.rules import Part
from gemeentedossier.catalogue.facts.sources import Status


def method_phase(record: Record) -> MethodPhase:
    """Return the phase in a record that fits its schema."""
    return MethodPhase(
        id=record.text("id"),
        pack=record.pack,
        number=record.integer("number"),
        name=record.both("name"),
        aim=record.both("aim"),
        status=record.choice("status", Status),
        source=source_of(record),
    )


def method_step(record: Record) -> MethodStep:
    """Return the step in a record that fits its schema.

    Raises EntryFault where a condition counts something and asks for rules at once, or does neither.
    """
    return MethodStep(
        id=record.text("id"),
        pack=record.pack,
        number=record.integer("number"),
        phase=record.text("phase"),
        name=record.both("name"),
        why=record.both("why"),
        how=record.both("how"),
        lead=record.text("lead"),
        supports=record.texts("supports"),
        law=_law(record, "law"),
        produces=tuple(map(MethodProduct, record.texts("produces"))),
        done_when=tuple(_done_when(each, place) for place, each in enumerate(record.records("done_when"))),
        status=record.choice("status", Status),
        source=source_of(record),
    )


def maturity_theme(record: Record) -> MaturityTheme:
    """Return the theme in a record that fits its schema."""
    return MaturityTheme(
        id=record.text("id"),
        pack=record.pack,
        number=record.integer("number"),
        name=record.both("name"),
        question=record.both("question"),
        articles=_law(record, "articles"),
        parts=tuple(map(Part, record.texts("parts"))),
        rest_of=tuple(map(Part, record.texts("rest_of"))),
        status=record.choice("status", Status),
        source=source_of(record),
    )


def maturity_level(record: Record) -> MaturityLevel:
    """Return the level in a record that fits its schema."""
    return MaturityLevel(
        id=record.text("id"),
        pack=record.pack,
        number=record.integer("number"),
        name=record.both("name"),
        meaning=record.both("meaning"),
        reached=record.both("reached"),
        status=record.choice("status", Status),
        source=source_of(record),
    )


def quickscan_question(record: Record) -> QuickscanQuestion:
    """Return the question in a record that fits its schema."""
    return QuickscanQuestion(
        id=record.text("id"),
        pack=record.pack,
        number=record.integer("number"),
        question=record.both("question"),
        part=record.choice("part", Part),
        step=record.text("step"),
        status=record.choice("status", Status),
        source=source_of(record),
    )


def method_instrument(record: Record) -> MethodInstrument:
    """Return the instrument in a record that fits its schema."""
    return MethodInstrument(
        id=record.text("id"),
        pack=record.pack,
        number=record.integer("number"),
        name=record.both("name"),
        tradition=record.both("tradition"),
        users=record.both("users"),
        gives=record.both("gives"),
        here=record.both("here"),
        status=record.choice("status", Status),
        source=source_of(record),
    )


def _law(record: Record, key: str) -> tuple[LawReference, ...]:
    return tuple(law_reference(each) for each in record.records(key))


def _done_when(record: Record, place: int) -> DoneWhen:
    count, rules = record.optional_text("count"), record.texts("rules")
    if bool(count) is bool(rules):
        sentence = told(
            "A condition either counts something or names rules. Give “count” or “rules”, not both.",
            "Een voorwaarde telt iets of noemt regels. Geef “count” of “rules”, niet allebei.",
        )
        raise EntryFault(("done_when", place), sentence)
    return DoneWhen(
        text=record.both("text"),
        count=MethodCount(count) if count else None,
        every=record.truth("every", unless_given=False),
        rules=rules,
    )


METHOD_KINDS = (
    Kind("method-phases", "method-phases", MethodPhase, method_phase),
    Kind(
        "method-steps",
        "method-steps",
        MethodStep,
        method_step,
        (
            Reference(("phase",), ("method-phases",)),
            Reference(("done_when", "*", "rules", "*"), ("rules",)),
        ),
    ),
    Kind("method-themes", "method-themes", MaturityTheme, maturity_theme),
    Kind("method-levels", "method-levels", MaturityLevel, maturity_level),
    Kind(
        "method-questions",
        "method-questions",
        QuickscanQuestion,
        quickscan_question,
        (Reference(("step",), ("method-steps",)),),
    ),
    Kind("method-instruments", "method-instruments", MethodInstrument, method_instrument),
)
"""All that packs say of the implementation method."""
