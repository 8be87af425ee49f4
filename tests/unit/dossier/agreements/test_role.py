"""What a party is, from recorded answers."""

import pytest

from gemeentedossier.dossier.agreements.engine.role import question_text, role_of, role_text
from gemeentedossier.dossier.agreements.engine.role_words import REASONS
from gemeentedossier.dossier.agreements.enums import AgreementKind, FoundRole, RoleQuestion
from gemeentedossier.dossier.agreements.facts import RoleAnswer
from gemeentedossier.foundation.identifiers import new_id

Q = RoleQuestion
NO_CONTROL = {
    Q.LAW_NAMES_PARTY: False,
    Q.OWN_FILE: False,
    Q.DECIDES_PURPOSE: False,
    Q.DECIDES_ESSENTIAL_MEANS: False,
    Q.DECIDES_TOGETHER: False,
}


def answers(said: dict[RoleQuestion, bool]) -> list[RoleAnswer]:
    return [RoleAnswer(new_id(), question, answer) for question, answer in said.items()]


@pytest.mark.parametrize(
    ("said", "role", "proposed"),
    [
        ({Q.IS_CARE_PROVIDER: True}, FoundRole.CONTROLLER, AgreementKind.DATA_SUPPLY),
        ({Q.IS_CARE_PROVIDER: True, Q.ON_INSTRUCTION_ONLY: True}, FoundRole.CONTROLLER, AgreementKind.DATA_SUPPLY),
        ({Q.LAW_NAMES_PARTY: True}, FoundRole.CONTROLLER, AgreementKind.DATA_SUPPLY),
        ({Q.DECIDES_ESSENTIAL_MEANS: True}, FoundRole.CONTROLLER, AgreementKind.DATA_SUPPLY),
        ({Q.DECIDES_TOGETHER: True}, FoundRole.JOINT_CONTROLLER, AgreementKind.JOINT_CONTROLLERS),
        ({**NO_CONTROL, Q.ON_INSTRUCTION_ONLY: True}, FoundRole.PROCESSOR, AgreementKind.PROCESSOR),
        ({**NO_CONTROL, Q.ON_INSTRUCTION_ONLY: True, Q.OWN_USE: True}, FoundRole.PROCESSOR, AgreementKind.PROCESSOR),
        ({Q.PROVISION_BY_LAW_ONLY: True}, FoundRole.INDEPENDENT_RECIPIENT, None),
    ],
    ids=["care", "care-told", "law", "means", "together", "told", "told-own-use", "by-law"],
)
def test_the_role_follows_and_the_fitting_agreement_is_proposed(
    said: dict[RoleQuestion, bool], role: FoundRole, proposed: AgreementKind | None
) -> None:
    outcome = role_of(answers(said))
    assert (outcome.role, outcome.proposed, outcome.missing) == (role, proposed, ())


def test_a_contracted_care_provider_is_controller_and_the_reason_says_why() -> None:
    outcome = role_of(answers({Q.IS_CARE_PROVIDER: True, Q.OWN_FILE: True}))
    assert [(r.question, r.source.nl) for r in outcome.reasons] == [
        (Q.IS_CARE_PROVIDER, "art. 4 punt 7 AVG; art. 5.1.2 lid 3 Wmo 2015 voor aanbieders onder die wet"),
        (Q.OWN_FILE, "art. 4 punt 7 AVG; EDPB 07/2020, paragraaf 2.1.2"),
    ]


def test_own_use_speaks_against_a_processor() -> None:
    outcome = role_of(answers({**NO_CONTROL, Q.ON_INSTRUCTION_ONLY: True, Q.OWN_USE: True}))
    assert [reason.source.en for reason in outcome.conflicts] == ["Art. 28(10) GDPR"]


@pytest.mark.parametrize("left_out", [*NO_CONTROL, Q.ON_INSTRUCTION_ONLY], ids=str)
def test_nobody_is_a_processor_while_a_question_is_open(left_out: RoleQuestion) -> None:
    said = {**NO_CONTROL, Q.ON_INSTRUCTION_ONLY: True}
    del said[left_out]
    outcome = role_of(answers(said))
    assert (outcome.role, outcome.missing) == (None, (left_out,))


def test_an_answer_that_nobody_knows_is_no_answer() -> None:
    assert role_of([RoleAnswer(new_id(), Q.DECIDES_TOGETHER, None)]).role is None


def test_who_controls_nothing_and_does_more_than_told_has_no_role_yet() -> None:
    outcome = role_of(answers({**NO_CONTROL, Q.ON_INSTRUCTION_ONLY: False}))
    assert (outcome.role, outcome.missing) == (None, ())


def test_every_question_answer_and_role_has_words_in_both_languages() -> None:
    texts = [question_text(each) for each in RoleQuestion] + [role_text(each) for each in FoundRole]
    texts += [REASONS[question, answer][0] for question in RoleQuestion for answer in (True, False)]
    assert [text.nl for text in texts if not text.en] == []
