"""What a person can say of a criterion: all of it where only a person knows, else what the facts do not decide."""

from dataclasses import replace

import pytest

from gemeentedossier.assessment.engine.assess import assess
from gemeentedossier.assessment.enums import AnswerSource, Outcome
from gemeentedossier.assessment.facts import Answer as Found
from gemeentedossier.assessment.facts import Finding
from gemeentedossier.catalogue.facts.rules import RuleKind
from gemeentedossier.catalogue.queries import current_catalogue
from gemeentedossier.desk.presenters.answering import answers_offered
from gemeentedossier.dossier.evidence.enums import Answer
from gemeentedossier.dossier.register.facts import Activity
from tests.unit.assessment.dossiers import attestation, dossier_with, some_id

NAMELESS = Activity(id=some_id(2), name="")
WORSE = (Answer.NOT_APPLICABLE, Answer.PARTLY, Answer.NO)


def a_finding(*, attested: bool) -> Finding:
    findings = assess(dossier_with(NAMELESS), current_catalogue()).findings()
    criteria = (each for each in findings if each.rule.kind is RuleKind.CRITERION)
    return next(each for each in criteria if each.rule.is_attested is attested)


@pytest.mark.parametrize(
    ("outcome", "offered"),
    [
        (Outcome.GAP, WORSE),
        (Outcome.MET, WORSE),
        (Outcome.NOT_MET, (Answer.NOT_APPLICABLE,)),
        (Outcome.PARTLY, (Answer.NOT_APPLICABLE,)),
        (Outcome.NOT_APPLICABLE, ()),
    ],
)
def test_of_what_the_record_answers_only_what_counts_is_asked(outcome: Outcome, offered: tuple[Answer, ...]) -> None:
    found = replace(a_finding(attested=False), answer=Found(outcome, AnswerSource.DERIVED))
    assert tuple(answers_offered(found)) == offered


def test_an_answer_that_stands_can_be_given_anew() -> None:
    said = attestation(NAMELESS, "x", Answer.NOT_APPLICABLE, explanation="Zo.")
    answer = Found(Outcome.NOT_APPLICABLE, AnswerSource.ATTESTED, attestation=said)
    assert tuple(answers_offered(replace(a_finding(attested=False), answer=answer))) == WORSE


def test_where_only_a_person_knows_everything_is_asked() -> None:
    assert tuple(answers_offered(a_finding(attested=True))) == tuple(Answer)


def test_a_rule_that_failed_asks_nothing() -> None:
    found = replace(a_finding(attested=True), answer=Found(Outcome.GAP, AnswerSource.FAULTY))
    assert answers_offered(found) == ()
