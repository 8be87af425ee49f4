"""The rules on one kind of subject, judged together: each fact is read once, and what a rule says is remembered.

A verdict depends on nothing but the facts that the rule's expressions name, so it is kept per set of those values: two
thousand activities differ in few of the facts that one rule names.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from operator import attrgetter, itemgetter
from typing import Generic, TypeAlias, TypeVar, cast

from gemeentedossier.catalogue.engine.expressions import Value
from gemeentedossier.catalogue.engine.rules import Judgement, ReadyRule
from gemeentedossier.foundation.engine.remembering import Remembered

REMEMBERED = 20_000
"""How many sets of values each rule remembers; at more it begins anew."""
FEW = 30
"""Of so many facts the same values come again; more than these are hardly ever alike in two subjects."""
T = TypeVar("T")
Values: TypeAlias = tuple[object, ...]
_Reader: TypeAlias = Callable[[object], Values]


class RuleSet(Generic[T]):
    """Rules that see the same subjects. ``made`` makes of a judgement what is kept: the same facts get the same one."""

    def __init__(self, ready: Iterable[ReadyRule], made: Callable[[Judgement], T]) -> None:
        rules = tuple(ready)
        alike: dict[tuple[str, ...], list[int]] = {}
        for place, each in enumerate(rules):
            alike.setdefault(_subjects_of(each), []).append(place)
        self._parts = tuple(_Part([rules[place] for place in places], made) for places in alike.values())
        judged = [place for places in alike.values() for place in places]
        self._in_order = _picker_of([judged.index(place) for place in range(len(rules))])

    def judge(self, layers: Mapping[str, object]) -> list[T]:
        """Return what each rule says of subjects, keyed by the first part of their names; in the order of the rules."""
        found: tuple[T, ...] = ()
        for part in self._parts:
            found += part.judge(layers)
        return list(self._in_order(found))


class _Part(Generic[T]):
    """The rules that read the same subjects: where few facts tell all of it, these are looked up at once."""

    def __init__(self, rules: Sequence[ReadyRule], made: Callable[[Judgement], T]) -> None:
        names = sorted({name for each in rules for name in each.names})
        self._readers = tuple(_readers(names))
        self._kept = tuple((_by_facts(each, made), _picker(each.names, names)) for each in rules)
        self._known = Remembered(self._each, most=REMEMBERED) if len(names) <= FEW else None

    def judge(self, layers: Mapping[str, object]) -> tuple[T, ...]:
        """Return what each rule says, in their order."""
        values: Values = ()
        for layer, reader in self._readers:
            values += reader(layers[layer])
        return self._each(values) if self._known is None else self._known[values]

    def _each(self, values: Values) -> tuple[T, ...]:
        return tuple([remembered[pick(values)] for remembered, pick in self._kept])


def _subjects_of(ready: ReadyRule) -> tuple[str, ...]:
    return tuple(sorted({name.partition(".")[0] for name in ready.names}))


def _by_facts(ready: ReadyRule, made: Callable[[Judgement], T]) -> Remembered[Values, T]:
    """What one rule says, by the values of the facts that it names."""

    def judged(values: Values) -> T:
        facts = cast(Mapping[str, Value | None], dict(zip(ready.names, values, strict=True)))
        return made(ready.judge_facts(facts))

    return Remembered(judged, most=REMEMBERED)


def _readers(names: Iterable[str]) -> Iterable[tuple[str, _Reader]]:
    """What reads the facts of each subject; sorted names stand subject by subject, so that their order is kept."""
    layers: dict[str, list[str]] = {}
    for name in names:
        layer, own = name.split(".")
        layers.setdefault(layer, []).append(own)
    return [(layer, _reader(own)) for layer, own in layers.items()]


def _reader(own: Sequence[str]) -> _Reader:
    if len(own) > 1:
        return attrgetter(*own)
    (only,) = own  # attrgetter gives the value of a single name bare
    return lambda subject: (getattr(subject, only),)


def _picker(wanted: Sequence[str], names: Sequence[str]) -> Callable[[Values], Values]:
    """What takes the values of some names, in their order, out of those of all names; always as a tuple."""
    return _picker_of([names.index(name) for name in wanted])


def _picker_of(places: Sequence[int]) -> Callable[[tuple[T, ...]], tuple[T, ...]]:
    if len(places) > 1:
        return itemgetter(*places)
    return itemgetter(slice(places[0], places[0] + 1) if places else slice(0))
