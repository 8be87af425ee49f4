"""What is written of an impact assessment wherever it is told: the record as a source, its words and its days."""

import datetime as dt
from collections.abc import Iterator
from uuid import UUID

from gemeentedossier.catalogue.facts.risks import RiskLevel
from gemeentedossier.documents.engine.blocks import Paragraph, Text
from gemeentedossier.documents.engine.composition.material import Desk
from gemeentedossier.documents.engine.composition.records import Record, of_measure, record, risk_words
from gemeentedossier.documents.engine.composition.wordings import first_capital, in_the_netherlands, long_date
from gemeentedossier.documents.engine.composition.writer import Writer, quoted
from gemeentedossier.documents.engine.provenance import Origin
from gemeentedossier.dossier.register.facts import Activity
from gemeentedossier.dossier.risks.engine.terms import answer_due
from gemeentedossier.dossier.risks.facts import ImpactAssessment, OfficerAdvice, Prescan, RiskTreatment


def of_assessment(w: Writer, assessment: ImpactAssessment) -> Record:
    """An impact assessment as a source."""
    return record(w, "impact_assessment", assessment, assessment.name)


def of_prescan(w: Writer, prescan: Prescan, activity: Activity) -> Record:
    """A pre-scan as a source, known by its activity."""
    return record(w, "prescan", prescan, activity.name)


def activities_of(desk: Desk, assessment: ImpactAssessment) -> tuple[Activity, ...]:
    """The activities that an assessment is about, those that were replaced too."""
    every = {each.id: each for each in desk.w.dossier.activities}
    return tuple(every[key] for key in assessment.activity_ids if key in every)


def day_of(w: Writer, moment: dt.datetime | None) -> str:
    """The day of a moment in words; empty where it is unknown."""
    return long_date(in_the_netherlands(moment).date(), language=w.language) if moment else ""


def quotes(w: Writer, text: str, *because: Origin, slot: str) -> Iterator[Paragraph]:
    """What the municipality wrote, a paragraph for each of its own."""
    lines = [line for line in text.splitlines() if line.strip()]
    for number, line in enumerate(lines):
        yield Paragraph(w.value(quoted(line), because=because, slot=f"{slot}-{number}"))


def level(w: Writer, found: RiskLevel | None, *because: Origin, slot: str) -> Text:
    """A level of risk as a cell, or that nothing is recorded."""
    return w.value_or_unknown(first_capital(risk_words(w, found)), *because, slot=slot)


def level_with_reason(w: Writer, found: RiskLevel | None, reason: str, *because: Origin) -> Text:
    """A level with why it was chosen; that there is no reason is said."""
    if found is None:
        return w.unknown(*because)
    named = first_capital(risk_words(w, found))
    if reason.strip():
        return w.say("i.risks.reasoned", *because, level=named, words=quoted(reason))
    return w.say("i.risks.bare", *because, level=named)


def treatment_name(w: Writer, treatment: RiskTreatment) -> str:
    """What is done, in the words of the measure or in its own."""
    measure = next((each for each in w.dossier.measures if each.id == treatment.measure_id), None)
    parts = (measure.name if measure else "", quoted(treatment.text).text if treatment.text.strip() else "")
    return ": ".join(each for each in parts if each)


def treatment_origins(w: Writer, kept: Record, treatment: RiskTreatment) -> tuple[Origin, ...]:
    """What a measure of an assessment rests on: the assessment, and the measure that it names."""
    named = [each for each in w.dossier.measures if each.id == treatment.measure_id]
    return (*kept.origins("risks"), *(origin for each in named for origin in of_measure(w, each).origins("name")))


def treatment_day(w: Writer, kept: Record, treatment: RiskTreatment) -> Text:
    """When a measure is there: done, planned, or too late."""
    because = kept.origins("risks")
    if treatment.done_on:
        return w.say("i.measures.done", *because, day=long_date(treatment.done_on, language=w.language))
    if treatment.due_on is None:
        return w.unknown(*because)
    clause = "i.measures.late" if treatment.due_on < w.day else "i.measures.due"
    return w.say(clause, *because, day=long_date(treatment.due_on, language=w.language))


def advice_answer(w: Writer, kept: Record, advice: OfficerAdvice) -> Text:
    """What was done with an advice and why, or until when an answer is awaited (GDPR 35(2))."""
    because = kept.origins("advice")
    if advice.answer is not None:
        return w.say(
            f"i.advice.{advice.answer}",
            *because,
            day=day_of(w, advice.answered_at) or "–",
            who=advice.answered_by or "–",
            words=quoted(advice.answer_reason or "–"),
        )
    text, due = w.say("i.advice.unanswered", *because), answer_due(advice, w.catalogue)
    return text + w.say("i.advice.awaited", *because, day=long_date(due, language=w.language)) if due else text


def assessments_about(desk: Desk, key: UUID) -> tuple[ImpactAssessment, ...]:
    """The assessments that an activity is in."""
    return tuple(each for each in desk.w.dossier.impact_assessments if key in each.activity_ids)
