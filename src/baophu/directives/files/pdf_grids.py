"""Tables that are ruled on a pdf's page: which lines make a grid, which letters stand in which cell."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from baophu.directives.files.pdf_letters import Edge, Letter, lines_of

_MEET = 3.0  # points: edges nearer than this are one, or touch
_FEWEST_COLUMNS = 2
_MOST_EDGES = 600  # of a page: more are a drawing


@dataclass(slots=True)
class Grid:
    """A ruled table: its columns' sides from left to right, its rows' from top to bottom."""

    sides: list[float]
    levels: list[float]
    edges: list[Edge]
    letters: list[Letter] = field(default_factory=list)

    def holds(self, letter: Letter) -> bool:
        across = (letter.left + letter.right) / 2
        up = letter.foot + letter.height / 4
        return self.sides[0] <= across <= self.sides[-1] and self.levels[-1] <= up <= self.levels[0]

    def rows(self) -> list[list[str]]:
        """The cells' texts; cells without a line between them are one, whose text is in the first."""
        places: dict[tuple[int, int], list[Letter]] = {}
        for one in self.letters:
            row = _between(self.levels[::-1], one.foot + one.height / 4)
            column = _between(self.sides, (one.left + one.right) / 2)
            places.setdefault((len(self.levels) - 2 - row, column), []).append(one)
        cells: dict[tuple[int, int], list[Letter]] = {}
        for place, letters in places.items():
            cells.setdefault(self._first(*place), []).extend(letters)
        return [
            [_text(cells.get((row, column), [])) for column in range(len(self.sides) - 1)]
            for row in range(len(self.levels) - 1)
        ]

    def _first(self, row: int, column: int) -> tuple[int, int]:
        """The cell that a place belongs to: up and left until a line bars the way."""
        while column and not self._barred(row, self.sides[column], lies=False):
            column -= 1
        while row and not self._barred(column, self.levels[row], lies=True):
            row -= 1
        return row, column

    def _barred(self, place: int, at: float, *, lies: bool) -> bool:
        ends = self.sides if lies else self.levels
        middle = (ends[place] + ends[place + 1]) / 2
        return any(
            edge.lies == lies and abs(edge.at - at) <= _MEET and edge.begin <= middle <= edge.end
            for edge in self.edges
        )


def grids_of(edges: list[Edge]) -> list[Grid]:
    """The grids that edges make which touch each other, the outer ones only."""
    whole = [*_drawn_out(edges, lies=True), *_drawn_out(edges, lies=False)]
    if len(whole) > _MOST_EDGES:
        return []
    found = [grid for group in _touching(whole) if (grid := _grid(group))]
    return [one for one in found if not any(_inside(one, other) for other in found if other is not one)]


def _drawn_out(edges: list[Edge], *, lies: bool) -> list[Edge]:
    """The edges of one direction, pieces that go on where others end put together."""
    rows: list[list[Edge]] = []
    for edge in sorted((one for one in edges if one.lies == lies), key=lambda one: one.at):
        if rows and edge.at - rows[-1][0].at <= _MEET:
            rows[-1].append(edge)
        else:
            rows.append([edge])
    found: list[Edge] = []
    for row in rows:
        begun = len(found)
        for edge in sorted(row, key=lambda one: one.begin):
            if len(found) > begun and edge.begin <= found[-1].end + _MEET:
                found[-1] = replace(found[-1], end=max(found[-1].end, edge.end))
            else:
                found.append(edge)
    return found


def _touching(edges: list[Edge]) -> list[list[Edge]]:
    groups: list[list[Edge]] = []
    for edge in edges:
        met = [group for group in groups if any(_touch(edge, other) for other in group)]
        groups = [group for group in groups if not any(group is one for one in met)]
        groups.append([edge, *(one for group in met for one in group)])
    return groups


def _touch(one: Edge, other: Edge) -> bool:
    if one.lies == other.lies:
        apart = abs(one.at - other.at) > _MEET
        return not apart and one.begin - _MEET <= other.end and other.begin - _MEET <= one.end
    return (
        one.begin - _MEET <= other.at <= one.end + _MEET
        and other.begin - _MEET <= one.at <= other.end + _MEET
    )


def _grid(edges: list[Edge]) -> Grid | None:
    lying = [edge for edge in edges if edge.lies]
    standing = [edge for edge in edges if not edge.lies]
    if not lying or not standing:
        return None
    ends = (end for edge in lying for end in (edge.begin, edge.end))
    sides = _apart([*(edge.at for edge in standing), *ends])
    levels = _apart(edge.at for edge in lying)[::-1]
    if len(sides) <= _FEWEST_COLUMNS or len(levels) < 2:
        return None
    return Grid(sides, levels, edges)


def _apart(places: Iterable[float]) -> list[float]:
    """The places from low to high, those that are one given once."""
    found: list[float] = []
    for one in sorted(places):
        if not found or one - found[-1] > _MEET:
            found.append(one)
    return found


def _inside(one: Grid, other: Grid) -> bool:
    return (
        other.sides[0] <= one.sides[0]
        and one.sides[-1] <= other.sides[-1]
        and other.levels[-1] <= one.levels[-1]
        and one.levels[0] <= other.levels[0]
    )


def _between(ends: list[float], at: float) -> int:
    """Between which two of these ends, counted from the lowest, something stands."""
    place = sum(1 for end in ends if end <= at) - 1
    return max(0, min(place, len(ends) - 2))


def _text(letters: list[Letter]) -> str:
    return " ".join(line.text for line in lines_of(letters))
