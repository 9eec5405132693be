"""Rows as clean tables: the columns that reading leaves for lists of that kind, and the truth beside them."""

from collections.abc import Sequence
from datetime import date
from functools import cache, lru_cache
from random import Random

import pyarrow as pa

from baophu.base.text import name_key
from baophu.lists.cleaning.columns import arrow_type
from baophu.lists.kinds import kind_named
from baophu_examples.known.chance import pick
from baophu_examples.known.people import EPOCH, KINH, Card, Person, first_of
from baophu_examples.known.rows import Row

PEOPLE = pa.schema(
    [
        ("person", pa.int64()),
        ("minority", pa.bool_()),
        ("household", pa.string()),
        ("siblings", pa.int64()),
        ("twins", pa.int64()),
        ("resident", pa.bool_()),
        ("uncovered", pa.bool_()),
    ]
)
# Provinces other than those of the world, where people work and are insured.
_ELSEWHERE = ("79", "79", "79", "75", "01", "40")
_LONGEST = 330

_keys = lru_cache(maxsize=1 << 17)(name_key)


@cache
def schema_of(kind: str) -> pa.Schema:
    """The columns of a clean list of that kind."""
    own = [("sheet", pa.string()), ("row", pa.int32()), ("doubts", pa.string())]
    return pa.schema([*own, *((c.name, arrow_type(c.type)) for c in kind_named(kind).columns)])


def residents_table(rows: Sequence[Row], first_row: int) -> pa.Table:
    """The police list; its rows are numbered from `first_row`."""
    people = [row.person for row in rows]
    return _table(
        "residents",
        _shared(rows, first_row)
        | {
            "ethnicity": [p.household.people for p in people],
            "household": [p.household.code for p in people],
            "relation": [p.relation for p in people],
            "residence": [p.residence for p in people],
        },
    )


def participants_table(rng: Random, rows: Sequence[Row], first_row: int, on: date) -> pa.Table:
    """The insurer's list of health insurance, cards of other provinces in it."""
    random, today = rng.random, on.toordinal() - EPOCH
    days = [_days(random(), row.person, today, on.year) for row in rows]
    issued_in = [pick(random, _ELSEWHERE) if r.person.card is Card.ELSEWHERE else None for r in rows]
    return _table(
        "participants",
        _shared(rows, first_row)
        | {
            "insurance_number": [row.insurance_number for row in rows],
            "household": [row.person.household.own_number for row in rows],
            "scheme": ["BHYT"] * len(rows),
            "group": [row.person.group for row in rows],
            "from": [begun for begun, _ended in days],
            "to": [ended for _begun, ended in days],
            "issued_in": issued_in,
        },
    )


def students_table(rows: Sequence[Row], first_row: int, this_year: int) -> pa.Table:
    """The pupils of the schools of a commune."""
    grades = [this_year - row.person.year - 5 for row in rows]
    return _table(
        "students",
        _shared(rows, first_row)
        | {
            "insurance_number": [row.insurance_number for row in rows],
            "school": [
                _school(row.person.household.hamlet.code, g) for row, g in zip(rows, grades, strict=True)
            ],
            "class": [f"{grade}A" for grade in grades],
        },
    )


def _shared(rows: Sequence[Row], first_row: int) -> dict[str, Sequence[object]]:
    return {
        "sheet": [""] * len(rows),
        "row": range(first_row, first_row + len(rows)),
        "doubts": [""] * len(rows),
        "name": [row.name for row in rows],
        "name_key": [_keys(row.name) for row in rows],
        "birth_date": [row.birth for row in rows],
        "birth_precision": ["year" if row.year_only else "day" for row in rows],
        "sex": [row.person.sex for row in rows],
        "national_id": [row.national_id for row in rows],
        "unit": [row.hamlet.unit for row in rows],
        "hamlet_name": [row.hamlet.name for row in rows],
    }


def _table(kind: str, columns: dict[str, Sequence[object]]) -> pa.Table:
    schema, count = schema_of(kind), len(columns["row"])
    return pa.Table.from_arrays(
        [
            _array(columns[field.name], field.type) if field.name in columns else pa.nulls(count, field.type)
            for field in schema
        ],
        schema=schema,
    )


def _array(values: Sequence[object], kind: pa.DataType) -> pa.Array:
    if pa.types.is_date(kind):
        return pa.array(values, pa.int32()).cast(kind)
    return pa.array(values, kind)


def _days(chance: float, person: Person, today: int, this_year: int) -> tuple[int, int]:
    """First and last day of a card: of the year for most, of any twelve months for households."""
    if person.card is Card.LAPSED:
        ended = today - 1 - int(chance * _LONGEST)
        return ended - 364, ended
    if person.group == "GD":
        begun = today - int(chance * _LONGEST)
        return begun, begun + 364
    return first_of(this_year), first_of(this_year + 1) - 1


def _school(code: str, grade: int) -> str:
    level = "Tiểu học" if grade < 6 else "THCS" if grade < 10 else "THPT"
    return f"Trường {level} {code}"


def truth_of_rows(rows: Sequence[Row], first_row: int) -> pa.Table:
    """Whose each row is: (row, person)."""
    return pa.table(
        {
            "row": pa.array(range(first_row, first_row + len(rows)), pa.int32()),
            "person": pa.array([row.person.number for row in rows], pa.int64()),
        }
    )


def truth_of_people(residents: Sequence[Person], strangers: Sequence[Person]) -> pa.Table:
    """Who each person is; uncovered are residents at home without a running card anywhere."""
    people = [*residents, *strangers]
    return pa.Table.from_arrays(
        [
            pa.array([p.number for p in people], pa.int64()),
            pa.array([p.household.people != KINH for p in people]),
            pa.array([p.household.code for p in people]),
            pa.array([p.siblings for p in people], pa.int64()),
            pa.array([p.twins for p in people], pa.int64()),
            pa.array([place < len(residents) for place in range(len(people))]),
            pa.array([_uncovered(p) and place < len(residents) for place, p in enumerate(people)]),
        ],
        schema=PEOPLE,
    )


def _uncovered(person: Person) -> bool:
    return person.card <= Card.LAPSED and person.residence in ("permanent", "temporary")
