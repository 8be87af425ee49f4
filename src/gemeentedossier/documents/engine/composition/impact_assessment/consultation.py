"""Prior consultation of the supervisor with its terms reckoned, or that it should have been asked (GDPR 36)."""

from collections.abc import Iterator

from gemeentedossier.catalogue.facts.risks import RiskLevel
from gemeentedossier.documents.engine.blocks import Block, Definition, DefinitionList, Paragraph, Section, Text
from gemeentedossier.documents.engine.composition.impact_assessment.report import Report
from gemeentedossier.documents.engine.composition.records import Record
from gemeentedossier.documents.engine.composition.wordings import first_capital, long_date
from gemeentedossier.documents.engine.composition.writer import Writer, quoted
from gemeentedossier.dossier.risks.engine.clock import ConsultationClock, clock_of
from gemeentedossier.dossier.risks.engine.contents import ASKED_PIECES
from gemeentedossier.dossier.risks.engine.residual import highest_residual
from gemeentedossier.dossier.risks.enums import ConsultationPiece
from gemeentedossier.dossier.risks.facts import PriorConsultation


def consultations(report: Report) -> Section:
    """Each consultation with its clock; nothing where none is asked."""
    return report.desk.section("i.consultation.heading", "consultation", _consultations(report))


def _consultations(report: Report) -> Iterator[Block]:
    w, found = report.w, report.assessment
    highest = highest_residual(found.risks, w.catalogue.risk_scale)
    if not found.consultations and highest is RiskLevel.HIGH:
        yield w.paragraph("i.consultation.needed", w.origins.rule("high-risk-not-consulted"),
                          *report.kept.origins("consultations"))  # fmt: skip
    for number, each in enumerate(found.consultations, 1):
        clock = clock_of(each, w.catalogue, on=w.day)
        yield Paragraph(standing(w, report.kept, each, clock))
        yield DefinitionList(tuple(_particulars(report, number, each, clock)))
        if clock.passed:
            yield Paragraph(_reckoned(w, report.kept, clock))


def standing(w: Writer, kept: Record, consultation: PriorConsultation, clock: ConsultationClock) -> Text:
    """Where a consultation stands: awaited until a day, suspended, overdue or answered."""
    asked = long_date(consultation.requested_on, language=w.language)
    because = kept.origins("consultations")
    text = w.say("i.consultation.requested", *because, day=asked)
    answered = long_date(consultation.answered_on, language=w.language) if consultation.answered_on else ""
    due = long_date(clock.due, language=w.language) if clock.due else ""
    return text + w.say(f"i.consultation.{clock.standing}", *because, day=answered or due or "–")


def _particulars(
    report: Report, number: int, consultation: PriorConsultation, clock: ConsultationClock
) -> Iterator[Definition]:
    w, because = report.w, report.kept.origins(f"consultations.{number}")

    def row(label: str, text: Text) -> Definition:
        return w.definition(label, text)

    pieces = w.listed(w.word(f"piece.{each}") for each in ConsultationPiece if each in consultation.pieces)
    lacking = w.listed(w.word(f"piece.{each}") for each in ConsultationPiece
                       if each in ASKED_PIECES - set(consultation.pieces))  # fmt: skip
    yield row("label.enclosed", w.value_or_unknown(first_capital(pieces), *because, slot="enclosed"))
    if lacking:
        yield row("label.lacking", w.said(lacking, *because, slot="lacking"))
    days = {
        "label.received": consultation.received_on,
        "label.notice-due": None if consultation.extended_on else clock.notice_due,
        "label.extended": consultation.extended_on,
        "label.suspended": consultation.suspended_on,
        "label.resumed": consultation.resumed_on,
        "label.answer-due": clock.due,
        "label.answered": consultation.answered_on,
    }
    for label, day in days.items():
        if day:
            yield row(label, w.value(long_date(day, language=w.language), because=because, slot=label))
    if consultation.outcome.strip():
        yield row("label.outcome", w.value(quoted(consultation.outcome), because=because, slot="outcome"))


def _reckoned(w: Writer, kept: Record, clock: ConsultationClock) -> Text:
    """Why the last day is later than the calendar gives."""
    days = w.listed(long_date(each.day, language=w.language) for each in clock.passed)
    return w.say("i.consultation.passed", *kept.origins("consultations"), days=days)
