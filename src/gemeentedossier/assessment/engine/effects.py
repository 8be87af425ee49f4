"""What a change would do to the findings, told before it is made: which would be solved and which would appear."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from gemeentedossier.assessment.engine.assess import whole_anew
from gemeentedossier.assessment.engine.renewal import reassess
from gemeentedossier.assessment.facts import Assessment, CaseFindings, Judged, is_open
from gemeentedossier.catalogue.facts.catalogue import Catalogue
from gemeentedossier.catalogue.facts.rules import Rule
from gemeentedossier.dossier.snapshot.facts import Dossier


@dataclass(frozen=True, slots=True)
class Effect:
    """A rule, and of how many records its finding would go or come."""

    rule: Rule
    count: int


@dataclass(frozen=True, slots=True)
class Effects:
    """The findings that would be solved and that would appear, of most records first."""

    solved: tuple[Effect, ...]
    opened: tuple[Effect, ...]


def effects_of(judged: Judged, then: Dossier, catalogue: Catalogue) -> Effects:
    """Return what is open now and would not be in that dossier, and the other way round. Nothing of it is remembered.

    ``then`` is the same dossier with something else in it, at the same moment.
    """
    now, knew, knows = judged.assessment, whole_anew(judged.dossier), whole_anew(then)
    found = reassess(now, of=judged.dossier, now=then, catalogue=catalogue, knew=knew, knows=knows)
    before, after = _open(now, but=found), _open(found, but=now)
    return Effects(solved=_counted(before, after), opened=_counted(after, before))


def _open(assessment: Assessment, *, but: Assessment) -> Mapping[tuple[str, UUID], Rule]:
    """Whatever asks for something, by rule and subject; without the cases that are the very same in the other."""
    same = {id(each) for each in but.cases}
    return {key: rule for case in assessment.cases if id(case) not in same for key, rule in _open_in(case)}


def _open_in(case: CaseFindings) -> Iterable[tuple[tuple[str, UUID], Rule]]:
    return (((rule.id, case.case.id), rule) for rule, answer in case.told() if is_open(answer.outcome))


def _counted(these: Mapping[tuple[str, UUID], Rule], but: Mapping[tuple[str, UUID], Rule]) -> tuple[Effect, ...]:
    rules = {rule.id: rule for rule in these.values()}
    counts = Counter(rule for rule, _subject in these.keys() - but.keys())
    return tuple(
        Effect(rules[name], count) for name, count in sorted(counts.items(), key=lambda each: (-each[1], each))
    )
