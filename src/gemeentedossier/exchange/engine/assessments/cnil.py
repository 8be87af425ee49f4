"""A saved file of the PIA tool of the French authority (CNIL), read into the points of the model."""

import re
from collections.abc import Iterator, Mapping

from gemeentedossier.catalogue.facts.risks import RiskLevel
from gemeentedossier.catalogue.facts.sources import Text
from gemeentedossier.dossier.risks.facts import AssessedRisk, RiskTreatment
from gemeentedossier.exchange.engine.assessments.draft import Draft, Known, plain
from gemeentedossier.foundation.identifiers import new_id

POINTS: Mapping[int, int] = {
    111: 1, 112: 6, 113: 9, 121: 2, 122: 3, 123: 4, 211: 5, 212: 11, 213: 14, 214: 14, 215: 10,
    221: 15, 222: 15, 223: 15, 224: 15, 225: 15, 226: 6, 227: 8,
}  # fmt: skip
"""By question of the tool, the point of the model that asks the same."""
FEARED: Mapping[int, Text] = {
    32: Text("Onrechtmatige toegang tot gegevens", "Illegitimate access to data"),
    33: Text("Ongewenste wijziging van gegevens", "Unwanted modification of data"),
    34: Text("Verdwijnen van gegevens", "Data disappearance"),
}
"""The three events that the tool weighs; each has its questions by the last digit."""
IMPACTS, THREATS, SOURCES, MEASURES, SEVERITY, LIKELIHOOD = range(1, 7)
LEVELS: Mapping[int, RiskLevel] = {1: RiskLevel.LOW, 2: RiskLevel.MEDIUM, 3: RiskLevel.HIGH, 4: RiskLevel.HIGH}
"""Four levels of the tool on the three of ours: the two highest are both high."""
_NUMBER = re.compile(r"[0-9]{1,4}")
Answers = Mapping[int, Mapping[str, object]]


def reads(held: Mapping[str, object]) -> bool:
    """Whether this looks like a file of the tool."""
    return isinstance(held.get("pia"), dict) and isinstance(held.get("answers"), list)


def read_cnil(held: Mapping[str, object], draft: Draft, known: Known) -> None:
    """Write into the draft what a saved file of the tool tells."""
    pia = dict(held["pia"])  # type: ignore[call-overload]  # an object, by ``reads``
    draft.name = draft.read("name", pia.get("name"))
    answers = _answers(held["answers"], draft)
    for question, data in answers.items():
        if question in POINTS:
            draft.write(POINTS[question], draft.read(str(question), data.get("text")))
        elif question // 10 not in FEARED and plain(data.get("text")):
            draft.note(str(question), "deze vraag heeft hier geen plaats", "this question has no place here")
    draft.risks = list(_risks(answers, held.get("measures"), draft, known))
    _tell_people(pia, draft)
    _tell_rest(held, draft)


def _answers(given: object, draft: Draft) -> Answers:
    """Answers by question; what is no answer, or answers a question again, is told."""
    found: dict[int, Mapping[str, object]] = {}
    for position, each in enumerate(given if isinstance(given, list) else ()):
        number, data = (each.get("reference_to"), each.get("data")) if isinstance(each, dict) else (None, None)
        if not isinstance(data, dict) or not _NUMBER.fullmatch(str(number)):
            draft.note(
                f"answers / {position}",
                "dit is geen antwoord op een vraag, en is niet overgenomen",
                "this is no answer to a question, and was not taken over",
            )
        elif found.setdefault(int(str(number)), data) is not data:
            draft.note(
                str(number),
                "deze vraag is nog eens beantwoord: alleen het eerste antwoord is overgenomen",
                "this question was answered again: only the first answer was taken over",
            )
    return found


