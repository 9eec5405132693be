"""Which rows are accepted, which with doubts, and which are rejected and why."""

from collections import defaultdict
from collections.abc import Iterator

from baophu.lists.draft import Draft
from baophu.lists.kinds.declare import Proves
from baophu.lists.persons import contradictions

ROW = "row"
_NOT_COMPARED = frozenset(("note", "name_key"))
_EVENTS = ("death_date", "registered_on", "card_date", "moved_on")
_WANTED = {"residents": ("birth_date",), "students": ("birth_date",)}

type Reasons = dict[int, list[tuple[str, str]]]  # position of a row → (column, code)


def check(draft: Draft) -> tuple[Reasons, Reasons]:
    """The doubts and the reasons for rejection of each row that has any."""
    doubts: Reasons = defaultdict(list)
    rejections: Reasons = defaultdict(list)
    _sort_notes(draft, doubts, rejections)
    for place in draft.lone:
        rejections[place].append((ROW, "one_cell"))
    if draft.around.kind.name == "residents":
        # Who lives in no commune of this home could be counted nowhere.
        for place, column, code in draft.notes:
            if (column, code) == ("commune", "unknown_place"):
                rejections[place].append((column, code))
    for place, column in _after_list(draft):
        (rejections if column == "birth_date" else doubts)[place].append((column, "after_list_date"))
    for place, column, code in (*_wanted(draft), *contradictions(draft), *_repeated(draft)):
        doubts[place].append((column, code))
    return doubts, rejections


def _sort_notes(draft: Draft, doubts: Reasons, rejections: Reasons) -> None:
    """A note on a required column that holds nothing rejects the row; so does its mere absence."""
    noted: dict[tuple[int, str], str] = {}
    required = {column.name: column.either for column in draft.around.kind.columns if column.required}
    for place, column, code in draft.notes:
        doubts[place].append((column, code))
        noted[place, column] = code
    for name, either in required.items():
        for place in draft.blanks(name):
            stand_in = name if either is None or (place, name) in noted else either
            found = noted.get((place, stand_in))
            rejections[place].append((stand_in, found) if found else (name, "missing"))


def _after_list(draft: Draft) -> Iterator[tuple[int, str]]:
    on = draft.around.on
    for name in ("birth_date", *_EVENTS):
        for place, day in enumerate(draft.values.get(name, ())):
            if day is not None and day > on:
                yield place, name


def _wanted(draft: Draft) -> Iterator[tuple[int, str, str]]:
    noted = {(place, column) for place, column, _code in draft.notes}
    for name in _WANTED.get(draft.around.kind.name, ()):
        for place in draft.blanks(name):
            if (place, name) not in noted:
                yield place, name, "missing"


def _repeated(draft: Draft) -> Iterator[tuple[int, str, str]]:
    """Rows equal to one above; and in snapshots other rows with a national ID that a row above has."""
    compared = [column for name, column in draft.values.items() if name not in _NOT_COMPARED]
    seen: set[tuple[object, ...]] = set()
    owners: set[str] = set()
    numbers = draft.column("national_id") if draft.around.kind.about_people else [None] * draft.size
    one_each = draft.around.kind.proves is Proves.SNAPSHOT and "scheme" not in draft.values
    for place, (number, row) in enumerate(zip(numbers, zip(*compared, strict=True), strict=True)):
        if row in seen:
            yield place, ROW, "duplicate"
        elif one_each and number is not None and number in owners:
            yield place, "national_id", "repeated"
        seen.add(row)
        owners.add(number)
