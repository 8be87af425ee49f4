"""What people said of a dossier: their answers, the evidence these rest on, and what they set aside."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Protocol, TypeAlias, TypeVar
from uuid import UUID

from gemeentedossier.assessment.engine.answers import Shown, attested, set_aside
from gemeentedossier.assessment.engine.subjects.law import Law
from gemeentedossier.assessment.facts import Answer
from gemeentedossier.catalogue.facts.rules import Rule, SubjectKind
from gemeentedossier.dossier.evidence.facts import Attestation
from gemeentedossier.dossier.governance.facts import Suppression
from gemeentedossier.dossier.snapshot.facts import Dossier

About: TypeAlias = tuple[SubjectKind, UUID]
_KINDS = frozenset(SubjectKind)


class _Saying(Protocol):
    @property
    def subject_kind(self) -> str: ...
    @property
    def subject_id(self) -> UUID: ...


S = TypeVar("S", bound=_Saying)
ByRule: TypeAlias = Mapping[About, Mapping[str, S]]


@dataclass(frozen=True, slots=True)
class Said:
    """The last answers and the suppressions that hold, by subject and rule, on one day."""

    attestations: ByRule[Attestation]
    suppressions: ByRule[Suppression]
    shown: Shown
    law: Law
    spoken_of: frozenset[UUID]
    """The records of which something was said."""

    def names(self, about: About) -> Iterable[str]:
        """Return the names of the rules of which something was said for this subject."""
        return (*self.attestations.get(about, ()), *self.suppressions.get(about, ()))

    def of(self, about: About, rule: Rule, answer: Answer) -> Answer:
        """Return what facts and people together say: first their answer, then whether they set it aside."""
        attestation = _for(rule, self.attestations.get(about))
        if attestation:
            answer = attested(answer, attestation, rule, law=self.law, shown=self.shown)
        suppression = _for(rule, self.suppressions.get(about))
        return set_aside(answer, suppression, rule) if suppression else answer


def said_in(dossier: Dossier, law: Law) -> Said:
    """Return what people said in a dossier, as it holds on the law's day; a blank is no reason to set aside."""
    answers = sorted(dossier.attestations, key=lambda each: each.answered_at)
    held = [s for s in dossier.suppressions if s.holds_on(law.day) and not law.lint.is_unfinished(s.reason)]
    attestations = _by_rule(answers, name=lambda each: each.criterion)
    suppressions = _by_rule(held, name=lambda each: each.rule)
    shown = {each.id: each for each in dossier.evidence}
    spoken_of = frozenset(key for _, key in (*attestations, *suppressions))
    return Said(attestations, suppressions, shown, law, spoken_of)


def _by_rule(said: Iterable[S], *, name: Callable[[S], str]) -> ByRule[S]:
    """What was said last stands."""
    found: dict[About, dict[str, S]] = {}
    for each in said:
        if each.subject_kind in _KINDS:
            found.setdefault((SubjectKind(each.subject_kind), each.subject_id), {})[name(each)] = each
    return found


def _for(rule: Rule, given: Mapping[str, S] | None) -> S | None:
    """What was said under the id of the rule, or one that it had before."""
    if given is None:
        return None
    return next((given[name] for name in (rule.id, *rule.aliases) if name in given), None)
