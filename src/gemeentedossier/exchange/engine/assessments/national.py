"""The saved file of the national form for impact assessments (MinBZK/par-dpia-form, assessment-output.v2)."""

import json
import re
from collections.abc import Iterator, Mapping

from gemeentedossier.catalogue.facts.sources import Text
from gemeentedossier.exchange.engine.assessments.draft import Draft, Known, UnreadableAssessment, plain
from gemeentedossier.exchange.engine.assessments.national_risks import Row, take_risks

URN = "urn:nl:dpia:"
SCHEMA = "https://github.com/MinBZK/par-dpia-form/blob/main/schemas/assessment-output.v2.schema.json"
_KEY = re.compile(r"([0-9]{1,3}(?:\.[0-9]{1,3}){0,5})(?:\[[0-9]{1,6}\])?")
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
LAST = 20
"""The last part of the form."""


def reads(held: Mapping[str, object]) -> bool:
    """Whether this looks like a file of the national form."""
    return isinstance(held.get("metadata"), dict) and isinstance(held.get("answers"), dict)


def read_national(held: Mapping[str, object], draft: Draft, known: Known) -> None:
    """Write into the draft what a saved file tells; raises UnreadableAssessment for a file of another form."""
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
                f"Dit bestand is van een ander formulier ({urn[:60] or 'onbekend'}). Kies een opgeslagen DPIA.",
                f"This file is of another form ({urn[:60] or 'unknown'}). Choose a saved impact assessment.",
            )
        )
    rows = tuple(_rows(held["answers"], draft))  # type: ignore[arg-type]  # looked at above
    _take_over(rows, draft)
    take_risks(tuple(row for _group, row in rows), draft, known)
    _tell_organisations(draft, known)


def _rows(answers: Mapping[str, object], draft: Draft) -> Iterator[tuple[str, Row]]:
    """Yield each answer as a row of its group; rows that the form repeated by a fault of its own come once."""
    repeated = 0
    singles: set[str] = set()
    for key, value in answers.items():
        group = _base(key)
        if not group:
            _tell_unknown(key, draft)
        elif isinstance(value, list):
            seen: set[str] = set()
            for element in value:
                row = _values(element, group, draft)
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


def _base(key: str) -> str:
    """The question that a key names; empty where the form has none so."""
    found = _KEY.fullmatch(key)
    return found[1] if found and int(found[1].split(".")[0]) <= LAST else ""


def _tell_unknown(key: str, draft: Draft) -> None:
    draft.note(key, "deze vraag kent het formulier niet", "the form does not know this question")


def _values(element: object, group: str, draft: Draft) -> dict[str, object]:
    if not isinstance(element, dict):
        draft.note(group, "dit is geen rij, en is niet overgenomen", "this is no row, and was not taken over")
        return {}
    values: dict[str, object] = {}
    for key, answer in element.items():
        if key == "_index":
            continue
        base = _base(key)
        if not base:
            _tell_unknown(key, draft)
            continue
        value = _value(answer, base, draft)
        if values.setdefault(base, value) != value:
            draft.note(
                base,
                "in dezelfde rij staat nog een antwoord: alleen het eerste is overgenomen",
                "the same row holds another answer: only the first was taken over",
            )
    return {key: value for key, value in values.items() if value not in (None, "", [])}


def _value(answer: object, place: str, draft: Draft) -> object:
    if not isinstance(answer, dict):
        draft.note(place, "dit is geen antwoord, en is niet overgenomen", "this is no answer, and was not taken over")
        return None
    value = answer.get("value")
    if isinstance(value, dict):
        draft.note(place, "een afbeelding is niet overgenomen", "a picture was not taken over")
        return None
    return value


def _take_over(rows: tuple[tuple[str, Row], ...], draft: Draft) -> None:
    told: set[str] = set()
    for _group, row in rows:
        for key, value in row.items():
            number = int(key.split(".")[0])
            if number == 18:  # the summary of the form
                draft.summary = "\n".join(filter(None, (draft.summary, draft.read(key, value))))
            elif number in (19, 20):
                _tell(key, value, draft, told)
            elif number in (16, 17) and key not in OWN:
                continue
            elif 1 <= number <= 17:  # the points of the model
                _point(number, key, value, draft)
            else:
                draft.write(1, draft.read(key, value))


def _point(number: int, key: str, value: object, draft: Draft) -> None:
    if key in FACTS:
        items = value if isinstance(value, list) else [value]
        for item in items:
            draft.state(number, FACTS[key], draft.read(key, item))
        return
    text = draft.read(key, value)
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


def _tell_organisations(draft: Draft, known: Known) -> None:
    for each in sorted(draft.organisations):
        if known.municipality.casefold() not in each.casefold():
            name = each[:60]
            draft.note(
                "19.4.1",
                f"dit bestand is van “{name}”, en niet van {known.municipality}: ga na of het hier geldt",
                f"this file is of “{name}”, and not of {known.municipality}: check whether it holds here",
            )
