"""Whom an open row may be of, in plain Python: those of the same name, then those of nearly the same."""

from collections.abc import Iterator

from tests.linking import agreeing
from tests.linking.known import Known
from tests.linking.rows import Row, same, same_year

# Namesakes of a year without a number, of whom each is asked about.
FEW = 12


def same_name(known: Known, row: Row) -> Iterator[int]:
    free = [(person, way) for person, way in known.all() if not known.held[person]]
    namesakes = [way for _, way in free if way.row.key == row.key and same_year(way.row.birth, row.birth)]
    for person, way in known.all():
        of_year = way.row.key == row.key and same_year(way.row.birth, row.birth)
        if same(way.row.national_id, row.national_id):
            yield person
        if not of_year:
            continue
        same_day = row.whole_birth and way.row.birth == row.birth
        if same(way.row.place, row.place) or (not known.held[person] and (same_day or len(namesakes) <= FEW)):
            yield person


def near_name(known: Known, row: Row) -> Iterator[int]:
    for person, way in known.all():
        if same(way.row.national_id, row.national_id) or row.number in known.held[person]:
            yield person
        elif row.key == way.row.key:
            if (
                same(row.place, way.row.place)
                and agreeing.birth_of(row, way.row) == "birth_date but for year"
            ):
                yield person
        elif agreeing.alike_in_name(row.key, way.row.key) and _near_birth(
            row, way.row, is_free=not known.held[person]
        ):
            yield person


def _near_birth(row: Row, way: Row, *, is_free: bool) -> bool:
    same_day = row.whole_birth and same(row.birth, way.birth)
    if not same(row.place, way.place):
        return same_day and is_free
    return same_day or (
        same_year(row.birth, way.birth)
        and (
            not (row.whole_birth and way.whole_birth)
            or agreeing.birth_of(row, way) == "birth_date with day and month exchanged"
        )
    )
