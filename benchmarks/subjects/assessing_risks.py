"""How long Part C takes: pre-scans of a large register, stale points after one change, a report, a saved file."""

import datetime as dt
import json
import time
from collections.abc import Callable, Iterator
from dataclasses import replace

from benchmarks.figures import Figure
from benchmarks.invented import invented_dossier
from gemeentedossier.assessment.engine.subjects.assessed import around_of
from gemeentedossier.catalogue.queries import current_catalogue
from gemeentedossier.documents.engine.composition import Material
from gemeentedossier.documents.engine.composition.impact_assessment import compose_assessment
from gemeentedossier.documents.engine.rendering import Format, render
from gemeentedossier.documents.queries import clause_library
from gemeentedossier.dossier.register.facts import Activity
from gemeentedossier.dossier.risks.engine.prescan import prescan_result
from gemeentedossier.dossier.risks.engine.staleness import basis_for, points_of, stale_points
from gemeentedossier.dossier.risks.engine.statements import Around
from gemeentedossier.dossier.risks.facts import AssessmentParagraph, ImpactAssessment
from gemeentedossier.exchange.engine.assessments.draft import Known
from gemeentedossier.exchange.engine.assessments.national import SCHEMA
from gemeentedossier.exchange.engine.assessments.taking import read_assessment
from gemeentedossier.foundation.identifiers import new_id

LARGE, ASSESSMENTS = 2_000, 200
LONG = "Wij hebben gekeken wat dit voor mensen betekent, en wat het kleiner maakt. " * 120
"""So much own words in each point that the report has forty pages."""
NOON = dt.datetime(2026, 11, 23, 12, tzinfo=dt.UTC)


def figures(*, quick: bool) -> list[Figure]:
    """Measure, one after the other; ``quick`` with a tenth of the register."""
    return list(_figures(quick=quick))


def _figures(*, quick: bool) -> Iterator[Figure]:
    catalogue = current_catalogue()
    dossier = invented_dossier(LARGE // 10 if quick else LARGE, catalogue)
    around = around_of(dossier, catalogue)
    seconds = _timed(lambda: [prescan_result(each, None, around) for each in dossier.activities])
    yield Figure(f"pre-scan of {LARGE:,} activities", seconds, "s", limit=1)
    made = tuple(_assessment(each, around) for each in dossier.activities[:ASSESSMENTS])
    changed = replace(dossier.activities[0], description="Anders dan voorheen.")
    activities = {each.id: each for each in (*dossier.activities[1:], changed)}
    one = _timed(lambda: stale_points(made[0], activities, around))
    yield Figure("a change to the stale points of its assessment", one * 1000, "ms", limit=100)
    every = _timed(lambda: [stale_points(each, activities, around) for each in made])
    yield Figure(f"a change to the stale points of {ASSESSMENTS} assessments", every * 1000, "ms")
    material = Material(dossier=dossier, catalogue=catalogue, library=clause_library())
    report = compose_assessment(material, made[0])
    seconds = _timed(lambda: [render(report, form) for form in Format])
    yield Figure("a report of forty pages in four forms", seconds, "s", limit=3)
    content = _saved()
    yield Figure(
        f"a saved file of {len(content) // 1000:,} kB with repeated rows",
        _timed(lambda: read_assessment(content, Known("Meting"))),
        "s",
        limit=2,
    )


def _timed(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def _assessment(activity: Activity, around: Around) -> ImpactAssessment:
    paragraphs = []
    for point in points_of(around.catalogue):
        basis = basis_for(point, (activity,), around)
        names, words = tuple(one for one, _ in basis), tuple(other for _, other in basis)
        paragraphs.append(AssessmentParagraph(new_id(), point.number, LONG, names, words, noted_at=NOON))
    return ImpactAssessment(new_id(), activity.name, activity_ids=(activity.id,), paragraphs=tuple(paragraphs))


def _saved() -> bytes:
    """A draft of which the form repeated its rows thousands of times."""

    def said(value: str) -> dict[str, str]:
        return {"value": value, "lastEditedAt": "2026-11-01T10:00:00Z"}

    rows = [{"_index": n, "2.1.1": said(f"Gegeven {n % 20}"), "2.1.2": said("Inwoner")} for n in range(2_600)]
    metadata = {"urn": "urn:nl:dpia:3.0", "createdAt": "2026-11-01T10:00:00Z"}
    return json.dumps({"$schema": SCHEMA, "metadata": metadata, "answers": {"2.1": rows}}).encode()
