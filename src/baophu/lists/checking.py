"""Which rows are accepted, which with doubts, and which are rejected and why."""

from collections import defaultdict
from collections.abc import Iterator

from baophu.lists.draft import Draft
from baophu.lists.kinds.declare import Proves
from baophu.lists.layout import Layout
from baophu.lists.persons import contradictions

ROW = "row"
_NOT_COMPARED = frozenset(("note", "name_key"))
_EVENTS = ("death_date", "registered_on", "card_date", "moved_on")
_WANTED = {"residents": ("birth_date",), "students": ("birth_date",)}

type Reasons = dict[int, list[tuple[str, str]]]  # position of a row → (column, code)


def check(draft: Draft, repeated: "Repeated") -> tuple[Reasons, Reasons]:
    """The doubts and the reasons for rejection of each row that has any; `repeated` knows the rows above."""
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
    for place, column, code in (*_wanted(draft), *contradictions(draft), *repeated.among(draft)):
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


class Repeated:
    """Finds rows equal to one above; and in snapshots other rows with a national ID that a row above has.

    Of the rows above it keeps 64 bits each: among a million one is taken for another's equal once in a
    hundred million lists.
    """

    def __init__(self, layout: Layout) -> None:
        kind = layout.kind
        own = [column.name for column in kind.columns]
        self._compared = [name for name in dict.fromkeys([*own, *layout.places]) if name not in _NOT_COMPARED]
        snapshot = kind.proves is Proves.SNAPSHOT and kind.column("scheme") is None
        self._one_each = snapshot and kind.about_people
        self._seen: set[int] = set()
        self._owners: set[int] = set()

    def among(self, draft: Draft) -> Iterator[tuple[int, str, str]]:
        """The doubts about the rows of a draft, which is below all those asked for before."""
        nothing = [None] * draft.size
        numbers = draft.column("national_id") if self._one_each else nothing
        rows = zip(*(draft.values.get(name, nothing) for name in self._compared), strict=True)
        for place, (number, row) in enumerate(zip(numbers, map(hash, rows), strict=True)):
            if row in self._seen:
                yield place, ROW, "duplicate"
            elif number is not None and hash(number) in self._owners:
                yield place, "national_id", "repeated"
            self._seen.add(row)
            if number is not None:
                self._owners.add(hash(number))
