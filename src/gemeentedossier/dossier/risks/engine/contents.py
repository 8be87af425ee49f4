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


def missing_of_weight(risk: AssessedRisk) -> tuple[Text, ...]:
    """Return what a risk lacks of likelihood and impact, with reasons, and what people suffer (35(7)(c))."""
    parts = (
        (risk.consequence.strip(), Text("wat mensen dan merken", "what people then suffer")),
        (risk.likelihood, Text("de kans", "the likelihood")),
        (risk.likelihood_reason.strip(), Text("de reden van de kans", "the reason of the likelihood")),
        (risk.impact, Text("de impact", "the impact")),
        (risk.impact_reason.strip(), Text("de reden van de impact", "the reason of the impact")),
    )
    return tuple(name for part, name in parts if not part)


def missing_of_treatment(risk: AssessedRisk) -> tuple[Text, ...]:
    """Return what a risk lacks of measures, each with who does it and when, and of what remains (35(7)(d))."""
    owned = all(each.owner_id for each in risk.treatments)
    dated = all(each.due_on or each.done_on for each in risk.treatments)
    parts = (
        (risk.treatments, Text("een maatregel", "a measure")),
        (owned, Text("wie elke maatregel uitvoert", "who carries out each measure")),
        (dated, Text("de dag van elke maatregel", "the day of each measure")),
        (risk.residual_likelihood, Text("de kans die overblijft", "the likelihood that remains")),
        (risk.residual_impact, Text("de impact die overblijft", "the impact that remains")),
    )
    return tuple(name for part, name in parts if not part)


def is_weighed(risk: AssessedRisk) -> bool:
    """Whether a risk lacks nothing of what it weighs."""
    return not missing_of_weight(risk)


def is_treated(risk: AssessedRisk) -> bool:
    """Whether a risk lacks nothing of what makes it smaller."""
    return not missing_of_treatment(risk)


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
