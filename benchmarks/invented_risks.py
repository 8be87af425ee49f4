"""Pre-scans and impact assessments of an invented dossier: of mixed quality, some stale, some copied."""

import datetime as dt
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from gemeentedossier.assessment.engine.subjects.assessed import around_of
from gemeentedossier.catalogue.facts.catalogue import Catalogue
from gemeentedossier.catalogue.facts.risks import RiskLevel
from gemeentedossier.dossier.governance.enums import AdviceAnswer
from gemeentedossier.dossier.register.facts import Activity
from gemeentedossier.dossier.risks.engine.prescan import prescan_result
from gemeentedossier.dossier.risks.engine.staleness import basis_for, points_of
from gemeentedossier.dossier.risks.engine.statements import Around
from gemeentedossier.dossier.risks.enums import AssessmentState, Conclusion
from gemeentedossier.dossier.risks.facts import (
    AssessedRisk,
    AssessmentParagraph,
    ImpactAssessment,
    OfficerAdvice,
    Prescan,
    RiskTreatment,
)
from gemeentedossier.dossier.snapshot.facts import Dossier
from gemeentedossier.foundation.identifiers import new_id

NOTED = dt.datetime(2026, 4, 14, 10, tzinfo=dt.UTC)
WORDS = """
inwoner aanvraag besluit consulent gesprek verslag plan voorziening melding onderzoek school zorg schuld
woning brief telefoon dossier termijn wijkteam leverancier systeem lijst adres gezin inkomen medewerker
afspraak hulp vraag antwoord toegang overzicht bewaart deelt noteert bekijkt stuurt vraagt ontvangt beslist
weegt vernietigt soms altijd nooit alleen eerst daarna opnieuw daarom anders samen veilig nodig genoeg minder
kort lang
"""
SENTENCES, RISKS, STALE, COPIED = 9, 6, 0.2, 0.1
"""Of each point so many sentences, of each assessment so many risks; the shares of points and assessments."""


def with_risks(dossier: Dossier, catalogue: Catalogue, *, assessments: int) -> Dossier:
    """The dossier with a pre-scan of every activity, of which half is decided on, and so many assessments."""
    chance = random.Random(assessments)  # noqa: S311 - invented text
    maker = _Maker(chance, dossier, around_of(dossier, catalogue))
    scanned = replace(dossier, prescans=tuple(map(maker.prescan, dossier.activities)))
    maker = _Maker(chance, scanned, around_of(scanned, catalogue))
    return replace(scanned, impact_assessments=tuple(maker.assessments(dossier.activities[:assessments])))


@dataclass(frozen=True, slots=True)
class _Maker:
    chance: random.Random
    dossier: Dossier
    around: Around

    def prescan(self, activity: Activity) -> Prescan:
        if self.chance.random() < 0.5:
            return Prescan(new_id(), activity.id)
        found = prescan_result(activity, None, self.around)
        person = self.dossier.organisation.people[0]
        basis = tuple(sorted(found.statements))
        names, words = tuple(one for one, _ in basis), tuple(other for _, other in basis)
        return Prescan(
            new_id(), activity.id, decision=found.verdict, found=found.verdict, decided_by_id=person.id,
            decided_by=person.name, decided_at=NOTED, basis_names=names, basis_words=words,
        ) if found.verdict else Prescan(new_id(), activity.id)  # fmt: skip

    def assessments(self, activities: Sequence[Activity]) -> Iterator[ImpactAssessment]:
        made: list[ImpactAssessment] = []
        for activity in activities:
            again = made and self.chance.random() < COPIED
            made.append(self.assessment(activity, self.chance.choice(made) if again else None))
        yield from made

    def assessment(self, activity: Activity, copied: ImpactAssessment | None) -> ImpactAssessment:
        person, adopted = self.dossier.organisation.people[0], self.chance.random() < 0.6
        points = points_of(self.around.catalogue)
        texts = [each.text for each in copied.paragraphs] if copied else [self.text(SENTENCES) for _ in points]
        bare = ImpactAssessment(
            new_id(),
            f"DPIA {activity.name}",
            summary=self.text(6),
            activity_ids=(activity.id,),
            drawn_up_by_id=person.id,
            paragraphs=tuple(
                self.paragraph(point.number, text, basis_for(point, (activity,), self.around))
                for point, text in zip(points, texts, strict=True)
            ),
            risks=tuple(map(self.risk, range(RISKS))),
            views_sought=self.chance.choice((True, False, None)),
            views=self.text(3),
            conclusion=self.chance.choice((None, *Conclusion)),
            advice=(self.advice(),) if adopted else (),
        )
        if not adopted:
            return bare
        return replace(
            bare, state=AssessmentState.ADOPTED, version=1, adopted_by_id=person.id, adopted_by=person.name,
            adopted_at=NOTED + dt.timedelta(days=9), adopted_because="Zo gewogen.",
        )  # fmt: skip

    def paragraph(self, number: int, text: str, basis: Sequence[tuple[str, str]]) -> AssessmentParagraph:
        if basis and self.chance.random() < STALE:
            basis = [*basis[1:], (basis[0][0], "Zoals het vroeger was.")]
        names, words = tuple(one for one, _ in basis), tuple(other for _, other in basis)
        return AssessmentParagraph(new_id(), number, text, names, words, noted_at=NOTED)

    def risk(self, position: int) -> AssessedRisk:
        level = self.chance.choice
        levels = (None, *RiskLevel)
        return AssessedRisk(
            new_id(), self.text(1), position, self.text(1), self.text(2), level(levels), self.text(1), level(levels),
            self.text(1), self.text(1), level(levels), level(levels), self.text(1),
            tuple(self.treatment(place) for place in range(2)),
        )  # fmt: skip

    def treatment(self, position: int) -> RiskTreatment:
        measure, due = self.chance.choice(self.dossier.measures), self.chance.choice((None, dt.date(2026, 12, 1)))
        owner = self.dossier.organisation.people[0]
        return RiskTreatment(
            new_id(), position, measure_id=measure.id, text=self.text(1), owner_id=owner.id, owner=owner.name,
            due_on=due,
        )  # fmt: skip

    def advice(self) -> OfficerAdvice:
        person, answered = self.dossier.organisation.people[0], self.chance.random() < 0.8
        given = OfficerAdvice(new_id(), self.text(8), person.id, NOTED, person.name)
        if not answered:
            return given
        return replace(
            given, answer=AdviceAnswer.FOLLOWED, answer_reason="Dat doen wij.", answered_by_id=person.id,
            answered_by=person.name, answered_at=NOTED + dt.timedelta(days=7),
        )  # fmt: skip

    def text(self, sentences: int) -> str:
        """So many sentences of twelve words."""
        return " ".join(f"{' '.join(self.chance.choices(WORDS.split(), k=12)).capitalize()}." for _ in range(sentences))
