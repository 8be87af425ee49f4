"""From checked records to what an impact assessment asks."""

from gemeentedossier.catalogue.engine.durations import InvalidDuration, parse_duration
from gemeentedossier.catalogue.engine.faults import EntryFault
from gemeentedossier.catalogue.engine.kinds import Kind
from gemeentedossier.catalogue.engine.law_builders import source_of, validity_of
from gemeentedossier.catalogue.engine.records import Record
from gemeentedossier.catalogue.engine.rule_builders import law_reference
from gemeentedossier.catalogue.facts.assessments import (
    AssessmentStep,
    AssessmentTerm,
    AuthorityListItem,
    GroundKind,
    ModelPoint,
    PrescanOutcome,
    PrescanQuestion,
    QuestionKind,
    QuestionOption,
    ScoreStep,
)
from gemeentedossier.catalogue.facts.citations import LawReference
from gemeentedossier.catalogue.facts.sources import Status

_CHOSEN = frozenset({QuestionKind.ONE, QuestionKind.SEVERAL})


def prescan_question(record: Record) -> PrescanQuestion:
    """Return the question in a record; raises EntryFault for a choice without options."""
    kind, options = record.choice("kind", QuestionKind), tuple(map(_option, record.records("options")))
    if kind is QuestionKind.ONE and not options:
        raise EntryFault(("options",), "Name what can be chosen.")
    if options and kind not in _CHOSEN:
        raise EntryFault(("options",), "Only a question with a choice has options.")
    return PrescanQuestion(
        id=record.text("id"),
        pack=record.pack,
        number=record.text("number"),
        name=record.both("name"),
        asks=record.both("asks"),
        kind=kind,
        filled_by=record.optional_text("filled_by") or "",
        options=options,
        scores=tuple(
            ScoreStep(at_least=each.integer("at_least"), score=each.integer("score"))
            for each in record.records("scores")
        ),
        status=record.choice("status", Status),
        source=source_of(record),
    )


def _option(record: Record) -> QuestionOption:
    score = record.integer("score") if record.fields.get("score") is not None else 0
    return QuestionOption(id=record.text("id"), name=record.both("name"), score=score)


def authority_list_item(record: Record) -> AuthorityListItem:
    """Return the kind of processing in a record."""
    return AuthorityListItem(
        id=record.text("id"),
        pack=record.pack,
        number=record.integer("number"),
        name=record.both("name"),
        threshold=record.both("threshold"),
        criteria=record.texts("criteria"),
        law=_law(record),
        status=record.choice("status", Status),
        source=source_of(record),
        validity=validity_of(record),
    )


def prescan_outcome(record: Record) -> PrescanOutcome:
    """Return the outcome in a record."""
    return PrescanOutcome(
        id=record.text("id"),
        pack=record.pack,
        ground=record.choice("ground", GroundKind),
        at_least=record.integer("at_least"),
        verdict=record.optional_text("verdict") or "",
        sentence=record.both("sentence"),
        law=_law(record),
        status=record.choice("status", Status),
        source=source_of(record),
    )


def model_point(record: Record) -> ModelPoint:
    """Return the point in a record."""
    return ModelPoint(
        id=record.text("id"),
        pack=record.pack,
        number=record.integer("number"),
        part=record.text("part"),
        name=record.both("name"),
        asks=record.both("asks"),
        rests_on=record.texts("rests_on"),
        law=_law(record),
        minimum=record.truth("minimum", unless_given=False),
        status=record.choice("status", Status),
        source=source_of(record),
    )


def assessment_step(record: Record) -> AssessmentStep:
    """Return the step in a record."""
    return AssessmentStep(
        id=record.text("id"),
        pack=record.pack,
        number=record.integer("number"),
        name=record.both("name"),
        role=record.text("role"),
        status=record.choice("status", Status),
        source=source_of(record),
    )


def assessment_term(record: Record) -> AssessmentTerm:
    """Return the term in a record; raises EntryFault for what is no duration."""
    duration = record.text("duration")
    try:
        parse_duration(duration)
    except InvalidDuration as error:
        raise EntryFault(("duration",), str(error)) from error
    return AssessmentTerm(
        id=record.text("id"),
        pack=record.pack,
        name=record.both("name"),
        duration=duration,
        law=_law(record),
        status=record.choice("status", Status),
        source=source_of(record),
        validity=validity_of(record),
    )


def _law(record: Record) -> tuple[LawReference, ...]:
    return tuple(law_reference(each) for each in record.records("law"))


ASSESSMENT_KINDS = (
    Kind("dpia-prescan", "dpia-prescan", PrescanQuestion, prescan_question),
    Kind("dpia-authority-list", "dpia-authority-list", AuthorityListItem, authority_list_item),
    Kind("dpia-outcomes", "dpia-outcomes", PrescanOutcome, prescan_outcome),
    Kind("dpia-model", "dpia-model", ModelPoint, model_point),
    Kind("dpia-process", "dpia-process", AssessmentStep, assessment_step),
    Kind("dpia-terms", "dpia-terms", AssessmentTerm, assessment_term),
)
