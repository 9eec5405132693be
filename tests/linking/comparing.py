"""How two rows compare, and whether several claim one person."""

from collections import Counter

from tests.linking.rows import Row, same, same_year


def in_order_of_households(row: Row) -> tuple[object, ...]:
    parts = ((part is None, part or "") for part in row.household or ())
    return row.list, row.household is None, *parts, row.rid


def says(one: Row, two: Row) -> bool:
    """The first says of name, birth and ID what the second does."""
    return one.key == two.key and one.birth == two.birth and two.national_id in (None, one.national_id)


def agreement(row: Row, way: Row) -> int:
    """How well name and birth agree: both, one of them, neither quite."""
    return 2 * (row.key == way.key) + 2 * same(row.birth, way.birth)


def agreement_of_ids(row: Row, way: Row) -> int:
    """The same; the birth agrees a little too where a year is all that one side knows."""
    knows_year_only = same_year(row.birth, way.birth) and not (row.whole_birth and way.whole_birth)
    plain = agreement(row, way)
    return 3 if plain == 2 and row.key == way.key and knows_year_only else plain


def contested(claims: list[Row]) -> bool:
    """Rows of two holders: two numbers, two IDs, or two rows of one list that share neither."""
    numbers, ids = {row.number for row in claims} - {None}, {row.national_id for row in claims} - {None}
    in_list = Counter(list_no for list_no, _holder in {(row.list, row.holder) for row in claims})
    return len(numbers) > 1 or len(ids) > 1 or max(in_list.values()) > 1
