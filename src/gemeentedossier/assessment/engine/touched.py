"""What a change of the catalogue touches in a dossier: what names an entry, and what is now judged otherwise."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from gemeentedossier.assessment.engine.assess import assess
from gemeentedossier.assessment.engine.naming import record_name
from gemeentedossier.assessment.enums import Outcome
from gemeentedossier.assessment.facts import Assessment, Case
from gemeentedossier.catalogue.engine.difference import Change
from gemeentedossier.catalogue.facts.catalogue import Catalogue
from gemeentedossier.catalogue.facts.rules import SubjectKind
from gemeentedossier.dossier.snapshot.facts import Dossier
from gemeentedossier.foundation.engine.plain import to_plain

_Key = tuple[str, SubjectKind, UUID]


class NamedBy(StrEnum):
    """What kind of record names an entry of the catalogue."""

    ACTIVITY = "activity"
    INTERPRETATION = "interpretation"
    ANSWER = "answer"
    SUPPRESSION = "suppression"


@dataclass(frozen=True, slots=True)
class Named:
    """A record that names an entry; of an answer and of what was set aside, the record that it is about."""

    kind: NamedBy
    id: UUID
    name: str


_Naming = Mapping[str, tuple[Named, ...]]


@dataclass(frozen=True, slots=True)
class Turned:
    """A record of which the outcome of a rule turns; None where one of the two editions finds nothing of it."""

    rule: str
    kind: SubjectKind
    id: UUID
    activity_id: UUID | None
    name: str
    old: Outcome | None
    new: Outcome | None


@dataclass(frozen=True, slots=True)
class Touched:
    """One change with what it touches: records that name the entry, and those that are judged otherwise by it.

    A rule that changed turns its own outcomes. Any other entry turns those of rules that stayed the same, in the
    activities that name it.
    """

    change: Change
    named: tuple[Named, ...]
    turned: tuple[Turned, ...]


@dataclass(frozen=True, slots=True)
class Reach:
    """All that a new edition touches; ``beside`` turns by something that no entry says, such as a list of words."""

    touched: tuple[Touched, ...]
    beside: tuple[Turned, ...]


def reach_of(changes: Iterable[Change], dossier: Dossier, *, old: Catalogue, new: Catalogue) -> Reach:
    """Return what the changes between two editions touch, both judged on the day of the dossier.

    What does not apply is as good as nothing found: a record that goes from the one to the other does not turn.
    """
    every, before, after = tuple(changes), assess(dossier, old), assess(dossier, new)
    turned, naming = _turned(before, after), _naming(dossier, after)
    changed = frozenset(change.id for change in every if change.entry == "criterion")
    found, told = [], set[Turned]()
    for change in every:
        named = _named(change, naming, old, new)
        own = tuple(each for each in turned if _turns(change, each, named, changed))
        told.update(own)
        found.append(Touched(change, named, own))
    return Reach(tuple(found), tuple(each for each in turned if each not in told))


def _turns(change: Change, turned: Turned, named: tuple[Named, ...], changed: frozenset[str]) -> bool:
    if change.entry == "criterion":
        return turned.rule == change.id
    return turned.rule not in changed and any(each.id == turned.activity_id for each in named)


def _named(
    change: Change, naming: Mapping[str, tuple[Named, ...]], old: Catalogue, new: Catalogue
) -> tuple[Named, ...]:
    """The records that name the entry; of a statute also those that name one of its provisions."""
    words = [change.id]
    if change.entry == "statute":
        bases = {**old.legal_bases, **new.legal_bases}.values()
        words += [each.id for each in bases if each.statute == change.id]
    return tuple(dict.fromkeys(each for word in words for each in naming.get(word, ())))


def _naming(dossier: Dossier, found: Assessment) -> _Naming:
    """Each word of the dossier that may be an id of the catalogue, with the records that name it."""
    names = {each.case.id: record_name(each.case) for each in found.cases}
    naming: dict[str, list[Named]] = defaultdict(list)
    for activity in dossier.activities:
        for word in frozenset(_words(to_plain(activity))):
            naming[word].append(Named(NamedBy.ACTIVITY, activity.id, activity.name))
    for reading in dossier.interpretations:
        naming[reading.norm].append(Named(NamedBy.INTERPRETATION, reading.id, reading.reading))
    for said in dossier.attestations:
        naming[said.criterion].append(Named(NamedBy.ANSWER, said.id, names.get(said.subject_id, said.answered_by)))
    for aside in dossier.suppressions:
        name = names.get(aside.subject_id, aside.suppressed_by)
        naming[aside.rule].append(Named(NamedBy.SUPPRESSION, aside.id, name))
    return {word: tuple(records) for word, records in naming.items()}


def _words(plain: object) -> Iterator[str]:
    if isinstance(plain, str):
        yield plain
    elif isinstance(plain, dict):
        for item in plain.values():
            yield from _words(item)
    elif isinstance(plain, list):
        for item in plain:
            yield from _words(item)


def _turned(old: Assessment, new: Assessment) -> tuple[Turned, ...]:
    """What turns, in the order of the dossier; what one of the two has not found stands last."""
    before, after = dict(_verdicts(old)), dict(_verdicts(new))
    return tuple(
        Turned(key[0], case.kind, case.id, case.activity_id, record_name(case), *outcomes)
        for key, case in {**_cases(new), **_cases(old)}.items()
        if _differ(*(outcomes := (before.get(key), after.get(key))))
    )


def _differ(old: Outcome | None, new: Outcome | None) -> bool:
    nothing = (None, Outcome.NOT_APPLICABLE)
    return old is not new and not (old in nothing and new in nothing)


def _verdicts(found: Assessment) -> Iterator[tuple[_Key, Outcome]]:
    for each in found.cases:
        for rule, answer in each.told():
            yield (rule.id, each.case.kind, each.case.id), answer.outcome


def _cases(found: Assessment) -> dict[_Key, Case]:
    return {(rule.id, each.case.kind, each.case.id): each.case for each in found.cases for rule, _ in each.told()}
