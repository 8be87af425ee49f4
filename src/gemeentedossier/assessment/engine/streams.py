"""Flows put together so that a map can be read: what runs between the same two places is one stream.

Many activities become the units that answer for them, and of many places in a column the busiest are shown with the
rest as one place that says how many it stands for. Nothing is left out: every flow is in exactly one stream.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from uuid import UUID

from gemeentedossier.assessment.engine.flows import Flow, Place, PlaceKind

FEW_ACTIVITIES, FEW_PLACES = 16, 12
COLUMNS: Mapping[PlaceKind, int] = {
    PlaceKind.PEOPLE: 0,
    PlaceKind.SOURCE: 0,
    PlaceKind.ACTIVITY: 1,
    PlaceKind.UNIT: 1,
    PlaceKind.SYSTEM: 2,
    PlaceKind.PARTY: 3,
    PlaceKind.RECIPIENT: 3,
    PlaceKind.COUNTRY: 3,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which flows somebody looks for; what is left empty does not matter. ``about`` are a record's own flows."""

    activities: frozenset[UUID] | None = None
    about: UUID | None = None
    special: bool = False
    outside: bool = False
    without_agreement: bool = False

    @property
    def asks_of_ends(self) -> bool:
        """Whether it asks something of where data go: then only those flows count, with where their data came from."""
        return bool(self.outside or self.without_agreement or self.about)


@dataclass(frozen=True, slots=True)
class Stream:
    """All flows between two places."""

    start: Place
    end: Place
    flows: tuple[Flow, ...]

    @property
    def unlawful(self) -> int:
        """How many of them break the law, or contradict what else is recorded."""
        return sum(bool(each.unlawful) for each in self.flows)

    @property
    def lacking(self) -> int:
        """How many of them ask an agreement that is not recorded."""
        return sum(each.lacks_agreement for each in self.flows)


def wanted_of(flows: Iterable[Flow], wanted: Wanted) -> tuple[Flow, ...]:
    """Return the flows that were asked for."""
    known = [each for each in flows if _fits(each, wanted)]
    if not wanted.asks_of_ends:
        return _with_suppliers(known)
    ends = [each for each in known if _column(each.start) > 0 and _fits_end(each, wanted)]
    passed = {each.activity_id for each in ends if each.activity_id}
    systems = {each.start.id for each in ends if each.activity_id is None}
    if wanted.about:
        more = [each for each in known if each.end.id in systems]
        passed |= {each.activity_id for each in more if each.activity_id}
        ends += [each for each in more if each not in ends]
    came = [each for each in known if _column(each.start) == 0 and each.activity_id in passed]
    return _with_suppliers([*came, *ends])


def streams_of(flows: Iterable[Flow], units: Mapping[UUID, Place]) -> tuple[Stream, ...]:
    """Return what is drawn; ``units`` says which place stands for an activity where there are too many of them."""
    every = tuple(flows)
    activities = {each.activity_id for each in every if each.activity_id}
    grouped = {units[each] for each in activities if each in units}
    if len(activities) > FEW_ACTIVITIES and len(grouped) > 1:  # of one unit its activities are told, the busiest first
        every = tuple(_moved(each, lambda place: units.get(place.id, place) if place.id else place) for each in every)
    for column in sorted(set(COLUMNS.values())):
        every = _busiest(every, column)
    made: dict[tuple[Place, Place], list[Flow]] = {}
    for each in every:
        made.setdefault((each.start, each.end), []).append(each)
    return tuple(Stream(start, end, tuple(found)) for (start, end), found in made.items())


def column_of(place: Place) -> int:
    """Return the column in which a place stands, from 0; of the rest of a column that column."""
    return int(place.name.partition("/")[0]) if place.kind is PlaceKind.MORE else COLUMNS[place.kind]


def rest_of(place: Place) -> int:
    """Return for how many places the rest of a column stands."""
    return int(place.name.partition("/")[2])


_column = column_of


def _fits(flow: Flow, wanted: Wanted) -> bool:
    if flow.activity_id is None:
        return True
    return (wanted.activities is None or flow.activity_id in wanted.activities) and (
        not wanted.special or flow.is_special
    )


def _fits_end(flow: Flow, wanted: Wanted) -> bool:
    return (
        (not wanted.outside or flow.outside is True)
        and (not wanted.without_agreement or flow.lacks_agreement)
        and (wanted.about is None or wanted.about in (flow.start.id, flow.end.id))
    )


def _with_suppliers(flows: list[Flow]) -> tuple[Flow, ...]:
    """Without suppliers of systems that nothing leads to."""
    reached = {each.end.key for each in flows if each.activity_id}
    return tuple(each for each in flows if each.activity_id or each.start.key in reached)


def _busiest(flows: tuple[Flow, ...], column: int) -> tuple[Flow, ...]:
    counts: Counter[Place] = Counter()
    for each in flows:
        counts.update(place for place in (each.start, each.end) if column_of(place) == column)
    if len(counts) <= FEW_PLACES + 1:  # one place that stands for one other tells less than that other
        return flows
    unlawful = {place for each in flows if each.unlawful for place in (each.start, each.end)}
    order = sorted(counts, key=lambda place: (place not in unlawful, -counts[place], place.key))
    rest = Place(PlaceKind.MORE, f"{column}/{len(order) - FEW_PLACES}")
    hidden = frozenset(order[FEW_PLACES:])
    return tuple(_moved(each, lambda place: rest if place in hidden else place) for each in flows)


def _moved(flow: Flow, to: Callable[[Place], Place]) -> Flow:
    return replace(flow, start=to(flow.start), end=to(flow.end))
