"""Which cells of a header stand above several columns, by merging or by blanks to their right."""

from functools import cached_property

from baophu.lists.headings import Heading, is_heading, may_be_of
from baophu.lists.workbook import Merge

_ONLY_PARTS = frozenset(("nam", "nữ"))


class HeaderCells:
    """The texts of a header's rows, each as wide as the sheet, with the rows' numbers on screen."""

    def __init__(self, rows: list[list[str]], numbers: list[int], merges: list[Merge]) -> None:
        self._rows = rows
        self._numbers = numbers
        self._merges = [
            merge
            for merge in merges
            if merge[3] > merge[1] and merge[0] <= numbers[-1] and merge[2] >= numbers[0]
        ]

    def headings(self) -> list[Heading]:
        """The texts above each column from top to bottom, none twice in a row."""
        return [self._heading(column, len(self._rows)) for column in range(len(self._rows[0]))]

    def _heading(self, column: int, depth: int) -> Heading:
        found: list[str] = []
        for row, covering in zip(self._rows[:depth], self._covering, strict=False):
            text = row[covering.get(column, column)]
            if text and (not found or found[-1] != text):
                found.append(text)
        return tuple(found)

    def widest(self, row: int) -> int:
        """Over how many columns the widest cell of a row stands."""
        owners = list(self._covering[row].values())
        return max(map(owners.count, owners), default=0)

    def groups(self, row: int) -> int:
        """How many cells of a row stand over several columns."""
        owners = list(self._covering[row].values())
        return sum(1 for owner in set(owners) if owners.count(owner) > 1)

    def covers(self, row: int, column: int, *, widest: int) -> bool:
        """Whether a cell of the row that is so wide or wider stands over the column."""
        owners = list(self._covering[row].values())
        owner = self._covering[row].get(column)
        return owner is not None and owners.count(owner) >= widest

    def is_merged(self, row: int) -> bool:
        return any(top <= self._numbers[row] <= bottom for top, _left, bottom, _right in self._merges)

    def leads_down(self, main: int) -> bool:
        """Whether the rows below `main` down to the last are parts of headings, not yet rows of the table.

        A cell of the last row stands below nothing, below a cell of several columns, or makes a known
        heading; one of the rows between stands above another.
        """
        last = len(self._rows) - 1
        filled = [column for column, text in enumerate(self._rows[last]) if text]
        if not filled or not all(self._may_follow(column, last) for column in filled):
            return False
        return all(
            any(self._rows[lower][column] for lower in range(row + 1, last + 1))
            or self._may_follow(column, row)
            for row in range(main + 1, last)
            for column, text in enumerate(self._rows[row])
            if text
        )

    def _may_follow(self, column: int, row: int) -> bool:
        above = self._heading(column, row)
        text = self._rows[row][column]
        if not above:
            return is_heading(text)
        if is_heading(text) and not is_heading(above[-1]):
            return True
        return self._is_grouped(column, row) or is_heading(" ".join((*above, text)))

    def _is_grouped(self, column: int, row: int) -> bool:
        """Whether the nearest cell above stands over several columns."""
        for upper in range(row - 1, -1, -1):
            covering = self._covering[upper]
            if column in covering and self._rows[upper][covering[column]]:
                return list(covering.values()).count(covering[column]) > 1
        return False

    @cached_property
    def _covering(self) -> list[dict[int, int]]:
        """For each row: column → the column of the cell that covers it."""
        found: list[dict[int, int]] = []
        for place in range(len(self._rows)):
            covering = self._merged(place)
            found.append(covering | self._unmerged(place, covering, found[-1] if found else {}))
        return found

    def _merged(self, place: int) -> dict[int, int]:
        covering = {column: column for column, text in enumerate(self._rows[place]) if text}
        for top, left, bottom, right in self._merges:
            if top <= self._numbers[place] <= bottom:
                covering |= dict.fromkeys(range(left, right + 1), left)
        return covering

    def _unmerged(self, place: int, covering: dict[int, int], above: dict[int, int]) -> dict[int, int]:
        """Blanks to the right of a text belong to it where rows below have texts under both."""
        merged = {left for top, left, bottom, _right in self._merges if top <= self._numbers[place] <= bottom}
        covered: dict[int, int] = {}
        for column in range(1, len(self._rows[place])):
            left = covered.get(column - 1, covering.get(column - 1))
            if column in covering or left is None or left in merged or above.get(column) != above.get(left):
                continue
            under, under_left = self._below(place, column), self._below(place, column - 1)
            if under and under_left and not self._stands_alone(place, left, under):
                covered[column] = left
        return covered

    def _below(self, place: int, column: int) -> str:
        return next((row[column] for row in self._rows[place + 1 :] if row[column]), "")

    def _stands_alone(self, place: int, left: int, under: str) -> bool:
        """Whether a heading needs no other above it: “Địa chỉ” to the right of “Năm sinh | Nam, Nữ”.

        What stands several times in a row, “Tỷ lệ | Số tiền | Tỷ lệ | Số tiền”, does need one.
        """
        parent = self._rows[place][left]
        if under.lower() in _ONLY_PARTS or any(row.count(under) > 1 for row in self._rows[place + 1 :]):
            return False
        return is_heading(parent) and is_heading(under) and not may_be_of(parent, under)
