"""What was read from a saved file: a draft, and everything that was not taken over, with its place."""

import html
import json
import re
from dataclasses import dataclass, field
from uuid import UUID

from gemeentedossier.catalogue.facts.sources import Text
from gemeentedossier.dossier.risks.engine.statements import Statement
from gemeentedossier.dossier.risks.facts import AssessedRisk

_TAG = re.compile(r"<(/?)(p|br|li|ul|ol|div|strong|em|b|i|u|h\d|span|a)\b[^<>]*+>", re.IGNORECASE)
_FOREIGN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""Characters that no text has: neither the database nor a document can hold them."""
_LONG_REFERENCE = re.compile(r"&#[0-9]{9,}+;?")
"""A character by a number that no character has, and that can be longer than Python reads."""
_BREAKS = frozenset({"p", "br", "li", "div", "ul", "ol"})
LARGEST = 20_000_000
"""Characters: a saved file of an assessment is never so large, even with pictures."""
DEEPEST = 40
"""Levels of lists and objects within each other; no form saves half as many."""
LONGEST_PLACE = 80
MOST_REMARKS = 500
"""Different things that one file may have that cannot be taken over; no form that saved it whole has half as many."""
NO_ASSESSMENT = Text(
    "Dit bestand is geen opgeslagen DPIA. Kies het bestand (.json) dat het formulier heeft opgeslagen.",
    "This file is no saved assessment. Choose the file (.json) that the form saved.",
)
TOO_LARGE = Text(
    "Dit bestand is te groot voor een opgeslagen DPIA. Haal de afbeeldingen eruit en sla het opnieuw op.",
    "This file is too large for a saved assessment. Take out the pictures and save it again.",
)
TOO_DEEP = Text(
    "Dit bestand is te diep genest en zo door geen DPIA-formulier gemaakt. Sla de DPIA opnieuw op.",
    "This file is nested too deeply, and so made by no assessment form. Save the assessment again.",
)
TOO_BROKEN = Text(
    f"In dit bestand staan meer dan {MOST_REMARKS} dingen die niet zijn over te nemen. Niemand kan die nalopen. Sla de "
    "DPIA opnieuw op vanuit het formulier.",
    f"This file holds more than {MOST_REMARKS} things that cannot be taken over. Nobody can look through these. Save "
    "the assessment from its form again.",
)


class UnreadableAssessment(ValueError):
    """The file is no saved assessment; ``sentence`` says why and what to do."""

    def __init__(self, sentence: Text) -> None:
        super().__init__(sentence.nl)
        self.sentence = sentence


@dataclass(frozen=True, slots=True)
class Remark:
    """Something that was not taken over as it stood, or asks attention: where, what, and how often if repeated."""

    place: str
    told: Text
    times: int = 1

    def said(self, language: str) -> str:
        """What is told, with how often it stands in the file."""
        told = self.told.in_language(language)
        if self.times == 1:
            return told
        return f"{told} ({self.times} times)" if language == "en" else f"{told} ({self.times} keer)"


@dataclass(slots=True)
class Draft:
    """An assessment as a file tells it: by point own words (``written``) and what it states as facts (``says``)."""

    name: str = ""
    summary: str = ""
    views_sought: bool | None = None
    views: str = ""
    written: dict[int, list[str]] = field(default_factory=dict)
    says: dict[int, dict[Statement, None]] = field(default_factory=dict)
    risks: list[AssessedRisk] = field(default_factory=list)
    organisations: set[str] = field(default_factory=set)
    noted: dict[tuple[str, Text], int] = field(default_factory=dict)
    """How often each remark was made: what a file repeats by a fault of its own is told once."""

    @property
    def remarks(self) -> tuple[Remark, ...]:
        """What was not taken over, in the order of the file, each once."""
        return tuple(Remark(place, told, times) for (place, told), times in self.noted.items())

    @property
    def texts(self) -> dict[int, str]:
        """Own words by point."""
        return {number: "\n".join(parts) for number, parts in self.written.items()}

    def note(self, place: str, nl: str, en: str) -> None:
        """Remember that something was not taken over; raises UnreadableAssessment where that is too much to read."""
        key = (_FOREIGN.sub("", place)[:LONGEST_PLACE], Text(nl, en))
        self.noted[key] = self.noted.get(key, 0) + 1
        if len(self.noted) > MOST_REMARKS:
            raise UnreadableAssessment(TOO_BROKEN)

    def read(self, place: str, value: object) -> str:
        """Return a value as plain text; what is no text is told."""
        if _holds_object(value):
            self.note(
                place,
                "wat hier staat is geen tekst, en is niet overgenomen",
                "what stands here is no text, and was not taken over",
            )
        return plain(value)

    def write(self, number: int, text: str) -> None:
        """Add own words to a point."""
        if text.strip():
            self.written.setdefault(number, []).append(text.strip())

    def state(self, number: int, name: str, words: str) -> None:
        """Add a fact to a point, once."""
        if words.strip():
            self.says.setdefault(number, {})[name, words.strip()] = None


def loaded(content: bytes, draft: Draft) -> dict[str, object]:
    """Return the file as an object of clean texts; what was cleaned is noted in the draft.

    Raises UnreadableAssessment for what is no JSON object, or is larger or deeper than any form saves.
    """
    if len(content) > LARGEST:
        raise UnreadableAssessment(TOO_LARGE)
    try:
        held = json.loads(content.decode("utf-8-sig"), parse_constant=str)
    except RecursionError as error:
        raise UnreadableAssessment(TOO_DEEP) from error
    except ValueError as error:  # also what is no UTF-8, and a number of more digits than Python reads
        raise UnreadableAssessment(NO_ASSESSMENT) from error
    if not isinstance(held, dict):
        raise UnreadableAssessment(NO_ASSESSMENT)
    return {key: _cleaned(value, (key,), draft) for key, value in held.items()}


def _cleaned(value: object, path: tuple[str, ...], draft: Draft) -> object:
    """The value without characters that no text has; raises UnreadableAssessment where it is nested too deeply."""
    if len(path) > DEEPEST:
        raise UnreadableAssessment(TOO_DEEP)
    if isinstance(value, dict):
        return {key: _cleaned(each, (*path, key), draft) for key, each in value.items()}
    if isinstance(value, list):
        return [_cleaned(each, (*path, str(number)), draft) for number, each in enumerate(value)]
    if isinstance(value, str) and _FOREIGN.search(value):
        draft.note(
            " / ".join(path),
            "tekens die in geen tekst horen, zijn weggelaten",
            "characters that belong in no text were left out",
        )
        return _FOREIGN.sub("", value)
    return value


def plain(value: object) -> str:
    """Return a text without markup, with its breaks; a number in digits; of a list every item."""
    if isinstance(value, list):
        return ", ".join(filter(None, map(plain, value)))
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    if not isinstance(value, str):
        return ""
    text = _LONG_REFERENCE.sub("", _TAG.sub(lambda found: "\n" if found[2].lower() in _BREAKS else "", value))
    lines = (" ".join(line.split()) for line in html.unescape(text).replace("\xa0", " ").splitlines())
    return "\n".join(line for line in lines if line)


def _holds_object(value: object) -> bool:
    return isinstance(value, dict) or (isinstance(value, list) and any(map(_holds_object, value)))


@dataclass(frozen=True, slots=True)
class Known:
    """What a file is held against: measures and people of the municipality by name."""

    municipality: str
    measures: dict[str, UUID] = field(default_factory=dict)
    people: dict[str, UUID] = field(default_factory=dict)
