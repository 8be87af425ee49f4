"""Whether an assessment holds what the law asks of it (GDPR 35(7), 35(9), 36(3))."""

from collections.abc import Iterable, Iterator

from gemeentedossier.catalogue.engine.lint import Lint
from gemeentedossier.catalogue.facts.assessments import ModelPoint
from gemeentedossier.catalogue.facts.sources import Text
from gemeentedossier.dossier.risks.engine.staleness import points_of
from gemeentedossier.dossier.risks.enums import ConsultationPiece
from gemeentedossier.dossier.risks.facts import AssessedRisk, ImpactAssessment, PriorConsultation

DESCRIPTION, NECESSITY = "A", "B"
"""The parts of the model that describe, and that weigh whether it is lawful."""
ASKED_PIECES = frozenset(ConsultationPiece) - {ConsultationPiece.OTHER_INFORMATION}
Placed = tuple[Text, str]
"""Where a text stands, and the text."""


def unwritten_points(assessment: ImpactAssessment, lint: Lint, *, part: str | None = None) -> tuple[ModelPoint, ...]:
    """Return the points of description and lawfulness that say nothing yet; of one part only where it is named."""
    points = (each for each in points_of(lint.catalogue) if each.part in (part, *(() if part else ("A", "B"))))
    return tuple(each for each in points if not _says(assessment, each.number, lint))


def _says(assessment: ImpactAssessment, number: int, lint: Lint) -> bool:
    paragraph = assessment.paragraph(number)
    return paragraph is not None and lint.says_something(paragraph.text)


def is_weighed(risk: AssessedRisk) -> bool:
    """Whether a risk has its likelihood and impact, with reasons, and what people suffer (35(7)(c))."""
    reasons = (risk.consequence, risk.likelihood_reason, risk.impact_reason)
    return bool(risk.likelihood and risk.impact) and all(each.strip() for each in reasons)


def is_treated(risk: AssessedRisk) -> bool:
    """Whether a risk has measures, each with who does it and when, and what remains is weighed (35(7)(d))."""
    done = all(each.owner_id and (each.due_on or each.done_on) for each in risk.treatments)
    return bool(risk.treatments) and done and bool(risk.residual_likelihood and risk.residual_impact)


def views_settled(assessment: ImpactAssessment, lint: Lint) -> bool:
    """Whether people were asked and it says what they think, or it says why they were not (35(9))."""
    if assessment.views_sought is None:
        return False
    return lint.says_something(assessment.views if assessment.views_sought else assessment.views_reason)


def is_complete(consultation: PriorConsultation) -> bool:
    """Whether a request encloses all that GDPR 36(3)(a) to (e) asks."""
    return set(consultation.pieces) >= ASKED_PIECES


def texts_of(assessment: ImpactAssessment, points: Iterable[ModelPoint]) -> Iterator[Placed]:
    """Yield every text of an assessment with its place."""
    names = {each.number: each.name for each in points}
    yield Text("naam", "name"), assessment.name
    yield Text("samenvatting", "summary"), assessment.summary
    for each in assessment.paragraphs:
        name = names.get(each.number, Text("", ""))
        yield Text(f"punt {each.number}, {name.nl}", f"point {each.number}, {name.en}"), each.text
    for number, risk in enumerate(assessment.risks, 1):
        place = Text(f"risico {number}", f"risk {number}")
        for text in (risk.threat, risk.origin, risk.consequence, risk.likelihood_reason, risk.impact_reason):
            yield place, text
        for text in (risk.level_reason, risk.residual_reason, *(each.text for each in risk.treatments)):
            yield place, text
    yield Text("mening van betrokkenen", "views of people"), assessment.views
    yield Text("waarom niet gevraagd", "why not asked"), assessment.views_reason
    yield Text("conclusie", "conclusion"), assessment.conclusion_reason


def left_over_in(assessment: ImpactAssessment, lint: Lint) -> tuple[tuple[Text, str], ...]:
    """Return the left-overs such as “nader invullen” in the texts of an assessment, each with its place."""
    found = texts_of(assessment, points_of(lint.catalogue))
    return tuple((place, word) for place, text in found if text for word in lint.look_at(text).left_over)
