"""What is found of one activity alone is what is found of it among all, down to the words that depend on others."""

from collections.abc import Iterator

import pytest

from gemeentedossier.assessment.engine.assess import assess
from gemeentedossier.assessment.facts import Assessment
from gemeentedossier.assessment.queries import assessment_of_activity
from gemeentedossier.catalogue.queries import catalogue_at
from gemeentedossier.dossier.snapshot.queries import dossier_of
from gemeentedossier.exchange.actions.dossiers import load_dossier
from gemeentedossier.exchange.actions.example import ensure_example
from gemeentedossier.foundation.models import Municipality
from gemeentedossier.foundation.tenancy import municipality_scope
from gemeentedossier.foundation.trail import Actor
from tests.everything import everything


def duinrade() -> Municipality:
    return ensure_example()


def of_everything() -> Municipality:
    return load_dossier(everything(), by=Actor("test")).municipality


@pytest.fixture(params=[duinrade, of_everything], ids=["the example", "each record beside the register"])
def loaded(request: pytest.FixtureRequest, db: None) -> Iterator[Municipality]:
    made: Municipality = request.param()
    with municipality_scope(made.id):
        yield made


def told(assessment: Assessment, *, of: object) -> list[object]:
    return [
        (each.case.kind, each.case.id, dict(each.case.layers), list(each.told()))
        for each in assessment.cases
        if each.case.activity_id == of
    ]


def test_every_activity_alone_is_judged_as_among_all(loaded: Municipality) -> None:
    whole = dossier_of(loaded)
    among = assess(whole, catalogue_at(whole.moment))
    for activity in whole.activities:
        alone = assessment_of_activity(loaded, activity_id=activity.id)
        assert told(alone, of=activity.id) == told(among, of=activity.id), activity.name
