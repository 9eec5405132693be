"""Which kind of list a table is, and which of its columns means what."""

import difflib
from collections.abc import Iterable
from dataclasses import dataclass

from baophu.base.errors import UserError
from baophu.base.text import fold
from baophu.base.words import N_, _
from baophu.lists.cleaning.columns import Context, reader
from baophu.lists.headings import Heading, assign, heading_key, vocabulary
from baophu.lists.kinds import KINDS
from baophu.lists.kinds.declare import Column, Kind, Type
from baophu.lists.table import RawTable

# Columns that are read to make others.
AUXILIARY = {
    "ordinal": Type.TEXT,
    "family_name": Type.NAME,
    "given_name": Type.NAME,
    "male": Type.TEXT,
    "female": Type.TEXT,
    "birth_precision": Type.COUNT,
    "residence_permanent": Type.MARK,
    "residence_temporary": Type.MARK,
    "residence_away": Type.MARK,
    "district": Type.TEXT,
    "province": Type.TEXT,
}
# What makes up for a required column, beside the column's own `either`.
_STAND_INS = {"name": ("given_name", "household_head")}
# Required columns that titles, sections or cards may say instead of a heading.
_SAID_ELSEWHERE = (Type.SCHEME, Type.GROUP)
_SAMPLE = 50
_IN_TITLE, _IN_SHEET_NAME, _IN_FILE_NAME = 20, 15, 10
_SIGN, _OWN_SIGN, _COLUMN, _MISSING = 3, 6, 0.5, -30
_SURE, _MARGIN = 6, 3


class NoHeader(UserError):
    message = N_("No header was found in {file}: no row holds two known headings.")
    advice = N_("A list needs one row of headings such as “Họ và tên”, “Ngày sinh”, “Mã số BHXH”.")
    exit_code = 15


class MissingColumns(UserError):
    message = N_("{file}, sheet “{sheet}”: a list of kind “{kind}” needs {missing}.")
    advice = N_("Headings found: {found}. Rename the heading, or say another kind with --kind.")
    exit_code = 15


class UnknownKind(UserError):
    message = N_("{file}, sheet “{sheet}”: which kind of list this is cannot be told. Headings: {found}.")
    advice = N_("Say it with --kind, one of: {candidates}.")
    exit_code = 15


@dataclass(frozen=True, slots=True)
class Layout:
    """A table's kind and the position of each column found."""

    kind: Kind
    places: dict[str, int]

    def missing(self) -> list[Column]:
        constant = {name for name, _value in self.kind.constants}
        return [
            column for column in self.kind.columns if column.required and not self._is_given(column, constant)
        ]

    def _is_given(self, column: Column, constant: set[str]) -> bool:
        names = (column.name, column.either, *_STAND_INS.get(column.name, ()))
        return any(name in self.places or name in constant for name in names)


def lay_out(raw: RawTable, kind: Kind, context: Context) -> Layout:
    """The columns of the kind among the headings of the table."""
    types = {column.name: column.type for column in kind.columns if column.read} | AUXILIARY

    def fits(column: str, position: int) -> float:
        read = reader(types[column], context)
        cells = [row[position] for row in raw.rows[:_SAMPLE] if row[position] != ""]
        return sum(1 for cell in cells if not read(cell)[1]) / len(cells) if cells else 0

    return Layout(kind, _with_parted_name(raw, assign(raw.headings, types.keys(), fits)))


def _with_parted_name(raw: RawTable, places: dict[str, int]) -> dict[str, int]:
    """Where one heading stands above family and given name in two columns, both are taken."""
    name = places.get("name")
    following = None if name is None else name + 1
    if following is None or following >= len(raw.headings) or following in places.values():
        return places
    cells = [row[following] for row in raw.rows[:_SAMPLE] if row[following] != ""]
    one_word = all(isinstance(cell, str) and len(cell.split()) == 1 for cell in cells)
    if (
        raw.headings[following] in ((), raw.headings[following - 1])
        and 2 * len(cells) > len(raw.rows[:_SAMPLE])
        and one_word
    ):
        parted = {column: place for column, place in places.items() if column != "name"}
        return parted | {"family_name": following - 1, "given_name": following}
    return places


def recognise(raw: RawTable, file: str, kind: Kind | None, context: Context) -> Layout:
    """The table's kind and layout. Raises MissingColumns and UnknownKind."""
    if kind is None:
        layout = _best(raw, file, [lay_out(raw, kind, context) for kind in KINDS.values()])
    else:
        layout = lay_out(raw, kind, context)
    missing = [column for column in layout.missing() if column.type not in _SAID_ELSEWHERE]
    if missing:
        raise missing_columns(raw, file, layout.kind, missing)
    return layout


def _best(raw: RawTable, file: str, layouts: list[Layout]) -> Layout:
    scored = sorted(((_score(layout, raw, file), layout) for layout in layouts), key=lambda one: -one[0])
    (best, layout), (second, _other) = scored[:2]
    if best < _SURE or best - second < _MARGIN:
        candidates = [one.kind.name for score, one in scored[:3] if score > 0] or list(KINDS)
        raise UnknownKind(file=file, sheet=raw.sheet, found=_shown(raw.headings), candidates=candidates)
    return layout


def _score(layout: Layout, raw: RawTable, file: str) -> float:
    kind = layout.kind
    titles = fold(" . ".join(raw.titles))
    said = (
        _IN_TITLE * _names(kind, titles)
        or _IN_SHEET_NAME * _names(kind, fold(raw.sheet))
        or _IN_FILE_NAME * _names(kind, fold(file))
    )
    signs = sum(_OWN_SIGN if _only_in(sign, kind) else _SIGN for sign in kind.signs if sign in layout.places)
    needed = [column for column in layout.missing() if column.type not in _SAID_ELSEWHERE]
    return said + signs + _COLUMN * len(layout.places) + _MISSING * len(needed)


def _names(kind: Kind, text: str) -> bool:
    return any(f" {words} " in f" {text} " for words in kind.title_words)


def _only_in(column: str, kind: Kind) -> bool:
    return all(other is kind or other.column(column) is None for other in KINDS.values())


def missing_columns(raw: RawTable, file: str, kind: Kind, missing: Iterable[Column]) -> MissingColumns:
    """The error, with the nearest headings found beside each missing column."""
    return MissingColumns(
        file=file,
        sheet=raw.sheet,
        kind=kind.name,
        missing=[_with_nearest(column, raw.headings) for column in missing],
        found=_shown(raw.headings),
    )


def _with_nearest(column: Column, headings: list[Heading]) -> str:
    usual = vocabulary().get(column.name, [column.name])
    keys = {heading_key(heading): " ".join(heading) for heading in headings if heading}
    near = [
        keys[key] for word in usual for key in difflib.get_close_matches(fold(word), keys, n=1, cutoff=0.6)
    ]
    shown = f"“{usual[0]}” ({column.name})"
    return shown + (" " + _("(nearest: {near})").format(near=", ".join(dict.fromkeys(near))) if near else "")


def _shown(headings: list[Heading]) -> list[str]:
    return [" | ".join(heading) for heading in headings if heading] or ["–"]
