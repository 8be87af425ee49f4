"""Rules made ready to judge: expressions compiled, verdicts remembered, examples run.

A verdict depends on nothing but the facts that the rule's expressions name, so it is kept per set of those values.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from operator import attrgetter
from typing import TypeAlias

from gemeentedossier.catalogue.engine.expressions import (
    Declarations,
    Expression,
    Faulty,
    Gap,
    InvalidExpression,
    Truth,
    Value,
    compile_expression,
)
from gemeentedossier.catalogue.engine.faults import Fault
from gemeentedossier.catalogue.facts.rules import (
    Example,
    ExampleValue,
    Rule,
    RuleKind,
    RulePath,
    SubjectKind,
    Verdict,
)
from gemeentedossier.catalogue.facts.sources import Text

REMEMBERED = 20_000
Reader: TypeAlias = Callable[[object], object]
_PLACEHOLDER = re.compile(r"\{([^{}]*)\}")
_ABOVE: Mapping[SubjectKind, tuple[SubjectKind, ...]] = {
    SubjectKind.ORGANISATION: (),
    SubjectKind.ACTIVITY: (SubjectKind.ORGANISATION,),
    SubjectKind.LEGAL_BASIS: (SubjectKind.PURPOSE, SubjectKind.ACTIVITY, SubjectKind.ORGANISATION),
    **dict.fromkeys(
        (
            SubjectKind.AGREEMENT,
            SubjectKind.COVENANT,
            SubjectKind.IMPACT_ASSESSMENT,
            SubjectKind.MEASURE,
            SubjectKind.SYSTEM,
            SubjectKind.ACCESS_RIGHT,
            SubjectKind.LOG_FINDING,
            SubjectKind.POLICY_CLAUSE,
            SubjectKind.REQUEST,
            SubjectKind.BREACH,
            SubjectKind.INTERPRETATION,
            SubjectKind.POSITION,
        ),
        (SubjectKind.ORGANISATION,),
    ),
}
"""An agreement, an impact assessment, a system … serve many activities: what they share with them is counted."""


@dataclass(frozen=True, slots=True, eq=False)
class Judgement:
    """What a rule says of some facts; `missing` names the facts behind a gap, `fault` why the rule failed.

    `undecided` says that what lacks decides whether the rule applies at all.

    Equal only to itself, so that what is made of it can be looked up without comparing its parts.
    """

    verdict: Verdict
    missing: tuple[str, ...] = ()
    fault: str | None = None
    undecided: bool = False


@dataclass(slots=True)
class ReadyRule:
    """A rule whose expressions are compiled. Judge with `judge` (subjects) or `judge_facts` (facts by name)."""

    rule: Rule
    applies: Expression
    met: Expression | None
    partly: Expression | None
    contradicts: Expression | None
    names: tuple[str, ...] = field(init=False)
    _readers: tuple[tuple[str, Reader], ...] = field(init=False)
    _remembered: dict[tuple[object, ...], Judgement] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        used = (self.applies, self.met, self.partly, self.contradicts)
        self.names = tuple(sorted({name for each in used if each for name in each.names}))
        self._readers = tuple(_readers(self.names))

    def judge(self, layers: Mapping[str, object]) -> Judgement:
        """Return the verdict on subjects, keyed by the first part of their names."""
        key = tuple([reader(layers[layer]) for layer, reader in self._readers])
        found = self._remembered.get(key)
        if found is None:
            if len(self._remembered) >= REMEMBERED:
                self._remembered.clear()
            found = self._remembered[key] = self.judge_facts(self._facts(layers))
        return found

    def judge_facts(self, facts: Mapping[str, Value | None]) -> Judgement:
        """Return the verdict on facts by name."""
        applies = self.applies.evaluate(facts)
        if applies is True and self.contradicts is not None:
            return _verdict(self.contradicts.evaluate(facts), Verdict.CONTRADICTS, Verdict.CONSISTENT)
        if applies is True and self.met is not None:
            return self._criterion(self.met.evaluate(facts), facts)
        if isinstance(applies, Gap):
            return Judgement(Verdict.GAP, applies.missing, undecided=True)
        otherwise = Verdict.CONSISTENT if self.contradicts is not None else Verdict.NOT_APPLICABLE
        return _verdict(applies, Verdict.GAP, otherwise)

    def _criterion(self, met: Truth, facts: Mapping[str, Value | None]) -> Judgement:
        if met is not False or self.partly is None:
            return _verdict(met, Verdict.MET, Verdict.NOT_MET)
        return _verdict(self.partly.evaluate(facts), Verdict.PARTLY, Verdict.NOT_MET)

    def _facts(self, layers: Mapping[str, object]) -> dict[str, Value | None]:
        return {name: getattr(layers[layer], own) for name in self.names for layer, own in [name.split(".")]}


def _readers(names: Iterable[str]) -> Iterator[tuple[str, Reader]]:
    layers: dict[str, list[str]] = {}
    for name in names:
        layer, own = name.split(".")
        layers.setdefault(layer, []).append(own)
    for layer, own_names in layers.items():
        yield layer, attrgetter(*own_names)


def _verdict(truth: Truth, when_true: Verdict, when_false: Verdict) -> Judgement:
    if isinstance(truth, Gap):
        return Judgement(Verdict.GAP, truth.missing)
    if isinstance(truth, Faulty):
        return Judgement(Verdict.GAP, fault=truth.sentence)
    return Judgement(when_true if truth else when_false)


def subjects_seen_by(subject: SubjectKind) -> tuple[SubjectKind, ...]:
    """Return the subject itself and those above it, whose facts a rule on it may name."""
    return (subject, *_ABOVE.get(subject, (SubjectKind.ACTIVITY, SubjectKind.ORGANISATION)))


def ready_rule(rule: Rule, known: Declarations) -> ReadyRule | tuple[Fault, ...]:
    """Return the rule ready to judge, or every fault in its expressions."""
    seen = known.within(subjects_seen_by(rule.subject))
    faults: list[Fault] = []

    def compiled(key: str, text: str | None) -> Expression | None:
        try:
            return None if text is None else compile_expression(text, seen)
        except InvalidExpression as error:
            faults.append(rule_fault(rule, (key,), f"{key}: {error}"))
            return None

    applies = compiled("applies", rule.applies)
    met, partly = compiled("met", rule.met), compiled("partly", rule.partly)
    contradicts = compiled("contradicts", rule.contradicts)
    if faults or applies is None:
        return tuple(faults)
    return ReadyRule(rule, applies, met, partly, contradicts)


def ready_rules(rules: Iterable[Rule], known: Declarations) -> tuple[tuple[ReadyRule, ...], tuple[Fault, ...]]:
    """Return the rules that can judge and the faults of those that cannot; one bad rule stops no other."""
    ready: list[ReadyRule] = []
    faults: list[Fault] = []
    for rule in rules:
        found = ready_rule(rule, known)
        if isinstance(found, ReadyRule):
            ready.append(found)
        else:
            faults.extend(found)
    return tuple(ready), tuple(faults)


def rule_faults(rules: Iterable[Rule], known: Declarations) -> tuple[Fault, ...]:
    """Return every fault in these rules, examples and texts included, in the order of files and lines."""
    faults: list[Fault] = []
    every = tuple(rules)
    faults.extend(_identity_faults(every))
    for rule in every:
        faults.extend(_shape_faults(rule))
        faults.extend(_text_faults(rule, known.within(subjects_seen_by(rule.subject))))
        found = ready_rule(rule, known)
        faults.extend(_example_faults(found, known) if isinstance(found, ReadyRule) else found)
    return tuple(sorted(faults))


def rule_fault(rule: Rule, path: RulePath, sentence: str) -> Fault:
    """Return a fault at a part of a rule, or at the rule where that part has no place."""
    place = next((rule.places[path[:end]] for end in range(len(path), -1, -1) if path[:end] in rule.places), None)
    if place is None:
        return Fault(rule.pack, 1, 1, f"{rule.id}: {sentence}")
    return Fault(place.file, place.line, place.column, f"{rule.id}: {sentence}")


def _identity_faults(rules: Iterable[Rule]) -> Iterator[Fault]:
    holder: dict[str, Rule] = {}
    for rule in rules:
        for name in (rule.id, *rule.aliases):
            other = holder.setdefault(name, rule)
            if other is not rule:
                yield rule_fault(rule, ("aliases",), f"“{name}” is a name of the rule {other.id} too. Keep one.")


def _shape_faults(rule: Rule) -> Iterator[Fault]:
    if rule.kind is RuleKind.CONTRADICTION:
        if rule.contradicts is None:
            yield rule_fault(rule, (), "A contradiction needs “contradicts”.")
        if rule.met is not None or rule.partly is not None:
            yield rule_fault(rule, ("met",), "A contradiction has no “met” or “partly”; remove it.")
        if len(rule.statements) != 2:
            yield rule_fault(rule, ("statements",), "A contradiction puts two statements side by side; write two.")
        if rule.severity is None:
            yield rule_fault(rule, (), "A contradiction needs “severity”: error or warning.")
    elif rule.contradicts is not None or rule.severity is not None:
        yield rule_fault(rule, ("contradicts",), "A criterion has no “contradicts” or “severity”; remove it.")
    elif rule.partly is not None and rule.met is None:
        yield rule_fault(rule, ("partly",), "“partly” needs “met” beside it.")


def texts_of(rule: Rule) -> Iterator[tuple[RulePath, Text]]:
    """Yield every text of a rule that may name facts in braces, with its path."""
    for index, statement in enumerate(rule.statements):
        yield ("statements", index), statement
    for verdict, reason in rule.reasons.items():
        yield ("reasons", verdict.value), reason
    if rule.repair:
        yield ("repair",), rule.repair.text


def placeholders_in(text: str) -> tuple[str, ...]:
    """Return the names of facts in braces, in order."""
    return tuple(_PLACEHOLDER.findall(text))


def _text_faults(rule: Rule, seen: Declarations) -> Iterator[Fault]:
    for path, text in texts_of(rule):
        if not text.en:
            yield rule_fault(rule, path, "The English text is missing. Write it beside the Dutch.")
        for name in dict.fromkeys((*placeholders_in(text.nl), *placeholders_in(text.en or ""))):
            if name not in seen.types:
                yield rule_fault(rule, path, f"“{{{name}}}” names no fact that this rule sees. Correct the name.")


def _example_faults(ready: ReadyRule, known: Declarations) -> Iterator[Fault]:
    rule = ready.rule
    seen = known.within(subjects_seen_by(rule.subject))
    if not rule.examples:
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
