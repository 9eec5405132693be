"""The chains of sectors that an xls file is made of: one that runs in a circle would be followed for ever."""

import struct
from array import array
from collections.abc import Iterator, Sequence

_LAST = 0xFFFFFFFA  # greater numbers are ends, free sectors and the like
_SECTOR_SIZES = (512, 4096)
_IN_HEADER = 109


class DamagedChains(ValueError):
    """The file's tables of sectors are cut off or run in a circle."""


def check_chains(data: bytes) -> None:
    """Raises DamagedChains. `data` is a whole file."""
    try:
        size = 1 << struct.unpack_from("<H", data, 30)[0]
        (first_small,) = struct.unpack_from("<I", data, 60)
        (further,) = struct.unpack_from("<I", data, 68)
        known = struct.unpack_from(f"<{_IN_HEADER}I", data, 76)
    except struct.error:
        raise DamagedChains from None
    if size not in _SECTOR_SIZES:
        raise DamagedChains
    tables = [*known, *_further(data, size, further)]
    following = array(
        "I", [one for sector in tables if sector < _LAST for one in _numbers(data, size, sector)]
    )
    _refuse_circles(following)
    small = _chain(following, first_small)
    _refuse_circles([one for sector in small for one in _numbers(data, size, sector)])


def _numbers(data: bytes, size: int, sector: int) -> Sequence[int]:
    start = (sector + 1) * size
    piece = data[start : start + size]
    return struct.unpack(f"<{len(piece) // 4}I", piece[: len(piece) // 4 * 4])


def _further(data: bytes, size: int, sector: int) -> Iterator[int]:
    """The tables that the header has no room for; the last number of each sector leads to the next."""
    seen: set[int] = set()
    while sector < _LAST:
        numbers = _numbers(data, size, sector)
        if sector in seen or not numbers:
            raise DamagedChains
        seen.add(sector)
        yield from numbers[:-1]
        sector = numbers[-1]


def _chain(following: Sequence[int], sector: int) -> Iterator[int]:
    """The sectors of a chain without circles."""
    while sector < len(following):
        yield sector
        sector = following[sector]


def _refuse_circles(following: Sequence[int]) -> None:
    """Each sector leads to the next; whoever walks from any must come to an end."""
    walked = bytearray(len(following))  # 1 in this walk, 2 before
    for start in range(len(following)):
        sector, path = start, []
        while sector < len(following) and not walked[sector]:
            walked[sector] = 1
            path.append(sector)
            sector = following[sector]
        if sector < len(following) and walked[sector] == 1:
            raise DamagedChains
        for one in path:
            walked[one] = 2
