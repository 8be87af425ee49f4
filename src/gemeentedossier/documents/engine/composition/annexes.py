"""The annexes: per criterion what is recorded and what is missing, and the contradictions side by side."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from gemeentedossier.assessment.engine import wording
from gemeentedossier.assessment.engine.naming import BESIDE, record_name
from gemeentedossier.assessment.enums import AnswerSource, Outcome
from gemeentedossier.assessment.facts import WORST_FIRST, Assessment, Finding
from gemeentedossier.catalogue.facts.rules import Part, Rule, RuleKind, RuleNature, Severity, SubjectKind, Verdict
from gemeentedossier.documents.engine.blocks import Block, BulletList, Note, NoteKind, Paragraph, Section, Text
from gemeentedossier.documents.engine.composition.material import Desk
from gemeentedossier.documents.engine.composition.wordings import anchor_of
from gemeentedossier.documents.engine.provenance import Origin
from gemeentedossier.dossier.register.facts import Activity

_FIELDS = {
    SubjectKind.PURPOSE: "purposes",
    SubjectKind.LEGAL_BASIS: "legal_bases",
    SubjectKind.DATA_USE: "data_uses",
    SubjectKind.DATA_SOURCE: "sources",
    SubjectKind.RECIPIENT: "recipients",
    SubjectKind.TRANSFER: "transfers",
    SubjectKind.RETENTION: "retention",
    SubjectKind.PARTY: "parties",
    SubjectKind.FURTHER_USE: "further_uses",
}


@dataclass(slots=True)
class Findings:
    """What one rule found: what is open, what is met, and of what it is unknown whether the rule applies."""

    rule: Rule
    open: list[Finding] = field(default_factory=list)
    met: list[Finding] = field(default_factory=list)
    undecided: list[Finding] = field(default_factory=list)


def by_rule(desk: Desk, assessment: Assessment, kind: RuleKind, part: Part) -> list[Findings]:
    """The findings of one kind of rule in a Part, by rule, in the order of the catalogue; of replaced records none.

    Rules that await records are not judged, so that they are not there.
    """
    rules = (rule for rule in desk.w.catalogue.rules.values() if rule.kind is kind and rule.part is part)
    found = {rule.id: Findings(rule) for rule in rules if rule.awaits is None}
    for each in assessment.findings():
        entry = found.get(each.rule_id)
        if entry is None or (each.activity_id is not None and each.activity_id not in desk.by_id):
            continue
        if each.outcome is Outcome.UNDECIDED:
            entry.undecided.append(each)
        elif each.is_open or each.outcome is Outcome.SUPPRESSED:
            entry.open.append(each)
        elif each.outcome is Outcome.MET:
            entry.met.append(each)
    return list(found.values())


def criteria_annex(desk: Desk, assessment: Assessment, *, part: Part) -> Section:
    """Annex 1: what each criterion of the Part found."""
    children = criteria_sections(desk, assessment, part=part, under="criteria")
    return desk.section("f.criteria.heading", "criteria", [desk.w.paragraph("f.criteria.intro")], children)


def criteria_sections(desk: Desk, assessment: Assessment, *, part: Part, under: str) -> list[Section]:
    """Criteria with open points by nature; those of which it is unknown whether they matter; the rest."""
    found = by_rule(desk, assessment, RuleKind.CRITERION, part)
    children = [
        desk.section(f"f.criteria.{nature.value}", anchor_of(under, nature.value), (), made)
        for nature in RuleNature
        if (made := [_criterion(desk, each) for each in found if each.open and each.rule.nature is nature])
    ]
    children += _undecided(desk, [each for each in found if each.undecided and not each.open], under)
    sound = [each.rule for each in found if each.met and not each.open and not each.undecided]
    idle = [each.rule for each in found if not each.met and not each.open and not each.undecided]
    return [*children, *_in_order(desk, sound, under), *_idle(desk, idle, under)]


def _undecided(desk: Desk, found: Sequence[Findings], under: str) -> Iterator[Section]:
    w = desk.w

    def row(each: Findings) -> tuple[Text, ...]:
        origin, records = w.origins.rule(each.rule.id), tuple(_subjects(desk, each.undecided))
        when = each.rule.applies_text.in_language(w.language) if each.rule.applies_text else ""
        return (
            w.value(_label(desk, each.rule), because=(origin,), slot="criterion"),
            w.value_or_unknown(when, origin, slot="when"),
            _names(desk, each.undecided, records),
        )

    if found:
        columns = ("column.criterion", "column.case", "column.activity")
        blocks: list[Block] = [
            w.paragraph("f.undecided.intro"),
            w.table("f.undecided.caption", columns, map(row, found)),
        ]
        yield desk.section("f.undecided.heading", f"{under}-undecided", blocks)


def _in_order(desk: Desk, rules: Sequence[Rule], under: str) -> Iterator[Section]:
    if rules:
        labels = desk.w.listed(_label(desk, each) for each in rules)
        said = desk.w.paragraph("f.criteria.in-order", *map(desk.w.origins.rule, (r.id for r in rules)), labels=labels)
        yield desk.section("f.criteria.in-order.heading", f"{under}-in-order", [said])


def _idle(desk: Desk, rules: Sequence[Rule], under: str) -> Iterator[Section]:
    w = desk.w

    def said(rule: Rule) -> Text:
        origin = w.origins.rule(rule.id)
        text = w.say("f.criteria.idle", origin, label=_label(desk, rule))
        if rule.applies_text:
            text += w.say("f.criteria.idle-reason", origin, reason=rule.applies_text.in_language(w.language))
        return text

    if rules:
        items = BulletList(tuple(said(each) for each in rules))
        yield desk.section("f.criteria.idle.heading", f"{under}-idle", [items])


def _label(desk: Desk, rule: Rule) -> str:
    return rule.label.in_language(desk.w.language)


def _criterion(desk: Desk, found: Findings) -> Section:
    return Section(
        heading=desk.w.value(_label(desk, found.rule), because=(desk.w.origins.rule(found.rule.id),))[0],
        anchor=anchor_of("criterion", found.rule.id),
        blocks=tuple(_criterion_blocks(desk, found)),
    )


def _criterion_blocks(desk: Desk, found: Findings) -> Iterator[Block]:
    w, rule = desk.w, found.rule
    origin = w.origins.rule(rule.id)
    laws = w.origins.references(rule.law)
    text = w.say("f.criterion.question", origin, question=rule.question.in_language(w.language))
    text += w.say(f"f.criterion.{rule.nature.value}", origin, *laws, articles=w.origins.cited(rule.law))
    yield Paragraph(text)
    total = len(found.met) + len(found.open)
    places = w.word("count.place") if total == 1 else w.one("count.places", count=total).text
    because = _subjects(desk, [*found.met, *found.open])
    met = len(found.met) or w.word("count.none")
    result = w.say("f.criterion.result", origin, *because, met=met, total=places)
    result += _for(desk, "f.criterion.in-order-for", found.met) + _for(desk, "f.criterion.undecided", found.undecided)
    yield Paragraph(result)
    columns = ("column.activity", "column.finding", "column.repair", "column.responsible")
    yield w.table("f.criterion.caption", columns, rows_of(desk, found.open))


def _for(desk: Desk, clause: str, findings: Sequence[Finding]) -> Text:
    activities = _activities(desk, findings)
    if not activities:
        return ()
    because = (desk.w.origins.rule(findings[0].rule_id), *_subjects(desk, findings))
    return desk.w.say(clause, *because, activities=desk.names(activities))


def rows_of(desk: Desk, findings: Iterable[Finding]) -> Iterator[tuple[Text, ...]]:
    """One row for all findings with the same words, the worst first."""
    language = desk.w.language
    grouped: dict[tuple[Outcome, str, str], list[Finding]] = defaultdict(list)
    for each in findings:
        why, repair = wording.reason(each, language), wording.repair(each, language) or ""
        grouped[each.outcome, why, repair].append(each)
    for (_, why, repair), group in sorted(grouped.items(), key=lambda entry: WORST_FIRST[entry[0][0]]):
        yield _row(desk, why, repair, group)


def _row(desk: Desk, why: str, repair: str, group: list[Finding]) -> tuple[Text, ...]:
    w, rule = desk.w, group[0].rule
    origin = w.origins.rule(rule.id)
    records = tuple(_subjects(desk, group))
    roles = w.listed(w.word(f"responsible.{each}") for each in rule.responsible)
    return (
        _names(desk, group, records),
        w.value(_found(desk, group[0], why), because=(origin, *records), slot="finding"),
        w.value(repair, because=(origin,), slot="repair") if repair else w.say("f.no-repair", origin),
        w.said(roles, origin, slot="responsible") if roles else (),
    )


def _found(desk: Desk, finding: Finding, why: str) -> str:
    """The outcome in a word and why; where nobody recorded anything the word says it all."""
    answer = finding.answer
    word = desk.w.word(f"outcome.{'faulty' if answer.source is AnswerSource.FAULTY else finding.outcome.value}")
    silent = answer.source is AnswerSource.MISSING and Verdict.GAP not in finding.rule.reasons
    return f"{word}." if silent else f"{word}. {why}"


def _names(desk: Desk, group: Sequence[Finding], records: tuple[Origin, ...]) -> Text:
    w = desk.w
    agreed = tuple(dict.fromkeys(record_name(each.case, w.language) for each in group if each.subject_kind in BESIDE))
    if agreed:
        return w.value(w.listed(agreed), because=records, slot="who")
    activities = _activities(desk, group)
    if not activities:
        return w.value(w.word("f.organisation"), because=w.origins.organisation("name"), slot="who")
    return w.value(w.listed(each.name for each in activities), because=records, slot="who")


def _activities(desk: Desk, findings: Iterable[Finding]) -> tuple[Activity, ...]:
    ids = {each.activity_id for each in findings if each.activity_id is not None}
    return tuple(each for each in desk.by_id.values() if each.id in ids)


def _subjects(desk: Desk, findings: Iterable[Finding]) -> Iterator[Origin]:
    """The records that findings are about."""
    for each in findings:
        if each.subject_kind in BESIDE:
            yield desk.w.origins.entry(
                each.subject_kind.value, each.subject_id, record_name(each.case, desk.w.language)
            )
        elif each.activity_id is None:
            yield from desk.w.origins.organisation("name")
        elif each.subject_kind in _FIELDS:
            activity = desk.by_id[each.activity_id]
            yield from desk.w.origins.row(activity, _FIELDS[each.subject_kind], each.case, "id")
        else:
            yield from desk.w.origins.field(desk.by_id[each.activity_id], "name")


def contradictions_annex(desk: Desk, assessment: Assessment, *, part: Part) -> Section:
    """Annex 2: each contradiction of the Part with both statements, why it matters, and the cheapest repair."""
    found = contradictions_found(desk, assessment, part=part)
    if not found:
        nothing = desk.w.paragraph("f.contradictions.none", *desk.w.origins.organisation("activities"))
        return desk.section("f.contradictions.heading", "contradictions", [nothing])
    return desk.section(
        "f.contradictions.heading", "contradictions", [desk.w.paragraph("f.contradictions.intro")], found
    )


def contradictions_found(desk: Desk, assessment: Assessment, *, part: Part) -> list[Section]:
    """A section per contradiction that was found, the gravest first."""
    found = [each for each in by_rule(desk, assessment, RuleKind.CONTRADICTION, part) if each.open]
    return [_contradiction(desk, each) for each in sorted(found, key=lambda each: each.open[0].weight)]


def contradictions_not_found(desk: Desk, assessment: Assessment, *, part: Part) -> list[Paragraph]:
    """Which contradictions were looked for and not seen."""
    rules = [each.rule for each in by_rule(desk, assessment, RuleKind.CONTRADICTION, part) if not each.open]
    if not rules:
        return []
    labels = desk.w.listed(_label(desk, each) for each in rules)
    return [desk.w.paragraph("v.contradictions.not-found", *(desk.w.origins.rule(r.id) for r in rules), labels=labels)]


def _contradiction(desk: Desk, found: Findings) -> Section:
    w, rule = desk.w, found.rule
    origin = w.origins.rule(rule.id)
    columns = ("column.activity", "f.contradiction.first", "f.contradiction.second", "f.contradiction.repair")
    kind, clause = _gravity(rule)
    note = w.say(clause, origin, *w.origins.references(rule.law), articles=w.origins.cited(rule.law))
    reasons = list(dict.fromkeys(wording.reason(each, w.language) for each in found.open))
    records = tuple(_subjects(desk, found.open))
    why = tuple(w.value(each, because=(origin, *records), slot="why")[0] for each in reasons)
    rows = [_side_by_side(desk, each) for each in found.open]
    return Section(
        heading=w.value(_label(desk, rule), because=(origin,))[0],
        anchor=anchor_of("contradiction", rule.id),
        blocks=(Note(kind, note), Paragraph(why), w.table("f.contradiction.caption", columns, rows)),
    )


def _gravity(rule: Rule) -> tuple[NoteKind, str]:
    """How it is said: a missed good practice never looks like a breach of law."""
    if rule.nature is not RuleNature.LAW:
        return NoteKind.INFO, "f.contradiction.good_practice"
    if rule.severity is Severity.ERROR:
        return NoteKind.UNLAWFUL, "f.contradiction.unlawful"
    return NoteKind.ATTENTION, "f.contradiction.warning"


def _side_by_side(desk: Desk, finding: Finding) -> tuple[Text, ...]:
    w = desk.w
    origin = w.origins.rule(finding.rule_id)
    records = tuple(_subjects(desk, [finding]))
    sides = wording.statements(finding, w.language)
    first, second = (sides.first, sides.second) if sides else ("", "")
    repair = wording.repair(finding, w.language)
    return (
        _names(desk, [finding], records),
        w.value_or_unknown(first, origin, *records, slot="first"),
        w.value_or_unknown(second, origin, *records, slot="second"),
        w.value(repair, because=(origin, *records), slot="repair") if repair else w.say("f.no-repair", origin),
    )
