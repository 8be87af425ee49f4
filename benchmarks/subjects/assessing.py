"""All criteria on all activities in one process, and the same criteria written in plain Python beside them."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

from benchmarks.criteria_by_hand import PLAIN
from benchmarks.figures import Figure
from benchmarks.invented import invented_dossier
from benchmarks.timing import median_ms, most_memory, seconds, timed
from gemeentedossier.assessment.engine import assess as engine
from gemeentedossier.assessment.engine.subjects.cases import DECLARATIONS
from gemeentedossier.assessment.engine.subjects.law import Law
from gemeentedossier.assessment.engine.subjects.organisation import organisation_subject
from gemeentedossier.catalogue.engine.expressions import compile_expression
from gemeentedossier.catalogue.facts.catalogue import Catalogue
from gemeentedossier.catalogue.queries import current_catalogue
from gemeentedossier.dossier.snapshot.facts import Dossier

SIZE, LARGE, MOST_SECONDS, MOST_EDIT_MS = 2_000, 20_000, 2.0, 100.0


def figures(*, quick: bool) -> Iterator[Figure]:
    """At 2,000 activities and at ten times as many; what an expression and an edit cost."""
    catalogue = current_catalogue()
    yield from _expression()
    dossier = invented_dossier(SIZE, catalogue)
    engine._book_of.cache_clear()
    yield Figure("rules made ready, once per process", seconds(lambda: engine.rule_book(catalogue)) * 1000, "ms")
    assessment, first = timed(lambda: engine.assess(dossier, catalogue))
    answers = sum(len(case.answers) for case in assessment.cases)
    per_answer = f"{first / answers * 1e6:.2f} µs each"
    yield Figure(
        f"assess {SIZE:,} activities", first, "s", limit=MOST_SECONDS, note=f"{answers:,} answers, {per_answer}"
    )
    yield from _beside_plain_python(dossier, catalogue)
    yield from _one_edit(dossier, catalogue)
    if not quick:
        large = invented_dossier(LARGE, catalogue)
        took = seconds(lambda: engine.assess(large, catalogue))
        grown = took / first / (LARGE / SIZE)
        yield Figure(f"assess {LARGE:,} activities", took, "s", beside="per activity at 2,000", ratio=grown)
    yield Figure("  most memory of the process", most_memory(), "MiB")


def _expression() -> Iterator[Figure]:
    names = {"activity.purpose_count": 2, "activity.fairness_written": True}
    expression = "activity.purpose_count > 0 && activity.fairness_written"
    compiled = compile_expression(expression, DECLARATIONS)
    rounds = 20_000
    took = seconds(lambda: [compiled.evaluate(names) for _ in range(rounds)])
    yield Figure("one expression with its context", took / rounds * 1e6, "µs")


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
    cases = list(engine._cases(dossier, dossier.activities, organisation, law, engine.whole_in(dossier)))
    engine._book_of.cache_clear()
    ready = {kind.value: found for kind, found in engine.rule_book(catalogue).ready.items()}
    sample = {k: [r for r in found if r.rule.id in PLAIN.get(k, {})] for k, found in ready.items()}
    plain = {k: [PLAIN[k][each.rule.id] for each in found] for k, found in sample.items() if found}
    count = sum(map(len, plain.values()))
    by_rule, rule_seconds = timed(
        lambda: [[r.judge(case.layers).verdict.value for r in sample[case.kind.value]] for case in cases]
    )
    by_hand, hand_seconds = timed(
        lambda: [[each(case.layers) for each in plain.get(case.kind.value, ())] for case in cases]
    )
    assert by_rule == by_hand, "CEL and Python disagree"
    ratio = rule_seconds / hand_seconds
    yield Figure(f"  {count} of the criteria by CEL", rule_seconds, "s", beside="in plain Python", ratio=ratio)
