"""What a document is composed from, and which activities belong in it."""

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias, TypeVar
from uuid import UUID

from gemeentedossier.assessment.facts import Assessment
from gemeentedossier.catalogue.facts import Catalogue
from gemeentedossier.documents.engine.blocks import Block, Paragraph, Section
from gemeentedossier.documents.engine.composition.clauses import Library
from gemeentedossier.documents.engine.composition.writer import Writer
from gemeentedossier.documents.engine.provenance import Origin
from gemeentedossier.dossier.register.enums import RecordState
from gemeentedossier.dossier.register.facts import Activity
from gemeentedossier.dossier.snapshot.facts import Dossier

Said = TypeVar("Said", bound=Hashable)
Telling: TypeAlias = Callable[[int, int], None]
"""Hears how many parts are composed, and of how many."""


def untold(done: int, total: int) -> None:
    """For who does not follow how far it is."""


FEW = 12
"""More names than this in one sentence do not read; the sources of the sentence name them then."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """A snapshot, what was found in it, the law, and our clauses. Without assessment the annexes say so."""

    dossier: Dossier
    catalogue: Catalogue
    library: Library
    assessment: Assessment | None = None


@dataclass(frozen=True, slots=True)
class Desk:
    """Everything at hand while one document is written: the writer and the activities that it is about.

    ``by_id`` has all activities, without those that were replaced.
    """

    w: Writer
    material: Material
    activities: tuple[Activity, ...]
    by_id: dict[UUID, Activity] = field(default_factory=dict)
    told: Telling = untold

    def where(self, wanted: Callable[[Activity], bool], *, everywhere: bool = False) -> tuple[Activity, ...]:
        """The activities for which something holds; ``everywhere`` also looks at those left out of the chapters."""
        among = self.by_id.values() if everywhere else self.activities
        return tuple(each for each in among if wanted(each))

    def names(self, activities: Sequence[Activity]) -> str:
        """Activities in a sentence: by name, or how many there are."""
        if len(activities) == len(self.activities) and len(activities) > 2:
            return self.w.one("all.activities", count=len(activities)).text
        if len(activities) > FEW:
            return self.w.one("some.activities", count=len(activities), total=len(self.activities)).text
        return self.w.listed(each.name for each in activities)

    def alike(self, key: Callable[[Activity], Said | None]) -> Iterator[tuple[Said, tuple[Activity, ...]]]:
        """Activities that say the same thing, together, by what they say; who says nothing (None) is left out."""
        found: dict[Said, list[Activity]] = {}
        for each in self.activities:
            said = key(each)
            if said is not None:
                found.setdefault(said, []).append(each)
        for said, those in found.items():
            yield said, tuple(those)

    def fields(self, activities: Iterable[Activity], *fields: str) -> tuple[Origin, ...]:
        """The same fields of several activities, as sources."""
        return tuple(origin for each in activities for origin in self.w.origins.field(each, *fields))

    def about(self, clause_id: str, activities: Sequence[Activity], *fields: str) -> Iterator[Paragraph]:
        """A clause about some activities; nothing where there are none."""
        if activities:
            because = self.fields(activities, "name", *fields)
            yield self.w.paragraph(clause_id, *because, activities=self.names(activities))

    def counted(self, count: int) -> str:
        """``3 verwerkingen``, ``1 verwerking``."""
        return self.w.word("count.activity") if count == 1 else self.w.one("count.activities", count=count).text

    def section(self, heading: str, anchor: str, blocks: Iterable[Block], children: Iterable[Section] = ()) -> Section:
        """A section under a heading of the library."""
        return Section(heading=self.w.one(heading), anchor=anchor, blocks=tuple(blocks), children=tuple(children))


def desk_for(
    material: Material,
    *,
    language: str,
    about: Callable[[Activity], bool] = lambda activity: True,
    told: Telling = untold,
) -> Desk:
    """A desk for one document in one language (``nl`` or ``en``), about some activities."""
    writer = Writer(dossier=material.dossier, catalogue=material.catalogue, library=material.library, language=language)
    current = [each for each in material.dossier.activities if each.record_state is not RecordState.REPLACED]
    ordered = sorted(current, key=lambda each: (each.name.casefold(), each.id))
    chosen = tuple(each for each in ordered if about(each))
    return Desk(writer, material, chosen, {each.id: each for each in ordered}, told)
