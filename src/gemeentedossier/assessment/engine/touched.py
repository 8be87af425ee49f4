"""What a change of the catalogue touches in a dossier: what names an entry, and what is now judged otherwise."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from uuid import UUID

from gemeentedossier.assessment.engine.assess import assess
from gemeentedossier.assessment.enums import Outcome
from gemeentedossier.catalogue.engine.difference import Change
from gemeentedossier.catalogue.facts.catalogue import Catalogue
from gemeentedossier.catalogue.facts.rules import SubjectKind
from gemeentedossier.dossier.snapshot.facts import Dossier
from gemeentedossier.foundation.engine.plain import to_plain

Verdicts = Mapping[tuple[str, SubjectKind, UUID], Outcome]


@dataclass(frozen=True, slots=True)
class Touched:
    """One change with what it touches: activities that name the entry, and records on which its outcome turns.

    A record that had no outcome under one of the two editions turns too, unless nothing was found under the other.
    """

    change: Change
    activities: int
    turned: int


def touched_by(changes: Iterable[Change], dossier: Dossier, *, old: Catalogue, new: Catalogue) -> tuple[Touched, ...]:
    """Return each change with the number of activities that name it and of records that it turns."""
    naming = Counter(word for activity in dossier.activities for word in frozenset(_words(to_plain(activity))))
    turned = _turned(_verdicts(dossier, old), _verdicts(dossier, new))
    return tuple(Touched(change, naming[change.id], turned[change.id]) for change in changes)


def _words(plain: object) -> Iterator[str]:
    if isinstance(plain, str):
        yield plain
    elif isinstance(plain, dict):
        for item in plain.values():
            yield from _words(item)
    elif isinstance(plain, list):
        for item in plain:
            yield from _words(item)


def _verdicts(dossier: Dossier, catalogue: Catalogue) -> Verdicts:
    found = assess(dossier, catalogue)
    return {
        (rule.id, each.case.kind, each.case.id): answer.outcome for each in found.cases for rule, answer in each.told()
    }


def _turned(old: Verdicts, new: Verdicts) -> Counter[str]:
    """How many records turn, per rule; what does not apply is as good as nothing found."""
    nothing = Outcome.NOT_APPLICABLE
    return Counter(key[0] for key in {*old, *new} if old.get(key, nothing) is not new.get(key, nothing))
