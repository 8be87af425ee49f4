"""Which paragraphs of an assessment rest on facts that are no longer so, and what changed (GDPR 35(11))."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from gemeentedossier.catalogue.facts.assessments import ModelPoint
from gemeentedossier.catalogue.facts.catalogue import Catalogue
from gemeentedossier.dossier.register.facts import Activity
from gemeentedossier.dossier.risks.engine.statements import NAMES, Around, Statement, statements_on
from gemeentedossier.dossier.risks.facts import AssessmentParagraph, ImpactAssessment

COMPARED = ("data", "recipient", "retention")
"""What the register and an assessment must say alike (GDPR 30(1), 35(7)(a))."""
MOST_WORDS = 160
"""How much of one statement a sentence about a change holds."""


@dataclass(frozen=True, slots=True)
class Delta:
    """What is gone of the statements that a paragraph rests on, and what is new."""

    gone: tuple[Statement, ...]
    new: tuple[Statement, ...]

    def told(self, language: str = "nl") -> str:
        """Return the change in words, old and then new, per kind of statement."""
        lines = []
        for name in dict.fromkeys(name for name, _ in (*self.gone, *self.new)):
            label = NAMES[name].in_language(language) if name in NAMES else name
            old, fresh = _words(self.gone, name), _words(self.new, name)
            lines.append(f"{label}: {_change(old, fresh, english=language.startswith('en'))}")
        return "\n".join(lines)


@dataclass(frozen=True, slots=True)
class PointStanding:
    """One point of the model in an assessment: what the register says now, and what changed since it was written."""

    point: ModelPoint
    paragraph: AssessmentParagraph | None
    statements: frozenset[Statement]
    delta: Delta | None

    @property
    def is_stale(self) -> bool:
        """Whether it was written on facts that are no longer so."""
        return self.delta is not None


def points_of(catalogue: Catalogue) -> tuple[ModelPoint, ...]:
    """Return the points of the model in their order."""
    return tuple(sorted(catalogue.entries_of(ModelPoint).values(), key=lambda each: each.number))


def standing_of(
    assessment: ImpactAssessment, activities: Mapping[UUID, Activity], around: Around
) -> tuple[PointStanding, ...]:
    """Return where each point stands beside the register as it is."""
    about = [activities[key] for key in assessment.activity_ids if key in activities]
    return tuple(_standing(point, assessment, about, around) for point in points_of(around.catalogue))


def stale_points(
    assessment: ImpactAssessment, activities: Mapping[UUID, Activity], around: Around
) -> tuple[PointStanding, ...]:
    """Return only the points that went stale."""
    return tuple(each for each in standing_of(assessment, activities, around) if each.is_stale)


def basis_for(point: ModelPoint, activities: Iterable[Activity], around: Around) -> tuple[Statement, ...]:
    """Return what a paragraph on this point rests on from now on, in a fixed order."""
    return tuple(sorted(statements_on(point.rests_on, activities, around)))


def difference_of(standings: Iterable[PointStanding]) -> Delta:
    """Return what only the assessment says of data, recipients and periods, and what only the register does."""
    gone, new = set[Statement](), set[Statement]()
    for each in standings:
        if each.delta:
            gone |= {one for one in each.delta.gone if one[0] in COMPARED}
            new |= {one for one in each.delta.new if one[0] in COMPARED}
    return Delta(tuple(sorted(gone)), tuple(sorted(new)))


def _standing(point: ModelPoint, assessment: ImpactAssessment, about: list[Activity], around: Around) -> PointStanding:
    now, paragraph = statements_on(point.rests_on, about, around), assessment.paragraph(point.number)
    if paragraph is None or paragraph.noted_at is None:
        return PointStanding(point, paragraph, now, None)
    then = frozenset(paragraph.basis)
    changed = then != now
    delta = Delta(tuple(sorted(then - now)), tuple(sorted(now - then))) if changed else None
    return PointStanding(point, paragraph, now, delta)


def _words(statements: Iterable[Statement], name: str) -> list[str]:
    return [words if len(words) <= MOST_WORDS else f"{words[:MOST_WORDS]}…" for own, words in statements if own == name]


def _change(old: list[str], fresh: list[str], *, english: bool) -> str:
    was, now = "; ".join(old), "; ".join(fresh)
    if old and fresh:
        return f"{was} → {now}"
    if fresh:
        return f"new: {now}" if english else f"nieuw: {now}"
    return f"gone: {was}" if english else f"vervallen: {was}"
