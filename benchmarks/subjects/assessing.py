"""All criteria on all activities in one process, and the same criteria written in plain Python beside them."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

from benchmarks.criteria_by_hand import PLAIN
from benchmarks.figures import Figure
from benchmarks.invented import invented_dossier
from benchmarks.timing import median_ms, most_memory, seconds, timed, timed_with_processor
from gemeentedossier.assessment.engine import assess as engine
from gemeentedossier.assessment.engine.subjects.cases import DECLARATIONS
from gemeentedossier.assessment.engine.subjects.law import Law
from gemeentedossier.assessment.engine.subjects.organisation import organisation_subject
from gemeentedossier.catalogue.engine.expressions import compile_expression
from gemeentedossier.catalogue.engine.rule_sets import RuleSet
from gemeentedossier.catalogue.engine.rules import ready_rules
from gemeentedossier.catalogue.facts.catalogue import Catalogue
from gemeentedossier.catalogue.facts.rules import Part, Rule, RuleKind, SubjectKind
from gemeentedossier.catalogue.queries import current_catalogue
from gemeentedossier.dossier.snapshot.facts import Dossier

SIZE, LARGE, MOST_SECONDS, MOST_PART_A, MOST_EDIT_MS = 2_000, 20_000, 3.0, 1.0, 100.0
OF_AN_ACTIVITY = {
    SubjectKind.ACTIVITY,
    SubjectKind.PURPOSE,
    SubjectKind.LEGAL_BASIS,
    SubjectKind.DATA_USE,
    SubjectKind.DATA_SOURCE,
    SubjectKind.RECIPIENT,
    SubjectKind.TRANSFER,
    SubjectKind.RETENTION,
    SubjectKind.PARTY,
    SubjectKind.FURTHER_USE,
}


def figures(*, quick: bool) -> Iterator[Figure]:
    """At 2,000 activities and at ten times as many; what an expression and an edit cost."""
    catalogue = current_catalogue()
    yield from _expression()
    dossier = invented_dossier(SIZE, catalogue)
    engine._book_of.cache_clear()
    engine._law_of.cache_clear()
    yield Figure("rules made ready, once per process", seconds(lambda: _ready(dossier, catalogue)) * 1000, "ms")
    assessment, first, worked = timed_with_processor(lambda: engine.assess(dossier, catalogue))
    answers = sum(len(case.answers) for case in assessment.cases)
    told = f"{len(catalogue.rules)} rules, {answers:,} answers, {first / answers * 1e6:.2f} µs each"
    yield Figure(
        f"assess {SIZE:,} activities", first, "s", limit=MOST_SECONDS, note=f"{told}, {worked:.2f} s of processor"
    )
    yield _part_a(dossier, catalogue)
    yield from _beside_plain_python(dossier, catalogue)
    yield from _one_edit(dossier, catalogue)
    if not quick:
        large = invented_dossier(LARGE, catalogue)
        took = seconds(lambda: engine.assess(large, catalogue))
        grown = took / first / (LARGE / SIZE)
        yield Figure(f"assess {LARGE:,} activities", took, "s", beside="per activity at 2,000", ratio=grown)
    yield Figure("  most memory of the process", most_memory(), "MiB")


def _ready(dossier: Dossier, catalogue: Catalogue) -> None:
    """Have the rules and the word lists of a catalogue read."""
    engine.rule_book(catalogue)
    engine.law_on(engine.day_of(dossier), catalogue)


def _expression() -> Iterator[Figure]:
    names = {"activity.purpose_count": 2, "activity.fairness_written": True}
    expression = "activity.purpose_count > 0 && activity.fairness_written"
    compiled = compile_expression(expression, DECLARATIONS)
    rounds = 20_000
    took = seconds(lambda: [compiled.evaluate(names) for _ in range(rounds)])
    yield Figure("one expression with its context", took / rounds * 1e6, "µs")


def _part_a(dossier: Dossier, catalogue: Catalogue) -> Figure:
    """The criteria of Part A on an activity and what is in it, and no other rule."""
    wanted = {
        rule.id: rule
        for rule in catalogue.rules.values()
        if rule.part is Part.A and rule.kind is RuleKind.CRITERION and rule.subject in OF_AN_ACTIVITY
    }
    alone = replace(catalogue, entries={**catalogue.entries, Rule: wanted})
    _ready(dossier, alone)
    engine._KNOWN.clear()
    _, took, worked = timed_with_processor(lambda: engine.assess(dossier, alone))
    note = f"{worked:.2f} s of processor"
    return Figure(f"  {len(wanted)} criteria of Part A on these", took, "s", limit=MOST_PART_A, note=note)


def _one_edit(dossier: Dossier, catalogue: Catalogue) -> Iterator[Figure]:
    at = SIZE // 2
    one = dossier.activities[at]
    edited = (*dossier.activities[:at], replace(one, name="Gewijzigd"), *dossier.activities[at + 1 :])
    changed = replace(dossier, activities=edited)
    took = median_ms(lambda: engine.assess_activity(changed, catalogue, one.id).worst_first(), rounds=20)
    yield Figure("assess one edited activity", took, "ms", limit=MOST_EDIT_MS)


def _beside_plain_python(dossier: Dossier, catalogue: Catalogue) -> Iterator[Figure]:
    """The same criteria on the same subjects; both must say the same."""
    law = Law(catalogue, dt.date(2026, 11, 23))
    organisation = organisation_subject(dossier.organisation, law)
    cases = list(
        engine._cases(
            dossier, dossier.activities, organisation, law, engine.whole_in(dossier), engine.rule_book(catalogue)
        )
    )
    ready, _ = ready_rules(catalogue.rules.values(), DECLARATIONS)
    by_kind = {k: [r for r in ready if r.rule.subject.value == k and r.rule.id in own] for k, own in PLAIN.items()}
    plain = {k: [PLAIN[k][each.rule.id] for each in found] for k, found in by_kind.items()}
    sets = {kind.value: RuleSet(by_kind.get(kind.value, ()), lambda found: found.verdict.value) for kind in SubjectKind}
    count = sum(map(len, plain.values()))
    by_rule, rule_seconds = timed(lambda: [sets[case.kind.value].judge(case.layers) for case in cases])
    by_hand, hand_seconds = timed(
        lambda: [[each(case.layers) for each in plain.get(case.kind.value, ())] for case in cases]
    )
    assert by_rule == by_hand, "CEL and Python disagree"
    ratio = rule_seconds / hand_seconds
    yield Figure(f"  {count} of the criteria by CEL", rule_seconds, "s", beside="in plain Python", ratio=ratio)
