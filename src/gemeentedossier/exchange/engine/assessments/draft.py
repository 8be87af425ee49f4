"""What was read from a saved file: a draft, and everything that was not taken over, with its place."""

import html
import json
import re
from dataclasses import dataclass, field
from uuid import UUID

from gemeentedossier.catalogue.facts.sources import Text
from gemeentedossier.dossier.risks.engine.statements import Statement
from gemeentedossier.dossier.risks.facts import AssessedRisk

_TAG = re.compile(r"<(/?)(p|br|li|ul|ol|div|strong|em|b|i|u|h\d|span|a)\b[^>]*>", re.IGNORECASE)
_BREAKS = frozenset({"p", "br", "li", "div", "ul", "ol"})
LARGEST = 20_000_000
"""Characters: a saved file of an assessment is never so large, even with pictures."""


class UnreadableAssessment(ValueError):
    """The file is no saved assessment; ``sentence`` says why and what to do."""

    def __init__(self, sentence: Text) -> None:
        super().__init__(sentence.nl)
        self.sentence = sentence


@dataclass(frozen=True, slots=True)
class Remark:
    """Something that was not taken over as it stood, or asks attention: where, and what."""

    place: str
    told: Text


@dataclass(slots=True)
class Draft:
    """An assessment as a file tells it. ``texts`` are own words by point, ``says`` what it states as facts by point."""

    name: str = ""
    summary: str = ""
    views_sought: bool | None = None
    views: str = ""
    texts: dict[int, str] = field(default_factory=dict)
    says: dict[int, list[Statement]] = field(default_factory=dict)
    risks: list[AssessedRisk] = field(default_factory=list)
    organisations: set[str] = field(default_factory=set)
    remarks: list[Remark] = field(default_factory=list)

    def note(self, place: str, nl: str, en: str) -> None:
        """Remember that something was not taken over."""
        self.remarks.append(Remark(place, Text(nl, en)))

    def write(self, number: int, text: str) -> None:
        """Add own words to a point."""
        if text.strip():
            self.texts[number] = "\n".join(filter(None, (self.texts.get(number, ""), text.strip())))

    def state(self, number: int, name: str, words: str) -> None:
        """Add a fact to a point, once."""
        found = self.says.setdefault(number, [])
        if words.strip() and (name, words.strip()) not in found:
            found.append((name, words.strip()))


def loaded(content: bytes) -> dict[str, object]:
    """Return the file as an object; raises UnreadableAssessment for what is no JSON object."""
    try:
        held = json.loads(content.decode("utf-8-sig")) if len(content) <= LARGEST else None
    except (UnicodeDecodeError, ValueError, RecursionError):
        held = None
    if not isinstance(held, dict):
        raise UnreadableAssessment(
            Text(
                "Dit bestand is geen opgeslagen DPIA. Kies het bestand (.json) dat het formulier heeft opgeslagen.",
                "This file is no saved assessment. Choose the file (.json) that the form saved.",
            )
        )
    return held


def plain(value: object) -> str:
    """Return a text without markup, with its breaks; of a list every item."""
    if isinstance(value, list):
        return ", ".join(filter(None, map(plain, value)))
    if not isinstance(value, str):
        return ""
    text = _TAG.sub(lambda found: "\n" if found[2].lower() in _BREAKS else "", value)
    lines = (" ".join(line.split()) for line in html.unescape(text).replace("\xa0", " ").splitlines())
    return "\n".join(line for line in lines if line)


@dataclass(frozen=True, slots=True)
class Known:
    """What a file is held against: measures and people of the municipality by name."""

    municipality: str
    measures: dict[str, UUID] = field(default_factory=dict)
    people: dict[str, UUID] = field(default_factory=dict)
