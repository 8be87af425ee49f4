"""What a party is (GDPR 4(7), 4(8), 26, 28(10)), from recorded answers, with the reasoning.

The order follows the European guidelines on controller and processor (EDPB 07/2020): first what the law says, then who
decides why, then who decides on the essential means, then whether that is done together. What nobody answered leaves it
open; nothing is guessed.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from gemeentedossier.catalogue.facts.sources import Text
from gemeentedossier.dossier.agreements.engine.role_words import AGAINST, DECIDED, QUESTIONS, REASONS
from gemeentedossier.dossier.agreements.enums import AgreementKind, FoundRole, RoleQuestion
from gemeentedossier.dossier.agreements.facts import RoleAnswer

Q = RoleQuestion
Said = Mapping[RoleQuestion, bool]

PROPOSED: Mapping[FoundRole, AgreementKind | None] = {
    FoundRole.CONTROLLER: AgreementKind.DATA_SUPPLY,
    FoundRole.JOINT_CONTROLLER: AgreementKind.JOINT_CONTROLLERS,
    FoundRole.PROCESSOR: AgreementKind.PROCESSOR,
    FoundRole.INDEPENDENT_RECIPIENT: None,
}
"""Which agreement fits. A provision that the law prescribes needs none: it stands in the register with its basis."""


@dataclass(frozen=True, slots=True)
class Reason:
    """One step of the reasoning: what was answered, what follows from it, and where that stands."""

    question: RoleQuestion
    answer: bool
    text: Text
    source: Text


@dataclass(frozen=True, slots=True)
class RoleOutcome:
    """What follows from the answers. ``role`` None leaves it open; ``missing`` are the questions that would settle it.

    ``proposed`` is the kind of agreement that fits; ``conflicts`` are answers that speak against the role.
    """

    role: FoundRole | None
    reasons: tuple[Reason, ...]
    missing: tuple[RoleQuestion, ...] = ()
    proposed: AgreementKind | None = None
    conflicts: tuple[Reason, ...] = ()


def role_of(answers: Iterable[RoleAnswer]) -> RoleOutcome:
    """Return what the party is by these answers, why, and which agreement fits."""
    said = {each.question: each.answer for each in answers if each.answer is not None}
    role, asked = _decided(said)
    if role is None:
        missing = tuple(each for each in asked if each not in said)
        return RoleOutcome(None, tuple(_reasons(said, asked)), missing)
    conflicts = tuple(_reasons(said, [each for each in AGAINST[role] if said.get(each)]))
    return RoleOutcome(role, tuple(_reasons(said, asked)), (), PROPOSED[role], conflicts)


def question_text(question: RoleQuestion) -> Text:
    """Return the question in words."""
    return QUESTIONS[question]


def role_text(role: FoundRole) -> Text:
    """Return what the role means in one sentence."""
    return DECIDED[role]


def _decided(said: Said) -> tuple[FoundRole | None, list[RoleQuestion]]:
    """The role and the questions that it rests on; without a role, those that were needed."""
    if said.get(Q.PROVISION_BY_LAW_ONLY):
        return FoundRole.INDEPENDENT_RECIPIENT, [Q.PROVISION_BY_LAW_ONLY]
    if said.get(Q.DECIDES_TOGETHER):
        return FoundRole.JOINT_CONTROLLER, [Q.DECIDES_TOGETHER]
    controlling = [each for each in _CONTROLLING if said.get(each)]
    if controlling:
        return FoundRole.CONTROLLER, controlling
    needed = [Q.LAW_NAMES_PARTY, Q.OWN_FILE, Q.DECIDES_PURPOSE, Q.DECIDES_ESSENTIAL_MEANS, Q.DECIDES_TOGETHER]
    if any(each not in said for each in needed) or Q.ON_INSTRUCTION_ONLY not in said:
        return None, [*needed, Q.ON_INSTRUCTION_ONLY]
    if said[Q.ON_INSTRUCTION_ONLY]:
        return _on_instruction(said)
    return None, [Q.ON_INSTRUCTION_ONLY, Q.DECIDES_PURPOSE, Q.DECIDES_ESSENTIAL_MEANS]


_CONTROLLING = (
    Q.LAW_NAMES_PARTY,
    Q.IS_CARE_PROVIDER,
    Q.OWN_FILE,
    Q.DECIDES_PURPOSE,
    Q.DECIDES_ESSENTIAL_MEANS,
)


def _on_instruction(said: Said) -> tuple[FoundRole | None, list[RoleQuestion]]:
    """Who does as told is a processor, also where it uses data for itself: for that use it counts as controller."""
    rests = [Q.DECIDES_PURPOSE, Q.DECIDES_ESSENTIAL_MEANS, Q.ON_INSTRUCTION_ONLY]
    return FoundRole.PROCESSOR, [*rests, *([Q.OWN_USE] if Q.OWN_USE in said else [])]


def _reasons(said: Said, asked: Iterable[RoleQuestion]) -> Iterator[Reason]:
    for question in asked:
        if question in said:
            text, source = REASONS[question, said[question]]
            yield Reason(question, said[question], text, source)
