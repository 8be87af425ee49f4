"""Expressions: checked when read, three-valued when evaluated, and never able to stop the rest."""

import datetime as dt
from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gemeentedossier.catalogue.engine.expressions import (
    Faulty,
    Gap,
    InvalidExpression,
    compile_expression,
    declarations,
    names_in,
)


@dataclass(frozen=True)
class Thing:
    count: int
    share: float | None
    words: tuple[str, ...] | None
    name: str | None
    day: dt.date | None
    p: bool | None
    q: bool | None
    r: bool | None


KNOWN = declarations({"thing": Thing})


def evaluated(text: str, **facts: object) -> object:
    named = {f"thing.{name}": fact for name, fact in facts.items()}
    return compile_expression(text, KNOWN).evaluate(named)  # type: ignore[arg-type]


def refusal(text: str) -> str:
    with pytest.raises(InvalidExpression) as found:
        compile_expression(text, KNOWN)
    return str(found.value)


def test_an_expression_knows_exactly_the_names_it_uses():
    assert compile_expression("thing.p && thing . count > 1", KNOWN).names == ("thing.count", "thing.p")


def test_a_name_inside_a_text_is_no_name():
    assert names_in("thing.name == 'thing.p' && \"a.b\" == thing.name") == ("thing.name",)


def test_each_type_of_fact_can_be_compared():
    text = 'thing.count == 2 && thing.share > 0.5 && "a" in thing.words && thing.name == "n"'
    assert evaluated(text, count=2, share=0.75, words=("a", "b"), name="n") is True


def test_a_date_is_compared_as_a_timestamp():
    text = 'thing.day < timestamp("2026-11-23T00:00:00Z")'
    assert evaluated(text, day=dt.date(2026, 11, 22)) is True
    assert evaluated(text, day=dt.date(2026, 11, 23)) is False


def test_an_unknown_fact_gives_a_gap_with_its_name():
    assert evaluated("thing.p && thing.count > 1", count=2) == Gap(("thing.p",))


def test_an_unknown_fact_does_not_matter_where_another_decides():
    assert evaluated("thing.p && thing.count > 1", count=1) is False
    assert evaluated("thing.p || thing.count > 1", count=2) is True


def test_an_unknown_fact_is_not_equal_and_not_unequal():
    assert evaluated('thing.name != "a"') == Gap(("thing.name",))


def test_division_by_zero_is_a_fault_and_no_gap():
    found = evaluated("10 / thing.count > 1", count=0)
    assert found == Faulty(
        "The expression fails: divide by zero. Mend it, so that it is true or false for every record."
    )


def test_an_expression_that_runs_too_long_is_a_fault():
    words = tuple(str(number) for number in range(400))
    found = evaluated("thing.words.all(a, thing.words.all(b, thing.words.all(c, true)))", words=words)
    assert found == Faulty("The expression takes too many steps; it may never end. Write it without nested lists.")


def test_a_list_that_is_too_long_is_a_fault():
    found = evaluated('"a" in thing.words', words=("a",) * 501)
    assert found == Faulty("“thing.words” has 501 items; an expression reads 500.")


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("thing.cuont > 1", "There is no fact “thing.cuont” here. Did you mean “thing.count”?"),
        ("person.age > 1", "There is no fact “person.age” here. This rule sees the facts of: thing."),
        ("thing.count", "The expression gives INT, not true or false. Compare it with something."),
        (
            'thing.count == "two"',
            "This is not an expression (at character 13 of it): found no matching overload for '_==_' applied to "
            "'(int, string)'.",
        ),
    ],
)
def test_a_bad_expression_is_refused_with_a_sentence(text, sentence):
    assert refusal(text) == sentence


def test_an_expression_that_is_too_long_is_refused():
    assert refusal("thing.p" + " && thing.p" * 100) == (
        "The expression has 1,107 characters, at most 1,000 are read. Split the rule."
    )


def test_an_expression_that_is_nested_too_deeply_is_refused():
    assert refusal("(" * 100 + "thing.p" + ")" * 100) == (
        "The expression is nested too deeply. Write it with fewer brackets, or split the rule."
    )


def test_a_dataclass_with_another_type_cannot_be_declared():
    @dataclass
    class Odd:
        many: dict[str, str]

    with pytest.raises(TypeError, match="Expressions have no type for"):
        declarations({"odd": Odd})


Tree = str | tuple[str, "Tree"] | tuple[str, "Tree", "Tree"]
TREES = st.recursive(
    st.sampled_from(["p", "q", "r"]),
    lambda below: st.tuples(st.just("!"), below) | st.tuples(st.sampled_from(["&&", "||"]), below, below),
    max_leaves=12,
)
TRUTHS = st.sampled_from([True, False, None])


def text_of(tree: Tree) -> str:
    if isinstance(tree, str):
        return f"thing.{tree}"
    if len(tree) == 2:
        return f"!({text_of(tree[1])})"
    return f"({text_of(tree[1])}) {tree[0]} ({text_of(tree[2])})"


def possible(tree: Tree, world: dict[str, bool]) -> bool:
    """What the tree says in a world in which everything is known."""
    if isinstance(tree, str):
        return world[tree]
    if len(tree) == 2:
        return not possible(tree[1], world)
    sides = possible(tree[1], world), possible(tree[2], world)
    return all(sides) if tree[0] == "&&" else any(sides)


def kleene(tree: Tree, facts: dict[str, bool | None]) -> bool | None:
    """Slow and plain: minimum, maximum and complement on false 0, unknown ½, true 1."""
    if isinstance(tree, str):
        return facts[tree]
    rank = {False: 0, None: 1, True: 2}
    sides = [rank[kleene(side, facts)] for side in tree[1:]]
    value = 2 - sides[0] if tree[0] == "!" else min(sides) if tree[0] == "&&" else max(sides)
    return {0: False, 1: None, 2: True}[value]


@given(tree=TREES, p=TRUTHS, q=TRUTHS, r=TRUTHS)
def test_three_values_agree_with_the_plain_reference(tree, p, q, r):
    facts = {"p": p, "q": q, "r": r}
    found = evaluated(text_of(tree), **facts)
    assert (None if isinstance(found, Gap) else found) == kleene(tree, facts)


@given(tree=TREES, p=TRUTHS, q=TRUTHS, r=TRUTHS, world=st.fixed_dictionaries({n: st.booleans() for n in "pqr"}))
def test_what_is_decided_stays_so_whatever_the_unknown_turns_out_to_be(tree, p, q, r, world):
    facts = {"p": p, "q": q, "r": r}
    found = evaluated(text_of(tree), **facts)
    completed = {name: world[name] if fact is None else fact for name, fact in facts.items()}
    assert isinstance(found, Gap) or found == possible(tree, completed)
