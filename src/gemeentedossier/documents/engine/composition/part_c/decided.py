"""Chapters 10 to 13: advice and answers, consultations, what facts overtook, and what is due when."""

from collections.abc import Iterator

from gemeentedossier.assessment.engine.subjects.assessed import around_of
from gemeentedossier.documents.engine.blocks import Block, BulletList, Section, Text
from gemeentedossier.documents.engine.composition.assessing import advice_answer, day_of, of_assessment
from gemeentedossier.documents.engine.composition.impact_assessment.consultation import standing
from gemeentedossier.documents.engine.composition.material import Desk
from gemeentedossier.documents.engine.composition.records import about_records
from gemeentedossier.documents.engine.composition.wordings import long_date
from gemeentedossier.documents.engine.composition.writer import quoted
from gemeentedossier.documents.engine.provenance import Origin
from gemeentedossier.dossier.risks.engine.clock import clock_of
from gemeentedossier.dossier.risks.engine.staleness import stale_points
from gemeentedossier.dossier.risks.engine.terms import AssessmentTermDue, terms_for
from gemeentedossier.dossier.risks.facts import ImpactAssessment, OfficerAdvice


def advice(desk: Desk) -> Section:
    """What the officer advised last on each assessment, and what was done with it (GDPR 35(2))."""
    return desk.section("c.advice.heading", "advice", _advice(desk))


def _advice(desk: Desk) -> Iterator[Block]:
    w, found = desk.w, desk.w.dossier.impact_assessments
    given = [(each, each.latest_advice) for each in found if each.latest_advice]
    rows = [_given(desk, each, latest) for each, latest in given if latest]
    if rows:
        yield w.paragraph("c.advice.intro")
        columns = ("column.assessment", "column.advised", "column.advice", "column.answer")
        yield w.table("c.advice.caption", columns, rows)
    bare = [of_assessment(w, each) for each in found if not each.advice]
    yield from about_records(desk, "c.advice.none", bare, "advice")


def _given(desk: Desk, assessment: ImpactAssessment, given: OfficerAdvice) -> tuple[Text, ...]:
    w, kept = desk.w, of_assessment(desk.w, assessment)
    because = kept.origins("advice")
    told = ", ".join(each for each in (given.advised_by, day_of(w, given.advised_at)) if each)
    return (
        kept.cell(assessment.name, "name"),
        w.value(told, because=because, slot="advised"),
        w.quoted_or_unknown(given.text, *because, slot="advice"),
        advice_answer(w, kept, given),
    )


def consultations(desk: Desk) -> Section:
    """The consultations of the supervisor with where they stand (GDPR 36); nothing where there are none."""
    return desk.section("c.consultations.heading", "consultations", _consultations(desk))


def _consultations(desk: Desk) -> Iterator[Block]:
    w = desk.w
    rows = [
        (of_assessment(w, each).cell(each.name, "name"), standing(w, of_assessment(w, each), asked,
                                                                  clock_of(asked, w.catalogue, on=w.day)))
        for each in w.dossier.impact_assessments
        for asked in each.consultations
    ]  # fmt: skip
    if rows:
        yield w.paragraph("c.consultations.intro")
        yield w.table("c.consultations.caption", ("column.assessment", "column.standing"), rows)


def stale(desk: Desk) -> Section:
    """Which points of which assessments rest on facts that changed, and by which change (GDPR 35(11))."""
    return desk.section("c.stale.heading", "stale", _stale(desk))


def _stale(desk: Desk) -> Iterator[Block]:
    w = desk.w
    around = around_of(w.dossier, w.catalogue)
    activities = {each.id: each for each in w.dossier.activities}
    told = []
    for each in w.dossier.impact_assessments:
        kept = of_assessment(w, each)
        for found in stale_points(each, activities, around):
            because: tuple[Origin, ...] = (w.origins.rule("assessment-older-than-its-facts"),)
            because += kept.origins("paragraphs")
            change = "; ".join(found.delta.told(w.language).splitlines()) if found.delta else ""
            name = found.point.name.in_language(w.language)
            told.append(w.say("c.stale.point", *because, assessment=each.name, number=found.point.number,
                              name=name, change=change))  # fmt: skip
    if told:
        yield w.paragraph("c.stale.intro")
        yield BulletList(tuple(told))


def calendar(desk: Desk) -> Section:
    """Everything that assessments ask by a day, in the order of days; what is past is said to be late."""
    return desk.section("c.calendar.heading", "calendar", _calendar(desk))


def _calendar(desk: Desk) -> Iterator[Block]:
    w = desk.w
    found = terms_for(w.dossier.impact_assessments, w.catalogue, on=w.day)
    if found:
        yield w.paragraph("c.calendar.intro")
        columns = ("column.day", "column.what-due", "column.assessment")
        yield w.table("c.calendar.caption", columns, [_due(desk, each) for each in found])


def _due(desk: Desk, term: AssessmentTermDue) -> tuple[Text, ...]:
    w = desk.w
    assessment = next(each for each in w.dossier.impact_assessments if each.id == term.record_id)
    kept = of_assessment(w, assessment)
    because, day = kept.origins(f"terms.{term.kind}"), long_date(term.on, language=w.language)
    word = w.word(f"term.{term.kind}")
    what = f"{word}: {quoted(term.name).text}" if term.name != assessment.name and term.name else word
    return (
        w.say("c.calendar.late" if term.on < w.day else "c.calendar.day", *because, day=day),
        w.said(what, *because, slot=f"{term.kind}-what"),
        kept.cell(assessment.name, "name"),
    )
