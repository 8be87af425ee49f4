"""Rules made ready to judge: their expressions compiled."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

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
from gemeentedossier.catalogue.facts.faults import together
from gemeentedossier.catalogue.facts.rules import (
    Rule,
    RulePath,
    SubjectKind,
    Verdict,
)

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
            SubjectKind.EVIDENCE,
            SubjectKind.TOOL,
            SubjectKind.LEAFLET,
        ),
        (SubjectKind.ORGANISATION,),
    ),
}
"""An agreement, an impact assessment, a system … serve many activities: what they share with them is counted."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a rule says of some facts; `missing` names the facts behind a gap, `fault` why the rule failed.

    `undecided` says that what lacks decides whether the rule applies at all.
    """

    verdict: Verdict
    missing: tuple[str, ...] = ()
    fault: str | None = None
    undecided: bool = False


@dataclass(slots=True)
class ReadyRule:
    """A rule whose expressions are compiled. Judge with `judge` (subjects) or `judge_facts` (facts by name).

    Many subjects are judged by a `RuleSet`, which says the same and remembers it.
    """

    rule: Rule
    applies: Expression
    met: Expression | None
    partly: Expression | None
    contradicts: Expression | None
    names: tuple[str, ...] = field(init=False)
    """The names that its expressions use, sorted."""

    def __post_init__(self) -> None:
        used = (self.applies, self.met, self.partly, self.contradicts)
        self.names = tuple(sorted({name for each in used if each for name in each.names}))

    def judge(self, layers: Mapping[str, object]) -> Judgement:
        """Return the verdict on subjects, keyed by the first part of their names."""
        return self.judge_facts(self._facts(layers))

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
            faults.append(rule_fault(rule, (key,), together(f"{key}:", error.args[0])))
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


def rule_fault(rule: Rule, path: RulePath, sentence: str) -> Fault:
    """Return a fault at a part of a rule, or at the rule where that part has no place."""
    place = next((rule.places[path[:end]] for end in range(len(path), -1, -1) if path[:end] in rule.places), None)
    if place is None:
        return Fault(rule.pack, 1, 1, together(f"{rule.id}:", sentence))
    return Fault(place.file, place.line, place.column, together(f"{rule.id}:", sentence))
