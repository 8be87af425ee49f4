"""A saved file of the PIA tool of the French authority (CNIL), read into the points of the model."""

from collections.abc import Iterator, Mapping

from gemeentedossier.catalogue.facts.risks import RiskLevel
from gemeentedossier.catalogue.facts.sources import Text
from gemeentedossier.dossier.risks.facts import AssessedRisk, RiskTreatment
from gemeentedossier.exchange.engine.assessments.draft import Draft, Known, UnreadableAssessment, loaded, plain
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
Answers = Mapping[int, Mapping[str, object]]


def reads(held: Mapping[str, object]) -> bool:
    """Whether this looks like a file of the tool."""
    return isinstance(held.get("pia"), dict) and isinstance(held.get("answers"), list)


def read_cnil(content: bytes, known: Known) -> Draft:
    """Return the draft that a saved file tells; raises UnreadableAssessment for another file."""
    held = loaded(content)
    if not reads(held):
        raise UnreadableAssessment(
            Text(
                "Dit is geen bestand van het PIA-programma van de CNIL.", "This is no file of the PIA tool of the CNIL."
            )
        )
    pia = dict(held["pia"])  # type: ignore[call-overload]  # looked at above
    draft, answers = Draft(name=plain(pia.get("name"))), dict(_answers(held["answers"]))
    for question, data in answers.items():
        text = plain(data.get("text"))
        if question in POINTS:
            draft.write(POINTS[question], text)
        elif question // 10 not in FEARED and text:
            draft.note(str(question), "deze vraag heeft hier geen plaats", "this question has no place here")
    draft.risks = list(_risks(answers, held.get("measures"), draft, known))
    _tell_people(pia, draft)
    _tell_rest(held, draft)
    return draft


def _answers(given: object) -> Iterator[tuple[int, Mapping[str, object]]]:
    for each in given if isinstance(given, list) else ():
        number, data = each.get("reference_to"), each.get("data")
        if isinstance(data, dict) and str(number).isdigit():
            yield int(str(number)), data


def _risks(answers: Answers, measures: object, draft: Draft, known: Known) -> Iterator[AssessedRisk]:
    contents = {
        str(each.get("title")): plain(each.get("content"))
        for each in (measures if isinstance(measures, list) else ())
        if isinstance(each, dict)
    }
    for position, (event, name) in enumerate(FEARED.items()):
        own = {number: answers.get(event * 10 + number, {}) for number in range(1, 7)}
        if not any(own.values()):
            continue
        yield AssessedRisk(
            id=new_id(),
            threat=name.nl,
            position=position,
            origin="; ".join(filter(None, (_items(own[THREATS]), _items(own[SOURCES])))),
            consequence=_items(own[IMPACTS]),
            likelihood=_level(own[LIKELIHOOD]),
            likelihood_reason=plain(own[LIKELIHOOD].get("text")),
            impact=_level(own[SEVERITY]),
            impact_reason=plain(own[SEVERITY].get("text")),
            treatments=tuple(_treatments(own[MEASURES], contents, known)),
        )
        draft.note(
            str(event * 10 + SEVERITY),
            "de vier niveaus van de CNIL zijn er hier drie: aanzienlijk en maximaal zijn beide hoog",
            "the four levels of the CNIL are three here: significant and maximum are both high",
        )


def _items(data: Mapping[str, object]) -> str:
    listed = data.get("list")
    return "; ".join(filter(None, (plain(data.get("text")), plain(listed).replace(", ", "; "))))


def _level(data: Mapping[str, object]) -> RiskLevel | None:
    gauge = data.get("gauge")
    return LEVELS.get(gauge) if isinstance(gauge, int) else None


def _treatments(data: Mapping[str, object], contents: Mapping[str, str], known: Known) -> Iterator[RiskTreatment]:
    listed = data.get("list")
    for number, title in enumerate(map(str, listed) if isinstance(listed, list) else ()):
        name = plain(title)
        measure = known.measures.get(name.casefold())
        text = "" if measure else "\n".join(filter(None, (name, contents.get(title, ""))))
        yield RiskTreatment(new_id(), number, measure_id=measure, text=text)


def _tell_people(pia: Mapping[str, object], draft: Draft) -> None:
    searched = pia.get("concerned_people_searched_opinion")
    draft.views_sought = searched if isinstance(searched, bool) else None
    draft.views = plain(pia.get("concerned_people_opinion"))
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
