"""Cells that answer yes or no, often with words beside the answer."""

import re

from gemeentedossier.dossier.register.enums import TransferMechanism
from gemeentedossier.exchange.engine.cells.dates import read_date
from gemeentedossier.exchange.engine.cells.names import named
from gemeentedossier.exchange.engine.cells.reading import Note, Reading, notice
from gemeentedossier.exchange.engine.cells.splitting import pieces
from gemeentedossier.exchange.engine.vocabulary import Resolver
from gemeentedossier.exchange.engine.words import folded
from gemeentedossier.exchange.enums import RemarkCode, ResolvedKind
from gemeentedossier.exchange.facts import Declaration, DraftImpactAssessment, DraftTransfer, Named

YES = frozenset({"ja", "j", "yes", "y", "true", "waar", "x", "✓", "✔", "v", "1"})
NO = frozenset({"nee", "neen", "n", "no", "false", "onwaar", "geen", "niet", "0"})
_ANSWER = re.compile(r"^(?P<answer>ja|nee|neen|yes|no|geen)\b(?P<rest>.*)$", re.IGNORECASE | re.DOTALL)
_PARENTHESES = re.compile(r"\s*\([^()]*\)")
_DATE = re.compile(r"\d{1,4}\s?[-/.]\s?\d{1,2}\s?[-/.]\s?'?\d{2,4}")
MECHANISMS = (
    (re.compile(r"\badequaatheid"), TransferMechanism.ADEQUACY),
    (
        re.compile(r"\b(?:scc'?s?|modelcontract\w*|standaardcontractbepaling\w*|modelclausule\w*)\b"),
        TransferMechanism.STANDARD_CLAUSES,
    ),
    (re.compile(r"\b(?:bcr'?s?|bindende bedrijfsvoorschrift\w*)\b"), TransferMechanism.BINDING_CORPORATE_RULES),
)


def read_answer(text: str) -> Declaration:
    """Yes, no, or None with the text; words after the answer are kept."""
    bare = folded(text).rstrip(".")
    if bare in YES:
        return Declaration(answer=True)
    if bare in NO:
        return Declaration(answer=False)
    match = _ANSWER.match(text)
    if match:
        return Declaration(folded(match["answer"]) in YES, match["rest"].strip(" ,;:.-–()\n"))
    return Declaration(None, text)


def read_declaration(text: str) -> Reading[Declaration]:
    """The answer of a cell; words without an answer are kept as they stand."""
    return Reading((read_answer(text),))


def read_agreement(text: str) -> Reading[Declaration]:
    """Whether an agreement exists; only yes and no are answers, and other words deserve a look."""
    answer = read_answer(text)
    return Reading((answer,), () if answer.answer is not None else (notice(RemarkCode.UNCLEAR_DECLARATION),))


def read_transfer(text: str, *, resolver: Resolver) -> Reading[DraftTransfer]:
    """What is declared of transfers outside the EEA. Naming a third country is declaring a transfer."""
    answer = read_answer(text)
    if answer.answer is False and not answer.text:
        return Reading((DraftTransfer(declared=False),))
    countries = _countries(answer.text, resolver)
    declared = True if answer.answer is None and countries else answer.answer
    notes: tuple[Note, ...] = ()
    if declared is None:
        notes = (notice(RemarkCode.UNCLEAR_DECLARATION),)
    return Reading((DraftTransfer(declared, countries, _mechanism(answer.text), answer.text),), notes)


def _countries(text: str, resolver: Resolver) -> tuple[Named, ...]:
    def known(part: str) -> bool:
        return _country(part, resolver) is not None

    found = (_country(piece.text, resolver) for piece in pieces(text, known=known)) if text else ()
    return tuple(country for country in found if country is not None)


def _country(text: str, resolver: Resolver) -> Named | None:
    for words in (text, _PARENTHESES.sub("", text)):
        country = named(words.strip(), kind=ResolvedKind.THIRD_COUNTRY, resolver=resolver)
        if country.id is not None:
            return country
    return None


def _mechanism(text: str) -> TransferMechanism | None:
    found = {mechanism for pattern, mechanism in MECHANISMS if pattern.search(folded(text))}
    return found.pop() if len(found) == 1 else None


def read_impact_assessment(text: str) -> Reading[DraftImpactAssessment]:
    """Whether and when an impact assessment was done; a date alone says that it was."""
    answer = read_answer(text)
    date = _DATE.search(answer.text)
    found = read_date(date.group() if date else answer.text) if answer.text else Reading()
    completed = found.values[0] if found.values else None
    done = True if completed and answer.answer is None else answer.answer
    notes = found.notes if date or completed else ()
    if done is None:
        notes = (*notes, notice(RemarkCode.UNCLEAR_DECLARATION))
    return Reading((DraftImpactAssessment(done, completed, answer.text),), notes)
