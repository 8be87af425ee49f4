"""Rules that are judged together say what each of them says alone, of any facts whatever."""

import datetime as dt
import re
from functools import cache
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gemeentedossier.assessment.engine.subjects.cases import DECLARATIONS
from gemeentedossier.catalogue.engine.rule_sets import RuleSet
from gemeentedossier.catalogue.engine.rules import Judgement, ReadyRule, ready_rules, subjects_seen_by
from gemeentedossier.catalogue.facts.rules import SubjectKind
from gemeentedossier.catalogue.queries import current_catalogue

DATES = (dt.date(2025, 11, 23), dt.date(2026, 11, 23))


@cache
def all_ready() -> tuple[ReadyRule, ...]:
    """Every rule, made ready once for all of these tests."""
    return tuple(ready_rules(current_catalogue().rules.values(), DECLARATIONS)[0])


@cache
def ready_on(kind: SubjectKind) -> list[ReadyRule]:
    return [each for each in all_ready() if each.rule.subject is kind]


@cache
def together_on(kind: SubjectKind) -> RuleSet[Judgement]:
    return RuleSet(ready_on(kind), lambda judgement: judgement)


def texts_in(ready: list[ReadyRule]) -> list[str]:
    """The texts with which expressions compare, so that they are met too."""
    used = (e.text for each in ready for e in (each.applies, each.met, each.partly, each.contradicts) if e)
    return ["anders", *sorted({found for text in used for found in re.findall(r"['\"]([^'\"]*)['\"]", text)})]


def facts(kind: SubjectKind) -> st.SearchStrategy[dict[str, SimpleNamespace]]:
    """Subjects with any facts, known and unknown, for each name that a rule on the kind uses."""
    text = st.sampled_from(texts_in(ready_on(kind)))
    values: dict[type, st.SearchStrategy[object]] = {
        bool: st.booleans(),
        int: st.integers(0, 100),
        float: st.floats(0, 100),
        str: text,
        dt.date: st.sampled_from(DATES),
        tuple: st.lists(text, max_size=2).map(tuple),
    }
    own: dict[str, dict[str, st.SearchStrategy[object]]] = {seen.value: {} for seen in subjects_seen_by(kind)}
    for name in {name for each in ready_on(kind) for name in each.names}:
        layer, field = name.split(".")
        own[layer][field] = st.none() | values[DECLARATIONS.types[name]]
    layers = {layer: st.builds(SimpleNamespace, **fields) for layer, fields in own.items()}
    return st.fixed_dictionaries(layers)


@pytest.mark.parametrize("kind", SubjectKind)
@given(st.data())
def test_rules_judged_together_say_what_each_says_alone(kind: SubjectKind, data: st.DataObject) -> None:
    layers = data.draw(facts(kind))
    assert together_on(kind).judge(layers) == [each.judge(layers) for each in ready_on(kind)]
