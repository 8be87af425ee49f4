"""The benchmarks can be run: every subject is there, and what they measure on is a whole dossier."""

from importlib import import_module

import pytest
from benchmarks.__main__ import SUBJECTS
from benchmarks.figures import Figure
from benchmarks.invented import invented_dossier

from gemeentedossier.assessment.engine.assess import assess
from gemeentedossier.assessment.enums import Outcome
from gemeentedossier.catalogue.queries import current_catalogue
from gemeentedossier.exchange.actions.dossiers import load_dossier
from gemeentedossier.foundation.trail import Actor
from gemeentedossier.organisation.permissions import PROGRAM


@pytest.mark.parametrize("subject", SUBJECTS)
def test_every_subject_gives_figures(subject: str) -> None:
    assert callable(import_module(f"benchmarks.subjects.{subject}").figures)


def test_the_invented_dossier_has_every_outcome_but_what_people_set_aside() -> None:
    catalogue = current_catalogue()
    counts = assess(invented_dossier(200, catalogue), catalogue).counts()
    assert {outcome for outcome, count in counts.items() if count} == {*Outcome} - {
        Outcome.SUPPRESSED,
        Outcome.CONSISTENT,  # never counted
    }


def test_the_invented_dossier_can_be_stored(db: None) -> None:
    stored = load_dossier(invented_dossier(20, current_catalogue()), by=Actor("benchmarks", roles=PROGRAM))
    assert stored.is_new


@pytest.mark.parametrize(
    ("value", "limit", "ratio", "most", "verdict"),
    [
        (1.0, 1.0, None, None, "ok"),
        (1.1, 1.0, None, None, "MISSED"),
        (1.0, None, 3.0, 3.0, "ok"),
        (1.0, 2.0, 3.1, 3.0, "MISSED"),
        (1.0, None, 9.0, None, ""),
        (None, 1.0, None, None, ""),
    ],
)
def test_a_promise_is_kept_in_value_and_in_ratio(
    value: float | None, limit: float | None, ratio: float | None, most: float | None, verdict: str
) -> None:
    assert Figure("it", value, "s", limit=limit, ratio=ratio, ratio_limit=most).verdict == verdict
