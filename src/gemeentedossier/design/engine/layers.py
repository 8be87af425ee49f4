"""A map in layers: which box stands where, so that few lines cross, and the same every time.

Boxes stand in columns, lines lead from a column to a later one. A line that passes a column takes a place in it, one
for all lines to the same box, which run together from there. The order in each column is improved by the middle of
what a box is tied to (Sugiyama, Tagawa and Toda 1981), and the best that was seen is kept.
"""

from bisect import bisect_right, insort
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

SWEEPS = 12
WIDE, BETWEEN, ABOVE, PASSING = 230, 96, 14, 10
"""The width of a box, the room between columns, between boxes, and what a line that passes takes."""
Line = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Box:
    """What stands on the map: its column, and how high it is."""

    key: str
    column: int
    height: int


@dataclass(frozen=True, slots=True)
class Placed:
    """Where a box stands: its left upper corner."""

    x: int
    y: int
    height: int

    @property
    def middle(self) -> float:
        """Half its height, from above."""
        return self.y + self.height / 2


@dataclass(frozen=True, slots=True)
class Arranged:
    """The map: boxes by their key, each line as the points that it runs through, its size, and how many lines cross."""

    boxes: Mapping[str, Placed]
    lines: Mapping[Line, tuple[tuple[float, float], ...]]
    width: int
    height: int
    crossings: int


def arranged(boxes: Sequence[Box], lines: Iterable[Line]) -> Arranged:
    """Return the map of boxes and lines. ValueError where a line does not lead to a later column."""
    known = {each.key: each for each in boxes}
    wanted = tuple(dict.fromkeys(lines))
    paths = {line: _path(line, known) for line in wanted}
    columns = _columns(boxes, paths)
    steps = {step for path in paths.values() for step in pairwise(path)}
    ordered, crossings = _ordered(columns, steps)
    heights = {each.key: each.height for each in boxes}
    placed, height = _placed(ordered, heights)
    drawn = {line: _points(path, placed, known) for line, path in paths.items()}
    shown = {key: each for key, each in placed.items() if key in known}
    width = len(ordered) * WIDE + max(0, len(ordered) - 1) * BETWEEN
    return Arranged(shown, drawn, width, height, crossings)


def _path(line: Line, known: Mapping[str, Box]) -> tuple[str, ...]:
    start, end = known[line[0]], known[line[1]]
    if start.column >= end.column:
        raise ValueError(f"The line from {start.key} does not lead to a later column.")
    return (start.key, *(f"{at}>{end.key}" for at in range(start.column + 1, end.column)), end.key)


def _columns(boxes: Iterable[Box], paths: Mapping[Line, Sequence[str]]) -> list[list[str]]:
    found: defaultdict[int, dict[str, None]] = defaultdict(dict)
    for each in boxes:
        found[each.column][each.key] = None
    for path in paths.values():
        for passing in path[1:-1]:
            found[int(passing.partition(">")[0])][passing] = None
    return [list(found[column]) for column in range(max(found, default=-1) + 1)]


def _ordered(columns: list[list[str]], steps: Iterable[Line]) -> tuple[list[list[str]], int]:
    before, after = defaultdict(list), defaultdict(list)
    for start, end in sorted(steps):
        after[start].append(end)
        before[end].append(start)
    best, fewest = columns, crossings(columns, after)
    now = columns
    for sweep in range(SWEEPS):
        if not fewest:
            break
        down = sweep % 2 == 0
        now = _swept(now, before if down else after, down=down)
        found = crossings(now, after)
        if found < fewest:
            best, fewest = now, found
    return best, fewest


def _swept(columns: list[list[str]], tied: Mapping[str, Sequence[str]], *, down: bool) -> list[list[str]]:
    """Each column in the order of the middle of what its boxes are tied to; what is tied to nothing keeps its place."""
    made = list(columns)
    numbers = range(1, len(made)) if down else range(len(made) - 2, -1, -1)
    for number in numbers:
        beside = {key: place for place, key in enumerate(made[number - 1 if down else number + 1])}
        middles = {}
        for place, key in enumerate(made[number]):
            found = [beside[each] for each in tied.get(key, ()) if each in beside]
            middles[key] = sum(found) / len(found) if found else float(place)
        made[number] = sorted(made[number], key=lambda key: middles[key])
    return made


def crossings(columns: Sequence[Sequence[str]], after: Mapping[str, Sequence[str]]) -> int:
    """Return how many pairs of lines between neighbouring columns cross."""
    total = 0
    for left, right in pairwise(columns):
        place = {key: number for number, key in enumerate(right)}
        seen: list[int] = []
        for key in left:
            ends = sorted(place[each] for each in after.get(key, ()) if each in place)
            total += sum(len(seen) - bisect_right(seen, end) for end in ends)
            for end in ends:
                insort(seen, end)
    return total


def _placed(columns: Sequence[Sequence[str]], heights: Mapping[str, int]) -> tuple[dict[str, Placed], int]:
    """Columns beside each other, each in the middle of the highest."""
    sizes = [[heights.get(key, PASSING) for key in column] for column in columns]
    full = [sum(each) + ABOVE * max(0, len(each) - 1) for each in sizes]
    highest = max(full, default=0)
    placed: dict[str, Placed] = {}
    for number, column in enumerate(columns):
        y = (highest - full[number]) // 2
        for key, size in zip(column, sizes[number], strict=True):
            placed[key] = Placed(number * (WIDE + BETWEEN), y, size)
            y += size + ABOVE
    return placed, highest


def _points(
    path: Sequence[str], placed: Mapping[str, Placed], known: Mapping[str, Box]
) -> tuple[tuple[float, float], ...]:
    points: list[tuple[float, float]] = []
    for key in path:
        at = placed[key]
        if key != path[0]:
            points.append((float(at.x), at.middle))
        if key != path[-1] or key not in known:
            points.append((float(at.x + WIDE), at.middle))
    return tuple(points)
