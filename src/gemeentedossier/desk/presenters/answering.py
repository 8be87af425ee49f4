"""Where a person may answer a criterion that the record answers too: it does not apply here, or is worse than it looks.

What the facts show is not overruled by a person, but for these two (docs/decisions, attestations and facts).
"""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from gemeentedossier.assessment.enums import AnswerSource, Outcome
from gemeentedossier.assessment.facts import Finding
from gemeentedossier.catalogue.facts.rules import RuleKind
from gemeentedossier.design.parts import Link
from gemeentedossier.dossier.evidence.enums import Answer
from gemeentedossier.foundation.addresses import reverse

_BEYOND_DOUBT = (Outcome.NOT_MET, Outcome.PARTLY)
"""Where the record itself shows that something lacks, nobody needs to say so too."""


def answer_url(finding: Finding, slug: str) -> str:
    """The page on which somebody answers the question of a finding."""
    return reverse("desk:answer", args=[slug, finding.subject_kind.value, finding.subject_id, finding.rule_id])


def answers_offered(finding: Finding) -> Sequence[Answer]:
    """What a person can say of this that counts; empty where nothing would."""
    answer = finding.answer
    if finding.rule.kind is RuleKind.CONTRADICTION or answer.source is AnswerSource.FAULTY:
        return ()
    if finding.rule.is_attested:
        return tuple(Answer)
    if answer.suppression is not None:
        return ()
    if answer.attestation is not None:
        return (Answer.NOT_APPLICABLE, Answer.PARTLY, Answer.NO)
    if finding.outcome is Outcome.NOT_APPLICABLE:
        return ()
    if finding.outcome in _BEYOND_DOUBT:
        return (Answer.NOT_APPLICABLE,)
    return (Answer.NOT_APPLICABLE, Answer.PARTLY, Answer.NO)


def also_answered(finding: Finding, slug: str) -> Link | None:
    """The way to say so; None where only a person can answer at all, or nothing that one says would count."""
    if finding.rule.is_attested or not answers_offered(finding):
        return None
    return Link(label=also_label(finding), url=answer_url(finding, slug))


def also_label(finding: Finding) -> str:
    """What the link asks."""
    if finding.answer.attestation is not None:
        return _("Look at the answer again")
    return _("Does this not apply here?") if finding.is_open else _("Is it worse than the record shows?")
