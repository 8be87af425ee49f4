"""Expressions of rules: CEL over flat names, with unknown as an absent name.

Names and types are declared from dataclasses; an expression is compiled against exactly the names it uses, so that
these are known for certain. A missing name gives a `Gap`, every other error is `Faulty`.
"""

import datetime as dt
import re
import types
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from difflib import get_close_matches
from functools import cache
from typing import TYPE_CHECKING, TypeAlias, Union, get_args, get_origin, get_type_hints

from cel_expr_python import cel

from gemeentedossier.catalogue.facts.faults import did_you_mean, together, told

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

Value: TypeAlias = bool | int | float | str | dt.date | tuple[str, ...]
LONGEST_EXPRESSION = 1000
LONGEST_LIST = 500
_NAME = re.compile(r"(?<![\w.])\.?\s*([A-Za-z_]\w*)\s*\.\s*([A-Za-z_]\w*)")
_DENIED = re.compile(r"!\s*([A-Za-z_]\w*)\s*\.\s*([A-Za-z_]\w*)")
_LITERAL = re.compile(r"'(?:\\.|[^'\\])*'|\"(?:\\.|[^\"\\])*\"")
_PLACE = re.compile(r"<input>:(\d+):(\d+): (.*)")
_MISSING = "No value with name"
_CEL_TYPES: Mapping[object, tuple[str, object]] = {
    bool: ("a truth", cel.Type.BOOL),
    int: ("a number", cel.Type.INT),
    float: ("a number with decimals", cel.Type.DOUBLE),
    str: ("a text", cel.Type.STRING),
    dt.date: ("a date", cel.Type.TIMESTAMP),
    tuple: ("a list of texts", cel.Type.List(cel.Type.STRING)),
}


class InvalidExpression(ValueError):
    """The expression cannot be used; the text is a sentence for who wrote it."""


@dataclass(frozen=True, slots=True)
class Declarations:
    """The names that expressions may use, with the Python type of each."""

    types: Mapping[str, type]

    def within(self, subjects: Iterable[str]) -> "Declarations":
        """Return the names of these subjects only."""
        wanted = frozenset(subjects)
        return Declarations({name: kind for name, kind in self.types.items() if name.split(".")[0] in wanted})

    def type_words(self, name: str) -> str:
        """Return the type of a declared name in words."""
        return _CEL_TYPES[self.types[name]][0]


@dataclass(frozen=True, slots=True)
class Gap:
    """The outcome is open: these facts are not recorded."""

    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Faulty:
    """The expression failed on these facts; `sentence` says how."""

    sentence: str


Truth: TypeAlias = bool | Gap | Faulty


@dataclass(frozen=True, slots=True)
class Expression:
    """A compiled expression and the names it uses, sorted."""

    text: str
    names: tuple[str, ...]
    program: object

    def evaluate(self, facts: Mapping[str, Value | None]) -> Truth:
        """Return what the expression says of these facts; an absent or None fact is unknown."""
        try:
            context = {name: _cel_value(name, fact) for name in self.names if (fact := facts.get(name)) is not None}
            found = self.program.eval(data=context)  # type: ignore[attr-defined]  # the wheel has no types
        except InvalidExpression as error:
            return Faulty(str(error))
        except (RuntimeError, TypeError, ValueError) as error:
            return Faulty(_failure(str(error)))
        if found.type().name() != "ERROR":
            return bool(found.value())
        problem = str(found.value())
        if _MISSING in problem:
            return Gap(tuple(name for name in self.names if name not in context))
        return Faulty(_failure(problem))


def declarations(subjects: Mapping[str, "type[DataclassInstance]"]) -> Declarations:
    """Return the names `<subject>.<field>` of these dataclasses; raises TypeError on a type CEL has no word for."""
    found: dict[str, type] = {}
    for subject, shape in subjects.items():
        hints = get_type_hints(shape)
        for each in fields(shape):
            found[f"{subject}.{each.name}"] = _plain_type(hints[each.name])
    return Declarations(types.MappingProxyType(found))


def compile_expression(text: str, known: Declarations) -> Expression:
    """Return the expression, checked to be a truth over declared names; raises `InvalidExpression`."""
    if len(text) > LONGEST_EXPRESSION:
        raise InvalidExpression(
            told(
                f"The expression has {len(text):,} characters, at most {LONGEST_EXPRESSION:,} are read. "
                "Split the rule.",
                f"De uitdrukking heeft {len(text)} tekens en hoogstens {LONGEST_EXPRESSION} worden gelezen. "
                "Splits de regel.",
            )
        )
    names = names_in(text)
    unknown = next((name for name in names if name not in known.types), None)
    if unknown is not None:
        raise InvalidExpression(_unknown_name(unknown, known))
    program = _compiled(text, tuple((name, known.types[name]) for name in names))
    return Expression(text, names, program)


