"""The rows of a sheet: read once from where they come and held packed, so that a million take little room."""

import marshal
import pickle
from array import array
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import accumulate, islice, zip_longest
from mmap import mmap
from typing import overload

type Cell = str | int | float | bool | date | datetime | time | timedelta
type Row = list[Cell]

ROWS_AT_A_TIME = 8192
_BETWEEN = "\0"
_MUCH = 1 << 16  # bytes


@dataclass(frozen=True, slots=True)
class _Packed:
    """A piece: the bytes of its columns behind each other, for each how they are unpacked and where they end.

    `lengths` are those of the rows where they differ.
    """

    data: bytes | mmap = b""
    unpack: Sequence[Callable[[bytes], Sequence[Cell]]] = ()
    ends: Sequence[int] = ()
    lengths: array[int] | None = None

    def column(self, position: int) -> Sequence[Cell]:
        start = self.ends[position - 1] if position else 0
        return self.unpack[position](self.data[start : self.ends[position]])

    def rows(self) -> list[Row]:
        rows = list(map(list, zip(*map(self.column, range(len(self.ends))), strict=True)))
        if self.lengths:
            rows = [row[:length] for row, length in zip(rows, self.lengths, strict=True)]
        return rows


class Rows(Sequence[Row]):
    """Rows in pieces of `at_a_time`: the piece read last as it is, those before it packed by columns.

    `numbers[i]` is the number that row `i` has on screen, `widest` the length of the longest row. They grow
    while the rows are read; what comes of
    reading, such as TooManyRows, comes then. All cells of a column may be of any type.
    """

    def __init__(self, numbered: Iterable[tuple[int, Row]], at_a_time: int | None = None) -> None:
        self.numbers = array("i")
        self.widest = 0
        self.at_a_time = at_a_time or ROWS_AT_A_TIME
        self._coming = iter(numbered)
        self._pieces: list[_Packed] = []
        self._last: list[Row] = []
        self._unpacked: tuple[int, list[Row]] = (-1, [])
        self._columns: tuple[int, dict[int, Sequence[Cell]]] = (-1, {})
        self._forgotten = 0

    def has(self, place: int) -> bool:
        """Whether there is such a row; reads no further than needed."""
        while place >= len(self.numbers):
            if not self._read_on():
                return False
        return True

    def __len__(self) -> int:
        while self._read_on():
            pass
        return len(self.numbers)

    def __bool__(self) -> bool:
        return self.has(0)

    @overload
    def __getitem__(self, place: int) -> Row: ...
    @overload
    def __getitem__(self, place: slice) -> list[Row]: ...
    def __getitem__(self, place: int | slice) -> Row | list[Row]:
        if isinstance(place, slice):
            known = len(self) if place.stop is None or place.stop < 0 else self._known(place.stop)
            return [self[one] for one in range(*place.indices(known))]
        if place < 0:
            place += len(self)
        if not self.has(place):
            raise IndexError(place)
        number, within = divmod(place, self.at_a_time)
        return self.piece(number)[within]

    def __iter__(self) -> Iterator[Row]:
        for _first, rows in self.pieces(0):
            yield from rows

    def pieces(self, start: int) -> Iterator[tuple[int, list[Row]]]:
        """The rows from one on in runs, each with the place of its first."""
        while self.has(start):
            number, within = divmod(start, self.at_a_time)
            yield start, self.piece(number)[within:] if within else self.piece(number)
            start = (number + 1) * self.at_a_time

    def piece(self, number: int) -> list[Row]:
        """The rows of a piece that has been read."""
        if number == len(self._pieces):
            return self._last
        if self._unpacked[0] != number:
            self._unpacked = number, self._pieces[number].rows()
        return self._unpacked[1]

    def some(self, number: int, within: Sequence[int]) -> list[Row]:
        """A few rows of a piece."""
        if not within:
            return []
        if number == len(self._pieces) or number == self._unpacked[0]:
            rows = self.piece(number)
            return [rows[place] for place in within]
        piece = self._pieces[number]
        columns = [self.column(number, position) for position in range(len(piece.ends))]
        found = [[column[place] for column in columns] for place in within]
        if piece.lengths:
            return [row[: piece.lengths[place]] for place, row in zip(within, found, strict=True)]
        return found

    def forget_before(self, number: int) -> None:
        """Let go of the pieces before one, which must not be asked for any more."""
        for one in range(self._forgotten, number):
            self._pieces[one] = _Packed()
        self._forgotten = max(number, self._forgotten)

    def column(self, number: int, position: int) -> Sequence[Cell]:
        """The cells of one column of a piece, "" where a row is too short; nobody changes them."""
        if number == len(self._pieces):
            return [row[position] if position < len(row) else "" for row in self._last]
        if number != self._columns[0]:
            self._columns = number, {}
        held = self._columns[1]
        if position not in held:
            piece = self._pieces[number]
            within = position < len(piece.ends)
            held[position] = piece.column(position) if within else [""] * self.at_a_time
        return held[position]

    def numbered(self) -> Iterator[tuple[int, Row]]:
        """The rows with their numbers."""
        for first, rows in self.pieces(0):
            yield from zip(self.numbers[first : first + len(rows)], rows, strict=True)

    def whole_column(self, position: int) -> Iterator[Cell]:
        """The cells of a column of all rows, "" where a row is too short."""
        for number in range(-(-len(self) // self.at_a_time)):
            yield from self.column(number, position)

    def changed(self, change: Callable[[Row], Row]) -> "Rows":
        """The same rows, each changed."""
        return Rows(((number, change(row)) for number, row in self.numbered()), self.at_a_time)

    def _known(self, stop: int) -> int:
        self.has(stop - 1)
        return len(self.numbers)

    def _read_on(self) -> bool:
        taken = list(islice(self._coming, self.at_a_time))
        if not taken:
            return False
        if self._last:
            self._pieces.append(_pack(self._last))
        self.numbers.extend([number for number, _row in taken])
        self._last = [row for _number, row in taken]
        self.widest = max(self.widest, *map(len, self._last))
        return True


def _pack(rows: list[Row]) -> _Packed:
    lengths = None if len(set(map(len, rows))) == 1 else array("i", map(len, rows))
    columns = zip_longest(*rows, fillvalue="") if lengths else zip(*rows, strict=True)
    unpack, packed = zip(*map(_pack_column, columns), strict=True)
    return _Packed(_block(b"".join(packed)), unpack, [*accumulate(map(len, packed))], lengths)


def _block(data: bytes) -> bytes | mmap:
    """Much data in memory of its own, which the system has back when it goes; the C library would keep it."""
    if len(data) < _MUCH:
        return data
    block = mmap(-1, len(data))
    block.write(data)
    return block


def _pack_column(column: Sequence[Cell]) -> tuple[Callable[[bytes], Sequence[Cell]], bytes]:
    """Most columns are of texts alone, nearly all others of texts and numbers: each in its quickest way."""
    if set(map(type, column)) == {str}:
        text = _BETWEEN.join(column)  # type: ignore[arg-type]
        if text.count(_BETWEEN) == len(column) - 1:
            return _split, text.encode(errors="surrogatepass")
    try:
        return marshal.loads, marshal.dumps(column)  # type: ignore[arg-type]
    except ValueError:
        return pickle.loads, pickle.dumps(column, pickle.HIGHEST_PROTOCOL)


def _split(data: bytes) -> Sequence[Cell]:
    return data.decode(errors="surrogatepass").split(_BETWEEN)


class Selection(Sequence[Row]):
    """Some of the rows of a sheet, by their places in it, which ascend."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows
        self._places = array("i")
        self._change: Callable[[Cell], Cell] | None = None

    def add(self, places: range) -> None:
        self._places.extend(places)

    def cut(self, length: int) -> None:
        """Keep only the first rows."""
        del self._places[length:]

    def change(self, change: Callable[[Cell], Cell]) -> None:
        """Let every cell be seen changed from now on."""
        self._change = change

    def __len__(self) -> int:
        return len(self._places)

    @overload
    def __getitem__(self, place: int) -> Row: ...
    @overload
    def __getitem__(self, place: slice) -> list[Row]: ...
    def __getitem__(self, place: int | slice) -> Row | list[Row]:
        if isinstance(place, slice):
            return [self._row(one) for one in self._places[place]]
        return self._row(self._places[place])

    def __iter__(self) -> Iterator[Row]:
        for batch in self.batches():
            yield from batch.rows(range(len(batch.within)))

    def batches(self) -> list["Batch"]:
        """The rows by the pieces they are held in; one batch without rows where there are none."""
        found, start = [], 0
        while start < len(self._places):
            number = self._places[start] // self._rows.at_a_time
            first = number * self._rows.at_a_time
            end = bisect_left(self._places, first + self._rows.at_a_time, start)
            found.append(Batch(self._rows, number, start, self._within(start, end, first), self._change))
            start = end
        return found or [Batch(self._rows, 0, 0, range(0), None)]

    def _row(self, place: int) -> Row:
        row = self._rows[place]
        return list(map(self._change, row)) if self._change else row

    def _within(self, start: int, end: int, first: int) -> Sequence[int]:
        above, below = self._places[start], self._places[end - 1]
        if below - above == end - 1 - start:
            return range(above - first, below + 1 - first)
        return array("i", [place - first for place in self._places[start:end]])


@dataclass(frozen=True, slots=True)
class Batch:
    """Rows of a selection that are held together: from its row `start` on, `within` their piece."""

    _rows: Rows
    _number: int
    start: int
    within: Sequence[int]
    _change: Callable[[Cell], Cell] | None

    @property
    def end(self) -> int:
        return self.start + len(self.within)

    def column(self, position: int) -> list[Cell]:
        """The cells of one column, a list of its own."""
        cells = self._rows.column(self._number, position) if self.within else []
        chosen = cells if len(cells) == len(self.within) else [cells[place] for place in self.within]
        return list(map(self._change, chosen) if self._change else chosen)

    def forget_before(self) -> None:
        """Let go of the rows held before these, which must not be asked for any more."""
        self._rows.forget_before(self._number)

    def rows(self, places: Sequence[int]) -> list[Row]:
        """A few rows by their places in the batch."""
        rows = self._rows.some(self._number, [self.within[place] for place in places])
        return [list(map(self._change, row)) for row in rows] if self._change else rows
