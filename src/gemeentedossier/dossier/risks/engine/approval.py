"""What stops the adoption of an assessment, each as a sentence (GDPR 35(2), (7), (9))."""

from collections.abc import Iterator
from enum import StrEnum

from gemeentedossier.catalogue.engine.lint import Lint
from gemeentedossier.catalogue.facts.sources import Text
from gemeentedossier.dossier.risks.engine.contents import (
    is_treated,
    is_weighed,
    left_over_in,
    unwritten_points,
    views_settled,
)
from gemeentedossier.dossier.risks.facts import ImpactAssessment


class Obstacle(StrEnum):
    """Why an assessment cannot be adopted."""

    UNWRITTEN = "unwritten"
    STALE = "stale"
    LEFT_OVER = "left_over"
    NO_RISKS = "no_risks"
    RISK_NOT_WEIGHED = "risk_not_weighed"
    RISK_NOT_TREATED = "risk_not_treated"
    VIEWS = "views"
    NO_CONCLUSION = "no_conclusion"
    NO_ADVICE = "no_advice"
    ADVICE_UNANSWERED = "advice_unanswered"
    COPY_UNCONFIRMED = "copy_unconfirmed"


BEFORE_ADVICE = frozenset(Obstacle) - {Obstacle.NO_ADVICE, Obstacle.ADVICE_UNANSWERED}
"""What stops an assessment from being put to the officer already."""


def obstacles_of(
    assessment: ImpactAssessment, lint: Lint, *, stale: tuple[int, ...] = ()
) -> tuple[tuple[Obstacle, Text], ...]:
    """Return everything that stops adoption, in the order in which to do it. ``stale`` are numbers of points."""
    return (*_of_text(assessment, lint, stale), *_of_risks(assessment), *_of_people(assessment, lint))


def _of_text(assessment: ImpactAssessment, lint: Lint, stale: tuple[int, ...]) -> Iterator[tuple[Obstacle, Text]]:
    for point in unwritten_points(assessment, lint):
        yield (
            Obstacle.UNWRITTEN,
            Text(
                f"Punt {point.number}, {point.name.nl}, is leeg. Schrijf het in eigen woorden.",
                f"Point {point.number}, {point.name.en}, is empty. Write it in your own words.",
            ),
        )
    for number in stale:
        yield (
            Obstacle.STALE,
            Text(
                f"Punt {number} rust op feiten die zijn veranderd. Lees wat er veranderde en neem het over.",
                f"Point {number} rests on facts that changed. Read what changed and take it over.",
            ),
        )
    for place, word in left_over_in(assessment, lint):
        yield (
            Obstacle.LEFT_OVER,
            Text(
                f"Bij {place.nl} staat nog “{word}”. Vul het aan.",
                f"At {place.en} it still says “{word}”. Complete it.",
            ),
        )


def _of_risks(assessment: ImpactAssessment) -> Iterator[tuple[Obstacle, Text]]:
    if not assessment.risks:
        yield (
            Obstacle.NO_RISKS,
            Text(
                "Er staat geen risico. Beschrijf wat mensen kan overkomen.",
                "There is no risk. Describe what can happen to people.",
            ),
        )
    for number, risk in enumerate(assessment.risks, 1):
        if not is_weighed(risk):
            yield (
                Obstacle.RISK_NOT_WEIGHED,
                Text(
                    f"Risico {number} is niet gewogen. Geef gevolg, kans en impact, met de reden.",
                    f"Risk {number} is not weighed. Give consequence, likelihood and impact, with the reason.",
                ),
            )
        elif not is_treated(risk):
            yield (
                Obstacle.RISK_NOT_TREATED,
                Text(
                    f"Risico {number} mist een maatregel met eigenaar en dag, of wat er overblijft.",
                    f"Risk {number} lacks a measure with owner and day, or what remains.",
                ),
            )


def _of_people(assessment: ImpactAssessment, lint: Lint) -> Iterator[tuple[Obstacle, Text]]:
    if not views_settled(assessment, lint):
        yield (
            Obstacle.VIEWS,
            Text(
                "Schrijf wat betrokkenen ervan vinden, of waarom zij niet zijn gevraagd.",
                "Write what people think of it, or why they were not asked.",
            ),
        )
    if assessment.conclusion is None:
        yield Obstacle.NO_CONCLUSION, Text("Er is geen conclusie. Kies er een.", "There is no conclusion. Choose one.")
    if assessment.copied_from_id and assessment.copy_confirmed_at is None:
        yield (
            Obstacle.COPY_UNCONFIRMED,
            Text(
                "De tekst komt uit een andere DPIA. Bevestig dat hij hier ook geldt.",
                "The text comes from another assessment. Confirm that it holds here too.",
            ),
        )
    advice = assessment.current_advice
    if advice is None:
        yield (
            Obstacle.NO_ADVICE,
            Text(
                "De FG heeft over deze versie niet geadviseerd. Vraag het advies.",
                "The officer did not advise on this version. Ask for the advice.",
            ),
        )
    elif advice.answered_at is None:
        yield (
            Obstacle.ADVICE_UNANSWERED,
            Text(
                "Het advies van de FG is niet beantwoord. Zeg wat ermee is gedaan, en waarom.",
                "The officer's advice is not answered. Say what was done with it, and why.",
            ),
        )