def names_in(text: str) -> tuple[str, ...]:
    """Return the dotted names in an expression, sorted; the two first parts of each."""
    return tuple(sorted(set(names_as_written(text))))


def names_as_written(text: str) -> tuple[str, ...]:
    """Return the dotted names in the order in which the expression has them, each once."""
    bare = _LITERAL.sub("''", text)
    return tuple(dict.fromkeys(f"{subject}.{name}" for subject, name in _NAME.findall(bare)))


def names_denied(text: str) -> frozenset[str]:
    """Return the dotted names before which the expression says “not”."""
    bare = _LITERAL.sub("''", text)
    return frozenset(f"{subject}.{name}" for subject, name in _DENIED.findall(bare))


def _compiled(text: str, names: tuple[tuple[str, type], ...]) -> object:
    environment = _environment(names)
    try:
        program = environment.compile(text)  # type: ignore[attr-defined]  # the wheel has no types
    except RuntimeError as error:
        raise InvalidExpression(_compile_failure(str(error))) from error
    returned = program.return_type().name()
    if returned != "BOOL":
        raise InvalidExpression(
            told(
                f"The expression gives {returned}, not true or false. Compare it with something.",
                f"De uitdrukking geeft {returned} en niet waar of onwaar. Vergelijk haar met iets.",
            )
        )
    return program


@cache
def _environment(names: tuple[tuple[str, type], ...]) -> object:
    return cel.NewEnv(variables={name: _CEL_TYPES[kind][1] for name, kind in names})


def _plain_type(hint: object) -> type:
    if get_origin(hint) in (Union, types.UnionType):
        inner = [each for each in get_args(hint) if each is not type(None)]
        if len(inner) == 1:
            return _plain_type(inner[0])
    if get_origin(hint) is tuple:
        return tuple
    if isinstance(hint, type) and hint in _CEL_TYPES:
        return hint
    raise TypeError(f"Expressions have no type for {hint}.")


def _cel_value(name: str, fact: Value) -> object:
    if isinstance(fact, tuple):
        if len(fact) > LONGEST_LIST:
            raise InvalidExpression(f"“{name}” has {len(fact):,} items; an expression reads {LONGEST_LIST:,}.")
        return list(fact)
    if isinstance(fact, dt.date):
        return dt.datetime(fact.year, fact.month, fact.day, tzinfo=dt.UTC)
    return fact


def _unknown_name(name: str, known: Declarations) -> str:
    near = get_close_matches(name, known.types, n=1)
    if near:
        return together(_no_fact(name), did_you_mean(near[0]))
    subjects = ", ".join(sorted({each.split(".")[0] for each in known.types}))
    sees = told(f"This rule sees the facts of: {subjects}.", f"Deze regel ziet de gegevens van: {subjects}.")
    return together(_no_fact(name), sees)


def _no_fact(name: str) -> str:
    return told(f"There is no fact “{name}” here.", f"Hier is geen gegeven “{name}”.")


def _compile_failure(problem: str) -> str:
    if "recursion limit" in problem:
        return told(
            "The expression is nested too deeply. Write it with fewer brackets, or split the rule.",
            "De uitdrukking is te diep genest. Schrijf haar met minder haken, of splits de regel.",
        )
    found = _PLACE.search(problem)
    if found is None:
        first = problem.splitlines()[0]
        return told(f"This is not an expression: {first}.", f"Dit is geen uitdrukking: {first}.")
    line, column, what = found.groups()
    where = f"at character {column}" if line == "1" else f"at line {line}, character {column}"
    waar = f"bij teken {column}" if line == "1" else f"bij regel {line}, teken {column}"
    what = what.rstrip(".")
    return told(f"This is not an expression ({where} of it): {what}.", f"Dit is geen uitdrukking ({waar}): {what}.")


def _failure(problem: str) -> str:
    plain = re.sub(r"^[A-Z_]+: |\s*\[[A-Z_]+\]$", "", problem.splitlines()[0]) if problem else "unknown"
    if "budget" in plain:
        return "The expression takes too many steps; it may never end. Write it without nested lists."
    return f"The expression fails: {plain}. Mend it, so that it is true or false for every record."
