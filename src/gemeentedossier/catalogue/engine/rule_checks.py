"""Checking rules in full: their names, their shape, their texts, their expressions and their examples."""

import re
from collections.abc import Iterable, Iterator

from gemeentedossier.catalogue.engine.examples import example_faults
from gemeentedossier.catalogue.engine.expressions import Declarations
from gemeentedossier.catalogue.engine.faults import Fault
from gemeentedossier.catalogue.engine.rules import ready_rule, rule_fault, subjects_seen_by
from gemeentedossier.catalogue.facts.faults import told
from gemeentedossier.catalogue.facts.rules import Rule, RuleKind, RulePath
from gemeentedossier.catalogue.facts.sources import Text

_PLACEHOLDER = re.compile(r"\{([^{}]*)\}")


def rule_faults(rules: Iterable[Rule], known: Declarations) -> tuple[Fault, ...]:
    """Return every fault in these rules, examples and texts included, in the order of files and lines."""
    faults: list[Fault] = []
    every = tuple(rules)
    faults.extend(_identity_faults(every))
    for rule in every:
        faults.extend(_shape_faults(rule))
        faults.extend(_text_faults(rule, known.within(subjects_seen_by(rule.subject))))
        found = ready_rule(rule, known)
        faults.extend(found if isinstance(found, tuple) else example_faults(found, known))
    return tuple(sorted(faults))


def _identity_faults(rules: Iterable[Rule]) -> Iterator[Fault]:
    holder: dict[str, Rule] = {}
    for rule in rules:
        for name in (rule.id, *rule.aliases):
            other = holder.setdefault(name, rule)
            if other is not rule:
                yield rule_fault(
                    rule,
                    ("aliases",),
                    told(
                        f"“{name}” is a name of the rule {other.id} too. Keep one.",
                        f"“{name}” is ook een naam van de regel {other.id}. Houd er een.",
                    ),
                )


def _shape_faults(rule: Rule) -> Iterator[Fault]:
    if rule.kind is RuleKind.CONTRADICTION:
        if rule.contradicts is None:
            yield rule_fault(
                rule, (), told("A contradiction needs “contradicts”.", "Een tegenspraak vraagt “contradicts”.")
            )
        if rule.met is not None or rule.partly is not None:
            yield rule_fault(
                rule,
                ("met",),
                told(
                    "A contradiction has no “met” or “partly”; remove it.",
                    "Een tegenspraak heeft geen “met” of “partly”; haal het weg.",
                ),
            )
        if len(rule.statements) != 2:
            yield rule_fault(
                rule,
                ("statements",),
                told(
                    "A contradiction puts two statements side by side; write two.",
                    "Een tegenspraak zet twee uitspraken naast elkaar; schrijf er twee.",
                ),
            )
        if rule.severity is None:
            yield rule_fault(
                rule,
                (),
                told(
                    "A contradiction needs “severity”: error or warning.",
                    "Een tegenspraak vraagt “severity”: error of warning.",
                ),
            )
    elif rule.contradicts is not None or rule.severity is not None:
        yield rule_fault(
            rule,
            ("contradicts",),
            told(
                "A criterion has no “contradicts” or “severity”; remove it.",
                "Een criterium heeft geen “contradicts” of “severity”; haal het weg.",
            ),
        )
    elif rule.partly is not None and rule.met is None:
        yield rule_fault(rule, ("partly",), told("“partly” needs “met” beside it.", "“partly” vraagt “met” ernaast."))


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
            yield rule_fault(
                rule,
                path,
                told(
                    "The English text is missing. Write it beside the Dutch.",
                    "De Engelse tekst ontbreekt. Schrijf haar naast de Nederlandse.",
                ),
            )
        for name in dict.fromkeys((*placeholders_in(text.nl), *placeholders_in(text.en or ""))):
            if name not in seen.types:
                yield rule_fault(
                    rule,
                    path,
                    told(
                        f"“{{{name}}}” names no fact that this rule sees. Correct the name.",
                        f"“{{{name}}}” noemt geen gegeven dat deze regel ziet. Verbeter de naam.",
                    ),
                )
