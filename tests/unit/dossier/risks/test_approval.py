"""What stops the adoption of an assessment, each as a sentence."""

from dataclasses import replace

import pytest

from gemeentedossier.dossier.risks.engine.approval import Obstacle, obstacles_of
from gemeentedossier.dossier.risks.facts import ImpactAssessment
from tests.unit.dossier.risks.assessed import LINT, NOON, PLAIN, assessment

WHOLE = assessment()
UNANSWERED = replace(WHOLE.advice[0], answer=None, answer_reason="", answered_by_id=None, answered_at=None)
BLANK = replace(WHOLE.paragraphs[0], text="Nader invullen.")


def kinds(found: ImpactAssessment, *, stale: tuple[int, ...] = ()) -> list[Obstacle]:
    return [kind for kind, _ in obstacles_of(found, LINT, stale=stale)]


def test_nothing_stops_an_assessment_that_is_whole() -> None:
    assert kinds(WHOLE) == []


@pytest.mark.parametrize(
    ("found", "obstacles"),
    [
        (replace(WHOLE, paragraphs=WHOLE.paragraphs[1:]), [Obstacle.UNWRITTEN]),
        (replace(WHOLE, paragraphs=(BLANK, *WHOLE.paragraphs[1:])), [Obstacle.UNWRITTEN, Obstacle.LEFT_OVER]),
        (replace(WHOLE, conclusion_reason="To do."), [Obstacle.LEFT_OVER]),
        (replace(WHOLE, risks=()), [Obstacle.NO_RISKS]),
        (replace(WHOLE, risks=(replace(WHOLE.risks[0], impact=None),)), [Obstacle.RISK_NOT_WEIGHED]),
        (replace(WHOLE, risks=(replace(WHOLE.risks[0], treatments=()),)), [Obstacle.RISK_NOT_TREATED]),
        (replace(WHOLE, views_sought=None), [Obstacle.VIEWS]),
        (replace(WHOLE, views_sought=False), [Obstacle.VIEWS]),
        (replace(WHOLE, views_sought=False, views_reason="Het betreft een proef van een week."), []),
        (replace(WHOLE, conclusion=None), [Obstacle.NO_CONCLUSION]),
        (replace(WHOLE, advice=()), [Obstacle.NO_ADVICE]),
        (replace(WHOLE, advice=(UNANSWERED,)), [Obstacle.ADVICE_UNANSWERED]),
        (replace(WHOLE, advice=(replace(WHOLE.advice[0], version=2),)), [Obstacle.NO_ADVICE]),
        (replace(WHOLE, copied_from_id=PLAIN.id), [Obstacle.COPY_UNCONFIRMED]),
        (replace(WHOLE, copied_from_id=PLAIN.id, copy_confirmed_at=NOON), []),
    ],
)
def test_each_thing_that_lacks_stops_it(found: ImpactAssessment, obstacles: list[Obstacle]) -> None:
    assert kinds(found) == obstacles


def test_facts_that_changed_stop_it() -> None:
    assert kinds(WHOLE, stale=(2, 10)) == [Obstacle.STALE, Obstacle.STALE]


def test_the_sentence_names_the_place() -> None:
    ((_, sentence),) = obstacles_of(replace(WHOLE, conclusion_reason="To do."), LINT)
    assert sentence.nl == "Bij conclusie staat nog “to do”. Vul het aan."
