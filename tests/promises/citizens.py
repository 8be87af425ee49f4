"""Every Dutch text of our own that a citizen or a council member reads, by where it stands."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from babel.messages.pofile import read_po

from gemeentedossier.catalogue.facts import Alias, AliasKind
from gemeentedossier.catalogue.queries import latest_catalogue
from gemeentedossier.documents.engine.composition.clauses import LIBRARY, read_clauses
from tests.promises.places import ROOT

SOURCE = ROOT / "src/gemeentedossier"
ROOMS = ("portal", "guest")
COUNCIL = "council"
"""How each file of the desk is called that makes the window for the council."""
PAPERS = {"letter": "v.", "breach": "u.", "register-extract": "x.", "accountability": "v.", "officer-report": ""}
"""Letters to people, the extract that is given out, and what college and council read; by the clauses that they use."""

EVERYDAY = "everyday words"
"""Whose work it is that somebody looked for in the published register, by the catalogue."""

OFFICIAL = (
    "verantwoordelijk",
    "bijzondere",
    "strafrechtelijke",
    "functionaris gegevensbescherming",
    "Europese Economische Ruimte",
    "Autoriteit Persoonsgegevens",
    "Europese Commissie",
    "verwerkingsactiviteiten",
    "verwerkingsverantwoordelijke",
    "persoonsgegevens",
    "burgerservicenummer",
    "Voorbeeldgemeente",
    "verwerkingen",
    "verwerking",
    "gemeenten",
    "gemeente",
    "gegevens",
)
"""Names that the law or the state gave, and the few words without which nothing can be said here: each counts as one
short word, because another word would be easier and wrong."""

KNOWN = frozenset(("AVG", "EU", "JSON", "MB", "IJsland"))
"""Capitals that need no explanation: the law by the name that everybody uses, Europe, a size, a kind of file."""

_HOLE = re.compile(r"%\(\w+\)[sd]|%[sd]|\{\w*\}")
_MARKUP = re.compile(r"<[^>]+>|&\w+;")
_END = re.compile(r"(?<=[.!?:;])\s+|\s*\n\s*")
_SHORT = re.compile(r"\b[A-Z]\w*[A-Z]\w*\b")
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


@cache
def texts() -> dict[str, tuple[str, ...]]:
    """The texts as they are written, by room of screens or paper."""
    told = {room: tuple(_messages(room)) for room in ROOMS}
    told[COUNCIL] = tuple(_messages("desk", only=COUNCIL))
    told[EVERYDAY] = tuple(_everyday())
    return told | {paper: tuple(_clauses(paper, start)) for paper, start in PAPERS.items()}


def _everyday() -> Iterator[str]:
    for alias in latest_catalogue().entries_of(Alias).values():
        if alias.kind is AliasKind.REFERENCE_ACTIVITIES and alias.unresolved:
            yield alias.unresolved.nl


def sentences(text: str) -> Iterator[str]:
    """The sentences of a text as they are read: what is filled in stands as one word, without markup."""
    for sentence in _END.split(_HOLE.sub("dit", _MARKUP.sub(" ", text))):
        if _WORD.search(sentence):
            yield " ".join(sentence.split())


def abbreviations(text: str) -> set[str]:
    """The abbreviations in a text that not everybody knows."""
    return set(_SHORT.findall(_HOLE.sub(" ", text))) - KNOWN


def words(sentence: str) -> list[str]:
    """The words of a sentence, without numbers."""
    return _WORD.findall(sentence)


def without_names(sentence: str) -> str:
    """The sentence with each official name as one short word."""
    for name in OFFICIAL:
        sentence = re.sub(rf"\b{name}\b", "naam", sentence, flags=re.IGNORECASE)
    return sentence


def _messages(room: str, *, only: str = "") -> Iterator[str]:
    """The texts of a room of screens; of files of one name alone where ``only`` is that."""
    with (SOURCE / room / "locale/nl/LC_MESSAGES/django.po").open("rb") as file:
        for message in read_po(file, locale="nl"):
            if message.id and (not only or any(Path(place).stem == only for place, _line in message.locations)):
                yield from (message.string,) if isinstance(message.string, str) else message.string


def _clauses(paper: str, start: str) -> Iterator[str]:
    path = LIBRARY / f"{paper}.yaml"
    for clause in read_clauses(path.read_text(encoding="utf-8"), name=path.name):
        if clause.id.startswith(start):
            yield from (template.text for template in clause.nl)
