"""From what a rule says, and what people say, to one answer (see docs/decisions: attestations and facts)."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import replace
from uuid import UUID

from gemeentedossier.assessment.engine.subjects.law import Law
from gemeentedossier.assessment.enums import AnswerSource, Lapse, Outcome
from gemeentedossier.assessment.facts import Answer, is_finding, is_open
from gemeentedossier.catalogue.engine.rules import Judgement
from gemeentedossier.catalogue.facts.rules import Rule, RuleKind, Verdict
from gemeentedossier.dossier.evidence.enums import Answer as Said
from gemeentedossier.dossier.evidence.facts import Attestation, Evidence
from gemeentedossier.dossier.governance.facts import Suppression

_SAID: Mapping[Said, Outcome] = {
    Said.YES: Outcome.MET,
    Said.PARTLY: Outcome.PARTLY,
    Said.NO: Outcome.NOT_MET,
    Said.NOT_APPLICABLE: Outcome.NOT_APPLICABLE,
    Said.UNKNOWN: Outcome.GAP,
}
Shown = Mapping[UUID, Evidence]
"""The evidence of a dossier by its key."""
_CERTAIN = (Outcome.NOT_MET, Outcome.PARTLY, Outcome.NOT_APPLICABLE)


def derived(judgement: Judgement) -> Answer:
    """Return the answer that the facts alone give."""
    if judgement.fault:
        return Answer(Outcome.GAP, AnswerSource.FAULTY, fault=judgement.fault)
    source = AnswerSource.MISSING if judgement.verdict is Verdict.GAP else AnswerSource.DERIVED
    outcome = Outcome.UNDECIDED if judgement.undecided else Outcome(judgement.verdict.value)
    return Answer(outcome, source, judgement.missing)


def attested(answer: Answer, attestation: Attestation, rule: Rule, *, law: Law, shown: Shown) -> Answer:
    """Return the answer of facts and person together.

    People fill what the facts leave open. What the facts show is not overruled, but for "not applicable" with an
    explanation; a person may always say that it is worse than the facts show. An answer holds as long as all of the
    evidence that it rests on, and until the day on which it must be looked at again; one that is explained by a blank
    only, such as “nader invullen”, does not hold at all.
    """
    said = _SAID[attestation.answer]
    if rule.kind is RuleKind.CONTRADICTION or answer.source is AnswerSource.FAULTY:
        return answer
    if said is Outcome.GAP:  # a gap stays one, but it is told who was asked and did not know
        return replace(answer, attestation=attestation) if answer.outcome is Outcome.GAP else answer
    if said is Outcome.NOT_APPLICABLE and not law.lint.says_something(attestation.explanation):
        return answer
    if said is not Outcome.NOT_APPLICABLE and not _may_say(said, answer):
        return answer
    evidence = tuple(shown[key] for key in attestation.evidence_ids if key in shown)
    lapse, lapsed = _lapse(attestation, evidence, day=law.day)
    if lapse is None and law.lint.is_unfinished(attestation.explanation):
        lapse = Lapse.UNFINISHED
    outcome = Outcome.EXPIRED if lapse else said
    return Answer(outcome, AnswerSource.ATTESTED, answer.missing, attestation, evidence, lapse=lapse, lapsed=lapsed)


def _lapse(
    attestation: Attestation, evidence: Sequence[Evidence], *, day: dt.date
) -> tuple[Lapse | None, tuple[Evidence, ...]]:
    """Why the answer holds no longer, and which evidence that is; what can be put back comes first."""
    lost = tuple(each for each in evidence if each.lost_at)
    if lost or len(evidence) < len(attestation.evidence_ids):
        return Lapse.LOST, lost
    if withdrawn := tuple(each for each in evidence if each.withdrawn_at):
        return Lapse.WITHDRAWN, withdrawn
    if outdated := tuple(each for each in evidence if not each.stands_on(day)):
        return Lapse.OUTDATED, outdated
    if attestation.review_on is not None and attestation.review_on < day:
        return Lapse.REVIEW, ()
    return None, ()


def _may_say(said: Outcome, answer: Answer) -> bool:
    if answer.outcome is Outcome.MET:
        return said in (Outcome.NOT_MET, Outcome.PARTLY)
    return answer.outcome not in _CERTAIN


def set_aside(answer: Answer, suppression: Suppression, rule: Rule) -> Answer:
    """Return the answer as somebody set it aside. Only what is open can be: what is met needs no excuse."""
    if not is_open(answer.outcome) or not is_finding(rule, answer.outcome):
        return answer
    return replace(answer, outcome=Outcome.SUPPRESSED, beneath=answer.outcome, suppression=suppression)
