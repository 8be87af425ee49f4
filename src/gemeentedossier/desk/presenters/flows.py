"""The map of data flows: streams with their words, the same as boxes and lines and as rows of a table."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from textwrap import wrap
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from gemeentedossier.assessment.engine.flows import Flow, Place, PlaceKind
from gemeentedossier.assessment.engine.streams import Stream, column_of, rest_of
from gemeentedossier.catalogue.facts import DataCategory, RecipientCategory, SubjectCategory
from gemeentedossier.design.engine.layers import ABOVE, BETWEEN, WIDE, Arranged, Box, arranged
from gemeentedossier.design.enums import Density, Shape, Tone
from gemeentedossier.design.parts import Badge, Cell, Column, Row, Table
from gemeentedossier.desk.presenters.activity.vocabulary import name_of
from gemeentedossier.desk.presenters.activity.wording import Words, country, language, listing
from gemeentedossier.dossier.snapshot.facts import Dossier
from gemeentedossier.exchange.engine.writing.books import Book, Sheet
from gemeentedossier.exchange.engine.writing.books import Column as BookColumn
from gemeentedossier.foundation.addresses import reverse

LETTERS, LINE, AROUND = 30, 18, 18
"""How many letters go on a line of a box, how high a line is, and the room above and below them together."""
NAMED = 3
HEAD, EDGE = 34, 2
PAGES: Mapping[PlaceKind, str] = {
    PlaceKind.ACTIVITY: "activity",
    PlaceKind.SYSTEM: "system",
    PlaceKind.PARTY: "party",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class FlowSight:
    """What is needed to tell flows in words."""

    slug: str
    words: Words
    agreements: Mapping[UUID, str]

    @classmethod
    def of(cls, slug: str, words: Words, dossier: Dossier) -> "FlowSight":
        """For the page of a dossier."""
        return cls(slug=slug, words=words, agreements={each.id: each.name for each in dossier.agreements})

    def name(self, place: Place) -> str:
        """What stands in a box."""
        if place.kind is PlaceKind.MORE:
            rest = rest_of(place)
            return _("and %(count)s more") % {"count": rest}
        if place.kind is PlaceKind.COUNTRY:
            return country(place.name)
        if place.kind is PlaceKind.UNIT:
            return place.name or _("No unit recorded")
        if place.kind is PlaceKind.PEOPLE:
            return self._category(SubjectCategory, place.name)
        if place.kind in (PlaceKind.SOURCE, PlaceKind.RECIPIENT):
            return self._category(RecipientCategory, place.name)
        return place.name

    def _category(self, kind: type[SubjectCategory] | type[RecipientCategory], name: str) -> str:
        return self.words.categories(kind, [name])[0]

    def url(self, place: Place) -> str:
        """The page of a record, the flows of a unit; empty where there is neither."""
        if place.kind is PlaceKind.UNIT and place.id:
            return f"{reverse('desk:flows', args=[self.slug])}?unit={place.id}"
        page = PAGES.get(place.kind)
        return reverse(f"desk:{page}", args=[self.slug, place.id]) if page and place.id else ""

    def data(self, flows: Iterable[Flow]) -> tuple[str, ...]:
        """The categories of data, by name."""
        return tuple(self.words.categories(DataCategory, dict.fromkeys(each for flow in flows for each in flow.data)))

    def agreed(self, flows: Iterable[Flow]) -> tuple[str, ...]:
        """The agreements, by name."""
        keys = dict.fromkeys(each for flow in flows for each in flow.agreements)
        return tuple(self.agreements[each] for each in keys if each in self.agreements)


def kind_word(place: Place) -> str:
    """What a place is, in a word."""
    return {
        PlaceKind.PEOPLE: pgettext("map of flows", "data subjects"),
        PlaceKind.SOURCE: pgettext("map of flows", "source"),
        PlaceKind.ACTIVITY: pgettext("map of flows", "processing activity"),
        PlaceKind.UNIT: pgettext("map of flows", "unit"),
        PlaceKind.SYSTEM: pgettext("map of flows", "system"),
        PlaceKind.PARTY: pgettext("map of flows", "party"),
        PlaceKind.RECIPIENT: pgettext("map of flows", "recipient"),
        PlaceKind.COUNTRY: pgettext("map of flows", "country"),
        PlaceKind.MORE: "",
    }[place.kind]


def column_names() -> tuple[str, ...]:
    """What stands above the columns of the map."""
    return (
        pgettext("column of the map of flows", "From"),
        pgettext("column of the map of flows", "Processing activity"),
        pgettext("column of the map of flows", "System"),
        pgettext("column of the map of flows", "To"),
    )


def basis_told(flows: Iterable[Flow]) -> str:
    """The points of Article 6(1) on which the data are used."""
    points = sorted({each.value for flow in flows for each in flow.basis})
    return _("Article 6(1), point %(points)s") % {"points": ", ".join(points)} if points else ""


def under_told(sight: FlowSight, flows: Iterable[Flow]) -> Iterator[str]:
    """Under what data go to somebody else: the role, the agreement, the way out of the EEA."""
    every = tuple(flows)
    roles = {name_of(each.role) for each in every if each.role}
    if roles:
        yield listing(sorted(roles))
    yield from _few(sight.agreed(every))
    mechanisms = {name_of(each.mechanism) for each in every if each.mechanism}
    if mechanisms:
        yield listing(sorted(mechanisms))
    if any(each.outside for each in every):
        yield _("outside the EEA")


def _few(names: tuple[str, ...]) -> Iterator[str]:
    yield from names[:NAMED]
    if len(names) > NAMED:
        more = len(names) - NAMED
        yield _("and %(count)s more") % {"count": more}


def _named(names: tuple[str, ...]) -> str:
    """The first of them, and how many more there are."""
    if len(names) <= NAMED:
        return listing(names)
    more = _("and %(count)s more") % {"count": len(names) - NAMED}
    return f"{', '.join(names[:NAMED])} {more}"


def badge_of(stream: Stream) -> Badge | None:
    """What is wrong with a stream, and with how many of its flows; red only for what breaks the law or contradicts."""
    if stream.unlawful:
        return Badge(word=_wrongs(stream), tone=Tone.ALARM, shape=Shape.CROSS)
    if stream.lacking:
        return Badge(word=_wrongs(stream), tone=Tone.ATTENTION, shape=Shape.HALF)
    return None


def _wrongs(stream: Stream) -> str:
    """Both of what can be wrong; of flows that do not all share it, how many do."""
    told = (
        (pgettext("flow", "against the law"), stream.unlawful),
        (pgettext("flow", "no agreement recorded"), stream.lacking),
    )
    return "; ".join(_of_flows(word, count, len(stream.flows)) for word, count in told if count)


def _of_flows(word: str, count: int, every: int) -> str:
    if count == every:
        return word
    return pgettext("flow", "%(count)s of %(every)s flows: %(wrong)s") % {"count": count, "every": every, "wrong": word}


def worst_first(streams: Iterable[Stream]) -> tuple[Stream, ...]:
    """What breaks the law, then what lacks an agreement, then the rest; among equals the order stays."""
    return tuple(sorted(streams, key=lambda each: (not each.unlawful, not each.lacking)))


def flows_table(sight: FlowSight, streams: Iterable[Stream]) -> Table:
    """A row for each line of the map, the worst first."""
    labels = (
        pgettext("column of the map of flows", "From"),
        pgettext("column of the map of flows", "To"),
        pgettext("column of the map of flows", "Which data"),
        pgettext("column of the map of flows", "On which basis"),
        pgettext("column of the map of flows", "Under what"),
    )
    return Table(
        caption=_("Data flows"),
        caption_hidden=True,
        columns=tuple(Column(label=each) for each in labels),
        rows=tuple(_row(sight, each) for each in worst_first(streams)),
        density=Density.DENSE,
    )


def _row(sight: FlowSight, stream: Stream) -> Row:
    return Row(
        cells=(
            Cell(text=sight.name(stream.start), url=sight.url(stream.start), note=kind_word(stream.start)),
            Cell(text=sight.name(stream.end), url=sight.url(stream.end), note=kind_word(stream.end)),
            Cell(text=_named(sight.data(stream.flows))),
            Cell(text=basis_told(stream.flows)),
            Cell(badge=badge_of(stream), text="; ".join(under_told(sight, stream.flows))),
        )
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownBox:
    """A box on the map: where it is, its lines of text, and where it leads."""

    x: int
    y: int
    height: int
    kind: str
    name: str
    url: str
    lines: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownLine:
    """A line on the map as a path, with what it says; ``end`` is where its shape stands if something is wrong."""

    path: str
    said: str
    tone: str
    mark: tuple[str, str] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class FlowMap:
    """The map as it is drawn."""

    width: int
    height: int
    headings: tuple[tuple[int, str], ...]
    boxes: tuple[ShownBox, ...]
    lines: tuple[ShownLine, ...]


def flow_map(sight: FlowSight, streams: Iterable[Stream]) -> FlowMap:
    """The streams as boxes in columns with lines between them; what is wrong is drawn last, so that it lies on top."""
    every = tuple(streams)
    places = {place.key: place for each in every for place in (each.start, each.end)}
    texts = {key: _lines(sight.name(place)) for key, place in places.items()}
    boxes = [Box(key, column_of(place), len(texts[key]) * LINE + AROUND) for key, place in places.items()]
    found = arranged(boxes, [(each.start.key, each.end.key) for each in every])
    order = sorted(every, key=lambda each: (each.unlawful > 0, each.lacking > 0))
    return FlowMap(
        width=found.width + 2 * EDGE,
        height=found.height + HEAD + EDGE + ABOVE,
        headings=tuple(
            (EDGE + number * (WIDE + BETWEEN), name)
            for number, name in enumerate(column_names())
            if number * (WIDE + BETWEEN) < found.width
        ),
        boxes=tuple(_box(sight, places[key], found, texts[key]) for key in found.boxes),
        lines=tuple(_line(sight, each, found) for each in order),
    )


def _lines(name: str) -> list[str]:
    found = wrap(name, LETTERS, break_long_words=True) or [""]
    return found if len(found) <= 2 else [found[0], f"{found[1][: LETTERS - 1].rstrip()}…"]


def _box(sight: FlowSight, place: Place, found: Arranged, lines: list[str]) -> ShownBox:
    at = found.boxes[place.key]
    top = at.y + HEAD
    return ShownBox(
        x=at.x + EDGE,
        y=top,
        height=at.height,
        kind=place.kind.value,
        name=f"{sight.name(place)}, {kind_word(place)}" if kind_word(place) else sight.name(place),
        url=sight.url(place),
        lines=tuple((top + AROUND // 2 + 13 + LINE * number, text) for number, text in enumerate(lines)),
    )


def _line(sight: FlowSight, stream: Stream, found: Arranged) -> ShownLine:
    points = [(x + EDGE, y + HEAD) for x, y in found.lines[stream.start.key, stream.end.key]]
    badge = badge_of(stream)
    x, y = points[-1]
    return ShownLine(
        path=_path(points),
        said=said(sight, stream),
        tone=badge.tone.value if badge else "",
        mark=(f"{x - 14:.0f}", f"{y:.0f}") if badge else None,
    )


def said(sight: FlowSight, stream: Stream) -> str:
    """What a line says: from where to where, which data, on which basis, under what, and what is wrong."""
    badge = badge_of(stream)
    told = (
        f"{sight.name(stream.start)} → {sight.name(stream.end)}",
        _named(sight.data(stream.flows)),
        basis_told(stream.flows),
        "; ".join(under_told(sight, stream.flows)),
        str(badge.word) if badge else "",
    )
    return ". ".join(each for each in told if each)


def _path(points: list[tuple[float, float]]) -> str:
    told = [f"M{points[0][0]:.0f} {points[0][1]:.0f}"]
    for (x, y), (to_x, to_y) in pairwise(points):
        half = (x + to_x) / 2
        told.append(f"C{half:.0f} {y:.0f} {half:.0f} {to_y:.0f} {to_x:.0f} {to_y:.0f}")
    return "".join(told)


def flows_book(sight: FlowSight, flows: Iterable[Flow], title: str) -> Book:
    """Every flow by itself, also those that the map draws as one."""
    headings = (
        (pgettext("column of the map of flows", "From"), 40), (pgettext("column", "Kind"), 20),
        (pgettext("column of the map of flows", "To"), 40), (pgettext("column", "Kind of the other end"), 20),
        (pgettext("column of the map of flows", "Which data"), 60),
        (pgettext("column of the map of flows", "On which basis"), 40),
        (pgettext("column of the map of flows", "Under what"), 40), (_("What is wrong"), 24),
    )  # fmt: skip
    columns = tuple(BookColumn(heading=heading, width=width) for heading, width in headings)
    sheet = Sheet(name=title, columns=columns, rows=[_of_book(sight, each) for each in flows])
    return Book(title=title, language=language(), sheets=(sheet,))


def _of_book(sight: FlowSight, flow: Flow) -> tuple[str, ...]:
    alone = Stream(flow.start, flow.end, (flow,))
    badge = badge_of(alone)
    return (
        sight.name(flow.start),
        kind_word(flow.start),
        sight.name(flow.end),
        kind_word(flow.end),
        "; ".join(sight.data([flow])),
        basis_told([flow]),
        "; ".join(under_told(sight, [flow])),
        str(badge.word) if badge else "",
    )
