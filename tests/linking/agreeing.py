"""What agrees of a row and a way of writing a person, and how much speaks for their being one person."""

from collections.abc import Collection, Mapping

from tests.linking.rows import (
    Row,
    Way,
    edits,
    exchanged,
    in_order,
    nearly_part_of_name,
    part_of_name,
    same,
    same_year,
)

# Of which weight (in `baophu.register.weights`) each agreement is; those of birth and number that are not
# here weigh nothing.
NAMES = {
    "name": "name", "name but for marks": "name_marks", "nearly name": "name_near",
    "distantly name": "name_distant", "part of name": "name_part",
    "nearly part of name": "name_part_near",
}  # fmt: skip
BIRTHS = {
    "birth_year of the resident": "birth_of_resident", "birth_year as 1 January": "birth_new_year",
    "birth_date with day and month exchanged": "birth_exchanged", "nearly birth_date": "birth_near",
    "birth_year only": "birth_year", "birth_date but for year": "birth_other_year",
}  # fmt: skip
IDS = {
    "national_id": "same_number", "nearly national_id": "id_near", "distantly national_id": "id_distant",
    "other national_id": "id_other",
}  # fmt: skip


def name_of(row: Row, way: Way, *, residents_unmarked: bool) -> str | None:
    """Marks that are missing say nothing, unless of one resident where the others have theirs."""
    one, two = row.key, way.row.key
    if one == two:
        unmarked = row.name.isascii() or (way.row.name.isascii() and (residents_unmarked or not way.seed))
        return "name" if row.name == way.row.name or unmarked else "name but for marks"
    distance = edits(one, two)
    if distance == 1 or (distance == 2 and sorted(one) == sorted(two)):
        return "nearly name"
    if in_order(one) == in_order(two):
        return "part of name"
    if distance == 2:
        return "distantly name"
    if part_of_name(one, two):
        return "part of name"
    return "nearly part of name" if nearly_part_of_name(one, two) else None


def birth_of(row: Row, way: Row) -> str | None:
    one, two = row.birth, way.birth
    if one is None or two is None:
        return None
    if one.year != two.year:
        same_day = (one.month, one.day) == (two.month, two.day)
        return "birth_date but for year" if row.whole_birth and same_day else None
    if not row.day_written or (one == two and not row.whole_birth):
        return "birth_year"
    if one == two:
        return "birth_date"
    if not way.whole_birth:
        return "birth_year of the resident"
    if not row.whole_birth:
        return "birth_year as 1 January"
    if exchanged(one, two):
        return "birth_date with day and month exchanged"
    return "nearly birth_date" if one.month == two.month or one.day == two.day else "birth_year only"


def place_of(row: Row, way: Row) -> str:
    """`row` with the hamlet that its list means."""
    if row.place is None or way.place is None:
        return "nowhere"
    if row.place != way.place:
        return "elsewhere"
    if row.hamlet is None or way.hamlet is None:
        return "commune"
    return "hamlet" if row.hamlet == way.hamlet else "other hamlet"


def id_of(row: Row, way: Row, *, is_owned: bool) -> str | None:
    """An ID that is known to be somebody's is mistyped, or theirs: it does not tell two people apart."""
    one, two = row.national_id, way.national_id
    if one is None or two is None:
        return None
    if one == two:
        return "national_id"
    if len(one) != len(two) or is_owned:
        return None
    distance = edits(one, two)
    return {1: "nearly national_id", 2: "distantly national_id"}.get(distance, "other national_id")


def number_of(row: Row, held: Collection[str], *, is_on_list: bool) -> str:
    """Whether the person holds the row's number, another one, or (`free`) none that speaks against it.

    A row without a number is for who is not on its list (`is_on_list`) already.
    """
    if row.number is None:
        return "held" if is_on_list else "free"
    if not held:
        return "free"
    return "insurance_number" if row.number in held else "held"


def household_of(row: Row, way: Way, shared: Mapping[object, set[object]]) -> str | None:
    """`shared`: households of other lists, and in which households of the residents their people live."""
    if row.household not in shared or way.household is None:
        return None
    return "household" if way.household in shared[row.household] else "other household"


def weight_of_place(place: str) -> str:
    return place.replace(" ", "_")


def speaks_for(
    weights: Mapping[str, int],
    of_anybody: tuple[int, int],
    name: str | None,
    birth: str | None,
    place: str,
    national_id: str | None,
    number: str,
    household: str | None,
    other_sex: bool,
) -> int:
    """The sum in tenths of bits. A name or a birth that differs altogether is as probable as anybody's."""
    of_name, of_birth = of_anybody
    total = weights[NAMES[name]] if name else weights["name_other"] + of_name
    if birth is None:
        total += weights["birth_other"] + of_birth
    elif birth in BIRTHS:
        total += weights[BIRTHS[birth]]
    total += weights[weight_of_place(place)]
    total += weights[IDS[national_id]] if national_id else 0
    total += weights["other_sex"] if other_sex else 0
    total += weights["same_number" if number == "insurance_number" else number]
    return total + (weights[household.replace(" ", "_")] if household else 0)


def alike_in_name(one: str, two: str) -> bool:
    """Two letters, the order, a middle name or the first word apart; or three letters of a long name."""
    return part_of_name(one, two) or edits(one, two) <= 2 or nearly_part_of_name(one, two)


def may_be_mistyped(row: Row, way: Row) -> bool:
    """Of rows with the same number: the name or the birth date agrees, or both nearly."""
    return (
        row.key == way.key
        or (same(row.birth, way.birth) and row.whole_birth)
        or (same_year(row.birth, way.birth) and edits(row.key, way.key) <= 2)
    )