def _risks(answers: Answers, measures: object, draft: Draft, known: Known) -> Iterator[AssessedRisk]:
    contents = dict(_contents(measures, draft))
    for position, (event, name) in enumerate(FEARED.items()):
        own = {number: answers.get(event * 10 + number, {}) for number in range(1, 7)}
        if not any(own.values()):
            continue
        texts = {number: _items(str(event * 10 + number), own[number], draft) for number in (IMPACTS, THREATS, SOURCES)}
        yield AssessedRisk(
            id=new_id(),
            threat=name.nl,
            position=position,
            origin="; ".join(filter(None, (texts[THREATS], texts[SOURCES]))),
            consequence=texts[IMPACTS],
            likelihood=_level(str(event * 10 + LIKELIHOOD), own[LIKELIHOOD], draft),
            likelihood_reason=draft.read(str(event * 10 + LIKELIHOOD), own[LIKELIHOOD].get("text")),
            impact=_level(str(event * 10 + SEVERITY), own[SEVERITY], draft),
            impact_reason=draft.read(str(event * 10 + SEVERITY), own[SEVERITY].get("text")),
            treatments=tuple(_treatments(str(event * 10 + MEASURES), own[MEASURES], contents, known, draft)),
        )
        draft.note(
            str(event * 10 + SEVERITY),
            "de vier niveaus van de CNIL zijn er hier drie: aanzienlijk en maximaal zijn beide hoog",
            "the four levels of the CNIL are three here: significant and maximum are both high",
        )


def _contents(measures: object, draft: Draft) -> Iterator[tuple[str, str]]:
    """What each measure holds, by its title."""
    for position, each in enumerate(measures if isinstance(measures, list) else ()):
        place = f"measures / {position}"
        if isinstance(each, dict):
            yield draft.read(place, each.get("title")), draft.read(place, each.get("content"))
        else:
            draft.note(place, "dit is geen maatregel, en is niet overgenomen", "this is no measure, and not taken over")


def _items(place: str, data: Mapping[str, object], draft: Draft) -> str:
    listed = data.get("list")
    items = (draft.read(place, each) for each in (listed if isinstance(listed, list) else [listed]))
    return "; ".join(filter(None, (draft.read(place, data.get("text")), *items)))


def _level(place: str, data: Mapping[str, object], draft: Draft) -> RiskLevel | None:
    """The level of a gauge; zero is one that nobody moved."""
    gauge = data.get("gauge")
    level = LEVELS.get(gauge) if isinstance(gauge, int) and not isinstance(gauge, bool) else None
    if level is None and (isinstance(gauge, bool) or gauge not in (None, "", 0)):
        draft.note(place, "dit is geen niveau van de CNIL", "this is no level of the CNIL")
    return level


def _treatments(
    place: str, data: Mapping[str, object], contents: Mapping[str, str], known: Known, draft: Draft
) -> Iterator[RiskTreatment]:
    listed = data.get("list")
    titles = (draft.read(place, each) for each in (listed if isinstance(listed, list) else [listed]))
    for number, name in enumerate(filter(None, titles)):
        measure = known.measures.get(name.casefold())
        text = "" if measure else "\n".join(filter(None, (name, contents.get(name, ""))))
        yield RiskTreatment(new_id(), number, measure_id=measure, text=text)


def _tell_people(pia: Mapping[str, object], draft: Draft) -> None:
    searched = pia.get("concerned_people_searched_opinion")
    draft.views_sought = searched if isinstance(searched, bool) else None
    draft.views = draft.read("concerned_people_opinion", pia.get("concerned_people_opinion"))
    if plain(pia.get("dpo_opinion")):
        draft.note(
            "dpo_opinion",
            "het advies van de FG is niet overgenomen: alleen de FG zelf schrijft het",
            "the officer's advice was not taken over: only the officer writes it",
        )
    for name in ("author_name", "evaluator_name", "validator_name", "dpos_names", "people_names"):
        if plain(pia.get(name)):
            draft.note(name, "deze naam is niet overgenomen", "this name was not taken over")


def _tell_rest(held: Mapping[str, object], draft: Draft) -> None:
    for name in ("evaluations", "comments"):
        found = held.get(name)
        if isinstance(found, list) and found:
            count = len(found)
            draft.note(name, f"{count} keer niet overgenomen", f"not taken over, {count} of them")
