"""The readers of all fields for one import; what a text means is worked out once however often it stands."""

import datetime as dt
from collections.abc import Callable, Mapping
from functools import cache, partial
from typing import TypeVar

from gemeentedossier.exchange.engine.cells.absence import absence_of
from gemeentedossier.exchange.engine.cells.assets import SYSTEM_STATES, read_care, read_country
from gemeentedossier.exchange.engine.cells.bases import read_bases
from gemeentedossier.exchange.engine.cells.choices import ROLES, SECTORS, STATES, read_choice
from gemeentedossier.exchange.engine.cells.dates import read_date
from gemeentedossier.exchange.engine.cells.declarations import (
    read_agreement,
    read_declaration,
    read_impact_assessment,
    read_transfer,
)
from gemeentedossier.exchange.engine.cells.names import Listed, named, read_names, read_texts
from gemeentedossier.exchange.engine.cells.numbers import read_hours, read_number
from gemeentedossier.exchange.engine.cells.reading import Reading, lost
from gemeentedossier.exchange.engine.cells.retention import read_retention
from gemeentedossier.exchange.engine.cells.splitting import lines
from gemeentedossier.exchange.engine.vocabulary import Resolver, Vocabulary
from gemeentedossier.exchange.enums import RemarkCode, ResolvedKind
from gemeentedossier.exchange.facts import DraftParty, Named

Value = TypeVar("Value")
Reads = Callable[[str], Reading[Value]]


class Readers:
    """One reader per kind of cell, each remembering the texts it has read."""

    def __init__(self, *, vocabulary: Vocabulary, resolver: Resolver) -> None:
        self.text = _remembering(_present(_as_text))
        self.purposes = _remembering(_as_sentences)
        self.bases = _remembering(partial(read_bases, vocabulary=vocabulary, resolver=resolver))
        self.retention = _remembering(partial(read_retention, resolver=resolver))
        self.texts = _remembering(read_texts)
        self.parties = _remembering(_as_parties)
        self.date: Reads[dt.date] = _remembering(_present(read_date))
        self.role = _remembering(_present(partial(read_choice, choices=ROLES)))
        self.sector = _remembering(_present(partial(read_choice, choices=SECTORS)))
        self.state = _remembering(_present(partial(read_choice, choices=STATES)))
        self.declaration = _remembering(_present(read_declaration))
        self.agreement = _remembering(_present(read_agreement))
        self.transfer = _remembering(_present(partial(read_transfer, resolver=resolver)))
        self.impact_assessment = _remembering(_present(read_impact_assessment))
        self.policy_domain = _remembering(
            _present(partial(_as_named, kind=ResolvedKind.POLICY_DOMAIN, resolver=resolver))
        )
        self.number = _remembering(_present(read_number))
        self.hours = _remembering(_present(read_hours))
        self.system_state = _remembering(_present(partial(read_choice, choices=SYSTEM_STATES)))
        self.care = _remembering(_present(read_care))
        self.country = _remembering(_present(partial(read_country, resolver=resolver)))
        self._names: Mapping[ResolvedKind, Reads[Listed]] = {
            kind: _remembering(partial(read_names, kind=kind, resolver=resolver)) for kind in ResolvedKind
        }

    def names(self, kind: ResolvedKind) -> Reads[Listed]:
        """The reader of lists of one kind."""
        return self._names[kind]


def _remembering(read: Reads[Value]) -> Reads[Value]:
    return cache(read)


def _present(read: Reads[Value]) -> Reads[Value]:
    """The same reader for texts that may be a value at all."""

    def reads(text: str) -> Reading[Value]:
        absent = absence_of(text)
        return read(text) if absent is None else Reading(notes=(lost(absent),))

    return reads


def _as_text(text: str) -> Reading[str]:
    return Reading((text,))


def _as_named(text: str, *, kind: ResolvedKind, resolver: Resolver) -> Reading[Named]:
    return Reading((named(text, kind=kind, resolver=resolver),))


def _as_sentences(text: str) -> Reading[str]:
    """Purposes are sentences: cut at lines and semicolons only."""
    parts = lines(text)
    absent = tuple(lost(code, part) for part in parts if (code := absence_of(part)))
    return Reading(tuple(part for part in parts if absence_of(part) is None), absent)


def _as_parties(text: str) -> Reading[DraftParty]:
    reading = read_texts(text)
    return Reading(tuple(DraftParty(name) for name in reading.values), reading.notes)


NOTHING_READ = lost(RemarkCode.NOT_A_VALUE)
