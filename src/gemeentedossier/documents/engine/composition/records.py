"""A record beside the register as the source of what is said about it."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol
from uuid import UUID

from gemeentedossier.catalogue.facts.risks import RiskLevel
from gemeentedossier.catalogue.facts.security import SecurityAspect, SecurityLevel
from gemeentedossier.catalogue.facts.sources import Text as Words
from gemeentedossier.documents.engine.blocks import Block, Paragraph, Text
from gemeentedossier.documents.engine.composition.material import FEW, Desk
from gemeentedossier.documents.engine.composition.wordings import long_date
from gemeentedossier.documents.engine.composition.writer import Writer
from gemeentedossier.documents.engine.provenance import RecordOrigin
from gemeentedossier.dossier.assets.facts import Measure, System
from gemeentedossier.dossier.register.facts import Activity


class Category(Protocol):
    """An entry of the catalogue that has a name."""

    @property
    def name(self) -> Words: ...


class Kept(Protocol):
    """Something recorded under a key of its own."""

    @property
    def id(self) -> UUID: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One record, by the name under which a reader finds it, and the cells that are written of it."""

    w: Writer
    kind: str
    id: UUID
    name: str
    revision: int = 0

    def origins(self, *fields: str) -> tuple[RecordOrigin, ...]:
        """Fields of the record, in the version that was read."""
        return tuple(
            self.w.origins.entry(self.kind, self.id, self.name, each, version=self.revision + 1) for each in fields
        )

    def cell(self, text: str, *fields: str) -> Text:
        """What is recorded, or that nothing is; the first field tells the cell apart."""
        return self.w.value_or_unknown(text, *self.origins(*fields), slot=fields[0])

    def words(self, text: str, field: str) -> Text:
        """The municipality's own words, or that nothing is recorded."""
        return self.w.quoted_or_unknown(text, *self.origins(field), slot=field)

    def day(self, day: dt.date | None, field: str) -> Text:
        """A day in words, or that none is recorded."""
        return self.cell(long_date(day, language=self.w.language) if day else "", field)

    def said(self, words: str, *fields: str) -> Text:
        """A word of the library about the record."""
        return self.w.said(words, *self.origins(*fields), slot=fields[0])


def record(w: Writer, kind: str, kept: Kept, name: str) -> Record:
    """The record of these facts."""
    return Record(w=w, kind=kind, id=kept.id, name=name, revision=getattr(kept, "revision", 0))


def of_system(w: Writer, system: System) -> Record:
    """A system as a source."""
    return record(w, "system", system, system.name)


def of_measure(w: Writer, measure: Measure) -> Record:
    """A measure as a source."""
    return record(w, "measure", measure, measure.name)


def about_records(desk: Desk, clause: str, records: Sequence[Record], *fields: str) -> Iterator[Block]:
    """A clause about some records by name; nothing where there are none."""
    if records:
        because = [origin for each in records for origin in each.origins(*fields)]
        yield Paragraph(desk.w.say(clause, *because, names=desk.w.listed(each.name for each in records)))


def category_names(w: Writer, known: Mapping[str, Category], ids: Iterable[str], own: Iterable[str]) -> str:
    """Categories in words; one that the catalogue does not have keeps its id, so that none is lost from a text."""
    named = [known[each].name.in_language(w.language) if each in known else each for each in ids]
    return w.listed([*named, *own])


def named_or_counted(desk: Desk, activities: Sequence[Activity]) -> str:
    """Activities in a cell: by name, or how many there are; a dash stands for none."""
    if len(activities) > FEW:
        return desk.counted(len(activities))
    return desk.w.listed(each.name for each in activities) or "–"


def level_of(w: Writer, aspect: SecurityAspect, number: int | None) -> SecurityLevel | None:
    """What the catalogue says of a level of an aspect."""
    levels = w.catalogue.security_levels.values()
    return next((each for each in levels if each.aspect is aspect and each.level == number), None)


def level_words(w: Writer, aspect: SecurityAspect, number: int | None) -> str:
    """A level by number and name; empty where nobody gave one."""
    known = level_of(w, aspect, number)
    if known:
        return w.one("b.level", level=known.level, name=known.name.in_language(w.language)).text
    return str(number or "")


def risk_words(w: Writer, level: RiskLevel | None) -> str:
    """The name of a level of risk; empty where it is unknown."""
    scale = w.catalogue.risk_scale
    return scale.guide_to(level).name.in_language(w.language) if scale and level else ""
