"""Everything at hand while the report of one assessment is written."""

from dataclasses import dataclass

from gemeentedossier.assessment.engine.subjects.assessed import around_of
from gemeentedossier.documents.engine.composition.assessing import activities_of, of_assessment
from gemeentedossier.documents.engine.composition.material import Desk
from gemeentedossier.documents.engine.composition.records import Record
from gemeentedossier.documents.engine.composition.writer import Writer
from gemeentedossier.dossier.register.facts import Activity
from gemeentedossier.dossier.risks.engine.staleness import PointStanding, standing_of
from gemeentedossier.dossier.risks.engine.statements import Around
from gemeentedossier.dossier.risks.facts import ImpactAssessment


@dataclass(frozen=True, slots=True)
class Report:
    """One assessment with the desk it is written at, its activities, and where each of its points stands."""

    desk: Desk
    assessment: ImpactAssessment
    about: tuple[Activity, ...]
    around: Around
    standings: tuple[PointStanding, ...]
    kept: Record

    @property
    def w(self) -> Writer:
        """The writer of the report."""
        return self.desk.w

    @property
    def stale(self) -> tuple[PointStanding, ...]:
        """The points whose facts changed since they were written."""
        return tuple(each for each in self.standings if each.is_stale)


def report_on(desk: Desk, assessment: ImpactAssessment) -> Report:
    """The report of an assessment, before anything is written of it."""
    dossier = desk.w.dossier
    around = around_of(dossier, desk.w.catalogue)
    standings = standing_of(assessment, {each.id: each for each in dossier.activities}, around)
    about = activities_of(desk, assessment)
    return Report(desk, assessment, about, around, standings, of_assessment(desk.w, assessment))
