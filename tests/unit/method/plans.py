"""The plan of action in every way that it can stand."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

from gemeentedossier.assessment.standing import judge
from gemeentedossier.documents.engine.blocks import Document
from gemeentedossier.documents.engine.composition import Material
from gemeentedossier.documents.engine.composition.clauses import Library
from gemeentedossier.dossier.governance.facts import PlannedStep
from gemeentedossier.dossier.snapshot.facts import Dossier
from gemeentedossier.foundation.identifiers import new_id
from gemeentedossier.method.engine.plan_paper import compose_plan
from gemeentedossier.method.engine.progress import path_of
from gemeentedossier.method.facts import Condition, Counted, Path, PhaseProgress, StepProgress
from gemeentedossier.organisation.facts import Person
from tests.unit.documents.composed_municipality import DOSSIER, EMPTY, catalogue, library

NOOR = Person(new_id(), "Noor")
TODAY = dt.date(2026, 11, 28)


def planned(dossier: Dossier, *, due_on: dt.date) -> Dossier:
    """The dossier with every step taken by Noor."""
    steps = (PlannedStep(new_id(), each.id, NOOR.id, due_on, NOOR.name) for each in catalogue().method_steps)
    organisation = replace(dossier.organisation, people=(*dossier.organisation.people, NOOR))
    return replace(dossier, organisation=organisation, planned_steps=tuple(steps))


def path(dossier: Dossier) -> Path:
    return path_of(judge(dossier, catalogue()), catalogue())


def done(found: Path) -> Path:
    """The path as it is once every condition is met."""
    return Path(tuple(PhaseProgress(each.phase, tuple(map(_done, each.steps))) for each in found.phases))


def _done(step: StepProgress) -> StepProgress:
    return replace(step, conditions=tuple(Condition(each.asked, Counted(1, 1)) for each in step.conditions))


def plan(dossier: Dossier, found: Path, *, language: str = "nl", words: Library | None = None) -> Document:
    return compose_plan(
        Material(dossier=dossier, catalogue=catalogue(), library=words or library()), found, language=language
    )


def every_plan(words: Library | None = None) -> Iterator[Document]:
    late, ahead = planned(DOSSIER, due_on=dt.date(2020, 1, 6)), planned(DOSSIER, due_on=dt.date(2099, 1, 5))
    for language in ("nl", "en"):
        for dossier in (EMPTY, DOSSIER, late, ahead):
            yield plan(dossier, path(dossier), language=language, words=words)
        yield plan(DOSSIER, done(path(DOSSIER)), language=language, words=words)
        yield plan(DOSSIER, Path(()), language=language, words=words)
