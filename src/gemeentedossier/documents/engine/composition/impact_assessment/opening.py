"""The opening and the summary: what this is about, how it stands, and what it comes to."""

from collections.abc import Iterator

from gemeentedossier.documents.engine.blocks import Block, Definition, DefinitionList, Note, NoteKind, Section
from gemeentedossier.documents.engine.composition.assessing import day_of, quotes
from gemeentedossier.documents.engine.composition.impact_assessment.report import Report
from gemeentedossier.documents.engine.composition.records import risk_words
from gemeentedossier.documents.engine.composition.wordings import long_date
from gemeentedossier.documents.engine.composition.writer import quoted
from gemeentedossier.documents.engine.provenance import Origin
from gemeentedossier.dossier.risks.engine.residual import highest_residual
from gemeentedossier.dossier.risks.engine.terms import review_due
from gemeentedossier.dossier.risks.enums import AssessmentState


def opening(report: Report) -> Section:
    """What the assessment is about, its version and state, and who drew it up."""
    return report.desk.section("i.opening.heading", "opening", _opening(report))


def _opening(report: Report) -> Iterator[Block]:
    w = report.w
    if w.dossier.organisation.is_example:
        yield Note(NoteKind.ATTENTION, w.say("example", *w.origins.organisation("is_example")))
    names = w.listed(each.name for each in report.about)
    because = (*report.kept.origins("activity_ids"), *report.desk.fields(report.about, "name"))
    if names:
        yield w.paragraph("i.opening.what", *because, activities=names)
    else:
        yield w.paragraph("i.opening.what-nothing", *because)
    yield w.paragraph("i.opening.how", *report.kept.origins("name"), day=w.today())
    yield from _notes(report)
    yield DefinitionList(tuple(_particulars(report)))
    yield from _exempt(report)
    yield from _copied(report)


def _notes(report: Report) -> Iterator[Note]:
    w, found = report.w, report.assessment
    if found.state is AssessmentState.UNDER_REVISION:
        told = w.say("i.opening.revised", *report.kept.origins("state", "version"), version=found.version)
        yield Note(NoteKind.ATTENTION, told)
    elif found.state is not AssessmentState.ADOPTED:
        yield Note(NoteKind.ATTENTION, w.say("i.opening.draft", *report.kept.origins("state"), day=w.today()))
    if report.stale:
        points = w.listed(f"{each.point.number} ({each.point.name.in_language(w.language)})" for each in report.stale)
        because: tuple[Origin, ...] = (w.origins.rule("assessment-older-than-its-facts"),)
        because += report.kept.origins("paragraphs")
        yield Note(NoteKind.ATTENTION, w.say("i.opening.stale", *because, points=points))


def _particulars(report: Report) -> Iterator[Definition]:
    w, found, kept = report.w, report.assessment, report.kept
    if found.reference.strip():
        yield w.definition("label.reference", kept.cell(found.reference, "reference"))
    yield w.definition("label.version", kept.cell(str(found.upcoming_version), "version"))
    yield w.definition("label.state", kept.said(w.word(f"assessment.{found.state}"), "state"))
    yield w.definition("label.drawn-up-by", kept.cell(found.drawn_up_by, "drawn_up_by"))
    bodies = w.listed(body for each in report.about for body in (*each.controllers, *each.controllers_own))
    because = report.desk.fields(report.about, "controllers") or kept.origins("activity_ids")
    yield w.definition("label.controller", w.value_or_unknown(bodies, *because, slot="controllers"))
    owners = w.listed(each.owner for each in report.about if each.owner)
    because = report.desk.fields(report.about, "owner") or kept.origins("activity_ids")
    yield w.definition("label.owner", w.value_or_unknown(owners, *because, slot="owners"))
    if found.adopted_at:
        yield w.definition("label.adopted", kept.cell(day_of(w, found.adopted_at), "adopted_at"))
    review = review_due(found, w.catalogue)
    if review:
        yield w.definition("label.review", kept.cell(long_date(review, language=w.language), "review_on"))


def _exempt(report: Report) -> Iterator[Block]:
    w, found = report.w, report.assessment
    if found.exempt_under.strip():
        because, words = report.kept.origins("exempt_under"), quoted(found.exempt_reason or "–")
        yield w.paragraph("i.opening.exempt", *because, law=found.exempt_under, words=words)


def _copied(report: Report) -> Iterator[Block]:
    w, found = report.w, report.assessment
    model = next((each for each in w.dossier.impact_assessments if each.id == found.copied_from_id), None)
    if model is None:
        return
    because: tuple[Origin, ...] = (w.origins.rule("assessment-copied-unconfirmed"),)
    because += report.kept.origins("copied_from_id")
    yield w.paragraph("i.opening.copied", *because, name=quoted(model.name))
    if found.copy_confirmed_at:
        yield w.paragraph("i.opening.copy-confirmed", *because, day=day_of(w, found.copy_confirmed_at))
    else:
        yield w.paragraph("i.opening.copy-unconfirmed", *because)


def summary(report: Report) -> Section:
    """What the board must know: the conclusion, and the highest risk that remains."""
    return report.desk.section("i.summary.heading", "summary", _summary(report))


def _summary(report: Report) -> Iterator[Block]:
    w, found, kept = report.w, report.assessment, report.kept
    if found.summary.strip():
        yield from quotes(w, found.summary, *kept.origins("summary"), slot="summary")
    else:
        yield w.paragraph("i.summary.none", *kept.origins("summary"))
    yield from concluded(report)
    count, because = len(found.risks), kept.origins("risks")
    highest = highest_residual(found.risks, w.catalogue.risk_scale)
    if highest:
        yield w.paragraph("i.summary.risks", *because, count=count, level=risk_words(w, highest))
    else:
        yield w.paragraph("i.summary.unweighed" if count else "i.summary.no-risks", *because, count=count)


def concluded(report: Report) -> Iterator[Block]:
    """The conclusion with its reason, or that there is none yet."""
    w, found, because = report.w, report.assessment, report.kept.origins("conclusion")
    if found.conclusion is None:
        yield w.paragraph("i.summary.no-conclusion", *because)
        return
    yield w.paragraph("i.summary.conclusion", *because, conclusion=w.word(f"conclusion.{found.conclusion}"))
    if found.conclusion_reason.strip():
        reason = report.kept.origins("conclusion_reason")
        yield w.paragraph("i.reason", *reason, words=quoted(found.conclusion_reason))
    else:
        yield w.paragraph("i.no-reason", *report.kept.origins("conclusion_reason"))
