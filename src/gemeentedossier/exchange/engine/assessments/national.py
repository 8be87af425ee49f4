"""The saved file of the national form for impact assessments (MinBZK/par-dpia-form, assessment-output.v2)."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from gemeentedossier.catalogue.facts.risks import RiskLevel
from gemeentedossier.catalogue.facts.sources import Text
from gemeentedossier.dossier.risks.facts import AssessedRisk, RiskTreatment
from gemeentedossier.exchange.engine.assessments.draft import Draft, Known, UnreadableAssessment, loaded, plain
from gemeentedossier.foundation.identifiers import new_id

URN = "urn:nl:dpia:"
SCHEMA = "https://github.com/MinBZK/par-dpia-form/blob/main/schemas/assessment-output.v2.schema.json"
_KEY = re.compile(r"(\d+(?:\.\d+)*)(?:\[\d+\])?")
FACTS: Mapping[str, str] = {
    "2.1.1": "data",
    "2.1.2": "subject",
    "5.1.1": "purpose",
    "6.1.1.1": "party",
    "8.1.1.1": "location",
    "10.1.1.4": "retention",
}
"""What the form states as facts, by question: these are held against the register."""
OWN: frozenset[str] = frozenset(
    {"1.1", "2.3", "3.2", "3.3.1", "4", "5.2", "6.2", "7.1.1", "7.2", "8.2", "9.2", "10.2", "11.2", "12.4", "13.2"}
    | {"14.1", "14.2", "16.2", "17.2", "17.3"}
)
"""Own words that stand as they are; of other questions the words are told with what they answer."""
LEVELS: Mapping[str, RiskLevel] = {
    "laag": RiskLevel.LOW,
    "midden": RiskLevel.MEDIUM,
    "gemiddeld": RiskLevel.MEDIUM,
    "hoog": RiskLevel.HIGH,
}
NOT_TAKEN: Mapping[str, Text] = {
    "19.1": Text("de versies zijn niet overgenomen", "the versions were not taken over"),
    "19.2": Text(
        "de status is niet overgenomen: dit begint als concept", "the status was not taken over: this is a draft"
    ),
    "19.3": Text("het dossier is niet overgenomen", "the file was not taken over"),
    "19.5": Text(
        "het advies van de FG is niet overgenomen: alleen de FG zelf schrijft het",
        "the officer's advice was not taken over: only the officer writes it",
    ),
    "20.1": Text(
        "de ondertekening is niet overgenomen: vaststellen gebeurt hier",
        "the signature was not taken over: adoption happens here",
    ),
}
Row = Mapping[str, object]


def reads(held: Mapping[str, object]) -> bool:
    """Whether this looks like a file of the national form."""
    return isinstance(held.get("metadata"), dict) and isinstance(held.get("answers"), dict)


def read_national(content: bytes, known: Known) -> Draft:
    """Return the draft that a saved file tells; raises UnreadableAssessment for another file."""
    held = loaded(content)
    if not reads(held):
        raise UnreadableAssessment(
            Text(
                "Dit is geen bestand van het DPIA-formulier: er staan geen antwoorden in.",
                "This is no file of the assessment form: it holds no answers.",
            )
        )
    urn = str(dict(held["metadata"]).get("urn", ""))  # type: ignore[call-overload]  # looked at above
    if not urn.startswith(URN):
        raise UnreadableAssessment(
            Text(
                f"Dit bestand is van een ander formulier ({urn or 'onbekend'}). Kies een opgeslagen DPIA.",
                f"This file is of another form ({urn or 'unknown'}). Choose a saved impact assessment.",
            )
        )
    draft = Draft()
    rows = tuple(_rows(held["answers"], draft))  # type: ignore[arg-type]  # looked at above
    _take_over(rows, draft)
    _take_risks(rows, draft, known)
    _tell_organisations(draft, known)
    return draft


def _rows(answers: Mapping[str, object], draft: Draft) -> Iterator[tuple[str, Row]]:
    """Yield each answer as a row of its group; rows that the form repeated by a fault of its own come once."""
    repeated = 0
    singles: set[str] = set()
    for key, value in answers.items():
        group = _base(key)
        if not group:
            draft.note(str(key), "deze vraag kent het formulier niet", "the form does not know this question")
        elif isinstance(value, list):
            seen: set[str] = set()
            for element in value:
                row = _values(element)
                mark = json.dumps(row, sort_keys=True)
                if not row or mark in seen:
                    repeated += bool(row)
                    continue
                seen.add(mark)
                yield group, row
        else:
            row = {group: _value(value, group, draft)}
            mark = json.dumps([group, row], sort_keys=True)
            if mark in singles:
                repeated += 1
                continue
            singles.add(mark)
            yield group, row
    if repeated:
        draft.note(
            "",
            f"{repeated} keer stond dezelfde rij er nog eens: die is één keer overgenomen",
            f"the same row stood there again {repeated} times: it was taken over once",
        )


def _base(key: object) -> str:
    found = _KEY.fullmatch(str(key))
    return found[1] if found else ""


def _values(element: object) -> dict[str, object]:
    if not isinstance(element, dict):
        return {}
    values = {
        _base(key): answer.get("value") for key, answer in element.items() if isinstance(answer, dict) and _base(key)
    }
    return {key: value for key, value in values.items() if value not in (None, "", [])}


def _value(answer: object, place: str, draft: Draft) -> object:
    value = answer.get("value") if isinstance(answer, dict) else None
    if isinstance(value, dict):
        draft.note(place, "een afbeelding is niet overgenomen", "a picture was not taken over")
        return None
    return value


def _take_over(rows: tuple[tuple[str, Row], ...], draft: Draft) -> None:
    told: set[str] = set()
    for _group, row in rows:
        for key, value in row.items():
            number = int(key.split(".")[0])
            if isinstance(value, dict):
                draft.note(key, "een afbeelding is niet overgenomen", "a picture was not taken over")
            elif number == 18:  # the summary of the form
                draft.summary = plain(value)
            elif number in (19, 20):
                _tell(key, value, draft, told)
            elif number in (16, 17) and key not in OWN:
                continue
            elif 1 <= number <= 17:  # the points of the model
                _point(number, key, value, draft)
            elif number == 0 and plain(value):
                draft.write(1, plain(value))


def _point(number: int, key: str, value: object, draft: Draft) -> None:
    if key in FACTS:
        items = value if isinstance(value, list) else [value]
        for item in items:
            draft.state(number, FACTS[key], plain(item))
        return
    text = plain(value)
    if text.lower() not in {"true", "false"}:
        draft.write(number, text)


def _tell(key: str, value: object, draft: Draft, told: set[str]) -> None:
    """What of versions, advice and signature is not taken over, once for each kind."""
    if key in ("19.4.1", "19.5.1", "20.1.1") and plain(value):
        draft.organisations.add(plain(value))
    found = next((place for place in NOT_TAKEN if key.startswith(place)), "")
    if found and found not in told and plain(value):
        told.add(found)
        draft.note(found, NOT_TAKEN[found].nl, NOT_TAKEN[found].en or "")


def _take_risks(rows: tuple[tuple[str, Row], ...], draft: Draft, known: Known) -> None:
    found: dict[str, AssessedRisk] = {}
    for _group, row in rows:
        threat = plain(row.get("16.1.1"))
        if not threat:
            continue
        found[threat] = AssessedRisk(
            id=new_id(),
            threat=threat,
            position=len(found),
            origin=plain(row.get("16.1.2")),
            likelihood=_level(row.get("16.1.3"), "16.1.3", draft),
            likelihood_reason=plain(row.get("16.1.4")),
            impact=_level(row.get("16.1.5"), "16.1.5", draft),
            impact_reason=plain(row.get("16.1.6")),
            level_reason=plain(row.get("16.1.8")),
        )
    for _group, row in rows:
        if any(key.startswith("17.1.") for key in row):
            _treat(row, found, draft, known)
    draft.risks = list(found.values())


def _treat(row: Row, found: dict[str, AssessedRisk], draft: Draft, known: Known) -> None:
    """A row of measures, under each risk that it names."""

    named = row.get("17.1.1")
    threats = [plain(each) for each in (named if isinstance(named, list) else [named]) if plain(each)]
    text, owner = plain(row.get("17.1.3")), plain(row.get("17.1.7"))
    level = _level(row.get("17.1.4"), "17.1.4", draft)
    if not threats and text:
        draft.note("17.1.1", f"“{text[:60]}” hoort bij geen risico", f"“{text[:60]}” belongs to no risk")
    for threat in threats:
        if threat not in found:
            draft.note(
                "17.1.1", f"het risico “{threat[:60]}” staat niet bij punt 16", f"“{threat[:60]}” is not at point 16"
            )
            continue
        risk = found[threat]
        added = (_treatment(text, owner, len(risk.treatments), known, draft),) if text else ()
        found[threat] = replace(
            risk,
            treatments=(*risk.treatments, *added),
            residual_likelihood=level or risk.residual_likelihood,
            residual_impact=level or risk.residual_impact,
        )


def _treatment(text: str, owner: str, position: int, known: Known, draft: Draft) -> RiskTreatment:
    person = known.people.get(owner.casefold())
    if owner and person is None:
        draft.note(
            "17.1.7", f"“{owner}” is hier niemand: kies wie het doet", f"nobody here is “{owner}”: choose who does it"
        )
    measure = known.measures.get(text.casefold())
    return RiskTreatment(
        new_id(),
        position,
        measure_id=measure,
        text="" if measure else text,
        owner_id=person,
        owner=owner if person else "",
    )


def _level(value: object, place: str, draft: Draft) -> RiskLevel | None:
    text = plain(value).casefold()
    for word, level in LEVELS.items():
        if word in text:
            return level
    if text:
        draft.note(
            place, f"“{plain(value)}” is geen niveau van de schaal", f"“{plain(value)}” is no level of the scale"
        )
    return None


def _tell_organisations(draft: Draft, known: Known) -> None:
    for each in sorted(draft.organisations):
        if known.municipality.casefold() not in each.casefold():
            draft.note(
                "19.4.1",
                f"dit bestand is van “{each}”, en niet van {known.municipality}: ga na of het hier geldt",
                f"this file is of “{each}”, and not of {known.municipality}: check whether it holds here",
            )
