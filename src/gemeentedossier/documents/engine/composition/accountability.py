"""The account of every criterion: per Part what is met, missing and contradictory, what is not judged yet, and why."""

from collections.abc import Iterator

from gemeentedossier.assessment.engine.coverage import SilentArticle, coverage_of
from gemeentedossier.assessment.enums import Outcome
from gemeentedossier.assessment.facts import Assessment
from gemeentedossier.catalogue.facts.rules import Part
from gemeentedossier.documents.engine.blocks import Block, Document, Note, NoteKind, Paragraph, Section, Text
from gemeentedossier.documents.engine.composition.annexes import (
    contradictions_found,
    contradictions_not_found,
    criteria_sections,
)
from gemeentedossier.documents.engine.composition.document import finished
from gemeentedossier.documents.engine.composition.material import Desk, Material, Telling, desk_for, untold
from gemeentedossier.documents.engine.composition.readings import law_read
from gemeentedossier.documents.engine.composition.wordings import anchor_of

COUNTED = (
    Outcome.CONTRADICTS,
    Outcome.NOT_MET,
    Outcome.EXPIRED,
    Outcome.GAP,
    Outcome.PARTLY,
    Outcome.SUPPRESSED,
    Outcome.UNDECIDED,
    Outcome.MET,
    Outcome.NOT_APPLICABLE,
)


def compose_accountability(material: Material, *, language: str = "nl", told: Telling = untold) -> Document:
    """The account that GDPR 5(2) asks for: each criterion of the catalogue with its answer and its source."""
    desk = desk_for(material, language=language)
    assessment = material.assessment
    chapters = [_about(desk, assessment)]
    if assessment is not None:
        for done, part in enumerate(Part):
            told(done, len(Part))
            chapters.append(_part(desk, assessment, part))
    chapters += [*law_read(desk), _awaiting(desk), _silent(desk)]
    return finished(desk, "v", [each for each in chapters if each.blocks or each.children])


def _about(desk: Desk, assessment: Assessment | None) -> Section:
    w = desk.w
    blocks: list[Block] = [w.paragraph("v.about.intro", *w.origins.organisation("name"), day=w.today())]
    if w.dossier.organisation.is_example:
        blocks.append(Note(NoteKind.ATTENTION, w.say("example", *w.origins.organisation("is_example"))))
    if not desk.activities:
        blocks.append(Note(NoteKind.ATTENTION, w.say("no-activities", *w.origins.organisation("activities"))))
    if assessment is None:
        blocks.append(w.paragraph("a.about.no-findings", *w.origins.organisation("activities")))
    else:
        columns = ("v.column.part", *(f"outcome.{outcome.value}" for outcome in COUNTED))
        blocks.append(w.table("v.counts.caption", columns, _counts(desk, assessment)))
    return desk.section("v.about.heading", "about", blocks)


def _counts(desk: Desk, assessment: Assessment) -> Iterator[tuple[Text, ...]]:
    w, found = desk.w, desk.w.origins.organisation("activities")
    counts = assessment.counts_per_part()
    for part in Part:
        if part in counts:
            numbers = (w.value(str(counts[part][outcome]), because=found) for outcome in COUNTED)
            yield (w.say(f"v.part.{part.value}.heading"), *numbers)


def _part(desk: Desk, assessment: Assessment, part: Part) -> Section:
    under = anchor_of("part", part.value)
    children = criteria_sections(desk, assessment, part=part, under=under)
    found = contradictions_found(desk, assessment, part=part)
    unseen = contradictions_not_found(desk, assessment, part=part)
    if found or unseen:
        children.append(desk.section("v.contradictions.heading", f"{under}-contradictions", unseen, found))
    return desk.section(f"v.part.{part.value}.heading", under, (), children)


def _awaiting(desk: Desk) -> Section:
    """Rules whose records cannot be kept here yet: they say nothing, and that is said."""
    w, rules = desk.w, desk.w.catalogue.rules
    blocks: list[Block] = []
    for kind, waiting in coverage_of(w.catalogue).awaiting().items():
        labels = w.listed(rules[each].label.in_language(w.language) for each in waiting)
        because = tuple(w.origins.rule(each) for each in waiting)
        blocks.append(w.paragraph("v.awaiting.kind", *because, records=w.word(f"awaits.{kind}"), labels=labels))
    intro = [w.paragraph("v.awaiting.intro")] if blocks else []
    return desk.section("v.awaiting.heading", "awaiting", [*intro, *blocks])


def _silent(desk: Desk) -> Section:
    w = desk.w
    children = []
    told: dict[str, dict[str, list[SilentArticle]]] = {}
    for each in coverage_of(w.catalogue).silent:
        told.setdefault(each.law, {}).setdefault(each.reason.in_language(w.language), []).append(each)
    for law in (each for each in w.catalogue.articles.values() if each.law in told):
        paragraphs = []
        for reason, places in told[law.law].items():
            because = w.origins.articles(law.law, dict.fromkeys(each.article for each in places))
            names = w.listed(each.place(w.language) for each in places)
            paragraphs.append(Paragraph(w.say("v.silent.articles", *because, articles=names, reason=reason)))
        heading = w.one("v.silent.law", *w.origins.articles(law.law, law.articles[:1]), law=w.origins.law_name(law.law))
        children.append(Section(heading=heading, anchor=anchor_of("silent", law.id), blocks=tuple(paragraphs)))
    return desk.section("v.silent.heading", "silent", [w.paragraph("v.silent.intro")] if children else [], children)
