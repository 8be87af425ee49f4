"""The examples of rules: each runs, and each rule shows all that it can find.

A criterion shows when it is met, when it is not, what leaves it open and where it does not apply; a contradiction shows
two statements that contradict, two that do not, and what leaves that open.
"""

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from itertools import product
from math import prod

from gemeentedossier.catalogue.engine.expressions import Declarations, Expression, Value
from gemeentedossier.catalogue.engine.faults import Fault
from gemeentedossier.catalogue.engine.rules import ReadyRule, rule_fault, subjects_seen_by
from gemeentedossier.catalogue.facts.rules import Example, ExampleValue, RuleKind, Verdict

NEVER_FALSE = "_written"
"""How a fact ends that is true or unknown: an empty text was never written, and is not denied."""
MOST_TRIED = 20_000
_LITERAL = re.compile(r"""["']([^"']*)["']""")
_WORDS: Mapping[Verdict, str] = {
    Verdict.MET: "met",
    Verdict.NOT_MET: "not met or partly met",
    Verdict.GAP: "left open (gap)",
    Verdict.NOT_APPLICABLE: "not applicable",
    Verdict.CONTRADICTS: "a contradiction",
    Verdict.CONSISTENT: "consistent",
}


def example_faults(ready: ReadyRule, known: Declarations) -> Iterator[Fault]:
    """Yield what is wrong with the examples of a rule, and which are missing."""
    rule = ready.rule
    seen = known.within(subjects_seen_by(rule.subject))
    if rule.examples:
        yield from _missing(ready, seen)
    else:
        yield rule_fault(rule, (), "There is no example. Write one that is met, one that is not, one left open.")
    for index, example in enumerate(rule.examples):
        problem = _example_problem(ready, example, seen)
        if problem:
            yield rule_fault(rule, ("examples", index), f"example “{example.name}”: {problem}")


def _example_problem(ready: ReadyRule, example: Example, seen: Declarations) -> str | None:
    for name, fact in example.facts.items():
        if name not in seen.types:
            return f"“{name}” is no fact that this rule sees. Correct the name."
        if not _fits(fact, seen.types[name]):
            return f"“{name}” must be {seen.type_words(name)}."
    found = ready.judge_facts(example.facts)
    if found.fault:
        return found.fault
    if found.verdict is not example.expect:
        lacking = f" (not known: {', '.join(found.missing)})" if found.missing else ""
        return f"expected {example.expect}, found {found.verdict}{lacking}."
    return None


def _fits(fact: ExampleValue, wanted: type) -> bool:
    if wanted is float:
        return isinstance(fact, int | float) and not isinstance(fact, bool)
    return type(fact) is wanted


def _missing(ready: ReadyRule, seen: Declarations) -> Iterator[Fault]:
    rule = ready.rule
    shown = {Verdict.NOT_MET if each.expect is Verdict.PARTLY else each.expect for each in rule.examples}
    for verdict in _to_show(ready, seen):
        if verdict not in shown:
            yield rule_fault(rule, ("examples",), f"No example is {_WORDS[verdict]}. Write one.")


def _to_show(ready: ReadyRule, seen: Declarations) -> Iterator[Verdict]:
    """What the examples of a rule must show between them."""
    if ready.rule.kind is RuleKind.CONTRADICTION:
        yield from (Verdict.CONTRADICTS, Verdict.CONSISTENT)
    if ready.met is not None:
        yield Verdict.MET
    if ready.met is not None and can_be_false(ready.met, seen):
        yield Verdict.NOT_MET
    if ready.names or ready.rule.is_attested:
        yield Verdict.GAP
    if ready.rule.kind is RuleKind.CRITERION and ready.applies.names:
        yield Verdict.NOT_APPLICABLE


def can_be_false(expression: Expression, seen: Declarations) -> bool:
    """Return whether some facts make the expression false: tried on values of each name that make a difference.

    A text that is not there leaves its rule open, so that a rule about texts only is met or open and nothing else.
    Where there is too much to try it is taken to be possible.
    """
    literals = tuple(dict.fromkeys(_LITERAL.findall(expression.text)))
    tried = [_values(name, seen.types[name], literals) for name in expression.names]
    if prod(map(len, tried)) > MOST_TRIED:
        return True
    sets = (dict(zip(expression.names, values, strict=True)) for values in product(*tried))
    return any(expression.evaluate(facts) is False for facts in sets)


def _values(name: str, kind: type, literals: tuple[str, ...]) -> tuple[Value | None, ...]:
    if kind is bool:
        return (None, True) if name.endswith(NEVER_FALSE) else (None, True, False)
    if kind is str:
        return (None, "", *literals)
    if kind is tuple:
        return (None, (), *((each,) for each in literals))
    if kind is dt.date:
        return (None, dt.date(2000, 1, 1), dt.date(2100, 1, 1))
    return (None, *(kind(number) for number in (0, 1, 2, 5, 1000)))
