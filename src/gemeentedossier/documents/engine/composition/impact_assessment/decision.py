"""Who was heard, what the officer advised and what was done with it, what was decided, and who signs."""

from collections.abc import Iterator

from gemeentedossier.documents.engine.blocks import Block, Paragraph, Section
from gemeentedossier.documents.engine.composition.assessing import advice_answer, day_of, quotes
from gemeentedossier.documents.engine.composition.impact_assessment.opening import concluded
from gemeentedossier.documents.engine.composition.impact_assessment.report import Report
from gemeentedossier.documents.engine.composition.records import record, risk_words
from gemeentedossier.documents.engine.composition.wordings import long_date
from gemeentedossier.documents.engine.composition.writer import quoted
from gemeentedossier.dossier.risks.engine.residual import highest_residual
from gemeentedossier.dossier.risks.engine.terms import review_due
from gemeentedossier.dossier.risks.facts import OfficerAdvice
from gemeentedossier.dossier.security.engine.appetite import level_accepted


def views(report: Report) -> Section:
    """What people think of it, or why they were not asked (GDPR 35(9))."""
    return report.desk.section("i.views.heading", "views", _views(report))


def _views(report: Report) -> Iterator[Block]:
    w, found, kept = report.w, report.assessment, report.kept
    if found.views_sought is None:
        yield w.paragraph("i.views.unknown", *kept.origins("views_sought"))
    elif found.views_sought:
        yield w.paragraph("i.views.asked", *kept.origins("views_sought"))
        if found.views.strip():
            yield from quotes(w, found.views, *kept.origins("views"), slot="views")
        else:
            yield w.paragraph("i.views.silent", *kept.origins("views"))
    else:
        yield w.paragraph("i.views.not-asked", *kept.origins("views_sought"))
        reason = quoted(found.views_reason) if found.views_reason.strip() else None
        because = kept.origins("views_reason")
        yield w.paragraph("i.reason", *because, words=reason) if reason else w.paragraph("i.no-reason", *because)


def advice(report: Report) -> Section:
    """Each advice of the officer in its own words, with the answer of who decides (GDPR 35(2), 39(1)(c))."""
    return report.desk.section("i.advice.heading", "advice", _advice(report))


def _advice(report: Report) -> Iterator[Block]:
    w, found = report.w, report.assessment
    for number, each in enumerate(found.advice, 1):
        yield from _given(report, number, each)
    if not found.advice:
        yield w.paragraph("i.advice.none", *report.kept.origins("advice"))
    elif found.current_advice is None:
        yield w.paragraph("i.advice.older", *report.kept.origins("advice"))


def _given(report: Report, number: int, given: OfficerAdvice) -> Iterator[Block]:
    w, because = report.w, report.kept.origins(f"advice.{number}")
    day, who = day_of(w, given.advised_at), given.advised_by or "–"
    yield w.paragraph("i.advice.given", *because, day=day, who=who, version=given.version)
    yield from quotes(w, given.text, *because, slot=f"advice-{number}")
    yield Paragraph(advice_answer(w, report.kept, given))


def decision(report: Report) -> Section:
    """What the controller decided and why, and whether what remains is within what the board accepts."""
    return report.desk.section("i.decision.heading", "decision", _decision(report))


def _decision(report: Report) -> Iterator[Block]:
    w, found, kept = report.w, report.assessment, report.kept
    yield from concluded(report)
    yield from _appetite(report)
    if found.adopted_at is None:
        yield w.paragraph("i.decision.open", *kept.origins("adopted_at"))
        return
    because = kept.origins("adopted_at", "adopted_because")
    day, who = day_of(w, found.adopted_at), found.adopted_by or "–"
    yield w.paragraph("i.decision.adopted", *because, day=day, who=who, version=found.version)
    if found.adopted_because.strip():
        yield w.paragraph("i.reason", *kept.origins("adopted_because"), words=quoted(found.adopted_because))
    review = review_due(found, w.catalogue)
    if review:
        clause = "i.decision.review-over" if review < w.day else "i.decision.review"
        yield w.paragraph(clause, *kept.origins("review_on"), day=long_date(review, language=w.language))


def _appetite(report: Report) -> Iterator[Block]:
    """Whether what remains is more than the board accepts; nothing while either is unknown."""
    w = report.w
    remains = highest_residual(report.assessment.risks, w.catalogue.risk_scale)
    bodies = {key for each in report.about for key in each.controller_ids}
    accepted = level_accepted(w.dossier.appetites, bodies, on=w.day)
    if remains is None or accepted is None:
        return
    decided = [each for each in w.dossier.appetites if each.controller_id in bodies and each.holds_on(w.day)]
    because = [o for each in decided for o in record(w, "risk_appetite", each, each.controller).origins("level")]
    clause = "i.decision.above" if remains.is_above(accepted) else "i.decision.within"
    values = {"level": risk_words(w, remains), "accepted": risk_words(w, accepted)}
    yield w.paragraph(clause, *report.kept.origins("risks"), *because, **values)


def signature(report: Report) -> Section:
    """Who adopted it; a place to sign while nobody did."""
    return report.desk.section("i.signature.heading", "signature", _signature(report))


def _signature(report: Report) -> Iterator[Block]:
    w, found, kept = report.w, report.assessment, report.kept
    if found.adopted_at:
        day, who = day_of(w, found.adopted_at), found.adopted_by or "–"
        yield w.paragraph("i.signature.signed", *kept.origins("adopted_at"), day=day, who=who, version=found.version)
    bodies = dict.fromkeys(body for each in report.about for body in (*each.controllers, *each.controllers_own))
    because = report.desk.fields(report.about, "controllers") or kept.origins("activity_ids")
    rows = [(w.value(body, because=because, slot=f"sign-{body}"), (), (), ()) for body in bodies]
    if rows:
        columns = ("label.controller", "column.name-function", "column.date", "column.signature")
        yield w.table("i.signature.caption", columns, rows)
