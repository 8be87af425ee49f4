"""What stops the adoption of an assessment, each as a sentence (GDPR 35(2), (7), (9))."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from gemeentedossier.catalogue.engine.lint import Lint
from gemeentedossier.catalogue.facts.sources import Text
from gemeentedossier.dossier.risks.engine.contents import (
    left_over_in,
    missing_of_treatment,
    missing_of_weight,
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
    FILE_UNSETTLED = "file_unsettled"


BEFORE_ADVICE = frozenset(Obstacle) - {Obstacle.NO_ADVICE, Obstacle.ADVICE_UNANSWERED}
"""What stops an assessment from being put to the officer already."""


@dataclass(frozen=True, slots=True)
class Stop:
    """Something that stops adoption: what, as a sentence, and at which place of the assessment it is mended.

    ``point`` is the number of a point, ``risk`` the place of a risk; None where it is about neither.
    """

    kind: Obstacle
    sentence: Text
    point: int | None = None
    risk: int | None = None


def obstacles_of(
    assessment: ImpactAssessment, lint: Lint, *, stale: tuple[int, ...] = ()
) -> tuple[tuple[Obstacle, Text], ...]:
    """Return everything that stops adoption, in the order in which to do it. ``stale`` are numbers of points."""
    return tuple((each.kind, each.sentence) for each in stops_of(assessment, lint, stale=stale))


def stops_of(assessment: ImpactAssessment, lint: Lint, *, stale: tuple[int, ...] = ()) -> tuple[Stop, ...]:
    """Return the same with the place where each is mended."""
    return (
        *_of_text(assessment, lint, stale),
        *_of_risks(assessment),
        *(Stop(kind, sentence) for kind, sentence in _of_people(assessment, lint)),
        *_of_file(assessment),
    )


def _of_file(assessment: ImpactAssessment) -> Iterator[Stop]:
    count = len(assessment.open_remarks)
    if count:
        told = Text(
            f"Van het overgenomen bestand {'staat nog 1 opmerking' if count == 1 else f'staan nog {count} opmerkingen'}"
            " open. Handel die af.",
            f"Of the file that was taken over {count} {'remark is' if count == 1 else 'remarks are'} open."
            " Deal with these.",
        )
        yield Stop(Obstacle.FILE_UNSETTLED, told)


def _of_text(assessment: ImpactAssessment, lint: Lint, stale: tuple[int, ...]) -> Iterator[Stop]:
    for point in unwritten_points(assessment, lint):
        yield Stop(
            Obstacle.UNWRITTEN,
            Text(
                f"Punt {point.number}, {point.name.nl}, is leeg. Schrijf het in eigen woorden.",
                f"Point {point.number}, {point.name.en}, is empty. Write it in your own words.",
            ),
            point=point.number,
        )
    for number in stale:
        yield Stop(
            Obstacle.STALE,
            Text(
                f"Punt {number} rust op feiten die zijn veranderd. Lees wat er veranderde en neem het over.",
                f"Point {number} rests on facts that changed. Read what changed and take it over.",
            ),
            point=number,
        )
    for place, word in left_over_in(assessment, lint):
        yield Stop(
            Obstacle.LEFT_OVER,
            Text(
                f"Bij {place.nl} staat nog “{word}”. Vul het aan.",
                f"At {place.en} it still says “{word}”. Complete it.",
            ),
        )


def _of_risks(assessment: ImpactAssessment) -> Iterator[Stop]:
    if not assessment.risks:
        yield Stop(
            Obstacle.NO_RISKS,
            Text(
                "Er staat geen risico. Beschrijf wat mensen kan overkomen.",
                "There is no risk. Describe what can happen to people.",
            ),
        )
    for number, risk in enumerate(assessment.risks, 1):
        unweighed, untreated = missing_of_weight(risk), missing_of_treatment(risk)
        if unweighed:
            yield Stop(Obstacle.RISK_NOT_WEIGHED, _lacks(number, unweighed), risk=number)
        elif untreated:
            yield Stop(Obstacle.RISK_NOT_TREATED, _lacks(number, untreated), risk=number)


def _lacks(number: int, parts: tuple[Text, ...]) -> Text:
    """That a risk lacks these parts."""
    dutch, english = ([each.in_language(language) for each in parts] for language in ("nl", "en"))
    return Text(
        f"Risico {number} mist nog: {', '.join(dutch)}. Vul het aan.",
        f"Risk {number} still lacks: {', '.join(english)}. Complete it.",
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
